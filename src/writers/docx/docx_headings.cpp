#include "writers/docx/docx_headings.h"

#include <algorithm>

#include "layout/one_column.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

constexpr const char* tab = "<w:tab/>";

std::string role_of(const Heading& heading) {
    if (heading.opens) return "pack-title";
    if (heading.verbatim) return "item-title";
    return heading.level <= 1 ? "h1" : heading.level == 2 ? "h2" : "h3";
}

std::string running_of(const Heading& heading) {
    if (!heading.running.empty()) return heading.running;
    const std::string title = words_of(heading.content);
    return heading.number.empty() ? title : heading.number + "  " + title;
}

// The number as text, where no list counts it, with a tab on each side: that of a first-level heading stands at the
// margin, that of others right-aligned beside the text column.
std::string spelled(DocxWriting& writing, const Heading& heading, const std::string& role, bool in_cell) {
    const std::string title = writing.inlines.runs(heading.content, role);
    if (heading.number.empty()) return title;
    const std::string number_role = heading.lowered        ? "annex-number"
                                    : role == "item-title" ? "item-number"
                                                           : role + "-number";
    const std::string number = writing.inlines.text(heading.number, number_role);
    if (in_cell) return number + writing.inlines.text(" ") + title;
    const bool at_margin = role == "h1" || role == "item-title" || writing.text_indent() <= 0;
    return (at_margin ? "" : run_around({}, tab)) + number + run_around({}, tab) + title;
}

// Room for a number that is text, or none.
void set_room(const DocxWriting& writing, const Heading& heading, const std::string& role, bool in_cell,
              ParagraphLook& look) {
    if (in_cell || heading.number.empty()) {
        look.hanging = 0;
    } else if (const double text = writing.text_indent(); text > 0 && (role == "h2" || role == "h3")) {
        look.hanging = text;
        look.tabs =
            tag("w:tabs", {},
                tab_stop("right", std::max(text - number_hang(writing.style, role), 0.0)) + tab_stop("left", text));
    }
}

// One column has numbers before the words: those that a list counts stand apart again.
Heading with_number(const DocxWriting& writing, Heading heading) {
    if (!heading.verbatim && heading.printed && is_one_column(writing.style))
        heading.number = take_number(heading.content);
    return heading;
}

// The list that counts the heading, if one does; its style may name that list already.
bool set_list(DocxWriting& writing, const Heading& heading, const std::string& role, bool in_cell,
              ParagraphLook& look) {
    const auto* const counted = std::find(heading_roles.begin(), heading_roles.end(), role);
    if (counted == heading_roles.end()) return false;
    const auto level = static_cast<std::size_t>(counted - heading_roles.begin());
    const std::string list =
        in_cell || heading.number.empty() ? "" : writing.numbering.number_of(level, heading.number);
    look.numbering_level = level;
    if (list.empty()) {
        look.numbering = "0";
        if (!in_cell) look.indent = writing.text_indent();  // readers take it away with the number
    }
    if (!list.empty() && (writing.housed || list != writing.numbering.heading_list())) look.numbering = list;
    return !list.empty();
}

void add_kicker(DocxWriting& writing, const Heading& heading, DocxBody& body) {
    if (heading.kicker.empty() && heading.kicker_text.empty()) return;
    std::string runs = writing.inlines.text(heading.kicker_text, "kicker-text");
    if (!heading.kicker.empty()) runs = writing.inlines.text(heading.kicker) + run_around({}, tab) + runs;
    body.add_paragraph({.style = style_id(writing.style, "kicker")}, runs, {});
}

// A TC field (ECMA-376-1, 17.16.5.68): in the contents, not on the page.
void add_silent(DocxWriting& writing, const Heading& heading, const std::string& bookmark, DocxBody& body) {
    std::string title = heading.number;
    if (!title.empty()) title += ' ';
    for (const char c : words_of(heading.content)) title += c == '"' ? '\'' : c;
    const std::string instruction = "TC \"" + title + "\" \\f C \\l " + std::to_string(heading.level);
    const std::string field =
        tag("w:r", {}, tag("w:fldChar", {{"w:fldCharType", "begin"}})) +
        tag("w:r", {}, "<w:rPr><w:vanish/></w:rPr>" + tag("w:instrText", {{"xml:space", "preserve"}}, instruction)) +
        field_end();
    body.put_before_next(writing.places.placed(bookmark, field));
}

}  // namespace

void start_section(DocxWriting& writing, const DocxPageStretch& section, DocxBody& body) {
    if (!body.at_section_start()) body.end_section(writing.furniture.properties(writing.section));
    writing.section = section;
}

void add_heading(DocxWriting& writing, const Heading& told, DocxBody& body, const DocxMeasure& measure) {
    const std::string role = role_of(told);
    const std::string bookmark = writing.places.bookmark(told);
    const Heading heading = with_number(writing, told);
    if (!heading.content.empty()) writing.heading = words_of(heading.content);
    const bool begins_page = !measure.in_cell && (heading.level <= 1 || heading.verbatim);
    if (begins_page) start_section(writing, {.running = running_of(heading)}, body);
    if (!heading.printed) return add_silent(writing, heading, bookmark, body);
    if (!measure.in_cell) add_kicker(writing, heading, body);
    ParagraphLook look = look_of(writing, role, measure);
    const bool counted = set_list(writing, heading, role, measure.in_cell, look);
    if (!counted) set_room(writing, heading, role, measure.in_cell, look);
    const std::string runs =
        counted ? writing.inlines.runs(heading.content, role) : spelled(writing, heading, role, measure.in_cell);
    if (heading.verbatim && heading.level > 1) look.outline_level = heading.level - 1;
    const Space styled = styled_space(writing.style, role);
    const Space space = heading.compact && role == "h2" ? writing.style.space("h2-compact") : styled;
    body.add_paragraph(look, writing.places.placed(bookmark, runs), space, styled);
    body.fix_below();
}

}  // namespace rapporteur
