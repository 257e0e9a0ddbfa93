#include <doctest/doctest.h>

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

}  // namespace rapporteur
