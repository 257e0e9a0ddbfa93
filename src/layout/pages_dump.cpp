#include <string>

#include "layout/dump.h"
#include "layout/number_text.h"

namespace rapporteur {
namespace {

std::string number(double value) { return decimal(value, 2); }

std::string quoted(std::string_view text) {
    std::string out = "\"";
    for (char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        out += c;
    }
    return out + '"';
}

std::string hex(Colour colour) {
    constexpr char kDigits[] = "0123456789abcdef";
    std::string out = "#";
    for (std::uint8_t part : {colour.r, colour.g, colour.b}) {
        out += kDigits[part >> 4];
        out += kDigits[part & 15];
    }
    return out;
}

std::string area(const PageRect& r) {
    return number(r.x0) + "," + number(r.y0) + " " + number(r.x1) + "," + number(r.y1);
}

/// The last part of a path: where fonts lie differs between machines.
std::string_view file_name(std::string_view path) { return path.substr(path.rfind('/') + 1); }

std::string element(int index) { return index < 0 ? "" : " e" + std::to_string(index); }

/// One line an item.
struct ItemForm {
    const Pages& pages;

    std::string operator()(const TextItem& item) const {
        std::string form = "text " + number(item.x) + "," + number(item.baseline) + " w" + number(item.width) + " f" +
                           std::to_string(item.face) + " " + number(item.size) + " " + hex(item.colour);
        if (item.right_to_left) form += " rtl";
        return form + element(item.element) + " " + quoted(item.text);
    }
    std::string operator()(const PathItem& item) const {
        std::string form = "path";
        for (const PathItem::Point& point : item.points) form += " " + number(point.x) + "," + number(point.y);
        if (item.curved) form += " curved";
        if (item.closed) form += " closed";
        if (item.filled) form += " fill " + hex(item.fill);
        if (item.stroked) form += " stroke " + hex(item.stroke) + " " + number(item.width);
        if (item.dash_on > 0) form += " dash " + number(item.dash_on) + "/" + number(item.dash_off);
        return form + element(item.element);
    }
    std::string operator()(const LinkItem& item) const {
        return "link " + area(item.area) + element(item.element) + " " + quoted(item.target);
    }
    std::string operator()(const AnchorItem& item) const {
        return "anchor " + number(item.x) + "," + number(item.y) + " " + quoted(item.name);
    }
    std::string operator()(const SheetItem& item) const {
        return "sheet " + area(item.area) + element(item.element) + " " + std::to_string(item.source) + ":" +
               std::to_string(item.sheet);
    }
    std::string operator()(const PictureItem& item) const {
        return "picture " + area(item.area) + element(item.element) + " " + std::to_string(item.picture);
    }
    std::string operator()(const FieldItem& item) const {
        std::string form = "field " + area(item.area) + " " + quoted(item.name);
        if (!item.value.empty()) form += " " + quoted(item.value);
        for (const TextItem& text : item.shown) form += "\n    shown " + (*this)(text);
        return form;
    }
};

std::string form(const Element& element, std::size_t index) {
    std::string out = "  e" + std::to_string(index) + " " + element.role;
    if (element.parent >= 0) out += " in e" + std::to_string(element.parent);
    if (element.columns != 1) out += " columns " + std::to_string(element.columns);
    if (!element.scope.empty()) out += " scope " + element.scope;
    if (!element.language.empty()) out += " lang " + element.language;
    if (!element.alt.empty()) out += " alt " + quoted(element.alt);
    return out + "\n";
}

}  // namespace

std::string dump(const Pages& pages) {
    std::string out = "pages " + quoted(pages.title) + " " + pages.language + "\n";
    for (std::size_t i = 0; i < pages.faces.size(); ++i)
        out += "  f" + std::to_string(i) + " " + std::string(file_name(pages.faces[i].path)) + " " +
               std::to_string(pages.faces[i].index) + "\n";
    for (std::size_t i = 0; i < pages.elements.size(); ++i) out += form(pages.elements[i], i);
    for (const OutlineEntry& entry : pages.outline)
        out += "  outline " + std::to_string(entry.level) + " " + quoted(entry.title) + " page " +
               std::to_string(entry.page + 1) + " y " + number(entry.y) + "\n";
    for (const Page& page : pages.pages) {
        out += "page " + page.label + " " + number(page.width) + "x" + number(page.height) + "\n";
        for (const PageItem& item : page.items) out += "  " + std::visit(ItemForm{pages}, item) + "\n";
    }
    return out;
}

}  // namespace rapporteur
