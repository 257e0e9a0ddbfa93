#include <doctest/doctest.h>

#include <algorithm>
#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {
namespace {

constexpr const char* first =
    "The Council met in Lisbon and took note of the report on the small harbours of the north,";
constexpr const char* second = "which the secretariat had sent out in May. It thanked the members for their work.";
constexpr const char* joined =
    "The Council met in Lisbon and took note of the report on the small harbours of the north, which the secretariat "
    "had sent out in May. It thanked the members for their work.";

}  // namespace

TEST_CASE("pages that are turned read like others, and tell where the text stands") {
    for (const char* rotate : {"/Rotate 90", "/Rotate 180", "/Rotate 270"}) {
        PdfMaker maker;
        maker.entry(rotate).text(72, 740, first).text(72, 728, second);
        const Document document = read(maker);
        INFO(rotate);
        CHECK(document.text == joined);
        REQUIRE(document.blocks.size() == 1);
        REQUIRE(document.blocks[0].lines.size() == 2);
    }
}

TEST_CASE("long text that runs up the page is read after the rest, short text is left out") {
    PdfMaker maker;
    maker.text(72, 740, first).text(72, 728, second);
    maker.draw(
        "BT /F1 9 Tf 0 1 -1 0 560 100 Tm (A box at the edge tells of the quays that were mended in the year.) Tj ET\n");
    const Document document = read(maker);
    REQUIRE(document.blocks.size() == 2);
    CHECK(document.text_of(document.blocks[0]) == joined);
    CHECK(document.text_of(document.blocks[1]) == "A box at the edge tells of the quays that were mended in the year.");
    REQUIRE(document.blocks[1].lines.size() == 1);
    const Box& box = document.blocks[1].lines[0].box;
    CHECK(box.x1 - box.x0 < 12);
    CHECK(box.y1 - box.y0 > 200);
}

TEST_CASE("what stands below a running foot is furniture too, the head of a table at the top of a page is not") {
    PdfMaker maker;
    for (int page = 1; page <= 3; ++page) {
        if (page > 1) maker.page();
        maker.rule(72, 770, 400, 770).rule(72, 752, 400, 752).rule(72, 715, 400, 715);
        maker.text(72, 758, "Harbour").text(200, 758, "Quays").text(300, 758, "Cranes");
        const std::string tail = std::to_string(page);
        maker.text(72, 740, "Lisbon " + tail).text(200, 740, "1" + tail).text(300, 740, "4" + tail);
        maker.text(72, 728, "Accra " + tail).text(200, 728, "2" + tail).text(300, 728, "5" + tail);
        maker.text(72, 680, first).text(72, 668, second);
        maker.text(200, 50, "Ports Union, Seahaven", 8);
        if (page == 1) maker.text(200, 38, "11 Quay Road, third floor", 8);
    }
    const Document document = read(maker);
    CHECK(document.text.find("Quay Road") == std::string::npos);
    CHECK(document.text.find("Ports Union") == std::string::npos);
    const auto tables = std::count_if(document.blocks.begin(), document.blocks.end(), [](const Block& block) {
        return block.kind == BlockKind::table && block.rows.size() == 3 && block.rows[0].header;
    });
    CHECK(tables == 3);
}

TEST_CASE("paragraphs go on over pages where all have numbers, and over labels within their text") {
    PdfMaker maker;
    double y = 760;
    const auto lines = [&](std::initializer_list<const char*> texts) {
        for (const char* text : texts) {
            maker.text(72, y, text);
            y -= 12;
        }
        y -= 8;
    };
    for (const char* number : {"1", "2", "3", "4", "5", "6"}) {
        maker.text(72, y, std::string(number) + ".");
        maker.text(100, y, "The Council thanked the secretariat for its report on the quays of the northern");
        y -= 12;
        lines({"coast and asked it to report again on what had become of the timber that was bought for",
               "them in the year before, and on the state of the light at the mouth of the harbour."});
    }
    maker.text(72, y, "7.");
    maker.text(100, y, "The sum of 535 goes to: (a) the quays, which have to be mended in the summer; and");
    y -= 12;
    lines({"(b) the lights, ($4,600) of which go to the lamp at the head of the mole and to the buoys"});
    maker.text(72, y, "8.");
    maker.text(100, y, "The board met in Lisbon and heard the masters of the ferries on what they need in");
    y -= 12;
    lines({"the winter, which is a short season on this coast, as all agreed in the end of the meeting."});
    maker.page();
    y = 760;
    lines({"It then heard the pilots, who asked for a hut. The board took note of what they had said of", "it."});
    const Document document = read(maker);
    const std::string text = document.text;
    CHECK(text.find("in the summer; and (b) the lights, ($4,600) of which") != std::string::npos);
    CHECK(text.find("end of the meeting. It then heard the pilots") != std::string::npos);
    CHECK(document.warnings.empty());
}

