#include "readers/markdown/pipe_table.h"

#include <algorithm>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_cell = 8;  // printed lines of one cell in an open row

/// The part [begin, end) of a line, without white space at its ends.
Line piece(const Line& line, std::size_t begin, std::size_t end) {
    while (begin < end && line.text[begin] == ' ') ++begin;
    while (end > begin && line.text[end - 1] == ' ') --end;
    Line out;
    out.text = line.text.substr(begin, end - begin);
    out.number = line.number;
    out.page = line.page;
    for (const Run& run : line.runs) {
        Run cut = run;
        cut.range = {std::clamp(run.range.begin, begin, end) - begin, std::clamp(run.range.end, begin, end) - begin};
        if (!cut.range.empty()) out.runs.push_back(std::move(cut));
    }
    return out;
}

/// The line cut at each of `at`, leaving out `skip` bytes there.
std::vector<Line> cut_at(const Line& line, const std::vector<std::size_t>& at, std::size_t skip) {
    std::vector<Line> out;
    std::size_t begin = 0;
    for (const std::size_t cut : at) {
        out.push_back(piece(line, begin, cut));
        begin = cut + skip;
    }
    out.push_back(piece(line, std::min(begin, line.text.size()), line.text.size()));
    return out;
}

std::vector<Line> cells_of(const Line& line) {
    std::vector<std::size_t> pipes;
    for (std::size_t at = line.text.find('|'); at != std::string::npos; at = line.text.find('|', at + 1))
        pipes.push_back(at);
    return cut_at(line, pipes, 1);
}

}  // namespace

std::vector<Line> grid_cells(const Line& line) {
    std::vector<Line> cells = cells_of(line);
    if (line.text.starts_with('|')) cells.erase(cells.begin());
    if (line.text.ends_with('|') && cells.size() > 1) cells.pop_back();
    return cells;
}

bool is_ruling(const Line& line) {
    return line.text.find('-') != std::string::npos && line.text.find('|') != std::string::npos &&
           line.text.find_first_not_of("|-:+ =") == std::string::npos;
}

namespace {

bool goes_on(const std::vector<Line>& lines, std::size_t at) { return at < lines.size() && !lines[at].after_space; }

bool has_pipe(const Line& line) { return line.text.find('|') != std::string::npos; }

bool starts_grid(const std::vector<Line>& lines, std::size_t at) {
    if (!has_pipe(lines[at]) || is_ruling(lines[at])) return false;
    if (!goes_on(lines, at + 1)) return false;
    if (is_ruling(lines[at + 1])) return true;
    const std::size_t cells = grid_cells(lines[at]).size();
    const bool boxed = lines[at].text.starts_with('|') && lines[at + 1].text.starts_with('|');
    const bool inner = !lines[at].text.ends_with('|') && !lines[at + 1].text.ends_with('|');
    return cells >= 2 && (boxed || inner) && grid_cells(lines[at + 1]).size() == cells;
}

TextTable read_grid(const std::vector<Line>& lines, std::size_t at, std::string_view language) {
    TableText table(language);
    std::size_t i = at;
    for (; i < lines.size() && (i == at || goes_on(lines, i)) && has_pipe(lines[i]); ++i) {
        if (is_ruling(lines[i])) {
            if (table.rows() == 1) table.mark_header();
            continue;
        }
        table.start_row();
        for (const Line& cell : grid_cells(lines[i])) table.add_cell({cell});
    }
    return {table.finish(lines[at].number, lines[at].page), i};
}

bool is_lone_pipe(const Line& line) {
    return !line.text.empty() && line.text.find_first_not_of("| ") == std::string::npos;
}

bool closes_cell(const Line& line) { return line.text.ends_with('|') && !line.text.starts_with('|'); }

/// The line that ends the cell which begins at `at`, or nothing where prose or a list comes first.
std::optional<std::size_t> end_of_cell(const std::vector<Line>& lines, std::size_t at) {
    for (std::size_t i = at; i < lines.size() && i < at + longest_cell; ++i) {
        if (i > at && lines[i].after_space) return std::nullopt;
        if (is_lone_pipe(lines[i])) return i > at ? std::optional(i) : std::nullopt;
        if (closes_cell(lines[i])) {
            const bool of_its_own = i > at && (cells_of(lines[i]).size() > 2 && label_at(lines[i].text));
            return of_its_own ? std::nullopt : std::optional(i);
        }
        const auto label = label_at(lines[i].text);
        if (label && label->bulleted) return std::nullopt;
        if (has_pipe(lines[i]) || lines[i].text.size() > 400) return std::nullopt;
    }
    return std::nullopt;
}

/// Reads open rows one by one.
class OpenRows {
public:
    OpenRows(const std::vector<Line>& lines, std::size_t at, std::string_view language)
        : lines_(lines), at_(at), begin_(at), table_(language) {}

    std::optional<TextTable> read() {
        while (at_ < lines_.size() && (at_ == begin_ || !lines_[at_].after_space)) {
            if (is_lone_pipe(lines_[at_])) {
                if (table_.empty()) return std::nullopt;
                table_.add_cell({});
                ++at_;
                continue;
            }
            const auto end = end_of_cell(lines_, at_);
            if (!end || splits_before(*end)) break;
            add_row(*end);
        }
        if (table_.rows() < 2) return std::nullopt;
        return TextTable{table_.finish(lines_[begin_].number, lines_[begin_].page), at_};
    }

private:
    /// A date inside a cell that has not closed begins a row of its own: what stands before it is no part of the table.
    bool splits_before(std::size_t end) const {
        for (std::size_t i = at_ + 1; i < end; ++i) {
            if (is_date_line(lines_[i].text)) return true;
        }
        return end > at_ && closes_cell(lines_[end]) &&
               is_date_line(piece(lines_[end], 0, lines_[end].text.find('|')).text);
    }

