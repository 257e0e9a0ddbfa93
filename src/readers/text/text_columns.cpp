#include "readers/text/text_columns.h"

#include <algorithm>
#include <string>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int widest_line = 240;  // columns of paper; more is no drawn table
constexpr std::size_t most_rows = 2000;
constexpr int long_cell = 25;  // characters, on the average: prose in columns of a page

/// A stretch of a line between wide gaps: its bytes and its columns on paper.
struct Stretch {
    Range range;
    int from = 0;
    int to = 0;
};

std::vector<Stretch> stretches_of(const Line& line) {
    std::vector<Stretch> out;
    std::size_t begin = 0;
    int from = line.indent;
    for (std::size_t i = 0; i <= line.gaps.size(); ++i) {
        const bool last = i == line.gaps.size();
        std::size_t end = last ? line.text.size() : line.gaps[i].at;
        const std::size_t next = end;
        while (end > begin && line.text[end - 1] == ' ') --end;
        const auto width = static_cast<int>(count_code_points(std::string_view(line.text).substr(begin, end - begin)));
        if (end > begin) out.push_back({{begin, end}, from, from + width});
        begin = next;
        if (!last) from = line.gaps[i].column;
    }
    return out;
}

/// A line that is drawn under a header or between rows.
bool is_drawn(const Line& line) {
    return line.text.size() >= 3 && line.text.find_first_not_of("-=+_ ") == std::string::npos;
}

struct Cells {
    std::size_t line = 0;
    std::vector<Range> ranges;  // one for each column, empty where the cell is

    std::size_t filled() const {
        return static_cast<std::size_t>(
            std::count_if(ranges.begin(), ranges.end(), [](const Range& range) { return !range.empty(); }));
    }
};

class ColumnTable {
public:
    ColumnTable(const std::vector<Line>& lines, std::size_t at, std::string_view language)
        : lines_(lines), begin_(at), end_(at), language_(language) {}

    std::optional<TextTable> read() {
        if (lines_[begin_].gaps.empty()) return std::nullopt;
        gather();
        if (members_.size() < 3 || rivers_.empty()) return std::nullopt;
        cut();
        if (!is_table()) return std::nullopt;
        parted_by_blanks_ = are_parted_by_blanks();
        return TextTable{draw(), end_};
    }

private:
    /// Takes lines as long as a white column runs through all of them.
    void gather() {
        for (; end_ < lines_.size() && members_.size() < most_rows; ++end_) {
            const Line& line = lines_[end_];
            if (end_ > begin_ && (line.page != lines_[begin_].page || line.after_break)) break;
            if (is_drawn(line)) {
                if (drawn_ == 0) drawn_ = members_.size();
                continue;
            }
            const bool apart = end_ > begin_ && line.after_space && !is_drawn(lines_[end_ - 1]);
            if (apart && (line.gaps.empty() || members_.size() < 2)) break;
            if (!line.tabs.empty() || !fits(line, apart)) {
                torn_ = !line.after_space;
                break;
            }
            members_.push_back(end_);
        }
    }

    /// True where the white columns stay; after a blank line each stretch must stand in a column of its own.
    bool fits(const Line& line, bool apart) {
        std::vector<bool> covered = covered_;
        const std::vector<Stretch> stretches = stretches_of(line);
        for (const Stretch& stretch : stretches) {
            if (stretch.to > widest_line) return false;
            if (static_cast<std::size_t>(stretch.to) > covered.size())
                covered.resize(static_cast<std::size_t>(stretch.to));
            std::fill(covered.begin() + stretch.from, covered.begin() + stretch.to, true);
        }
        std::vector<int> rivers = rivers_in(covered);
        if (rivers.empty() || rivers.size() * 2 < rivers_.size()) return false;
        if (apart && (rivers.size() != rivers_.size() || stretches.size() > rivers.size() + 1)) return false;
        covered_ = std::move(covered);
        rivers_ = std::move(rivers);
        return true;
    }

    /// Where columns end: the white stretches of two columns or more between printed ones.
    static std::vector<int> rivers_in(const std::vector<bool>& covered) {
        std::vector<int> out;
        int white = 0;
        bool printed = false;
        for (std::size_t i = 0; i < covered.size(); ++i) {
            if (covered[i] && white >= 2 && printed) out.push_back(static_cast<int>(i) - white);
            printed = printed || covered[i];
            white = covered[i] ? 0 : white + 1;
        }
        return out;
    }

    void cut() {
        for (const std::size_t member : members_) {
            Cells cells{member, std::vector<Range>(rivers_.size() + 1)};
            for (const Stretch& stretch : stretches_of(lines_[member])) {
                const auto column = static_cast<std::size_t>(
                    std::upper_bound(rivers_.begin(), rivers_.end(), stretch.from) - rivers_.begin());
                Range& range = cells.ranges[column];
                range = range.empty() ? stretch.range : Range{range.begin, stretch.range.end};
            }
            rows_.push_back(std::move(cells));
        }
    }

    std::string_view text_at(const Cells& row, std::size_t column) const {
        const Range& range = row.ranges[column];
        return std::string_view(lines_[row.line].text).substr(range.begin, range.size());
    }

