#include "writers/pdf/pdf_content.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "writers/pdf/pdf_picture.h"
#include "writers/pdf/pdf_syntax.h"
#include "writers/pdf/pdf_text.h"

namespace rapporteur {
namespace {

// Draws the items of one page in order and keeps what the graphics state already holds, so that nothing is said twice.
class ContentWriter {
public:
    ContentWriter(const Page& page, int index, const std::vector<bool>& spaces, std::vector<PdfFont>& fonts,
                  PdfStructure& structure)
        : page_(page), index_(index), spaces_(spaces), fonts_(fonts), structure_(structure) {}

    std::string write() {
        for (std::size_t i = 0; i < page_.items.size(); ++i) {
            if (const auto* text = std::get_if<TextItem>(&page_.items[i])) add_text(*text, spaces_[i]);
            if (const auto* path = std::get_if<PathItem>(&page_.items[i])) add_path(*path);
            if (const auto* sheet = std::get_if<SheetItem>(&page_.items[i])) add_sheet(*sheet);
            if (const auto* picture = std::get_if<PictureItem>(&page_.items[i])) add_picture(*picture);
        }
        close_mark();
        return std::move(out_);
    }

private:
    void add_text(const TextItem& item, bool space_after) {
        if (item.face < 0 || static_cast<std::size_t>(item.face) >= fonts_.size()) return;
        if (item.glyphs.empty() || !(item.size > 0)) return;
        const bool spelled = item.right_to_left && item.element >= 0;
        if (spelled) {
            close_mark();
            out_ += structure_.begin_spelled_content(item.element, index_, item.text + (space_after ? " " : ""));
            open_element_ = spelled_element;
        } else {
            open_mark(item.element);
        }
        open_text();
        set_colour(fill_, item.colour, " rg\n");
        set_font(item.face, item.size);
        append_text(out_, item, page_.height, fonts_[static_cast<std::size_t>(item.face)], space_after);
        if (spelled) close_mark();
        structure_.widen(item.element, {item.x, page_.height - item.baseline - item.size * 0.25, item.x + item.width,
                                        page_.height - item.baseline + item.size});
    }

    void add_path(const PathItem& item) {
        const bool stroked = item.stroked && item.width > 0;
        if (item.points.size() < 2 || (!item.filled && !stroked)) return;
        open_mark(item.element);
        close_text();
        if (item.filled) set_colour(fill_, item.fill, " rg\n");
        if (stroked) set_pen(item);
        for (std::size_t i = 0; i < item.points.size(); ++i) {
            const auto& point = item.points[i];
            const bool guides = item.curved && i % 3 != 0;
            append_numbers({point.x, page_.height - point.y}, i == 0        ? " m\n"
                                                              : guides      ? " "
                                                              : item.curved ? " c\n"
                                                                            : " l\n");
            structure_.widen(item.element, {point.x, page_.height - point.y, point.x, page_.height - point.y});
        }
        if (item.closed) out_ += "h\n";
        out_ += item.filled && stroked ? "B\n" : item.filled ? "f\n" : "S\n";
    }

    /// The sheet is a form of one unit's width and height; it is put among the resources when sources are placed.
    void add_sheet(const SheetItem& item) {
        close_mark();
        out_ += item.text.empty() ? structure_.begin_content(item.element, index_)
                                  : structure_.begin_spelled_content(item.element, index_, item.text);
        show(sheet_name, item.area, item.element);
    }

    void add_picture(const PictureItem& item) {
        close_mark();
        out_ += structure_.begin_content(item.element, index_);
        show(picture_name(item.picture), item.area, item.element);
    }

    /// Draws what is one unit wide and high, and ends the content that it stands in.
    void show(std::string_view name, const PageRect& place, int element) {
        const PageRect area{place.x0, page_.height - place.y1, place.x1, page_.height - place.y0};
        out_ += "q ";
        append_numbers({area.x1 - area.x0, 0, 0, area.y1 - area.y0, area.x0, area.y0}, " cm /");
        out_ += std::string(name) + " Do Q\nEMC\n";
        structure_.widen(element, area);
    }

    void set_pen(const PathItem& item) {
        set_colour(stroke_, item.stroke, " RG\n");
        if (width_ != item.width) append_numbers({item.width}, " w\n");
        width_ = item.width;
        if (dash_on_ == item.dash_on && dash_off_ == item.dash_off) return;
        dash_on_ = item.dash_on;
        dash_off_ = item.dash_off;
        out_ += '[';
        if (dash_on_ > 0) append_numbers({dash_on_, dash_off_}, "");
        out_ += "] 0 d\n";
    }

    void set_colour(std::optional<Colour>& state, Colour colour, const char* operation) {
        if (state == colour) return;
        state = colour;
        append_numbers({colour.r / 255.0, colour.g / 255.0, colour.b / 255.0}, operation);
    }

    void set_font(int face, double size) {
        if (face_ == face && size_ == size) return;
        face_ = face;
        size_ = size;
        out_ += "/" + font_name(face) + " ";
        append_numbers({size}, " Tf\n");
    }

    void append_numbers(std::initializer_list<double> values, const char* operation) {
        bool first = true;
        for (const double value : values) {
            if (!first) out_ += ' ';
            append_number(out_, value);
            first = false;
        }
        out_ += operation;
    }

    void open_mark(int element) {
        if (open_element_ == element) return;
        close_mark();
        out_ += structure_.begin_content(element, index_);
        open_element_ = element;
    }

    void close_mark() {
        close_text();
        if (open_element_ != no_element) out_ += "EMC\n";
        open_element_ = no_element;
    }

    void open_text() {
        if (!in_text_) out_ += "BT\n";
        in_text_ = true;
    }

    void close_text() {
        if (in_text_) out_ += "ET\n";
        in_text_ = false;
    }

    static constexpr int no_element = -2, spelled_element = -3;

    const Page& page_;
    int index_;
    const std::vector<bool>& spaces_;
    std::vector<PdfFont>& fonts_;
    PdfStructure& structure_;
    std::string out_;
    int open_element_ = no_element;
    bool in_text_ = false;
    std::optional<Colour> fill_, stroke_;
    double width_ = -1, dash_on_ = 0, dash_off_ = 0;
    int face_ = -1;
    double size_ = 0;
};

}  // namespace

std::string font_name(int face) { return "F" + std::to_string(face); }

std::string page_content(const Page& page, int index, const std::vector<bool>& spaces, std::vector<PdfFont>& fonts,
                         PdfStructure& structure) {
    return ContentWriter(page, index, spaces, fonts, structure).write();
}

}  // namespace rapporteur
