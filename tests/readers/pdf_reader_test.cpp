#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "readers/document_check.h"
#include "readers/pdf_maker.h"
#include "readers/pdf_reading.h"
#include "readers/reader.h"

namespace rapporteur {
namespace {

/// Lines of running text below one another, `leading` apart.
void paragraph(PdfMaker& maker, double x, double& y, std::initializer_list<const char*> lines, double leading = 12) {
    for (const char* line : lines) {
        maker.text(x, y, line);
        y -= leading;
    }
}

}  // namespace

TEST_CASE("lines become paragraphs, words that line ends cut are made whole, pages are healed over") {
    PdfMaker maker;
    double y = 700;
    maker.text(72, 740, "Report on small harbours", 18, 2);
    paragraph(maker, 72, y,
              {"1.     The Council met in Lisbon and took note of the report on the state of small harb-",
               "ours, which had been sent out in May. It thanked the secretariat for its work on small",
               "harbours and for all the help that it had given to the members of the group."});
    y -= 8;
    paragraph(maker, 72, y,
              {"2.     The Council asked the Ports Union to repair the quays before the winter, so that the"});
    maker.text(290, 40, "1", 9);
    maker.page();
    y = 740;
    paragraph(maker, 72, y, {"boats could stay. The members agreed to this in the end."});
    y -= 8;
    paragraph(maker, 72, y, {"(a)     The first item is a short one;", "(b)     The second item is one too."});
    maker.text(290, 40, "2", 9);
    const Document document = read(maker);
    CHECK(outline(document) ==
          "heading |Report on small harbours\n"
          "paragraph 1.|The Council met in Lisbon and took note of the report on the state of small harbours, which "
          "had been sent "
          "out in May. It thanked the secretariat for its work on small harbours and for all the help that it had "
          "given to the "
          "members of the group.\n"
          "paragraph 2.|The Council asked the Ports Union to repair the quays before the winter, so that the boats "
          "could stay. The "
          "members agreed to this in the end.\n"
          "list_item (a)|The first item is a short one;\n"
          "list_item (b)|The second item is one too.\n");
    CHECK(document.pages == 2);
    CHECK(document.blocks[0].title);
    REQUIRE(document.blocks[2].page_breaks.size() == 1);
    CHECK(document.slice({document.blocks[2].page_breaks[0], document.blocks[2].page_breaks[0] + 5}) == "boats");
    CHECK(page_at(document.blocks[2], document.blocks[2].range.end - 1) == 2);
    CHECK(document.left_out.size() == 2);
    REQUIRE(document.blocks[1].lines.size() == 3);
    CHECK(document.blocks[1].lines[0].box.page == 1);
    CHECK(document.blocks[1].lines[0].box.y1 > 700);
    CHECK(document.blocks[1].lines[0].box.y0 < 700);
    CHECK(document.slice(document.blocks[1].lines[1].range).starts_with(", which") == false);
}

TEST_CASE("two columns are read one after the other, a title across them first") {
    PdfMaker maker;
    maker.text(72, 780, "A brief on quays that runs across both of the columns below it", 14, 2);
    double left = 740;
    double right = 740;
    paragraph(
        maker, 72, left,
        {"The left column speaks of timber quays and", "of what they need in order to be kept in",
         "use by those who live from the sea in the", "small harbours of the northern coast, all", "the year round."});
    paragraph(maker, 320, right,
              {"The right column speaks of quays of stone", "and of what they cost over a century when",
               "storms come in every winter as they have", "done of late, according to the harbour", "masters."});
    const Document document = read(maker);
    CHECK(outline(document) ==
          "heading |A brief on quays that runs across both of the columns below it\n"
          "paragraph |The left column speaks of timber quays and of what they need in order to be kept in use by those "
          "who live "
          "from the sea in the small harbours of the northern coast, all the year round.\n"
          "paragraph |The right column speaks of quays of stone and of what they cost over a century when storms come "
          "in every "
          "winter as they have done of late, according to the harbour masters.\n");
}

TEST_CASE("a heading in a gap of both columns is read before what stands below it in either") {
    PdfMaker maker;
    double y = 740;
    const auto rows = [&](const char* left, const char* right) {
        for (int i = 1; i <= 5; ++i, y -= 12) {
            maker.text(72, y, std::string(left) + " of the northern ports, part " + std::to_string(i));
            maker.text(320, y, std::string(right) + " of the southern ports, part " + std::to_string(i));
        }
    };
    rows("First reading", "Second reading");
    y -= 12;
    maker.text(72, y, "Decisions of the Assembly", 10, 3);
    y -= 24;
    rows("Third reading", "Fourth reading");
    y -= 12;
    maker.text(72, y, "Programme of the second year", 10, 2);
    const std::string text = read(maker).text;
    INFO(text);
    const std::vector<std::string> order{"First reading", "Second reading", "Decisions of",
                                         "Third reading", "Fourth reading", "Programme of"};
    for (std::size_t i = 1; i < order.size(); ++i) CHECK(text.rfind(order[i - 1]) < text.find(order[i]));
}

TEST_CASE("strong lines set tight in a long list are no headings, two above text are") {
    PdfMaker maker;
    maker.text(72, 760, "MEMBERS PRESENT:", 10, 2);
    double y = 748;
    for (const char* name : {"MS. ADA QUAY", "MR. IVO MOLE", "MS. UNA PIER", "MR. OTTO BUOY", "MS. EVA DOCK"}) {
        maker.text(100, y, name, 10, 2);
        y -= 12;
    }
    maker.text(72, y - 12, "OPENING OF THE MEETING", 10, 2);
    maker.text(72, y - 36, "The chair opened the meeting and thanked the members for coming in spite of the weather.");
    maker.text(72, y - 48, "She then read the list of members and found that the board was able to decide on");
    maker.text(72, y - 60, "the quays of the north, which had been left to this meeting by the one before it.");
    maker.text(72, y - 72, "Nobody asked for the floor on this point, and the board went on to the next.");
    const Document document = read(maker);
    std::vector<std::string> headings;
    for (const Block& block : document.blocks)
        if (block.kind == BlockKind::heading) headings.emplace_back(document.text_of(block));
    INFO(outline(document));
    CHECK(headings == std::vector<std::string>{"MEMBERS PRESENT:", "OPENING OF THE MEETING"});
}

TEST_CASE("footnotes stand apart, their marks are left out, exponents stay") {
    PdfMaker maker;
    maker.draw(
        "BT /F1 10 Tf 72 740 Td (The Union reclaimed 40 m) Tj 4 Ts /F1 6 Tf (2) Tj 0 Ts /F1 10 Tf "
        "( of land from the sea, as agreed in the plan) Tj 4 Ts /F1 6 Tf (1) Tj 0 Ts /F1 10 Tf ( of the Council and) "
        "Tj ET\n");
    maker.text(72, 728, "then went on to build a quay there for the use of all those who had asked for one there.");
    maker.rule(72, 130, 180, 130);
    maker.text(72, 122, "1", 5).text(80, 118, "Adopted in 1998 and renewed since.", 8);
    const Document document = read(maker);
    INFO(outline(document));
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.blocks[1].kind == BlockKind::note);
    CHECK(document.blocks[1].number == "1");
    CHECK(document.text_of(document.blocks[1]) == "Adopted in 1998 and renewed since.");
    const std::string text(document.text_of(document.blocks[0]));
    CHECK(text ==
          "The Union reclaimed 40 m2 of land from the sea, as agreed in the plan of the Council and then went on to "
          "build a quay "
          "there for the use of all those who had asked for one there.");
}