    bool is_table() const {
        const auto full = std::count_if(rows_.begin(), rows_.end(), [](const Cells& row) { return row.filled() > 1; });
        if (full < 3 && !(drawn_ > 0 && full == 2)) return false;
        if (static_cast<std::size_t>(full) * 10 < rows_.size() * 6 || (torn_ && full < 5)) return false;
        return !is_led_by_signs() && !is_page_in_columns();
    }

    /// Labels, times or names with a colon lead the lines: a list, a programme, a form.
    bool is_led_by_signs() const {
        std::size_t led = 0;
        std::size_t times = 0;
        std::size_t all = 0;
        for (const Cells& row : rows_) {
            const std::string_view first = text_at(row, 0);
            if (first.empty()) continue;
            ++all;
            const auto label = label_at(std::string(first) + "\tX");
            if ((label && label->length > first.size()) || first.ends_with(':')) ++led;
            const bool figures = first.front() >= '0' && first.front() <= '9';
            if (figures && first.size() <= 13 && first.find_first_of(":.h") != std::string_view::npos) ++times;
        }
        if (led * 2 >= all) return true;
        return rivers_.size() == 1 && times * 2 >= all;
    }

    /// Prose set in the columns of a page.
    bool is_page_in_columns() const {
        for (std::size_t column = 0; column <= rivers_.size(); ++column) {
            std::size_t sum = 0;
            std::size_t cells = 0;
            for (const Cells& row : rows_) {
                sum += text_at(row, column).size();
                cells += row.ranges[column].empty() ? 0 : 1;
            }
            if (sum < cells * long_cell) return false;
        }
        return true;
    }

    bool has_figures(const Cells& row) const {
        for (std::size_t column = 1; column < row.ranges.size(); ++column) {
            if (text_at(row, column).find_first_of("0123456789") != std::string_view::npos) return true;
        }
        return false;
    }

    /// Rows above a drawn line, or a first row of words above rows of figures.
    std::size_t header_rows() const {
        if (drawn_ > 0) return drawn_ <= 3 && drawn_ < rows_.size() ? drawn_ : 0;
        const bool words = rows_[0].filled() > 1 && !has_figures(rows_[0]);
        return words && std::all_of(rows_.begin() + 1, rows_.end(), [&](const Cells& row) { return has_figures(row); })
                   ? 1
                   : 0;
    }

    /// A row without a first cell, or with that alone and set in, goes on in the cells of the row above.
    bool goes_on(std::size_t row, std::size_t headers) const {
        const Line& line = lines_[rows_[row].line];
        if (row == 0 || row == headers || line.after_space) return false;
        if (parted_by_blanks_) return true;
        const bool set_in = rows_[row].filled() == 1 && line.indent > lines_[rows_[row - 1].line].indent;
        return rows_[row].ranges[0].empty() || set_in;
    }

    /// Blank lines stand between rows, since cells wrap: some go on with a small letter, and none does after a blank.
    bool are_parted_by_blanks() const {
        std::size_t blanks = 0;
        std::size_t wraps = 0;
        for (std::size_t row = 1; row < rows_.size(); ++row) {
            const bool blank = lines_[rows_[row].line].after_space;
            bool low = false;
            for (std::size_t column = 0; column <= rivers_.size(); ++column)
                low = low || (!rows_[row - 1].ranges[column].empty() && starts_low(text_at(rows_[row], column)));
            if (blank && low) return false;
            blanks += blank ? 1 : 0;
            wraps += low ? 1 : 0;
        }
        return blanks >= 2 && wraps >= 2;
    }

    Line piece(const Cells& row, std::size_t column) const {
        const Line& line = lines_[row.line];
        const Range& range = row.ranges[column];
        Line out;
        out.text = line.text.substr(range.begin, range.size());
        for (const Run& run : line.runs) {
            Run part = run;
            part.range = {std::clamp(run.range.begin, range.begin, range.end) - range.begin,
                          std::clamp(run.range.end, range.begin, range.end) - range.begin};
            if (!part.range.empty()) out.runs.push_back(std::move(part));
        }
        return out;
    }

    Draft draw() const {
        TableText table(language_);
        const std::size_t headers = header_rows();
        for (std::size_t row = 0; row < rows_.size();) {
            std::size_t end = row + 1;
            while (end < rows_.size() && goes_on(end, headers)) ++end;
            table.start_row(row < headers);
            for (std::size_t column = 0; column <= rivers_.size(); ++column) {
                std::vector<Line> printed;
                for (std::size_t i = row; i < end; ++i) {
                    if (!rows_[i].ranges[column].empty()) printed.push_back(piece(rows_[i], column));
                }
                table.add_cell(printed);
            }
            row = end;
        }
        return table.finish(lines_[begin_].number, lines_[begin_].page);
    }

    const std::vector<Line>& lines_;
    std::size_t begin_;
    std::size_t end_;
    std::string_view language_;
    std::vector<std::size_t> members_;
    std::vector<bool> covered_;
    std::vector<int> rivers_;  // columns of paper at which columns of the table end
    std::vector<Cells> rows_;
    std::size_t drawn_ = 0;  // rows above the first drawn line
    bool torn_ = false;      // a line of another kind follows at once
    bool parted_by_blanks_ = false;
};

}  // namespace

std::optional<TextTable> read_columns(const std::vector<Line>& lines, std::size_t at, std::string_view language) {
    return ColumnTable(lines, at, language).read();
}

}  // namespace rapporteur