TEST_CASE("values of form fields are text, on the line on which they were filled in") {
    PdfMaker maker;
    maker.text(72, 740, "Notice is given that the board of").text(250, 740, "________ will meet.");
    maker.field(222, 741, 290, 753, "Seahaven");
    maker.text(72, 700, "Date:");
    maker.field(102, 696, 300, 712, "6 June at 17.30");
    maker.text(72, 660, "Password:").field(130, 656, 300, 672, "hunter", "/Ff 8192");
    maker.text(72, 640, "Hidden:").field(130, 636, 300, 652, "unseen", "/F 2");
    const Document document = read(maker);
    INFO(document.text);
    CHECK(document.text.find("Date: 6 June at 17.30") != std::string::npos);
    CHECK(document.text.find("the board of Seahaven") != std::string::npos);
    CHECK(document.text.find("hunter") == std::string::npos);
    CHECK(document.text.find("unseen") == std::string::npos);
    CHECK(document.text.find("___") == std::string::npos);
}

TEST_CASE("links cover the words that they lie over, and lead out only") {
    PdfMaker maker;
    maker.text(72, 740, "See the report (A/80/596, para. 4) and the site of the harbour.");
    maker.link(142, 736, 182, 752, "https://example.org/A/80/596").link(235, 736, 290, 752, "javascript:alert(1)");
    const Document document = read(maker);
    REQUIRE(document.blocks.size() == 1);
    CHECK(document.text == "See the report (A/80/596, para. 4) and the site of the harbour.");
    REQUIRE(document.blocks[0].runs.size() == 1);
    CHECK(document.slice(document.blocks[0].runs[0].range) == "A/80/596");
    CHECK(document.blocks[0].runs[0].link == "https://example.org/A/80/596");
}

TEST_CASE("a page whose drawing breaks off is told, the others are read") {
    PdfMaker maker;
    maker.text(72, 740, "The first page is whole.");
    maker.page();
    maker.text(72, 740, "The last page is whole too.");
    std::string bytes = maker.bytes();
    const std::size_t page = bytes.find("/Contents");
    REQUIRE(page != std::string::npos);
    const std::string broken =
        maker.object("<< /Length 20 /Filter /FlateDecode >>\nstream\nthis is no deflate..\nendstream");
    bytes = maker.bytes();
    const std::size_t at = bytes.find("/Contents ") + 10;
    bytes.replace(at, broken.size(), broken);
    const auto document = read_document({"broken.pdf", bytes});
    REQUIRE(document.ok());
    CHECK(document->text == "The last page is whole too.");
    REQUIRE(document->warnings.size() == 1);
    CHECK(document->warnings[0].code == Code::page_damaged);
    CHECK(document->warnings[0].place.page == 1);
}

TEST_CASE("a heading that opens some pages far apart is no running head") {
    PdfMaker maker;
    for (int page = 1; page <= 21; ++page) {
        if (page > 1) maker.page();
        maker.text(72, 800, "Report on harbours");
        if (page % 8 == 2) maker.text(72, 765, "Works of the coming year", 12, 2);
        maker.text(72, 740, first).text(72, 728, second);
    }
    const Document document = read(maker);
    std::size_t headings = 0;
    for (const Block& block : document.blocks)
        headings += document.text_of(block) == "Works of the coming year" ? 1 : 0;
    CHECK(headings == 3);
    CHECK(left_out(document, "running head").find("Works") == std::string::npos);
}

}  // namespace rapporteur
