#include "writers/docx/docx_furniture.h"

#include <algorithm>

#include "support/language_tag.h"
#include "support/text.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

constexpr const char* tab = "<w:tab/>";
constexpr double average_letter = 0.53;  // width of a sans letter by its size

// As many words as fit into a width by what letters of that size take on average: Word measures for itself, and a
// second line of a running head would stand in the text.
std::string fitting(const std::string& text, double width, double size) {
    const auto most = static_cast<std::size_t>(std::max(width / (size * average_letter), 1.0));
    if (count_code_points(text) <= most) return text;
    std::size_t end = 0;
    for (std::size_t i = 0; i + 2 < most && end < text.size(); ++i) end += decode_at(text, end).bytes;
    const std::size_t space = text.rfind(' ', end);
    return text.substr(0, space == std::string::npos ? end : space) + " …";
}

std::string rule_below(const Style& style, double space) {
    return tag("w:pBdr", {},
               tag("w:bottom", {{"w:val", "single"},
                                {"w:sz", eighth_points(style.rule.medium)},
                                {"w:space", std::to_string(static_cast<int>(space))},
                                {"w:color", hex_colour(style.colour("ink"))}}));
}

}  // namespace

DocxFurniture::DocxFurniture(const Pack& pack, const Style& style, const DocxInlines& inlines,
                             Relationships& relationships)
    : pack_(pack), style_(style), inlines_(inlines), relationships_(relationships) {}

std::string DocxFurniture::head(const std::string& running) const {
    const PackMeta& meta = pack_.meta;
    const std::string left =
        meta.body.empty() || meta.meeting.empty() ? meta.body + meta.meeting : meta.body + "  ·  " + meta.meeting;
    ParagraphLook look{.style = style_id(style_, "head")};
    look.borders = rule_below(style_, style_.furniture.head_rule_y - style_.furniture.head_baseline);
    const double size = style_.role("head").size, width = style_.body_right() - style_.page.left;
    constexpr double most_of_section = 0.6;
    const std::string section = fitting(running, width * most_of_section, size);
    const double taken = static_cast<double>(count_code_points(section)) * size * average_letter + style_.furniture.gap;
    std::string runs = inlines_.text(fitting(left, width - taken, size));
    if (!section.empty()) runs += run_around({}, tab) + inlines_.text(section, "head-section");
    return paragraph_xml(look, runs);
}

// "Page {page} of {pages}" with fields for what Word counts.
std::string DocxFurniture::page_words() const {
    const std::string& words = pack_.meta.page_words;
    std::string out;
    for (std::size_t at = 0; at < words.size();) {
        const std::size_t open = words.find('{', at);
        out += inlines_.text(words.substr(at, open - at), "foot-page");
        if (open == std::string::npos) break;
        const std::size_t close = words.find('}', open);
        if (close == std::string::npos) break;
        const std::string name = words.substr(open + 1, close - open - 1);
        if (name == "page") out += field_xml({.style = style_id(style_, "foot-page-number")}, "PAGE", "1");
        if (name == "pages") out += field_xml({.style = style_id(style_, "foot-page")}, "NUMPAGES", "1");
        at = close + 1;
    }
    return out;
}

std::string DocxFurniture::foot() const {
    const std::string runs = inlines_.text(pack_.meta.classification) + run_around({}, tab) +
                             inlines_.text(pack_.meta.edition) + run_around({}, tab) + page_words();
    return paragraph_xml({.style = style_id(style_, "foot")}, runs);
}

std::string DocxFurniture::reference(const std::string& type, const std::string& kind, const std::string& content) {
    auto& id = ids_[type + content];
    if (id.empty()) {
        const std::string name = type + std::to_string(parts_.size() + 1) + ".xml";
        id = relationships_.id_of(type, name);
        const std::string root = type == "header" ? "w:hdr" : "w:ftr";
        parts_.push_back(
            {"word/" + name, type,
             xml_part(
                 tag(root, {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}}, content))});
    }
    return tag("w:" + type + "Reference", {{"w:type", kind}, {"r:id", id}});
}

std::string DocxFurniture::sheet_xml(const DocxPageStretch& section) const {
    const auto& page = style_.page;
    const double header = style_.furniture.head_baseline - style_.role("head").leading * style_.grid.baseline;
    const double footer =
        page.height - style_.furniture.foot_baseline - style_.role("foot").leading * (1 - style_.grid.baseline);
    const std::string margins = tag("w:pgMar", {{"w:top", twips(page.top)},
                                                {"w:right", twips(page.right)},
                                                {"w:bottom", twips(page.bottom)},
                                                {"w:left", twips(page.left)},
                                                {"w:header", twips(header)},
                                                {"w:footer", twips(footer)},
                                                {"w:gutter", "0"}});
    return tag("w:type", {{"w:val", section.continuous ? "continuous" : "nextPage"}}) +
           tag("w:pgSz", {{"w:w", twips(page.width)}, {"w:h", twips(page.height)}}) + margins +
           tag("w:cols", {{"w:num", std::to_string(section.columns)}, {"w:space", twips(style_.columns.gutter)}});
}

std::string DocxFurniture::properties(const DocxPageStretch& section) {
    std::string out;
    if (section.cover) out += reference("header", "first", paragraph_xml({}, ""));
    out += reference("header", "default", head(section.running));
    if (section.cover) {
        const ParagraphLook look{.style = style_id(style_, "cover-disclaimer"),
                                 .indent = style_.grid.text_x - style_.page.left};
        out += reference("footer", "first", paragraph_xml(look, inlines_.text(pack_.cover.disclaimer)));
    }
    out += reference("footer", "default", foot()) + sheet_xml(section);
    if (section.cover) out += "<w:titlePg/>";
    if (runs_right_to_left(pack_.meta.language)) out += "<w:bidi/>";
    return tag("w:sectPr", {}, out);
}

void DocxFurniture::add_parts(DocxParts& package) const {
    for (const auto& part : parts_)
        package.add(part.path, "application/vnd.openxmlformats-officedocument.wordprocessingml." + part.type + "+xml",
                    part.xml);
}

}  // namespace rapporteur