TEST_CASE("tables are read with and without rules") {
    PdfMaker ruled;
    for (const double y : {700.0, 680.0, 660.0, 640.0}) ruled.rule(72, y, 372, y);
    for (const double x : {72.0, 222.0, 372.0}) ruled.rule(x, 640, x, 700);
    ruled.text(80, 686, "Harbour", 10, 2).text(230, 686, "Quays", 10, 2);
    ruled.text(80, 666, "Lisbon").text(230, 666, "12");
    ruled.text(80, 646, "Accra").text(230, 646, "7");
    const Document first = read(ruled);
    REQUIRE(first.blocks.size() == 1);
    CHECK(first.text == "Harbour | Quays\nLisbon | 12\nAccra | 7");
    CHECK(first.blocks[0].rows[0].header);
    CHECK_FALSE(first.blocks[0].rows[1].header);

    PdfMaker open;
    double y = 700;
    for (const auto& [name, quays] :
         {std::pair{"Lisbon harbour", "12"}, {"Accra harbour", "7"}, {"Hamburg harbour", "31"}}) {
        open.text(72, y, name).text(300, y, quays);
        y -= 14;
    }
    CHECK(read(open).text == "Lisbon harbour | 12\nAccra harbour | 7\nHamburg harbour | 31");
}

TEST_CASE("contents are a table, agendas numbered lists") {
    PdfMaker maker;
    maker.text(72, 760, "Contents", 12, 2);
    maker.text(72, 740, "Introduction ........................................ 3");
    maker.text(72, 726, "Quays ............................................... 5");
    maker.text(72, 680, "1").text(100, 680, "Opening").text(72, 666, "2").text(100, 666, "Adoption of the agenda");
    maker.text(72, 652, "2.1").text(100, 652, "Order of business");
    CHECK(outline(read(maker)) ==
          "heading |Contents\n"
          "table |Introduction | 3\nQuays | 5\n"
          "list_item 1|Opening\nlist_item 2|Adoption of the agenda\nlist_item 2.1|Order of business\n");
}

