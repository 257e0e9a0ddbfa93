#pragma once

#include <string>
#include <vector>

#include "model/document.h"
#include "readers/pdf/pdf_turn.h"

namespace rapporteur {

/// A glyph as a page shows it: points, y up, in the frame in which most of the page's text runs left to right.
struct PdfGlyph {
    std::string text;  // UTF-8; empty or a space where it only parts words
    double x0 = 0, x1 = 0;
    double baseline = 0;
    double size = 0;  // of the font
    int link = -1;    // which of the page's links it belongs to
    bool bold = false;
    bool italic = false;
    bool artifact = false;  // the file itself tags it as page furniture
};

/// A thin straight line; horizontal where y0 == y1, vertical where x0 == x1.
struct PdfRule {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// An upright rectangle.
struct PdfArea {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// A link's area and where it leads.
struct PdfLink {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    std::string target;
};

/// One page as it is drawn, without any idea of words or lines.
struct PdfPage {
    int number = 0;                // 1-based
    double width = 0, height = 0;  // of the frame
    PageTurn turn;                 // of the frame on the page
    std::vector<PdfGlyph> glyphs;  // in the order in which they are drawn
    std::vector<PdfRule> rules;
    std::vector<PdfArea> grounds;  // what is painted in a colour, pictures apart
    std::vector<PdfLink> links;
    std::vector<PdfPage> sideways;  // what runs in other directions than most, each in a frame of its own
    std::vector<LeftOut> left_out;  // what is drawn and not seen
    bool has_pictures = false;
    bool has_drawings = false;   // something else is painted
    double picture_share = 0;    // of the page, that its largest picture covers
    double scan_resolution = 0;  // points an inch of the finest picture that covers most of the page; 0: none does
    bool damaged = false;        // could not be interpreted
    std::string recognised;      // by which models its text was recognised in its picture, and how surely
    std::string unread;          // why recognition gave nothing
};

/// Turns a box of the page's frame back to the page as it is shown.
Box to_page(const PdfPage& page, double x0, double y0, double x1, double y1);

/// Turns an area of the page as it is shown to one around it in the frame.
PdfArea to_frame(const PageTurn& turn, const PdfArea& area);

}  // namespace rapporteur
