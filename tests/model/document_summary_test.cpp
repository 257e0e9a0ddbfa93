#include <doctest/doctest.h>

#include "model/document.h"

using namespace rapporteur;

TEST_CASE("a summary counts what was understood, healed and left out") {
    Document document;
    document.file = "minutes.pdf";
    document.media_type = MediaType::pdf;
    document.pages = 2;
    document.language = "en";
    Block heading;
    heading.kind = BlockKind::heading;
    Block numbered;
    numbered.number = "1";
    numbered.page_breaks = {7};
    Block table;
    table.kind = BlockKind::table;
    document.blocks = {heading, numbered, Block(), table};
    document.left_out = {{"running head", "a", 1}, {"page number", "1", 1}, {"running head", "a", 2}};
    document.warnings = {{Code::page_without_text, {"minutes.pdf", 2}, ""}};
    CHECK(summary(document) ==
          "minutes.pdf: application/pdf, 2 pages, language en: 1 heading, 2 paragraphs (1 numbered), 1 table; 1 page "
          "break healed; left out: running head 2 times, page number; 1 warning");
    CHECK(summary(Document()) == ": text/plain, language unknown: 0 headings, 0 paragraphs");
}