TEST_CASE("letters drawn twice count once, letters set apart are words, sideways text is left out") {
    PdfMaker maker;
    maker.text(72, 740, "Bold by two prints").text(72.2, 740, "Bold by two prints");
    maker.draw("BT /F1 12 Tf 6 Tc 72 700 Td (NOTICE OF A MEETING) Tj 0 Tc ET\n");
    maker.draw("BT /F1 8 Tf 0 1 -1 0 30 300 Tm (printed sideways) Tj ET\n");
    const Document document = read(maker);
    CHECK(document.text.find("Bold by two prints") == 0);
    CHECK(document.text.find("NOTICE") != std::string::npos);
    REQUIRE(document.left_out.size() == 1);
    CHECK(document.left_out[0].text == "printed sideways");
}

TEST_CASE("pages without text and torn files are told") {
    PdfMaker maker;
    maker.text(72, 740, "One page of text.");
    maker.page();
    const Document document = read(maker);
    REQUIRE(document.warnings.size() == 1);
    CHECK(document.warnings[0].code == Code::page_without_text);
    CHECK(document.warnings[0].place.page == 2);
    const std::string whole = maker.bytes();
    for (std::size_t cut = 9; cut < whole.size(); cut += 61) {
        const std::string torn = whole.substr(0, cut);
        const auto read_torn = read_document({"torn.pdf", torn});
        if (read_torn) CHECK(faults_of(*read_torn).empty());
    }
    const auto nothing = read_document({"nothing.pdf", "%PDF-1.4\n%%EOF"});
    REQUIRE_FALSE(nothing.ok());
    CHECK(nothing.error().code == Code::document_damaged);
}

TEST_CASE("a paragraph whose last line left no room for the next word goes on over the page") {
    PdfMaker maker;
    maker.text(72, 140, "The board heard the report of the pilots on the two quays and asked its clerk to");
    maker.text(72, 128, "write to the owners of the ferry pier about the lamps that the old");
    maker.page();
    maker.text(72, 740, "Harbourmasters-General had bought, as the clerk told the board then.");
    maker.text(72, 728, "They were to meet in the spring.");
    CHECK(outline(read(maker)) ==
          "paragraph |The board heard the report of the pilots on the two quays and asked its clerk to write to the "
          "owners of the ferry pier about the lamps that the old Harbourmasters-General had bought, "
          "as "
          "the clerk told the board then. They were to meet in the spring.\n");
}

TEST_CASE("a heading in capitals goes on with a number where its line was full") {
    PdfMaker maker;
    maker.text(72, 740, "ITEM III. REQUEST FOR AN OPINION ON THE APPEAL AGAINST THE TENDER", 12, 2);
    maker.text(72, 726, "18/2025, MADE BY THE OWNERS OF THE FERRY PIER IN THE OLD HARBOUR.", 12, 2);
    maker.text(72, 700, "The board met on the old quay and heard the report of the pilots.");
    const Document document = read(maker);
    CHECK(document.text.find("AGAINST THE TENDER 18/2025, MADE BY") != std::string::npos);
}

}  // namespace rapporteur
