#include "extract/outline.h"

#include <doctest/doctest.h>

#include "extract/written_document.h"

namespace rapporteur {

TEST_CASE("sections nest by level and annexes last to the end") {
    const WrittenDocument written(R"(
        # Findings
        ## Ports
        Ships wait.
        ## Roads
        # Annex I
        ## Tables
        Numbers.
        # Notes to the tables
        More numbers.)");
    const Outline outline = make_outline(written.document());
    REQUIRE(outline.sections.size() == 7);
    CHECK(outline.sections[0].last == written.document().blocks.size());
    CHECK(outline.sections[2].path == std::vector<std::string>{"Findings", "Ports"});
    CHECK(outline.sections[2].parent == 1);
    CHECK(outline.sections[1].first == 0);
    CHECK(outline.sections[1].last == 4);
    CHECK(outline.blocks[2].section == 2);
    CHECK_FALSE(outline.blocks[2].annex);
    CHECK(outline.blocks[6].annex);
    CHECK(outline.blocks[8].annex);
    CHECK(headings_above(written.document(), outline, 2) == std::vector<std::string>{"Findings", "Ports"});
    CHECK(headings_above(written.document(), outline, 1) == std::vector<std::string>{"Findings"});
}

TEST_CASE("a list that begins at a lower level counts from there") {
    WrittenDocument written(R"(
        4. The Board asked that offices:
        (a) report each year;
        (b) close old files.)");
    for (Block& block : written.document().blocks) {
        if (block.kind == BlockKind::list_item) block.level = 2;
    }
    const Outline outline = make_outline(written.document());
    CHECK(outline.blocks[1].paragraph == "4(a)");
    CHECK(outline.blocks[2].paragraph == "4(b)");
    CHECK(outline.blocks[2].lead_in == 0);
}

TEST_CASE("printed numbers govern what stands below them") {
    const WrittenDocument written(R"(
        # Findings
        An opening without a number.
        3. The Board asked that offices:
        (a) report each year;
        (b) close old files.
        It also thanked them.
        4. The end.
        A closing line.
        # Next
        Free text.)");
    const Outline outline = make_outline(written.document());
    const auto number = [&](std::size_t block) { return outline.blocks[block].paragraph; };
    CHECK(number(1).empty());
    CHECK(number(2) == "3");
    CHECK(number(3) == "3(a)");
    CHECK(number(4) == "3(b)");
    CHECK(outline.blocks[3].lead_in == 2);
    CHECK(outline.blocks[4].lead_in == 2);
    CHECK(number(5) == "3");
    CHECK_FALSE(outline.blocks[5].lead_in.has_value());
    CHECK(number(6) == "4");
    CHECK(number(7).empty());
    CHECK(number(9).empty());
}

TEST_CASE("numbered points stand under the paragraph that introduces them") {
    WrittenDocument written(R"(
        # Conclusions
        131. The following recommendations were made:
        131.1. Ratify the text;
        131.2. Publish the list.)");
    const Outline outline = make_outline(written.document());
    CHECK(outline.blocks[2].paragraph == "131.1");
    CHECK(outline.blocks[2].lead_in == 1);
    CHECK(outline.blocks[3].lead_in == 1);
}

TEST_CASE("a paragraph between two items does not end their list") {
    const WrittenDocument written(R"(
        3. The Board chose:
        (a) the first port,
        which is deep;
        (b) the second port.
        It then closed.
        (a) Another list.)");
    const Outline outline = make_outline(written.document());
    CHECK(outline.blocks[3].lead_in == 0);
    CHECK(outline.blocks[3].paragraph == "3(b)");
}

TEST_CASE("a document without headings is one section") {
    const WrittenDocument written("One.\nTwo.");
    const Outline outline = make_outline(written.document());
    REQUIRE(outline.sections.size() == 1);
    CHECK(outline.blocks.size() == 2);
    CHECK(make_outline(Document{}).sections.size() == 1);
}

}  // namespace rapporteur
