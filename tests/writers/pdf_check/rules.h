#pragma once

#include "writers/pdf_check/checked_file.h"
#include "writers/pdf_check/content_walk.h"
#include "writers/pdf_check/finding.h"

namespace rapporteur::pdf_check {

// Each adds what it finds on one topic.
void check_document(const CheckedFile& file, Findings& findings);
void check_languages(const CheckedFile& file, Findings& findings);
void check_structure(const CheckedFile& file, Findings& findings);
void check_nesting(const CheckedFile& file, Findings& findings);
void check_annotations(const CheckedFile& file, Findings& findings);
void check_fonts(const CheckedFile& file, const Shown& shown, Findings& findings);
void check_archive(const CheckedFile& file, const Shown& shown, Findings& findings);
void check_attachments(const CheckedFile& file, Findings& findings);

}  // namespace rapporteur::pdf_check
