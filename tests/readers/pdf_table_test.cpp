#include <doctest/doctest.h>

#include <array>
#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {
namespace {

/// Rows with their cells, spans in braces; heads begin with "#".
std::string table_of(const Document& document) {
    std::string out;
    for (const Block& block : document.blocks) {
        if (block.kind != BlockKind::table) continue;
        for (const Row& row : block.rows) {
            out += row.header ? "#" : "";
            for (const Cell& cell : row.cells) {
                if (cell.columns > 1 || cell.rows > 1)
                    out += "{" + std::to_string(cell.columns) + "x" + std::to_string(cell.rows) + "}";
                out += std::string(document.slice(cell.range)) + "|";
            }
            out += "\n";
        }
    }
    return out;
}

/// A rule in pieces, one for each column.
void pieces(PdfMaker& maker, double y, std::initializer_list<double> edges) {
    for (auto edge = edges.begin(); edge + 1 != edges.end(); ++edge) maker.rule(*edge, y, *(edge + 1) - 0.5, y);
}

}  // namespace

TEST_CASE("a table between rules has a head, with what stands over several columns") {
    PdfMaker maker;
    pieces(maker, 700, {72, 200, 280, 360, 440});
    maker.text(340, 690, "Change", 7);
    pieces(maker, 684, {280, 360, 440});
    maker.text(72, 674, "Category", 7).text(240, 682, "Budget", 7).text(244, 674, "2025", 7);
    maker.text(330, 674, "Amount", 7).text(400, 674, "Per cent", 7);
    pieces(maker, 668, {72, 200, 280, 360, 440});
    maker.text(72, 655, "Quay walls").text(250, 655, "120.5").text(335, 655, "(3.5)").text(412, 655, "(2.8)");
    maker.text(72, 643, "Dredging of the inner").text(72, 631, "and outer basin");
    maker.text(250, 631, "80.0").text(345, 631, "0.0").text(422, 631, "0.0");
    pieces(maker, 622, {72, 200, 280, 360, 440});
    CHECK(table_of(read(maker)) ==
          "#{1x2}Category|{1x2}Budget 2025|{2x1}Change|\n"
          "#Amount|Per cent|\n"
          "Quay walls|120.5|(3.5)|(2.8)|\n"
          "Dredging of the inner and outer basin|80.0|0.0|0.0|\n");
}

TEST_CASE("long cells of a row beside one another stay one row") {
    PdfMaker maker;
    pieces(maker, 700, {72, 180, 300, 420});
    maker.text(72, 690, "2025 (actual)", 7).text(180, 690, "2026 (planned)", 7).text(300, 690, "2027 (planned)", 7);
    pieces(maker, 684, {72, 180, 300, 420});
    double y = 672;
    using Line = std::array<const char*, 3>;
    for (const auto& [first, second, third] : {Line{"Harbour Council", "The Members and the", "Further Members"},
                                               Line{"resolution 5 was", "Secretariat have the", "mend their quays"},
                                               Line{"adopted", "Harbour Guide at hand", ""}}) {
        maker.text(72, y, first).text(180, y, second);
        if (*third != '\0') maker.text(300, y, third);
        y -= 12;
    }
    pieces(maker, 640, {72, 180, 300, 420});
    CHECK(table_of(read(maker)) ==
          "#2025 (actual)|2026 (planned)|2027 (planned)|\n"
          "Harbour Council resolution 5 was adopted|The Members and the Secretariat have the Harbour Guide at hand|"
          "Further Members mend their quays|\n");
}

TEST_CASE("a list of symbols and titles in two columns is read column by column") {
    PdfMaker maker;
    maker.text(122, 750, "The list below gives all mandates of the programme, and all of those that it is to have.");
    maker.text(72, 725, "Resolutions of the Council", 10, 3);
    const auto entry = [&](double x, double& y, const char* symbol, std::initializer_list<const char*> lines) {
        maker.text(x, y, symbol, 8);
        for (const char* line : lines) {
            maker.text(x + 60, y, line, 8);
            y -= 10;
        }
        y -= 4;
    };
    double left = 700;
    double right = 698;
    entry(72, left, "42/34", {"Implementation of the Treaty on the", "Harbours of the northern coasts"});
    entry(72, left, "48/121", {"World Conference on Quays and on", "the fairways between them"});
    entry(72, left, "48/138", {"Declaration of the high-level meeting", "of the Council on dredging and", "on silt"});
    entry(320, right, "76/142",
          {"Follow-up to the fourth Conference", "on Lighthouses and implementation", "of its outcome"});
    entry(320, right, "77/152", {"International timetable of ferries,", "pilots and tugs"});
    entry(320, right, "78/171", {"The right of seafarers to a clean", "and healthy berth"});
    const std::string table = table_of(read(maker));
    CHECK(table ==
          "42/34|Implementation of the Treaty on the Harbours of the northern coasts|\n"
          "48/121|World Conference on Quays and on the fairways between them|\n"
          "48/138|Declaration of the high-level meeting of the Council on dredging and on silt|\n"
          "76/142|Follow-up to the fourth Conference on Lighthouses and implementation of its outcome|\n"
          "77/152|International timetable of ferries, pilots and tugs|\n"
          "78/171|The right of seafarers to a clean and healthy berth|\n");
}

