#include "app/annex_blocks.h"

#include <doctest/doctest.h>

#include "readers/reader.h"

using namespace rapporteur;

namespace {

/// One line a row: the words of each cell, "-" for a blank one, with its columns where it has several.
std::string form_of(const TableRow& row) {
    std::string out;
    for (const TableCell& cell : row.cells) {
        if (!out.empty()) out += " | ";
        out += cell.content.empty() ? "-" : std::get<TextRun>(cell.content.front().content.front()).text;
        if (cell.columns > 1) out += " x" + std::to_string(cell.columns);
    }
    return out;
}

std::vector<std::string> rows_of(const std::string& html) {
    const auto document =
        read_document({"table.html", "<html><body><p>Fees of harbours.</p>" + html + "</body></html>"});
    REQUIRE(document.ok());
    std::vector<std::string> out;
    for (const PackBlock& block : typeset_document(*document, {})) {
        const auto* table = std::get_if<Table>(&block.content);
        if (!table) continue;
        for (const TableRow& row : table->head) out.push_back("head: " + form_of(row));
        for (const TableRow& row : table->body) out.push_back(form_of(row));
    }
    return out;
}

}  // namespace

TEST_CASE("a typeset table has a blank below a cell that reaches down, for an empty cell, and where a row ends early") {
    CHECK(rows_of("<table><tr><th>Harbour</th><th>Fee</th><th>Year</th></tr>"
                  "<tr><td rowspan='2'>Oldport</td><td>12</td><td>2018</td></tr><tr><td>14</td><td></td></tr>"
                  "<tr><td colspan='2'>Newport, none</td></tr></table>") ==
          std::vector<std::string>{"head: Harbour | Fee | Year", "Oldport | 12 | 2018", "- | 14 | -",
                                   "Newport, none x2 | -"});
}
