#pragma once

#include <string>
#include <vector>

#include "support/diagnostic.h"
#include "writers/pdf/pdf_sources.h"

namespace rapporteur {

/// What a file promises in its metadata. Given to the writer: what the things put into it allow; given back: what held.
struct PdfClaims {
    bool accessible = true;  // PDF/UA-1 (ISO 14289-1)
    bool archival = true;    // PDF/A-3a (ISO 19005-3)
};

/// How an attached file stands to the pack (ISO 19005-3, annex E).
enum class AttachmentRelation { data, source };

/// A file inside the PDF file.
struct PdfAttachment {
    std::string name;  // as readers save it
    std::string description;
    std::string media_type;
    AttachmentRelation relation = AttachmentRelation::data;
    std::string bytes;
};

/// What goes into a PDF file besides its pages.
struct PdfOptions {
    PdfClaims claims;
    std::vector<PdfAttachment> attachments;
    std::string password;              // UTF-8; empty: the file is not encrypted
    bool archival_1b = false;          // claims PDF/A-1b in place of PDF/A-3a; leaves attachments out
    std::vector<AnnexSource> sources;  // that the sheets of the pages name
};

/// A finished file, with what it claims and a note for each claim that it does not make.
struct WrittenPdf {
    std::string bytes;
    PdfClaims claims;
    Diagnostics notes;
};

}  // namespace rapporteur
