#include "readers/text/page_columns.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <optional>
#include <string_view>

#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t widest_line = 240;  // columns of paper
constexpr std::size_t most_lines = 200;   // of a page
constexpr std::size_t narrowest = 2;      // columns of paper between two columns of text
constexpr std::size_t least_lines = 5;    // of a column
constexpr std::size_t least_width = 18;   // characters of its lines, on the average
constexpr int most_columns = 4;

using Lines = std::vector<RawLine>;

/// The byte of `text` at a column of the paper, its end where it is shorter.
std::size_t byte_at(std::string_view text, std::size_t column) {
    std::size_t at = 0;
    for (; column > 0 && at < text.size(); --column) at += decode_at(text, at).bytes;
    return std::min(at, text.size());
}

/// Which columns of the paper a line covers; single spaces count as covered.
std::vector<bool> print_of(std::string_view text) {
    std::vector<bool> out;
    for (std::size_t at = 0; at < text.size() && out.size() < widest_line; at += decode_at(text, at).bytes)
        out.push_back(text[at] != ' ');
    for (std::size_t i = 1; i + 1 < out.size(); ++i) {
        if (!out[i] && out[i - 1] && out[i + 1]) out[i] = true;
    }
    return out;
}

bool has_wide_gap(std::string_view text) { return trim(text).find("  ") != std::string_view::npos; }

/// White columns of the paper with print on both sides.
struct River {
    std::size_t from = 0, to = 0;
};

std::vector<River> rivers_in(const std::vector<bool>& covered) {
    std::vector<River> out;
    std::size_t last = covered.size();  // the last printed column
    for (std::size_t i = 0; i < covered.size(); ++i) {
        if (!covered[i]) continue;
        if (last < i && i - last > narrowest) out.push_back({last + 1, i});
        last = i;
    }
    return out;
}

/// A line closed a river or began left of the column behind it, as a heading over several columns does.
bool narrows(const std::vector<River>& before, const std::vector<River>& after) {
    if (after.size() < before.size()) return true;
    return !std::equal(before.begin(), before.end(), after.begin(),
                       [](const River& wide, const River& narrow) { return narrow.to + 1 >= wide.to; });
}

/// Lines of one page that the same white columns run through.
struct Stretch {
    std::size_t begin = 0, end = 0;
    std::vector<River> rivers;
};

/// The longest stretch that begins with line `begin`.
Stretch stretch_at(const Lines& lines, std::size_t begin) {
    Stretch out{begin, begin, {}};
    std::vector<bool> covered;
    for (; out.end < lines.size() && out.end - begin < most_lines; ++out.end) {
        const RawLine& line = lines[out.end];
        const bool breaks = out.end > begin && (line.page != lines[begin].page || line.after_break);
        if (breaks || line.text.find('\t') != std::string_view::npos) break;
        const std::vector<bool> print = print_of(line.text);
        if (print.size() >= widest_line) break;
        std::vector<bool> both = covered;
        both.resize(std::max(both.size(), print.size()));
        for (std::size_t i = 0; i < print.size(); ++i) both[i] = both[i] || print[i];
        std::vector<River> rivers = rivers_in(both);
        if (rivers.empty() || (out.end - begin > least_lines && narrows(out.rivers, rivers))) break;
        covered = std::move(both);
        out.rivers = std::move(rivers);
    }
    return out;
}

/// The lines of a stretch cut at a river: what stands on one side of it.
class Column {
public:
    void add(const RawLine& line, std::string_view text) {
        lines_.push_back(line);
        lines_.back().text = text;
        if (trim(text).empty()) return;
        ++printed_;
        const std::size_t width = count_code_points(trim(text));
        width_ += width;
        widest_ = std::max(widest_, width + text.find_first_not_of(' '));
        words_ += count_words(text);
        if (!starts(lines_.size() - 1)) {
            ++pairs_;
            if (goes_on(lines_[lines_.size() - 2], lines_.back())) ++wraps_;
        }
    }

    /// Whether a paragraph may begin in line i: nothing stands above it.
    bool starts(std::size_t i) const {
        return !trim(lines_[i].text).empty() && (i == 0 || trim(lines_[i - 1].text).empty());
    }

    /// Lines of several words, of which many go on in the next.
    bool is_prose() const {
        return printed_ >= least_lines && width_ >= printed_ * least_width &&
               static_cast<std::size_t>(words_) >= printed_ * 3 && wraps_ * 10 >= pairs_ * 3 && pairs_ >= 3;
    }

