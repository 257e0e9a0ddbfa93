#include "writers/docx/docx_styles.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "support/language_tag.h"
#include "writers/docx/docx_look.h"
#include "writers/docx/docx_table_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

struct Family {
    std::string_view name;  // in the style file
    const char* font;       // as Word shows it
    const char* stand_in;   // where that font is missing
    const char* kind;       // w:family
    const char* east_asian;
    const char* complex;
    double complex_scale;  // of the style's size, so that its letters look as large
};

constexpr std::array<Family, 3> families = {
    Family{"sans", "Noto Sans", "Segoe UI", "swiss", "Noto Sans CJK SC", "Noto Sans Arabic", 1.05},
    Family{"serif", "Noto Serif", "Cambria", "roman", "Noto Serif CJK SC", "Noto Naskh Arabic", 1.15},
    Family{"display", "Noto Serif Display", "Cambria", "roman", "Noto Serif CJK SC", "Noto Naskh Arabic", 1.15}};

// Roles that are looks of words inside a paragraph.
constexpr std::array<std::string_view, 18> character_roles = {
    "citation",         "citation-page", "small",       "mark-word",    "mark-word-table", "h1-number",
    "h2-number",        "h3-number",     "item-number", "annex-number", "head-section",    "foot-page",
    "foot-page-number", "term",          "kicker-text", "notes-note",   "contents-number", "contents-change"};

const Family& family_of(std::string_view name) {
    const auto found = std::find_if(families.begin(), families.end(), [&](const Family& f) { return f.name == name; });
    return found == families.end() ? families.front() : *found;
}

std::string fonts_xml(std::string_view family) {
    const Family& fonts = family_of(family);
    return tag(
        "w:rFonts",
        {{"w:ascii", fonts.font}, {"w:eastAsia", fonts.east_asian}, {"w:hAnsi", fonts.font}, {"w:cs", fonts.complex}});
}

// How the paragraphs of a role stand; the rest lies in the style's type.
struct Standing {
    std::string_view role;
    std::string_view space;  // of the style file
    bool keep_next = false;
    int outline_level = -1;
    bool in_text_column = false;
    bool right_aligned = false;
};

constexpr std::array<Standing, 14> standings = {Standing{"h1", "h1", true, 0, true},
                                                Standing{"item-title", "item-title", true, 0, true},
                                                Standing{"pack-title", "h1", true, 0, true},
                                                Standing{"h2", "h2", true, 1, true},
                                                Standing{"h3", "h3", true, 2, true},
                                                Standing{"quote", "paragraph", false, -1, true},
                                                Standing{"own", "paragraph", false, -1, true},
                                                Standing{"caption", "caption", false, -1, true},
                                                Standing{"cover-line", "", false, -1, true},
                                                Standing{"kicker", "", true, -1, true},
                                                Standing{"table-count", "", false, -1, false, true},
                                                Standing{"box-title", "", true},
                                                Standing{"contents-1", "", false},
                                                Standing{"contents-2", "", false}};

Standing standing_of(std::string_view role) {
    const auto found =
        std::find_if(standings.begin(), standings.end(), [&](const Standing& one) { return one.role == role; });
    return found == standings.end() ? Standing{role, ""} : *found;
}

// A hairline stands above each first-level entry of the contents; entries beside each other share it.
std::string borders_of(const Style& style, std::string_view role) {
    if (role != "contents-1") return {};
    const auto line = [&](const char* side) {
        return tag(side, {{"w:val", "single"},
                          {"w:sz", eighth_points(style.rule.light)},
                          {"w:space", std::to_string(std::lround(style.contents.group_gap))},
                          {"w:color", hex_colour(style.colour("hair"))}});
    };
    return tag("w:pBdr", {}, line("w:top") + line("w:between"));
}

std::string tabs_of(const Style& style, std::string_view role) {
    const double text = style.grid.text_x - style.page.left;
    const double right = style.body_right() - style.page.left;
    const auto made = [](const std::string& stops) { return tag("w:tabs", {}, stops); };
    if (role == "h1" || role == "item-title" || role == "kicker") return made(tab_stop("left", text));
    const double title = style.contents.title_x - style.page.left;
    if (role == "contents-1" || role == "contents-2") return made(tab_stop("left", title) + tab_stop("right", right));
    if (role == "head") return made(tab_stop("right", right));
    if (role == "foot") return made((text > 0 ? tab_stop("left", text) : "") + tab_stop("right", right));
    return {};
}

// What the list of headings says of those of a role, nothing where it does not count them.
std::optional<double> counted_hang(std::string_view role, const CountedHeadings& headings) {
    const auto* const level = std::find(heading_roles.begin(), heading_roles.end(), role);
    if (headings.list.empty() || level == heading_roles.end()) return std::nullopt;
    return headings.hangs[static_cast<std::size_t>(level - heading_roles.begin())];
}

