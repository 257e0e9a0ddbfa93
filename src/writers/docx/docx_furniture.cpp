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
                             Relationships& relationships, const HouseDocument* house)
    : pack_(pack), style_(style), inlines_(inlines), relationships_(relationships), house_(house) {}

std::string DocxFurniture::head(const DocxPageStretch& stretch) const {
    const std::string& running = stretch.running;
    const PackMeta& meta = pack_.meta;
    const std::string left =
        meta.body.empty() || meta.meeting.empty() ? meta.body + meta.meeting : meta.body + "  ·  " + meta.meeting;
    ParagraphLook look{.style = style_id(style_, "head")};
    look.borders = rule_below(style_, style_.furniture.head_rule_y - style_.furniture.head_baseline);
    const double size = style_.role("head").size, width = width_of(stretch);
    if (stretch.landscape) look.tabs = moved_right_stop(width);
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

// The lines of a landscape page end further right than the style says.
std::string DocxFurniture::moved_right_stop(double width) const {
    const double styled = style_.body_right() - style_.page.left;
    return tag("w:tabs", {}, tag("w:tab", {{"w:val", "clear"}, {"w:pos", twips(styled)}}) + tab_stop("right", width));
}

double DocxFurniture::width_of(const DocxPageStretch& stretch) const {
    const auto& page = style_.page;
    const double sheet = stretch.landscape ? std::max(page.width, page.height) : page.width;
    return sheet - page.left - page.right;
}

std::string DocxFurniture::foot(const DocxPageStretch& stretch) const {
    const PackMeta& meta = pack_.meta;
    // In one column the edition has no column of its own.
    const bool apart = style_.grid.text_x > style_.page.left;
    const bool both = !meta.classification.empty() && !meta.edition.empty();
    const std::string between = apart ? run_around({}, tab) : both ? inlines_.text("  ·  ") : "";
    const std::string runs =
        inlines_.text(meta.classification) + between + inlines_.text(meta.edition) + run_around({}, tab) + page_words();
    ParagraphLook look{.style = style_id(style_, "foot")};
    if (stretch.landscape) look.tabs = moved_right_stop(width_of(stretch));
    return paragraph_xml(look, runs);
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
    const bool housed = house_ && house_->body;
    const double header =
        housed ? house_->header : style_.furniture.head_baseline - style_.role("head").leading * style_.grid.baseline;
    const double footer = housed ? house_->footer
                                 : page.height - style_.furniture.foot_baseline -
                                       style_.role("foot").leading * (1 - style_.grid.baseline);
    const bool turned = section.landscape && page.width < page.height;
    const std::string margins = tag("w:pgMar", {{"w:top", twips(page.top)},
                                                {"w:right", twips(page.right)},
                                                {"w:bottom", twips(page.bottom)},
                                                {"w:left", twips(page.left)},
                                                {"w:header", twips(header)},
                                                {"w:footer", twips(footer)},
                                                {"w:gutter", "0"}});
    const std::string width = twips(turned ? page.height : page.width);
    const std::string height = twips(turned ? page.width : page.height);
    const bool wide = turned || page.width > page.height;
    return tag("w:type", {{"w:val", section.continuous ? "continuous" : "nextPage"}}) +
           (wide ? tag("w:pgSz", {{"w:w", width}, {"w:h", height}, {"w:orient", "landscape"}})
                 : tag("w:pgSz", {{"w:w", width}, {"w:h", height}})) +
           margins + (house_ ? house_->borders : std::string()) +
           tag("w:cols", {{"w:num", std::to_string(section.columns)}, {"w:space", twips(style_.columns.gutter)}});
}

std::string DocxFurniture::own_references(const DocxPageStretch& section, const std::string& type) {
    std::string out;
    if (type == "header") {
        if (section.cover) out += reference(type, "first", paragraph_xml({}, ""));
        return out + reference(type, "default", head(section));
    }
    if (section.cover) {
        const ParagraphLook look{.style = style_id(style_, "cover-disclaimer"),
                                 .indent = style_.grid.text_x - style_.page.left};
        out += reference(type, "first", paragraph_xml(look, inlines_.text(pack_.cover.disclaimer)));
    }
    return out + reference(type, "default", foot(section));
}

// Sections without heads and feet of their own have those of the section before (17.10).
std::string DocxFurniture::house_references(const std::string& type) {
    std::string out;
    if (!first_section_) return out;
    for (const HouseFurniture& each : house_->furniture)
        if (each.type == type)
            out += tag("w:" + type + "Reference",
                       {{"w:type", each.kind}, {"r:id", relationships_.id_of(type, each.target)}});
    return out;
}

std::string DocxFurniture::properties(const DocxPageStretch& section) {
    std::string out;
    bool titled = section.cover;
    for (const std::string type : {"header", "footer"})
        out += house_ && house_->has(type) ? house_references(type) : own_references(section, type);
    if (house_ && !house_->furniture.empty()) titled = first_section_ && house_->first_differs;
    first_section_ = false;
    out += sheet_xml(section);
    if (titled) out += "<w:titlePg/>";
    if (runs_right_to_left(pack_.meta.language)) out += "<w:bidi/>";
    return tag("w:sectPr", {}, out);
}

// What a house's foot cannot know: the pack's classification and edition, and its pages where the house does not number
// them.
std::string DocxFurniture::marking() const {
    std::string runs;
    for (const std::string& words : {pack_.meta.classification, pack_.meta.edition}) {
        if (words.empty()) continue;
        if (!runs.empty()) runs += inlines_.text("  ·  ");
        runs += inlines_.text(words);
    }
    if (!house_->numbers_pages) runs += (runs.empty() ? "" : inlines_.text("  ·  ")) + page_words();
    return runs.empty() ? runs : paragraph_xml({.style = style_id(style_, "foot")}, runs);
}

void DocxFurniture::add_parts(DocxParts& package, const std::function<std::string(const std::string&)>& finish) const {
    for (const auto& part : parts_)
        package.add(part.path, "application/vnd.openxmlformats-officedocument.wordprocessingml." + part.type + "+xml",
                    finish(part.xml));
    if (!house_) return;
    for (const HousePart& part : house_->parts) {
        std::string bytes = part.bytes;
        const std::size_t end = bytes.rfind("</w:ftr>");
        if (part.path.starts_with("word/house-footer") && end != std::string::npos)
            bytes.insert(end, finish(marking()));
        package.add(part.path, part.type, std::move(bytes));
        if (!part.relationships.all().empty()) package.add_relationships(part.path, part.relationships);
    }
}

}  // namespace rapporteur
