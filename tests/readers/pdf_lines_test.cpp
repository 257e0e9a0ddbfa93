#include "readers/pdf/pdf_lines.h"

#include <doctest/doctest.h>

#include <string>

#include "readers/pdf/pdf_columns.h"
#include "readers/pdf/pdf_furniture.h"
#include "readers/pdf/pdf_grid.h"
#include "readers/pdf/pdf_table.h"

namespace rapporteur {
namespace {

PdfWord word(std::string text, double x, double y, double size = 10) {
    PdfWord out;
    out.x0 = x;
    out.x1 = x + 0.5 * size * static_cast<double>(text.size());
    out.baseline = y;
    out.size = size;
    out.text = std::move(text);
    return out;
}

/// Words of 30 points with gaps of 4 from `x` on, `count` of them.
void add_row(std::vector<PdfWord>& words, const std::string& text, double x, double y, int count) {
    for (int i = 0; i < count; ++i) words.push_back(word(text, x + 34 * i, y));
}

std::string joined(const std::vector<PdfLine>& lines) {
    std::string out;
    for (const PdfLine& line : lines) out += text_of(line) + "/";
    return out;
}

PdfGlyph glyph(std::string text, double x, double width, double y = 700, double size = 10) {
    PdfGlyph out;
    out.text = std::move(text);
    out.x0 = x;
    out.x1 = x + width;
    out.baseline = y;
    out.size = size;
    return out;
}

}  // namespace

TEST_CASE("words of one baseline make a line, wide gaps part it") {
    const auto lines = lines_of(
        {word("second", 128, 700), word("first", 100, 700.5), word("below", 100, 688), word("apart", 300, 700)});
    CHECK(joined(lines) == "first second/apart/below/");
}

TEST_CASE("small raised words join the line that they hang on") {
    const auto lines = lines_of({word("States", 100, 700), word("1", 130.5, 704, 6), word("agreed", 140, 700),
                                 word("H", 100, 680), word("2", 105.5, 678, 6), word("O", 109, 680)});
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].words[1].raised);
    CHECK(lines[1].words[1].lowered);
    CHECK(text_of(lines[1]) == "H2O");
    CHECK(lines[0].size == doctest::Approx(10));
}

TEST_CASE("letters set apart for effect are words again") {
    std::vector<PdfWord> words;
    double x = 100;
    for (const char c : std::string("ANNUAL MEETING")) {
        if (c == ' ') {
            x += 5;
            continue;
        }
        words.push_back(word(std::string(1, c), x, 700));
        x += 8;
    }
    CHECK(joined(lines_of(words)) == "ANNUAL MEETING/");
}

TEST_CASE("glyphs become words at spaces and gaps, doubled prints count once, right-to-left words are put in order") {
    PdfPage page;
    page.width = 595;
    page.height = 842;
    for (const char* letter : {"t", "h", "e"})
        page.glyphs.push_back(glyph(letter, 100 + 5 * static_cast<double>(page.glyphs.size()), 5));
    page.glyphs.push_back(glyph(" ", 115, 3));
    page.glyphs.push_back(glyph("l", 118, 2));
    page.glyphs.push_back(glyph("l", 120, 2));
    page.glyphs.push_back(glyph("l", 118.1, 2));
    page.glyphs.push_back(glyph("x", 140, 5));
    auto words = words_of(page);
    REQUIRE(words.size() == 3);
    CHECK(words[0].text == "the");
    CHECK(words[1].text == "ll");
    CHECK(words[2].text == "x");

    PdfPage hebrew;
    for (const char* letter : {"ם", "ו", "ל", "ש"}) {
        hebrew.glyphs.push_back(glyph(letter, 100 + 5 * static_cast<double>(hebrew.glyphs.size()), 5));
    }
    words = words_of(hebrew);
    REQUIRE(words.size() == 1);
    CHECK(words[0].text == "שלום");
}

TEST_CASE("columns are read one after the other; a narrow gutter is found where every line respects it") {
    std::vector<PdfWord> words;
    for (int row = 0; row < 8; ++row) {
        add_row(words, "lefttt", 50, 700 - 12 * row, 6);
        add_row(words, "righttt", 258, 700 - 12 * row - 3, 6);
    }
    const auto regions = regions_of(lines_of(words), 50, 470);
    REQUIRE(regions.size() == 2);
    CHECK(regions[0].lines.size() == 8);
    CHECK(text_of(regions[0].lines[0]).find("right") == std::string::npos);
    CHECK(text_of(regions[1].lines[7]).find("left") == std::string::npos);
}

TEST_CASE("labels beside text are no column") {
    std::vector<PdfWord> words;
    for (int row = 0; row < 9; ++row) {
        if (row % 3 == 0) words.push_back(word(std::to_string(row / 3 + 1) + ".", 50, 700 - 12 * row));
        add_row(words, "texttt", 90, 700 - 12 * row, 10);
    }
    const auto regions = regions_of(lines_of(words), 50, 450);
    REQUIRE(regions.size() == 1);
    CHECK(regions[0].lines.size() == 9);
    CHECK(text_of(regions[0].lines[3]).starts_with("2. texttt"));
}

TEST_CASE("a frame around text is no table, a grid with two filled columns is") {
    PdfPage page;
    page.rules = {{50, 600, 450, 600}, {50, 720, 450, 720}, {50, 600, 50, 720}, {450, 600, 450, 720}};
    std::vector<PdfWord> words;
    for (int row = 0; row < 5; ++row) add_row(words, "texttt", 60, 700 - 12 * row, 8);
    auto pieces = lines_of(words);
    CHECK(take_grids(page, pieces).empty());
    page.rules.push_back({250, 600, 250, 720});
    page.rules.push_back({50, 660, 450, 660});
    pieces = lines_of(
        {word("a", 60, 700), word("b", 260, 700), word("c", 60, 640), word("d", 260, 640), word("out", 60, 500)});
    const auto grids = take_grids(page, pieces);
    REQUIRE(grids.size() == 1);
    REQUIRE(grids[0].rows.size() == 2);
    CHECK(grids[0].rows[0][1].words[0].text == "b");
    CHECK(pieces.size() == 2);  // what stands outside, and the table's place
}

TEST_CASE("text of the same place on every page is furniture, but not a heading that only looks alike") {
    std::vector<PdfPageText> pages;
    for (int number = 1; number <= 5; ++number) {
        PdfPageText page;
        page.page.number = number;
        page.page.width = 595;
        page.page.height = 842;
        page.pieces =
            lines_of({word("Harbour", 72, 810, 8), word("Council", 110, 810, 8), word(std::to_string(number), 300, 30),
                      word("Resolution", 72, 760), word(std::to_string(number * 3), 130, 760), word("text", 72, 400)});
        pages.push_back(std::move(page));
    }
    std::vector<LeftOut> left_out;
    take_furniture(pages, 10, left_out);
    for (const PdfPageText& page : pages) CHECK(page.pieces.size() == 2);
    CHECK(left_out.size() == 10);
}

}  // namespace rapporteur