    /// Its lines from the first printed one to the last, each with the width of the column. Blank ones within a
    /// sentence are gone: only the other column had print at their height.
    Lines lines() const {
        Lines out;
        for (auto line = first_printed(); line != last_printed(); ++line) {
            if (is_printed(*line) && !out.empty() && !is_printed(out.back()) && goes_on(out[out.size() - 2], *line))
                out.pop_back();
            if (!is_printed(*line) && !is_printed(out.back())) continue;
            out.push_back(*line);
            out.back().column_width = static_cast<int>(widest_);
        }
        return out;
    }

    std::size_t size() const { return lines_.size(); }

    /// The sentence at its end goes on at the top of the next column.
    bool runs_on_in(const Column& next) const { return goes_on(*std::prev(last_printed()), *next.first_printed()); }

private:
    static bool is_printed(const RawLine& line) { return !trim(line.text).empty(); }
    /// One sentence runs through both lines.
    static bool goes_on(const RawLine& above, const RawLine& below) {
        return !ends_clause(trim(above.text)) && starts_low(trim(below.text));
    }
    Lines::const_iterator first_printed() const { return std::find_if(lines_.begin(), lines_.end(), is_printed); }
    Lines::const_iterator last_printed() const {
        return std::find_if(lines_.rbegin(), lines_.rend(), is_printed).base();
    }

    Lines lines_;
    std::size_t printed_ = 0;
    std::size_t width_ = 0;   // of all lines together
    std::size_t widest_ = 0;  // where the longest line ends
    std::size_t pairs_ = 0;   // of lines right under each other
    std::size_t wraps_ = 0;   // those of them that one sentence runs through
    int words_ = 0;
};

/// Rows of a table begin at one height in all its columns; the paragraphs of columns do so by chance.
bool begin_together(const Column& left, const Column& right) {
    std::size_t starts = 0;
    std::size_t common = 0;
    for (std::size_t i = 1; i < left.size(); ++i) {
        starts += left.starts(i) ? 1 : 0;
        common += left.starts(i) && right.starts(i) ? 1 : 0;
    }
    return common > 1 && common * 2 >= starts;
}

struct Columns {
    Column left, right;
};

std::optional<Columns> cut(const Lines& lines, const Stretch& stretch, const River& river) {
    Columns out;
    for (std::size_t i = stretch.begin; i < stretch.end; ++i) {
        const std::string_view text = lines[i].text;
        const std::size_t at = byte_at(text, river.to);
        out.left.add(lines[i], text.substr(0, text.substr(0, at).find_last_not_of(' ') + 1));
        out.right.add(lines[i], text.substr(at));
    }
    if (!out.left.is_prose() || !out.right.is_prose() || begin_together(out.left, out.right)) return std::nullopt;
    return out;
}

Lines ordered(const Lines& lines, int most);

/// Adds the columns one after the other, with a blank line between unless a sentence runs over.
void place(const Columns& columns, int most, Lines& out) {
    const auto add = [&](const Lines& lines) { std::copy(lines.begin(), lines.end(), std::back_inserter(out)); };
    const auto add_blank = [&] {
        out.push_back(out.back());
        out.back().text = {};
    };
    add(columns.left.lines());
    if (!columns.left.runs_on_in(columns.right)) add_blank();
    add(ordered(columns.right.lines(), most - 1));
    add_blank();
}

Lines ordered(const Lines& lines, int most) {
    if (most < 2) return lines;
    Lines out;
    for (std::size_t i = 0; i < lines.size();) {
        if (!has_wide_gap(lines[i].text)) {
            out.push_back(lines[i++]);
            continue;
        }
        const Stretch stretch = stretch_at(lines, i);
        std::optional<Columns> columns;
        for (const River& river : stretch.rivers) {
            if (!columns) columns = cut(lines, stretch, river);
        }
        if (columns) place(*columns, most, out);
        const std::size_t end = std::max(stretch.end, i + 1);
        for (; i < end; ++i) {
            if (!columns) out.push_back(lines[i]);
        }
    }
    return out;
}

}  // namespace

std::vector<RawLine> in_reading_order(const std::vector<RawLine>& lines) { return ordered(lines, most_columns); }

}  // namespace rapporteur
