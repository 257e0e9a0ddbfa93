#include "layout/one_column.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "layout/example.h"
#include "layout/heading_layout.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

/// The paragraphs of a pack in one column, "role: words" each; "+" before what is close, "!" behind what keeps.
std::string lines_of(const std::string& blocks) {
    std::string out;
    for (const PackBlock& block : in_one_column(test::pack_of(blocks)).blocks) {
        if (const auto* line = std::get_if<Paragraph>(&block.content))
            out += (line->close ? "+" : "") + line->role + ": " + plain_text(line->content) + (line->keeps ? "!" : "") +
                   "\n";
        else if (const auto* heading = std::get_if<Heading>(&block.content))
            out += "heading: " + plain_text(heading->content) + " / " + heading->contents_number + " " +
                   heading->contents_title + " / " + heading->running + "\n";
        else
            out += "block\n";
    }
    return out;
}

const Style& large_print() {
    static const Style style = [] {
        auto read = read_style({"large-print.toml", test::repository_file("templates/styles/large-print.toml")});
        REQUIRE_MESSAGE(read.ok(), wording(read.error()));
        return *read;
    }();
    return style;
}

}  // namespace

TEST_CASE("labels and numbers stand above their text or before it") {
    CHECK(lines_of("<row label=\"When\"><p>Today</p></row>") == "row-label: When!\n+own: Today\n");
    CHECK(lines_of("<row number=\"3\"><p>Words</p><p>More</p></row>") == "own: 3\u2003Words\n+own: More\n");
    CHECK(lines_of("<row number=\"R1\"><label>urged</label><sublabel>a body</sublabel><p>Words</p></row>") ==
          "row-label: R1\u2003urged!\n+affiliation: a body!\n+own: Words\n");
    CHECK(lines_of("<h1 number=\"II\">Agenda</h1>") == "heading: II\u2003Agenda / II Agenda / II\u2003Agenda\n");
}

TEST_CASE("a table becomes records of lines that begin with the heads of its columns") {
    const std::string head = "<thead><tr><th>No.</th><th>Text</th><th>Strength</th></tr></thead>";
    const std::string row =
        "<tr><td>R1</td><td>Light the quays.</td><td><strength n=\"4\" word=\"urged\" alt=\"strength 4 of 5: "
        "urged\"/></td></tr>";
    CHECK(
        lines_of("<table columns=\"8mm 1fr 20mm\">" + head +
                 "<tbody><tr kind=\"group\"><td>The Board</td><td>1</td></tr>" + row + "</tbody></table>") ==
        "table-group: The Board 1!\nrow-label: R1!\n+table-own: Text: Light the quays.\n+table-own: Strength: 4 of 5, "
        "urged\n");
}

TEST_CASE("an agenda becomes items with their talks below") {
    CHECK(lines_of("<table role=\"agenda\" columns=\"10mm 82mm 74mm\"><tr kind=\"band\"><td></td><td "
                   "role=\"band\">Morning</td>"
                   "<td>Speaker</td></tr><tr kind=\"item\"><td>I</td><td>Lights</td><td>A. Reed</td></tr>"
                   "<tr kind=\"talk\"><td></td><td role=\"band-note\">Moderator</td><td>B. Cole</td></tr></table>") ==
          "band: Morning!\nagenda-title: I\u2003Lights\n+table-quote: A. Reed!\n"
          "table-quote: Moderator: B. Cole\n");
}

TEST_CASE("cells and columns stand one below the other") {
    CHECK(lines_of("<grid><cell><p>one</p></cell><cell><p>two</p></cell></grid>") == "own: one\nown: two\n");
    CHECK(lines_of("<columns><term short=\"LB\">Lights Board</term></columns>") ==
          "table-quote: LB\u2003Lights Board\n");
}

TEST_CASE("large print is the print style times 1.6, nothing below 12 points") {
    CHECK(is_one_column(large_print()));
    CHECK(!is_one_column(test::print_style()));
    for (const auto& [name, role] : large_print().roles) {
        INFO(name);
        const TypeRole& print = test::print_style().role(name);
        CHECK(role.size >= 12);
        CHECK(role.size == doctest::Approx(print.size * 1.6));
        CHECK(role.leading == doctest::Approx(print.leading * 1.6));
        CHECK(role.family == print.family);
    }
    CHECK(large_print().grid.text_width == doctest::Approx(170 * 72 / 25.4));
}

TEST_CASE("a large print pack keeps to its one column on every page") {
    Pack pack = in_one_column(test::pack_of(test::repository_file("tests/layout/golden/agenda.xml")));
    Diagnostics diagnostics;
    const Pages pages = lay_out(pack, large_print(), test::fonts(), diagnostics);
    CHECK(diagnostics.empty());
    REQUIRE(pages.pages.size() > 1);
    for (const Page& page : pages.pages)
        for (const TextItem* text : test::texts(page)) {
            INFO(text->text);
            CHECK(text->size >= 12);
            CHECK(text->x >= large_print().page.left - 0.01);
            CHECK(text->x + text->width <= large_print().body_right() + 0.5);
        }
}
