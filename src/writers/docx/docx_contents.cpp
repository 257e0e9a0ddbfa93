#include "writers/docx/docx_contents.h"

#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

// Headings of two levels by style and by outline level, entries of their own (TC), links, no tab leaders in web view.
constexpr const char* instruction = "TOC \\o \"1-2\" \\f C \\h \\z \\u";

std::string role_of(const ContentsEntry& entry) { return entry.level <= 1 ? "contents-1" : "contents-2"; }

std::string entry_runs(const DocxWriting& writing, const ContentsEntry& entry) {
    const std::string to_next_stop = run_around({}, "<w:tab/>");
    const std::string around = role_of(entry);
    std::string runs;
    if (!entry.number.empty())
        runs += writing.inlines.text(entry.number, "contents-number", around, true) + to_next_stop;
    runs += writing.inlines.text(entry.title) + to_next_stop;
    if (!entry.change.empty())
        runs += writing.inlines.text(entry.change, "contents-change", around, true) + to_next_stop;
    runs += field_xml({}, "PAGEREF " + entry.bookmark + " \\h", entry.page);
    return tag("w:hyperlink", {{"w:anchor", entry.bookmark}, {"w:history", "1"}}, runs);
}

}  // namespace

void add_contents(DocxWriting& writing, const Contents& contents, DocxBody& body) {
    start_section(writing, {.running = contents.title}, body);
    ParagraphLook title{.style = toc_heading_style, .hanging = 0};
    if (!contents.title.empty()) writing.heading = contents.title;
    if (!contents.title.empty())
        body.add_paragraph(title, writing.inlines.text(contents.title), styled_space(writing.style, "h1"));
    const double change_stop = writing.style.contents.change_x - writing.style.page.left;
    const auto& entries = writing.places.contents();
    for (std::size_t i = 0; i < entries.size(); ++i) {
        ParagraphLook look{.style = style_id(writing.style, role_of(entries[i]))};
        if (entries[i].number.empty()) look.hanging = 0;
        if (!entries[i].change.empty()) look.tabs = tag("w:tabs", {}, tab_stop("right", change_stop));
        std::string runs = entry_runs(writing, entries[i]);
        if (i == 0) runs = field_begin(instruction) + runs;
        if (i + 1 == entries.size()) runs += field_end();
        if (i == 0) look.borders = "<w:pBdr><w:top w:val=\"nil\"/></w:pBdr>";
        const double above = entries[i].level <= 1 && i > 0 ? writing.style.contents.group_gap : 0;
        const double below = i + 1 == entries.size() ? writing.style.space("contents").after : 0;
        body.add_paragraph(look, runs, {above, below}, {});
    }
}

}  // namespace rapporteur
