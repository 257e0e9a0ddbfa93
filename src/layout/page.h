#pragma once

#include <cstdint>
#include <string>
#include <variant>
#include <vector>

#include "layout/picture.h"
#include "support/notes_tag.h"

namespace rapporteur {

/// Points; origin at the top left of the page, y downwards.
struct PageRect {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

struct Colour {
    std::uint8_t r = 0, g = 0, b = 0;
    bool operator==(const Colour&) const = default;
};

/// A shaped glyph in visual order; advances and offsets in points. `cluster` is the byte of the item's text it begins
/// at.
struct Glyph {
    std::uint32_t id = 0;
    double advance = 0, dx = 0, dy = 0;
    std::uint32_t cluster = 0;
};

/// Text on one line in one face, size and colour. `face` indexes Pages::faces.
struct TextItem {
    int face = 0;
    double size = 0;
    Colour colour;
    double x = 0, baseline = 0, width = 0;
    bool right_to_left = false;
    std::string text;
    std::vector<Glyph> glyphs;
    int element = -1;  // index of Pages::elements; -1: furniture (an artifact)
};

/// A filled or stroked path of straight lines, or of Bézier curves: then each point after the first is one of three,
/// two that guide the curve and one where it ends.
struct PathItem {
    struct Point {
        double x = 0, y = 0;
    };
    std::vector<Point> points;
    bool closed = false;
    bool filled = false, stroked = false;
    Colour fill, stroke;
    double width = 0;
    double dash_on = 0, dash_off = 0;  // 0: solid
    int element = -1;
    bool curved = false;
};

/// A place that leads somewhere: "#anchor" inside the pack, or a URL.
struct LinkItem {
    PageRect area;
    std::string target;
    std::string alt;
    int element = -1;
};

/// A place that links can name.
struct AnchorItem {
    std::string name;
    double x = 0, y = 0;
};

/// A field to write in: a half of a box of the pack, or what of it stands on this page.
struct FieldItem {
    PageRect area;
    std::string name, label;
    std::string value;            // what stands in it, a paragraph a line
    std::vector<TextItem> shown;  // the same as it looks
    int box = 0;                  // 0-based, in the order of the pack's boxes
    NotesPart part = NotesPart::notes;
};

/// A page of another PDF that fills `area`; the writer gets the sources themselves.
struct SheetItem {
    PageRect area;
    int source = 0, sheet = 0;  // 0-based
    std::string text;           // its words, where it has any
    int element = -1;
};

/// A picture that fills `area`.
struct PictureItem {
    PageRect area;
    int picture = 0;  // index of Pages::pictures
    int element = -1;
};

using PageItem = std::variant<TextItem, PathItem, LinkItem, AnchorItem, FieldItem, SheetItem, PictureItem>;

/// One finished page: positioned items and nothing else; never changed after layout.
struct Page {
    double width = 0, height = 0;  // points
    std::string label;             // printed page number
    std::vector<PageItem> items;
};

struct OutlineEntry {
    int level = 1;
    std::string title;
    int page = 0;  // index of Pages::pages
    double y = 0;
};

/// A node of the structure tree (PDF structure types: "H1", "P", "Table", "TR", "TD", "L", "LI", "Figure", "BlockQuote"
/// …).
struct Element {
    std::string role;
    int parent = -1;  // index; -1: the document
    std::string language, alt;
    int columns = 1;    // table cells
    std::string scope;  // "Column" or "Row" for TH
};

/// A figure by itself: what the DOCX writer shows as a picture. Positions are from the picture's top left corner.
struct FigurePicture {
    double width = 0, height = 0;
    std::vector<PageItem> items;
    std::string alt;
};

/// A font file used by the pages.
struct FaceRef {
    std::string path;
    int index = 0;  // inside a collection
};

/// From which printed page to which a heading governs, by its anchor.
struct HeadingPages {
    std::string anchor, first, last;
};

/// A laid-out pack: what the PDF writer draws and what `inspect --pages` prints.
struct Pages {
    std::string title, language, author, subject, date_iso;
    std::vector<FaceRef> faces;
    std::vector<Page> pages;
    std::vector<OutlineEntry> outline;
    std::vector<Element> elements;
    std::vector<SharedPicture> pictures;
    std::vector<std::vector<FigurePicture>>
        figures;                              // in the order of the pack's figures; tall ones in several pictures
    std::vector<HeadingPages> heading_pages;  // in the order of the headings
};

}  // namespace rapporteur
