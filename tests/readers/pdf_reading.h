#pragma once

#include <doctest/doctest.h>

#include <string>
#include <utility>

#include "readers/document_check.h"
#include "readers/pdf_maker.h"
#include "readers/reader.h"

namespace rapporteur {

/// Reads what was made; it has to succeed and to hold together.
inline Document read(const PdfMaker& maker) {
    const std::string bytes = maker.bytes();
    auto document = read_document({"made.pdf", bytes});
    REQUIRE(document.ok());
    CHECK(faults_of(*document).empty());
    return std::move(document).value();
}

/// One line a block: "kind label|text".
inline std::string outline(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        out += std::string(name_of(block.kind)) + " " + block.label + "|" + std::string(document.text_of(block)) + "\n";
    }
    return out;
}

/// The text that was left out for that reason, page after page.
inline std::string left_out(const Document& document, const std::string& reason) {
    std::string out;
    for (const LeftOut& left : document.left_out) {
        if (left.reason == reason) out += (out.empty() ? "" : "; ") + left.text;
    }
    return out;
}

}  // namespace rapporteur