std::string indent_of(const Style& style, const Standing& standing, const CountedHeadings& headings) {
    const double text = style.grid.text_x - style.page.left;
    if (standing.role.starts_with("contents-")) {
        constexpr double number = 34;  // room for the longest roman numeral that contents are likely to have
        const double title = style.contents.title_x - style.page.left;
        return tag("w:ind", {{"w:left", twips(title)}, {"w:hanging", twips(text > 0 ? number : title)}});
    }
    if (!standing.in_text_column) return {};
    if (standing.outline_level >= 0 || standing.role == "kicker") {
        const double hang = counted_hang(standing.role, headings).value_or(number_hang(style, standing.role));
        return tag("w:ind", {{"w:left", twips(text)}, {"w:hanging", twips(hang)}});
    }
    return tag("w:ind", {{"w:left", twips(text)}});
}

std::string spacing_of(const Style& style, const Standing& standing, const TypeRole& type) {
    const Space space = styled_space(style, standing.role);
    // A large numeral stands on the first line of an item's title, which must be able to grow.
    const char* rule = standing.role == "item-title" ? "atLeast" : "exact";
    return tag("w:spacing", {{"w:before", twips(space.before)},
                             {"w:after", twips(space.after)},
                             {"w:line", twips(type.leading)},
                             {"w:lineRule", rule}});
}

std::string no_numbering() { return tag("w:numPr", {}, property("w:numId", "0")); }

// Headings of three levels are counted; the number of an item's title is its own.
std::string numbering_of(std::string_view role, const CountedHeadings& headings) {
    if (role == "item-title" || role == "pack-title") return no_numbering();
    if (!counted_hang(role, headings)) return {};
    const auto level = std::find(heading_roles.begin(), heading_roles.end(), role) - heading_roles.begin();
    return tag("w:numPr", {}, property("w:ilvl", std::to_string(level)) + property("w:numId", headings.list));
}

std::string paragraph_style(const Style& style, const std::string& role, const TypeRole& type,
                            const CountedHeadings& headings) {
    const Standing standing = standing_of(role);
    std::string look;
    if (standing.keep_next) look += "<w:keepNext/><w:keepLines/>";
    look += numbering_of(role, headings) + borders_of(style, role) + tabs_of(style, role) +
            spacing_of(style, standing, type) + indent_of(style, standing, headings);
    if (standing.right_aligned) look += property("w:jc", "right");
    if (standing.outline_level >= 0) look += property("w:outlineLvl", std::to_string(standing.outline_level));
    const std::string parent = role == "item-title" || role == "pack-title" ? style_id(style, "h1")
                               : role.starts_with("cover-title-")           ? style_id(style, "cover-title")
                                                                            : "Normal";
    std::string out = property("w:name", style_name(style, role)) + property("w:basedOn", parent);
    if (standing.outline_level >= 0) out += property("w:next", style_id(style, "own"));
    out += "<w:qFormat/>" + tag("w:pPr", {}, look) + tag("w:rPr", {}, type_xml(type));
    return tag("w:style", {{"w:type", "paragraph"}, {"w:styleId", style_id(style, role)}}, out);
}

std::string character_style(const std::string& id, const std::string& name, const std::string& look) {
    return tag("w:style", {{"w:type", "character"}, {"w:styleId", id}},
               property("w:name", name) + property("w:basedOn", "DefaultParagraphFont") + "<w:qFormat/>" +
                   tag("w:rPr", {}, look));
}

std::string defaults_xml(const Style& style, const PackMeta& meta) {
    const std::string language = meta.language.empty() ? "en" : meta.language;
    const bool from_right = runs_right_to_left(language);
    const std::string run = type_xml(style.role("own")) +
                            tag("w:lang", {{"w:val", word_language(from_right ? "en" : language)},
                                           {"w:eastAsia", is_east_asian(language) ? word_language(language) : "zh-CN"},
                                           {"w:bidi", from_right ? word_language(language) : "ar-SA"}});
    const std::string paragraph = std::string("<w:widowControl/>") + (from_right ? "<w:bidi/>" : "");
    return tag("w:docDefaults", {},
               tag("w:rPrDefault", {}, tag("w:rPr", {}, run)) + tag("w:pPrDefault", {}, tag("w:pPr", {}, paragraph)));
}

