#include "readers/pdf/pdf_fields.h"

#include <Annot.h>
#include <Form.h>
#include <PDFDoc.h>
#include <Page.h>
#include <UTF.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string>
#include <vector>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double usual_size = 10;     // points
constexpr double width_share = 0.5;   // of a letter, as a share of the font size
constexpr double height_share = 0.7;  // of the font size, as a share of a field of one line
constexpr double line_share = 1.2;
constexpr std::size_t longest_value = 20000;  // bytes
constexpr unsigned unseen = Annot::flagHidden | Annot::flagNoView;
constexpr int most_fields = 1000;  // of one page

constexpr std::string_view empty_box = "☐";
constexpr std::string_view ticked_box = "☒";

struct Area {
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

std::string text_of(const GooString* value) {
    if (!value) return "";
    Unicode* codes = nullptr;
    const int count = TextStringToUCS4(value->toStr(), &codes);
    std::string out;
    for (int i = 0; i < count && out.size() < longest_value; ++i) {
        const char32_t c = codes[i];
        if (c == '\r' || c == '\n' || c >= 0x20) append_utf8(out, c == '\r' ? U'\n' : c);
    }
    gfree(codes);
    return out;
}

/// What the field says; nothing for passwords and signatures.
std::string value_of(FormWidget& widget) {
    if (widget.getType() == formText) {
        const auto& text = static_cast<const FormWidgetText&>(widget);
        return text.isPassword() ? "" : text_of(text.getContent());
    }
    if (widget.getType() == formButton) {
        const auto& button = static_cast<const FormWidgetButton&>(widget);
        const bool box = button.getButtonType() != formButtonPush;
        return std::string(box ? button.getState() ? ticked_box : empty_box : "");
    }
    if (widget.getType() != formChoice) return "";
    const auto& choice = static_cast<const FormWidgetChoice&>(widget);
    std::string out = text_of(choice.getEditChoice());
    for (int i = 0; out.size() < longest_value && i < choice.getNumChoices(); ++i) {
        if (choice.isSelected(i)) out += (out.empty() ? "" : "\n") + text_of(choice.getChoice(i));
    }
    return out;
}

/// Where the widget stands on the page as it is shown.
Area area_of(Page& page, const FormWidget& widget) {
    std::array<double, 6> matrix{};
    page.getDefaultCTM(matrix.data(), 72, 72, 0, false, false);
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
    widget.getRect(&x0, &y0, &x1, &y1);
    const auto shown_x = [&](double x, double y) { return matrix[0] * x + matrix[2] * y + matrix[4]; };
    const auto shown_y = [&](double x, double y) { return matrix[1] * x + matrix[3] * y + matrix[5]; };
    const auto [left, right] = std::minmax({shown_x(x0, y0), shown_x(x1, y1)});
    const auto [low, high] = std::minmax({shown_y(x0, y0), shown_y(x1, y1)});
    return {left, low, right, high};
}

bool holds(const Area& area, const DrawnGlyph& glyph) {
    const auto [x, y] = glyph.middle();
    return area.x0 <= x && x <= area.x1 && area.y0 <= y && y <= area.y1;
}

/// Lines to write on, or an empty box to tick.
bool is_form_sign(const DrawnGlyph& glyph) {
    return glyph.glyph.text.find_first_not_of(" _.") == std::string::npos || glyph.glyph.text == empty_box;
}

/// The glyphs that the field's appearance draws, which come after those of the page itself.
std::vector<std::size_t> glyphs_of_field(const PdfDrawing& drawing, const Area& area) {
    std::vector<std::size_t> out;
    for (std::size_t i = drawing.page_glyphs; i < drawing.glyphs.size(); ++i) {
        if (holds(area, drawing.glyphs[i]) && !trim(drawing.glyphs[i].glyph.text).empty()) out.push_back(i);
    }
    return out;
}

/// Takes away what the page prints for people to write on.
void clear(const Area& area, PdfDrawing& drawing) {
    constexpr double margin = 2;  // points
    const Area wide{area.x0 - margin, area.y0 - margin, area.x1 + margin, area.y1 + margin};
    for (std::size_t i = 0; i < drawing.page_glyphs; ++i) {
        if (is_form_sign(drawing.glyphs[i]) && holds(wide, drawing.glyphs[i])) drawing.glyphs[i].glyph.text = " ";
    }
}

/// Puts an answer of one line on the baseline of the words beside it: forms set it in another size, a little higher.
void level(const std::vector<std::size_t>& field, PdfDrawing& drawing) {
    const DrawnGlyph first = drawing.glyphs[field.front()];
    const DrawnGlyph last = drawing.glyphs[field.back()];
    if (first.direction != 0 || std::abs(first.y - last.y) > 0.1) return;
    const DrawnGlyph* beside = nullptr;
    double nearest = 1e9;
    for (std::size_t i = 0; i < drawing.page_glyphs; ++i) {
        const DrawnGlyph& glyph = drawing.glyphs[i];
        const double size = std::max(glyph.glyph.size, first.glyph.size);
        if (glyph.direction != 0 || std::abs(glyph.y - first.y) > 0.6 * size || trim(glyph.glyph.text).empty())
            continue;
        const double distance = std::max(first.x - glyph.x - glyph.advance, glyph.x - last.x - last.advance) +
                                4 * std::abs(glyph.y - first.y);
        if (distance >= nearest) continue;
        nearest = distance;
        beside = &glyph;
    }
    if (!beside) return;
    const double y = beside->y;
    for (const std::size_t i : field) drawing.glyphs[i].y = y;
}

/// Sets the value into its field from the top, each letter as wide as it may be.
void write(const std::string& value, const Area& area, PdfDrawing& drawing) {
    const std::vector<std::string_view> lines = split(value, '\n');
    const double height = (area.y1 - area.y0) / static_cast<double>(lines.size());
    const double size = std::clamp(height * height_share, 1.0, usual_size);
    double y = lines.size() > 1 ? area.y1 - size : (area.y0 + area.y1 - size * height_share) / 2;
    for (const std::string_view line : lines) {
        const auto letters = static_cast<double>(std::max<std::size_t>(count_code_points(line), 1));
        const double advance = std::min(size * width_share, std::max(area.x1 - area.x0, 1.0) / letters);
        double x = area.x0;
        for (std::size_t at = 0; at < line.size();) {
            const std::size_t bytes = decode_at(line, at).bytes;
            DrawnGlyph drawn;
            drawn.glyph.text = std::string(line.substr(at, bytes));
            drawn.glyph.size = size;
            drawn.x = x;
            drawn.y = y;
            drawn.advance = advance;
            drawn.paint = static_cast<std::uint32_t>(drawing.paints.size());
            drawing.glyphs.push_back(std::move(drawn));
            x += advance;
            at += bytes;
        }
        y -= std::min(size * line_share, height);
    }
}

}  // namespace

void add_fields(PDFDoc& document, Page& page, PdfDrawing& drawing) {
    if (!document.getCatalog()->getForm()) return;
    const std::unique_ptr<FormPageWidgets> widgets = page.getFormWidgets();
    for (int i = 0; widgets && i < std::min(widgets->getNumWidgets(), most_fields); ++i) {
        FormWidget* widget = widgets->getWidget(i);
        AnnotWidget* annotation = widget ? widget->getWidgetAnnotation() : nullptr;
        if (!annotation || (annotation->getFlags() & unseen) != 0) continue;
        const std::string value(trim(value_of(*widget)));
        if (value.empty()) continue;
        const Area area = area_of(page, *widget);
        if (glyphs_of_field(drawing, area).empty()) write(value, area, drawing);
        const std::vector<std::size_t> field = glyphs_of_field(drawing, area);
        clear(area, drawing);
        if (!field.empty()) level(field, drawing);
    }
}

}  // namespace rapporteur
