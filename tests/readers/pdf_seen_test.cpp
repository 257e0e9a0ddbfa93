#include <doctest/doctest.h>

#include <string>

#include "readers/pdf_reading.h"

namespace rapporteur {

TEST_CASE("what a box covers is not quoted, what stands on a box is") {
    PdfMaker maker;
    maker.text(72, 740, "The budget of the harbour is open to all.");
    maker.text(72, 700, "The secret budget is much larger.");
    maker.draw("1 g 60 690 400 30 re f 0 g\n");
    maker.draw("0.8 g 60 640 400 30 re f 0 g\n").text(72, 650, "This line stands on a grey box.");
    const Document document = read(maker);
    CHECK(document.text == "The budget of the harbour is open to all.\n\nThis line stands on a grey box.");
    CHECK(left_out(document, "covered") == "The secret budget is much larger.");
}

TEST_CASE("a highlight that lets the text shine through, or a frame, covers nothing") {
    PdfMaker maker;
    maker.resource("/ExtGState << /G1 << /ca 0.4 >> /G2 << /BM /Multiply >> >>");
    maker.text(72, 740, "One line below a pale highlight.");
    maker.draw("q /G1 gs 1 1 0 rg 60 730 400 30 re f Q\n");
    maker.text(72, 700, "Another line below a multiplied highlight.");
    maker.draw("q /G2 gs 1 1 0 rg 60 690 400 30 re f Q\n");
    maker.text(72, 660, "A third line in a frame of two boxes.");
    maker.draw("60 650 400 30 re 62 652 396 26 re f*\n");
    const Document document = read(maker);
    CHECK(
        document.text ==
        "One line below a pale highlight.\n\nAnother line below a multiplied highlight.\n\nA third line in a frame of "
        "two boxes.");
    CHECK(document.left_out.empty());
}

TEST_CASE("text that is clipped, off the page, tiny or white on white is left out with the reason") {
    PdfMaker maker;
    maker.text(72, 740, "The part of the page that people see.");
    maker.draw("q 72 600 100 20 re W n\n").text(72, 605, "Seen.").text(72, 560, "Clipped words.").draw("Q\n");
    maker.text(900, 400, "Beyond the edge.").text(72, -60, "Below the foot.");
    maker.text(72, 500, "Dust.", 0.3);
    maker.draw("1 g\n").text(72, 450, "White words.").draw("0 g\n");
    maker.draw("0 0 0.5 rg 60 390 300 30 re f 1 g\n").text(72, 400, "White words on blue.").draw("0 g\n");
    const Document document = read(maker);
    CHECK(document.text == "The part of the page that people see.\n\nSeen.\n\nWhite words on blue.");
    CHECK(left_out(document, "clipped away") == "Clipped words.");
    CHECK(left_out(document, "off the page") == "Beyond the edge. Below the foot.");
    CHECK(left_out(document, "too small to see") == "Dust.");
    CHECK(left_out(document, "white on white") == "White words.");
}

TEST_CASE("text without ink is kept over the picture that it was recognised in, and only there") {
    PdfMaker scan;
    scan.picture(0, 0, 595, 842);
    scan.draw("3 Tr\n").text(72, 740, "Recognised in the scan of the page.").draw("0 Tr\n");
    CHECK(read(scan).text == "Recognised in the scan of the page.");

    PdfMaker planted;
    planted.picture(400, 100, 50, 50);
    planted.text(72, 740, "What everybody sees.");
    planted.draw("3 Tr\n").text(72, 700, "Planted words.").draw("0 Tr\n");
    const Document document = read(planted);
    CHECK(document.text == "What everybody sees.");
    CHECK(left_out(document, "invisible") == "Planted words.");
}

TEST_CASE("layers that are switched off are left out, the others read") {
    PdfMaker maker;
    const std::string shown = maker.object("<< /Type /OCG /Name (Shown) >>");
    const std::string hidden = maker.object("<< /Type /OCG /Name (Hidden) >>");
    maker.resource("/Properties << /L1 " + shown + " /L2 " + hidden + " >>");
    maker.catalogue("/OCProperties << /OCGs [" + shown + " " + hidden + "] /D << /OFF [" + hidden + "] >> >>");
    maker.text(72, 740, "A plan of the quay.");
    maker.draw("/OC /L1 BDC\n").text(72, 700, "The layer on top.").draw("EMC\n");
    maker.draw("/OC /L2 BDC\n").text(72, 660, "The layer of the rejected draft.").draw("EMC\n");
    const Document document = read(maker);
    CHECK(document.text == "A plan of the quay.\n\nThe layer on top.");
    CHECK(left_out(document, "hidden layer") == "The layer of the rejected draft.");
}

}  // namespace rapporteur