std::string notes_styles(const Style& style) {
    const auto rule = [&](const char* side) {
        return tag(side, {{"w:val", "dotted"},
                          {"w:sz", eighth_points(style.notes.line_width)},
                          {"w:space", "0"},
                          {"w:color", hex_colour(style.colour("rule"))}});
    };
    const auto made = [&](const char* id, const char* name, const std::string& base, const std::string& look) {
        return tag("w:style", {{"w:type", "paragraph"}, {"w:styleId", id}},
                   property("w:name", name) + property("w:basedOn", base) + "<w:qFormat/>" + tag("w:pPr", {}, look));
    };
    const std::string at_edge = tag("w:ind", {{"w:left", "0"}});
    return made(notes_text_style, "Notes Text", style_id(style, "own"),
                tag("w:spacing", {{"w:before", "0"}, {"w:after", "0"}}) + at_edge) +
           made(notes_line_style, "Notes Line", notes_text_style,
                tag("w:pBdr", {}, rule("w:bottom") + rule("w:between")) +
                    tag("w:spacing", {{"w:line", twips(style.notes.line_pitch)}, {"w:lineRule", "exact"}}));
}

// What Word expects to find under these ids.
std::string word_styles(const Style& style) {
    const auto standard = [](const char* kind, const char* id, const char* name, const std::string& rest) {
        return tag("w:style", {{"w:type", kind}, {"w:default", "1"}, {"w:styleId", id}},
                   property("w:name", name) + rest);
    };
    const std::string no_margins =
        tag("w:tblCellMar", {},
            tag("w:top", {{"w:w", "0"}, {"w:type", "dxa"}}) + tag("w:left", {{"w:w", "0"}, {"w:type", "dxa"}}) +
                tag("w:bottom", {{"w:w", "0"}, {"w:type", "dxa"}}) + tag("w:right", {{"w:w", "0"}, {"w:type", "dxa"}}));
    const double text = style.grid.text_x - style.page.left;
    const std::string hidden = "<w:uiPriority w:val=\"99\"/><w:semiHidden/><w:unhideWhenUsed/>";
    return standard("paragraph", "Normal", "Normal", "<w:qFormat/>") +
           standard("character", "DefaultParagraphFont", "Default Paragraph Font", hidden) +
           standard("table", "TableNormal", "Normal Table", hidden + tag("w:tblPr", {}, no_margins)) +
           standard("numbering", "NoList", "No List", hidden) +
           character_style(own_words_style, "Own Words", fonts_xml("sans")) +
           character_style(source_words_style, "Source Words", fonts_xml("serif")) +
           character_style(hyperlink_style, "Hyperlink", property("w:color", hex_colour(style.colour("accent")))) +
           character_style(footnote_reference_style, "footnote reference", property("w:vertAlign", "superscript")) +
           character_style(placeholder_style, "Placeholder Text",
                           property("w:color", hex_colour(style.colour("grey")))) +
           notes_styles(style) +
           tag("w:style", {{"w:type", "paragraph"}, {"w:styleId", toc_heading_style}},
               property("w:name", "TOC Heading") + property("w:basedOn", style_id(style, "h1")) + "<w:qFormat/>" +
                   tag("w:pPr", {},
                       no_numbering() + tag("w:ind", {{"w:left", twips(text)}, {"w:hanging", "0"}}) +
                           property("w:outlineLvl", "9")));
}

}  // namespace

bool is_indented(std::string_view role) { return standing_of(role).in_text_column; }

Space styled_space(const Style& style, std::string_view role) {
    const Standing standing = standing_of(role);
    return standing.space.empty() ? Space{} : style.space(standing.space);
}

std::string type_xml(const TypeRole& role) {
    std::string out = fonts_xml(role.family);
    if (role.bold) out += "<w:b/><w:bCs/>";
    out += property("w:color", hex_colour(role.colour));
    return out + property("w:sz", half_points(role.size)) +
           property("w:szCs", half_points(role.size * family_of(role.family).complex_scale));
}

double number_hang(const Style& style, std::string_view role) {
    const double text = style.grid.text_x - style.page.left;
    const double number = style.grid.number_x + style.grid.number_width - style.page.left;
    return role == "h2" || role == "h3" ? std::max(text - number, 0.0) : text;
}

std::string docx_styles(const Style& style, const PackMeta& meta, const CountedHeadings& headings) {
    std::string out = defaults_xml(style, meta) + word_styles(style);
    for (const auto& [role, type] : style.roles) {
        const bool is_character =
            std::find(character_roles.begin(), character_roles.end(), role) != character_roles.end();
        out += is_character ? character_style(style_id(style, role), style_name(style, role), type_xml(type))
                            : paragraph_style(style, role, type, headings);
    }
    out += docx_table_styles(style);
    return xml_part(
        tag("w:styles", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}}, out));
}

std::string docx_font_table() {
    std::string out;
    for (const auto& family : families)
        out += tag("w:font", {{"w:name", family.font}},
                   property("w:altName", family.stand_in) + property("w:family", family.kind) +
                       property("w:pitch", "variable"));
    return xml_part(tag("w:fonts", {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"}}, out));
}

}  // namespace rapporteur
