#include "readers/wrapping.h"

#include <algorithm>

#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int widest_wrap = 130;  // columns: no program wraps wider
constexpr int narrowest_wrap = 45;

/// The column at which lines break, 0 where lines are paragraphs.
int wrap_width(const std::vector<Line>& lines) {
    std::vector<int> columns;
    std::size_t long_lines = 0;
    std::size_t low_starts = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (lines[i].column_width > 0) continue;
        columns.push_back(lines[i].columns + lines[i].indent);
        if (lines[i].columns > widest_wrap) ++long_lines;
        const bool low = i > 0 && !lines[i].after_space && starts_low(lines[i].text) && !ends_clause(lines[i - 1].text);
        if (low && lines[i - 1].columns > narrowest_wrap) ++low_starts;
    }
    if (columns.empty() || long_lines * 33 > columns.size() || low_starts < 2) return 0;
    const auto high = columns.begin() + static_cast<long>(columns.size() * 95 / 100);
    std::nth_element(columns.begin(), high, columns.end());
    return *high > widest_wrap || *high < narrowest_wrap ? 0 : *high;
}

int first_word_columns(std::string_view text) {
    return static_cast<int>(count_code_points(text.substr(0, text.find(' '))));
}

bool is_word_start(std::string_view text) { return starts_low(text) || starts_high(text); }

}  // namespace

Wrapping::Wrapping(const std::vector<Line>& lines, std::string_view language) {
    runs_on_.assign(lines.size(), false);
    int page_width = wrap_width(lines);
    if (page_width == 0) {
        for (const Line& line : lines) page_width = std::max(page_width, 2 * line.column_width);
    }
    wrapped_ = page_width > 0;
    if (!wrapped_) return;
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        const Line& line = lines[i];
        const Line& next = lines[i + 1];
        const int width = line.column_width > 0 ? line.column_width : page_width;
        if (next.after_space || line.hard_break || has_address(head(next.text, 8))) continue;
        const int filled = line.indent + line.columns;
        const bool no_room = filled + 1 + first_word_columns(next.text) > width - 4;
        const bool mid_sentence = starts_low(next.text) || ends_open(line.text, language);
        const bool half = line.columns * 2 >= width;
        const bool nearly_full = filled * 3 >= width * 2 && !ends_clause(line.text) && !is_all_capitals(line.text) &&
                                 (starts_high(next.text) || starts_low(next.text));
        // A line of its own stands much further in; so does the rest of a sentence under a long label.
        const bool set_in = next.indent >= line.indent + 6;
        const bool closed = line.text.ends_with(']') || line.text.ends_with(')') || line.text.ends_with('>');
        const bool one_word = line.text.find(' ') == std::string::npos;
        if (!half || one_word || (set_in && closed)) continue;
        const bool goes_on = mid_sentence && !ends_sentence(line.text) && !closed;
        runs_on_[i] = goes_on || (!set_in && ((no_room && is_word_start(next.text)) || (nearly_full && !closed)));
    }
}

}  // namespace rapporteur