TEST_CASE("a heading in italics between the rows of a list parts it in two tables") {
    PdfMaker maker;
    const auto row = [&](double y, const char* number, const char* title) {
        maker.text(72, y, number).text(150, y, title);
    };
    row(745, "4/12", "Harbours of the north");
    row(730, "4/15", "Quays that the winter broke");
    row(715, "5/2", "Berths for small boats");
    maker.text(72, 685, "Decisions of the Harbour Board", 10, 3);
    row(655, "2/113", "Dues of the ferry");
    row(640, "2/114", "Lights on the pier");
    const Document document = read(maker);
    INFO(outline(document));
    REQUIRE(document.blocks.size() == 3);
    CHECK(document.blocks[0].rows.size() == 3);
    CHECK(document.text_of(document.blocks[1]) == "Decisions of the Harbour Board");
    CHECK(document.blocks[2].rows.size() == 2);
}

TEST_CASE("a table's number and its title stay two lines, however long the longer is") {
    PdfMaker maker;
    maker.text(72, 745, "Table 4.3").text(72, 733, "Berths in use", 10, 2);
    maker.rule(72, 725, 500, 725).rule(72, 700, 500, 700).rule(72, 660, 500, 660);
    maker.text(72, 710, "Port").text(250, 710, "Berths").text(400, 710, "Boats");
    maker.text(72, 685, "Lisbon").text(250, 685, "12").text(400, 685, "40");
    maker.text(72, 668, "Accra").text(250, 668, "15").text(400, 668, "41");
    const Document document = read(maker);
    INFO(outline(document));
    REQUIRE(document.blocks.size() == 3);
    CHECK(document.text_of(document.blocks[0]) == "Table 4.3");
    CHECK(document.text_of(document.blocks[1]) == "Berths in use");
}

TEST_CASE("numbers and legends of a bar chart are no table") {
    PdfMaker maker;
    maker.text(72, 780, "Figure 4.2").text(72, 766, "Boats in the harbours of the north, year by year", 10, 2);
    maker.draw("0.6 g 150 500 40 90 re f 250 500 40 130 re f 350 500 40 60 re f 245 470 6 6 re f 0 g\n");
    double y = 500;
    for (const char* step : {"0", "50", "100", "150", "200"}) {
        maker.text(100, y, step, 8);
        y += 45;
    }
    maker.text(160, 595, "101", 8, 2).text(260, 635, "145", 8, 2).text(360, 565, "66", 8, 2);
    maker.text(160, 488, "2023", 8).text(260, 488, "2024", 8).text(360, 488, "2025", 8);
    maker.text(254, 470, "Boats that came in", 8);
    maker.text(72, 430, "The Board took note of the figures and thanked the harbours that had sent their own lists.");
    const Document document = read(maker);
    INFO(outline(document));
    REQUIRE(document.blocks.size() == 3);
    CHECK(document.text_of(document.blocks[0]) == "Figure 4.2");
    CHECK(document.blocks[2].kind == BlockKind::paragraph);
    CHECK(left_out(document, "figure text").find("145") != std::string::npos);
    CHECK(left_out(document, "figure text").find("Boats that came in") != std::string::npos);
}

TEST_CASE("a table whose cells are coloured keeps its numbers") {
    PdfMaker maker;
    maker.draw("0.8 g 150 690 60 75 re f 250 690 60 75 re f 0 g\n");
    double y = 745;
    for (const char* port : {"Lisbon", "Accra", "Seahaven", "Northport"}) {
        maker.text(72, y, port).text(160, y, "12").text(260, y, "30");
        y -= 15;
    }
    const Document document = read(maker);
    CHECK(left_out(document, "figure text").empty());
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks[0].kind == BlockKind::table);
}

}  // namespace rapporteur
