#include <doctest/doctest.h>

#include <array>
#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {
namespace {

constexpr std::array beside{
    "The Council met in Lisbon and took note of the",    "report on the small harbours of the north. It",
    "thanked the members for their work and asked the",  "secretariat to send the tables of the berths to",
    "all ports before the winter. Several members said", "that the quays of the south had not been mended",
    "for years, and that the boats lay in the open bay", "when the wind came from the west in the autumn.",
};

constexpr std::array inside{"Facts of the project", "Place: Lisbon and the bay", "Budget: 30,000 a year",
                            "Partner: Ports Union"};

void add_inside(PdfMaker& maker, double x, double top) {
    double y = top;
    for (const char* line : inside) {
        maker.text(x, y, line, 10, y == top ? 2 : 1);
        y -= 17;
    }
}

void add_beside(PdfMaker& maker, double x, double top) {
    double y = top;
    for (const char* line : beside) {
        maker.text(x, y, line);
        y -= 12;
    }
}

/// What stands in the box is in one piece, heading first, and the text beside it too.
void check_apart(const Document& document) {
    INFO(outline(document));
    const std::size_t facts = document.text.find("Facts of the project");
    const std::size_t partner = document.text.find("Partner: Ports Union");
    const std::size_t council = document.text.find("The Council met");
    const std::size_t autumn = document.text.find("in the autumn.");
    REQUIRE(autumn != std::string::npos);
    REQUIRE(partner != std::string::npos);
    CHECK(facts < partner);
    CHECK(council < autumn);
    CHECK((partner < council || autumn < facts));
    CHECK(partner - facts < 120);
    CHECK(document.text.find("took note of the report on the small harbours") != std::string::npos);
}

}  // namespace

TEST_CASE("a coloured box beside text is read in one piece") {
    PdfMaker maker;
    maker.draw("0.8 0.9 1 rg 340 672 200 86 re f 0 g\n");
    add_inside(maker, 350, 741);
    add_beside(maker, 72, 745);
    check_apart(read(maker));
}

TEST_CASE("a ruled box beside text is read in one piece, on the left as on the right") {
    for (const bool left : {false, true}) {
        PdfMaker maker;
        const double x = left ? 60 : 340;
        maker.rule(x, 680, x + 200, 680).rule(x, 758, x + 200, 758);
        maker.rule(x, 680, x, 758).rule(x + 200, 680, x + 200, 758);
        add_inside(maker, x + 10, 741);
        add_beside(maker, left ? 300 : 72, 745);
        check_apart(read(maker));
    }
}

TEST_CASE("a ground painted paragraph by paragraph is one box") {
    PdfMaker maker;
    maker.draw("0.9 g 340 735 200 20 re f 340 718 200 17 re f 340 701 200 17 re f 340 680 200 21 re f 0 g\n");
    add_inside(maker, 350, 741);
    add_beside(maker, 72, 745);
    check_apart(read(maker));
}

TEST_CASE("boxes of two heights side by side are read one after the other") {
    PdfMaker maker;
    maker.text(72, 780, "Report on the harbours of the north and of the south, with what was asked of the ports");
    maker.draw("0.9 g 60 640 220 125 re f 0.8 g 300 655 250 110 re f 0 g\n");
    add_inside(maker, 70, 741);
    maker.text(70, 660, "Author: the secretariat");
    add_beside(maker, 310, 750);
    const Document document = read(maker);
    check_apart(document);
    CHECK(document.text.find("Author: the secretariat") < document.text.find("The Council met"));
}

TEST_CASE("a paragraph goes on behind the box that stands at the head of the next column") {
    PdfMaker maker;
    add_beside(maker, 60, 700);
    maker.text(60, 604, "The delegates from the south then asked for a")
        .text(60, 592, "second dredger for the old quay. Ferry masters'");
    maker.draw("0.2 0.6 0.9 rg 320 620 220 96 re f 0 g\n");
    add_inside(maker, 330, 696);
    maker.text(320, 592, "representatives agreed to pay for half of it.");
    maker.text(320, 568, "The Council thanked them and turned to the");
    maker.text(320, 556, "next report, on the ferries to the islands,");
    maker.text(320, 544, "which it took note of without a debate.");
    const Document document = read(maker);
    INFO(outline(document));
    CHECK(document.text.find("Ferry masters' representatives agreed to pay for half of it.") != std::string::npos);
    CHECK(document.text.find("Partner: Ports Union") != std::string::npos);
}

TEST_CASE("shaded cells of a table are no boxes") {
    PdfMaker maker;
    maker.draw("0.9 g 60 690 150 70 re f 0 g\n");
    double y = 745;
    for (const char* port : {"Lisbon harbour", "Accra harbour", "Seahaven quay", "Northport quay"}) {
        maker.text(70, y, port).text(260, y, "12").text(340, y, "mended");
        y -= 15;
    }
    const Document document = read(maker);
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.blocks[0].kind == BlockKind::table);
    CHECK(document.blocks[0].rows.size() == 4);
}

TEST_CASE("a line with its label in bold is no heading of what follows") {
    PdfMaker maker;
    maker.text(72, 740, "Asked for by:", 10, 2).text(142, 740, "the ports of the north and the council");
    maker.text(72, 715, beside[0]).text(72, 703, beside[1]).text(72, 691, beside[2]).text(72, 679, beside[3]);
    const Document document = read(maker);
    REQUIRE(document.blocks.size() >= 1);
    CHECK(document.blocks[0].kind == BlockKind::paragraph);
}

}  // namespace rapporteur