    void add_row(std::size_t end) {
        table_.start_row();
        std::vector<Line> printed(lines_.begin() + static_cast<long>(at_), lines_.begin() + static_cast<long>(end));
        at_ = end + 1;
        if (is_lone_pipe(lines_[end])) {
            table_.add_cell(printed);
            add_empty(lines_[end], 1);
            return;
        }
        std::vector<Line> cells = cells_of(lines_[end]);
        cells.pop_back();
        printed.push_back(cells.front());
        table_.add_cell(printed);
        for (std::size_t i = 1; i < cells.size(); ++i)
            table_.add_cell(cells[i].text.empty() ? std::vector<Line>{} : std::vector{cells[i]});
    }

    void add_empty(const Line& line, long closing) {
        const long pipes = std::count(line.text.begin(), line.text.end(), '|');
        for (long i = closing; i < pipes; ++i) table_.add_cell({});
    }

    const std::vector<Line>& lines_;
    std::size_t at_;
    std::size_t begin_;
    TableText table_;
};

/// "Introduction ........ 3": where its dots begin and end, or nothing.
std::optional<Range> leader_of(std::string_view text) {
    const std::size_t begin = text.find(".....");
    if (begin == std::string_view::npos) return std::nullopt;
    const std::size_t end = std::min(text.find_first_not_of(". ", begin), text.size());
    return Range{begin, end};
}

std::optional<TextTable> read_contents(const std::vector<Line>& lines, std::size_t at, std::string_view language) {
    TableText table(language);
    std::size_t i = at;
    for (; i < lines.size(); ++i) {
        const auto leader = leader_of(lines[i].text);
        if (!leader) break;
        table.start_row();
        table.add_cell({piece(lines[i], 0, leader->begin)});
        table.add_cell({piece(lines[i], leader->end, lines[i].text.size())});
    }
    if (i < at + 2) return std::nullopt;
    return TextTable{table.finish(lines[at].number, lines[at].page), i};
}

std::size_t tab_columns(const Line& line) { return line.tabs.size() + 1; }

std::optional<TextTable> read_tabbed(const std::vector<Line>& lines, std::size_t at, std::string_view language) {
    const std::size_t columns = tab_columns(lines[at]);
    std::size_t end = at;
    while (end < lines.size() && (end == at || goes_on(lines, end)) && tab_columns(lines[end]) == columns) {
        const auto label = label_at(lines[end].text);
        if (columns == 2 && label && label->length >= lines[end].tabs.front()) break;
        ++end;
    }
    if (columns < 2 || end < at + 2) return std::nullopt;
    TableText table(language);
    for (std::size_t i = at; i < end; ++i) {
        table.start_row();
        for (const Line& cell : cut_at(lines[i], lines[i].tabs, 0)) table.add_cell({cell});
    }
    return TextTable{table.finish(lines[at].number, lines[at].page), end};
}

}  // namespace

void TableText::start_row(bool header) {
    draft_.block.rows.push_back({{}, header});
    row_begin_ = draft_.text.size();
}

void TableText::mark_header() { draft_.block.rows.back().header = true; }

void TableText::add_line(const Line& line) {
    const std::size_t base = draft_.text.size();
    draft_.text += line.text;
    for (Run run : line.runs) {
        run.range = {run.range.begin + base, run.range.end + base};
        draft_.block.runs.push_back(std::move(run));
    }
}

void TableText::add_cell(const std::vector<Line>& printed, int columns, int rows) {
    std::vector<Cell>& cells = draft_.block.rows.back().cells;
    const bool empty = std::all_of(printed.begin(), printed.end(), [](const Line& line) { return line.text.empty(); });
    if (!empty && !draft_.text.empty()) draft_.text += draft_.text.size() > row_begin_ ? " | " : "\n";
    const std::size_t begin = draft_.text.size();
    for (const Line& line : printed) {
        if (line.text.empty()) continue;
        if (draft_.text.size() > begin) {
            const std::string_view above = std::string_view(draft_.text).substr(begin);
            const bool on = starts_low(line.text) || ends_open(above, language_);
            draft_.text += on ? ' ' : '\n';
        }
        add_line(line);
    }
    cells.push_back({{begin, draft_.text.size()}, columns, rows});
}

Draft TableText::finish(int line, int page) {
    draft_.block.kind = BlockKind::table;
    draft_.block.line = line;
    draft_.block.page = page;
    draft_.block.range = {0, draft_.text.size()};
    draft_.printed_lines = static_cast<int>(draft_.block.rows.size());
    return std::move(draft_);
}

bool starts_open_row(const std::vector<Line>& lines, std::size_t at) {
    return at < lines.size() && closes_cell(lines[at]);
}

std::optional<TextTable> read_table(const std::vector<Line>& lines, std::size_t at, std::string_view language) {
    if (starts_grid(lines, at)) return read_grid(lines, at, language);
    const bool open = closes_cell(lines[at]) || (goes_on(lines, at + 1) && is_lone_pipe(lines[at + 1])) ||
                      (is_date_line(lines[at].text) && end_of_cell(lines, at).has_value());
    if (open) {
        if (auto table = OpenRows(lines, at, language).read()) return table;
    }
    if (leader_of(lines[at].text)) return read_contents(lines, at, language);
    if (!lines[at].tabs.empty()) return read_tabbed(lines, at, language);
    return std::nullopt;
}

}  // namespace rapporteur
