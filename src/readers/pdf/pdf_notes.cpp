#include "readers/pdf/pdf_notes.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double small_print = 0.94;  // of the text's size

/// The mark that begins a footnote's line, or nothing: raised, or a bare number, letter or sign before smaller print.
std::string mark_of(const PdfLine& line) {
    if (line.words.size() < 2) return "";
    const PdfWord& first = line.words.front();
    if (first.text.size() > 4) return "";
    const bool number = std::all_of(first.text.begin(), first.text.end(), [](char c) { return c >= '0' && c <= '9'; });
    const bool stars = first.text.find_first_not_of('*') == std::string::npos;
    const bool sign = first.text == "†" || first.text == "‡";
    const bool letter = first.text.size() == 1 && first.text[0] >= 'a' && first.text[0] <= 'z';
    if (stars || sign || ((number || letter) && first.raised)) return first.text;
    return number && first.text.size() <= 3 && line.words[1].x0 - first.x1 > 0.2 * line.size ? first.text : "";
}

/// A short rule with nothing but lines from `index` on below it.
bool below_rule(const PdfRegion& region, const PdfPage& page, std::size_t index) {
    const PdfLine& line = region.lines[index];
    const double above = index > 0 ? region.lines[index - 1].bottom() : page.height;
    return std::any_of(page.rules.begin(), page.rules.end(), [&](const PdfRule& rule) {
        const double width = rule.x1 - rule.x0;
        const bool between = rule.y0 >= line.top() - 3 && rule.y0 <= above + 3;
        const bool here = rule.y0 == rule.y1 && rule.x0 < line.x0 + 40 && rule.x0 > region.x0 - 20;
        return between && here && width > 30 && width < 0.55 * (region.x1 - region.x0);
    });
}

/// The first line of the footnotes, or the number of lines where there are none.
std::size_t first_note_line(const PdfRegion& region, const PdfPage& page, double body) {
    std::size_t first = region.lines.size();
    for (std::size_t i = region.lines.size(); i-- > 0;) {
        const PdfLine& line = region.lines[i];
        const bool begins = !mark_of(line).empty();
        if (begins && below_rule(region, page, i)) return i;
        if (line.stands_in() || line.size > small_print * body) break;
        if (begins) first = i;
    }
    return first;
}

}  // namespace

std::vector<PdfNote> take_notes(PdfRegion& region, const PdfPage& page, double body) {
    std::vector<PdfNote> notes;
    const std::size_t first = first_note_line(region, page, body);
    for (std::size_t i = first; i < region.lines.size(); ++i) {
        std::string mark = mark_of(region.lines[i]);
        if (!mark.empty() || notes.empty()) notes.push_back({std::move(mark), {}});
        notes.back().lines.push_back(std::move(region.lines[i]));
    }
    region.lines.resize(first);
    return notes;
}

}  // namespace rapporteur
