#include <doctest/doctest.h>

#include <array>
#include <cmath>
#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {
namespace {

/// A line of text at an angle: the cosine and sine of it.
void turned(PdfMaker& maker, double cosine, double sine, int x, int y, const std::string& text, int size = 9) {
    const auto share = [](double value) {
        const long parts = std::lround(std::abs(value) * 10000);
        const std::string digits = std::to_string(10000 + parts);
        return std::string(value < 0 ? "-" : "") + static_cast<char>(digits[0] - 1) + "." + digits.substr(1);
    };
    maker.draw("BT /F1 " + std::to_string(size) + " Tf " + share(cosine) + " " + share(sine) + " " + share(-sine) +
               " " + share(cosine) + " " + std::to_string(x) + " " + std::to_string(y) + " Tm (" + text + ") Tj ET\n");
}

void bottom_up(PdfMaker& maker, int x, int y, const std::string& text) { turned(maker, 0, 1, x, y, text); }
void top_down(PdfMaker& maker, int x, int y, const std::string& text) { turned(maker, 0, -1, x, y, text); }

/// Names of harbours and their ticks below a head that is 90 points high.
void add_rows(PdfMaker& maker) {
    constexpr std::array<const char*, 3> names{"North quay", "South quay", "Ferry pier"};
    for (int row = 0; row < 3; ++row) {
        const int y = 586 - 20 * row;
        maker.text(80, y, names[static_cast<std::size_t>(row)]);
        for (int column = 0; column < 3; ++column) maker.text(208 + 40 * column, y, std::to_string(10 * row + column));
    }
}

void add_grid(PdfMaker& maker) {
    for (const int y : {700, 600, 580, 560, 540}) maker.rule(72, y, 320, y);
    for (const int x : {72, 200, 240, 280, 320}) maker.rule(x, 540, x, 700);
}

constexpr const char* rows =
    "North quay | 0 | 1 | 2\n"
    "South quay | 10 | 11 | 12\n"
    "Ferry pier | 20 | 21 | 22\n";

}  // namespace

TEST_CASE("heads that read upwards or downwards stand in the cells of their columns") {
    for (const bool up : {true, false}) {
        PdfMaker maker;
        maker.text(72, 740, "Table 1 shows which berths were dredged, surveyed and let in the year under review.");
        add_grid(maker);
        maker.text(80, 650, "Berth");
        const auto head = [&](int x, const std::string& text) {
            up ? bottom_up(maker, x, 606, text) : top_down(maker, x - 6, 694, text);
        };
        head(224, "Dredged");
        head(259, "Surveyed by");
        if (up)
            bottom_up(maker, 270, 606, "the pilots");
        else
            top_down(maker, 244, 694, "the pilots");
        head(304, "Let");
        add_rows(maker);
        CHECK(outline(read(maker)) ==
              "paragraph |Table 1 shows which berths were dredged, surveyed and let in the year under review.\n"
              "table |Berth | Dredged | Surveyed by the pilots | Let\n" +
                  std::string(rows));
    }
}

TEST_CASE("heads that read upwards above columns without rules are the table's first row") {
    PdfMaker maker;
    maker.text(72, 740, "Table 1 shows which berths were dredged, surveyed and let in the year under review.");
    bottom_up(maker, 216, 606, "Dredged");
    bottom_up(maker, 256, 606, "Surveyed");
    bottom_up(maker, 296, 606, "Let");
    maker.text(80, 606, "Berth");
    add_rows(maker);
    CHECK(outline(read(maker)) ==
          "paragraph |Table 1 shows which berths were dredged, surveyed and let in the year under review.\n"
          "table |Berth | Dredged | Surveyed | Let\n" +
              std::string(rows));
}

TEST_CASE("heads that lean over the next column belong to the one at their foot") {
    PdfMaker maker;
    maker.text(72, 740, "Table 1 shows which berths were dredged, surveyed and let in the year under review.");
    turned(maker, 0.7071, 0.7071, 212, 606, "Dredged in May");
    turned(maker, 0.7071, 0.7071, 252, 606, "Surveyed");
    turned(maker, 0.7071, 0.7071, 292, 606, "Let to others");
    maker.text(80, 606, "Berth");
    add_rows(maker);
    CHECK(outline(read(maker)) ==
          "paragraph |Table 1 shows which berths were dredged, surveyed and let in the year under review.\n"
          "table |Berth | Dredged in May | Surveyed | Let to others\n" +
              std::string(rows));
}

