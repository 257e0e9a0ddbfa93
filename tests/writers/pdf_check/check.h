#pragma once

#include <string>

#include "writers/pdf_check/finding.h"

namespace rapporteur::pdf_check {

/// What a file is held against.
struct CheckedFor {
    bool accessible = true;  // PDF/UA-1
    bool archival = true;    // PDF/A-3a
};

/// Every condition that the file meets; none for a file that keeps what it promises.
Findings check_pdf(const std::string& bytes, const CheckedFor& what = {}, const std::string& password = "");

}  // namespace rapporteur::pdf_check