TEST_CASE("a table that lies on its side is read in its own frame, where it stands on the page") {
    PdfMaker maker;
    maker.text(72, 780, "The board looked at the accounts of the two quays for the year before last.");
    maker.text(72, 766, "They are printed below on their side.");
    constexpr std::array<const char*, 4> first{"Berth", "North quay", "South quay", "Ferry pier"};
    constexpr std::array<const char*, 4> second{"Income", "1 200", "900", "70"};
    constexpr std::array<const char*, 4> third{"Expense", "800", "950", "60"};
    for (std::size_t row = 0; row < 4; ++row) {
        const int x = 200 + 16 * static_cast<int>(row);
        bottom_up(maker, x, 400, first[row]);
        bottom_up(maker, x, 500, second[row]);
        bottom_up(maker, x, 600, third[row]);
    }
    maker.text(72, 340, "The board approved them and thanked the treasurer for the work of many years.");
    maker.text(72, 326, "It asked for the next accounts in the spring.");
    CHECK(outline(read(maker)) ==
          "paragraph |The board looked at the accounts of the two quays for the year before last. They are printed "
          "below on their side.\n"
          "table |Berth | Income | Expense\nNorth quay | 1 200 | 800\nSouth quay | 900 | 950\nFerry pier | 70 | 60\n"
          "paragraph |The board approved them and thanked the treasurer for the work of many years. It asked for the "
          "next accounts in the spring.\n");
}

TEST_CASE("a stamp at the margin is no text, though it stands in columns") {
    PdfMaker maker;
    for (int line = 0; line < 20; ++line)
        maker.text(90, 740 - 12 * line, "The board met on the old quay and heard the report of the pilots on it.");
    for (int row = 0; row < 4; ++row) {
        bottom_up(maker, 20 + 10 * row, 300, "Signed by the chair");
        bottom_up(maker, 20 + 10 * row, 520, "and by the clerk");
    }
    const Document document = read(maker);
    CHECK(document.text.find("Signed") == std::string::npos);
    CHECK(left_out(document, "sideways text").starts_with("Signed by the chair"));
}

TEST_CASE("words across a page are a watermark where they are large, faint, or the same on other pages") {
    const std::string text = "The report of the harbour board.";
    {
        PdfMaker maker;
        maker.text(72, 740, text);
        turned(maker, 0.7071, 0.7071, 150, 250, "DRAFT", 60);
        const Document document = read(maker);
        CHECK(document.text == text);
        CHECK(left_out(document, "watermark") == "DRAFT");
    }
    {
        PdfMaker maker;
        maker.text(72, 740, text).draw("0.8 g\n");
        turned(maker, 0.866, 0.5, 150, 250, "not for circulation", 14);
        const Document document = read(maker);
        CHECK(document.text == text);
        CHECK(left_out(document, "watermark") == "not for circulation");
    }
    {
        PdfMaker maker;
        maker.text(72, 740, text);
        turned(maker, 0.866, 0.5, 150, 250, "Not for circulation", 14);
        maker.page();
        maker.text(72, 740, "Its second page.");
        turned(maker, 0.866, 0.5, 150, 250, "Not for circulation", 14);
        const Document document = read(maker);
        CHECK(document.text == text + "\n\nIts second page.");
        CHECK(left_out(document, "watermark") == "Not for circulation; Not for circulation");
    }
    {
        PdfMaker maker;  // a level one lies over the text
        maker.draw("0.85 g\n").text(60, 700, "DRAFT", 90, 2).draw("0 g\n");
        for (int line = 0; line < 6; ++line)
            maker.text(72, 760 - 12 * line, "The board met on the old quay and heard the report of the pilots.");
        const Document document = read(maker);
        CHECK(document.text.find("DRAFT") == std::string::npos);
        CHECK(left_out(document, "watermark") == "DRAFT");
    }
}

TEST_CASE("other text at an angle is kept, in a block of its own") {
    PdfMaker maker;
    maker.text(72, 740, "The report of the harbour board on the dredging of the old quay.");
    turned(maker, 0.9659, 0.2588, 150, 500, "Received by the secretary", 11);
    turned(maker, 0.9659, 0.2588, 153, 488, "on the first of May", 11);
    CHECK(outline(read(maker)) ==
          "paragraph |The report of the harbour board on the dredging of the old quay.\n"
          "paragraph |Received by the secretary on the first of May\n");
}

TEST_CASE("letters along a curve are left out") {
    PdfMaker maker;
    maker.text(72, 740, "The report of the harbour board.");
    const std::string word = "HARBOUR";
    for (int i = 0; i < 7; ++i) {
        const std::array<double, 7> cosines{0.94, 0.9, 0.86, 0.8, 0.76, 0.72, 0.98};
        const std::array<double, 7> sines{0.34, 0.436, 0.51, 0.6, 0.65, 0.694, 0.199};
        const auto at = static_cast<std::size_t>(i);
        turned(maker, cosines[at], sines[at], 300 + 9 * i, 500 + 4 * i, word.substr(at, 1));
    }
    const Document document = read(maker);
    CHECK(document.text == "The report of the harbour board.");
    CHECK(!left_out(document, "along a curve").empty());
}

}  // namespace rapporteur
