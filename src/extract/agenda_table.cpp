#include "extract/agenda_table.h"

#include <algorithm>
#include <map>

#include "extract/entry_lines.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t fewest_columns = 2;  // that a header row must name
constexpr int most_columns = 60;           // that one cell spans
constexpr int most_rows = 1000;            // that one cell spans

/// A cell of a table in its place, spans counted.
struct PlacedCell {
    std::size_t row = 0, column = 0;
    std::size_t last_row = 0;
    Range range;
};

std::vector<PlacedCell> placed_cells(const Block& block) {
    std::vector<PlacedCell> placed;
    std::vector<int> taken;  // rows below that a cell of each column reaches into
    for (std::size_t row = 0; row < block.rows.size(); ++row) {
        std::size_t column = 0;
        for (const Cell& cell : block.rows[row].cells) {
            while (column < taken.size() && taken[column] > 0) --taken[column++];
            const int more = std::clamp(cell.rows, 1, most_rows) - 1;
            placed.push_back({row, column, row + static_cast<std::size_t>(more), cell.range});
            for (int i = 0; i < std::clamp(cell.columns, 1, most_columns); ++i, ++column) {
                if (column >= taken.size()) taken.resize(column + 1);
                taken[column] = more;
            }
        }
        for (; column < taken.size(); ++column) taken[column] = std::max(0, taken[column] - 1);
    }
    return placed;
}

class TableReader {
public:
    TableReader(const Document& document, std::size_t at, const AgendaWords& words)
        : document_(document), at_(at), block_(document.blocks[at]), words_(words), cells_(placed_cells(block_)) {}

    std::vector<AgendaEntry> read() {
        if (!add_days() && !add_rooms()) add_rows();
        return std::move(entries_);
    }

private:
    std::string_view text_of(const Range& range) const { return trim(document_.slice(range)); }

    /// What the columns of a header row say; empty where it is none.
    std::vector<std::string> columns_of(const Row& row) const {
        std::vector<std::string> columns;
        std::size_t known = 0;
        for (const Cell& cell : row.cells) {
            const std::string_view text = text_of(cell.range);
            const RuleMatch found = words_.column(text);
            known += found.rule != nullptr ? 1 : 0;
            for (int i = 0; i < std::clamp(cell.columns, 1, most_columns); ++i)
                columns.emplace_back(found.field(text, "column"));
        }
        const auto holds = [&](std::string_view what) {
            return std::find(columns.begin(), columns.end(), what) != columns.end();
        };
        // "Item" heads the titles where no other column does, else their numbers.
        const std::string item = holds("title") ? "number" : "title";
        std::replace(columns.begin(), columns.end(), std::string("item"), item);
        const bool has_title = holds("title");
        return known >= fewest_columns && has_title ? columns : std::vector<std::string>{};
    }

    /// A calendar has a day in every row; in a programme a day stands beside several.
    bool days_span_rows() const {
        std::size_t days = 0, rows = 0;
        for (const PlacedCell& cell : cells_) {
            if (cell.column == 0) ++rows;
            if (cell.column == 0 && sets_day(text_of(cell.range))) days += 1 + 2 * (cell.last_row - cell.row);
        }
        return days > 0 && (days < rows / 2 || days > rows);
    }

    void add_rows() {
        std::vector<std::string> columns;
        days_span_rows_ = days_span_rows();
        for (std::size_t row = 0, cell = 0; row < block_.rows.size(); ++row) {
            const std::size_t first = cell;
            while (cell < cells_.size() && cells_[cell].row == row) ++cell;
            auto header = columns_of(block_.rows[row]);
            if (!header.empty()) {
                columns = std::move(header);
                continue;
            }
            AgendaEntry entry = row_entry();
            if (columns.empty() || block_.rows[row].cells.size() < fewest_columns) {
                read_cells(first, cell, entry);
            } else {
                for (std::size_t i = first; i < cell; ++i) {
                    const std::size_t column = cells_[i].column;
                    read_cell(column < columns.size() ? columns[column] : std::string{}, cells_[i], entry);
                }
                if (entry.start.empty() && time_.last_row >= row && time_.row < row)
                    take_times(text_of(time_.range), entry);
                split_number(document_, words_, entry);
            }
            push(std::move(entry));
        }
    }

    /// A cell with several numbers beside one with as many lines holds as many items.
    void push(AgendaEntry entry) {
        const auto numbers =
            entry.number.find('\n') == std::string::npos ? std::vector<std::string_view>{} : split(entry.number, '\n');
        if (numbers.size() > 1 && numbers.size() == entry.lines.size()) {
            for (std::size_t i = 0; i < numbers.size(); ++i) {
                AgendaEntry one = entry;
                one.number = bare_label(trim(numbers[i]));
                one.lines = {entry.lines[i]};
                entries_.push_back(std::move(one));
            }
            return;
        }
        if (!entry.lines.empty() || !entry.people.empty()) entries_.push_back(std::move(entry));
    }

    /// The cells of the first column that are hours, by row.
    std::map<std::size_t, Range> hours() const {
        std::map<std::size_t, Range> hours;
        for (const PlacedCell& cell : cells_) {
            if (cell.column == 0 && words_.times(text_of(cell.range))) hours[cell.row] = cell.range;
        }
        return hours;
    }

    /// What a cell of a timetable holds, from its row's hour to that of the last row that it reaches into.
    void add_cell(const PlacedCell& cell, const std::map<std::size_t, Range>& hours) {
        AgendaEntry entry = row_entry();
        entry.lines = lines_in(document_, cell.range, words_);
        const auto hour = hours.find(cell.row), last = hours.find(cell.last_row);
        if (hour != hours.end()) take_times(text_of(hour->second), entry);
        if (cell.last_row > cell.row && last != hours.end() && !entry.end.empty()) {
            AgendaEntry end = row_entry();
            if (take_times(text_of(last->second), end) && !end.end.empty()) entry.end = end.end;
        }
        push(std::move(entry));
    }

    /// A timetable with its days across the head and its hours at the side is read day by day. False where the table is
    /// none.
    bool add_days() {
        std::map<std::size_t, Range> days;  // by column
        for (const PlacedCell& cell : cells_) {
            const auto setting = cell.row == 0 ? words_.setting(text_of(cell.range), {}) : std::nullopt;
            if (setting && setting->sets_day()) days[cell.column] = cell.range;
        }
        const auto hours = this->hours();
        if (days.size() < fewest_columns || hours.size() < fewest_columns) return false;
        for (const auto& [column, day] : days) {
            AgendaEntry head = row_entry();
            head.lines = lines_in(document_, day, words_);
            entries_.push_back(std::move(head));
            for (const PlacedCell& cell : cells_) {
                if (cell.column == column && cell.row > 0) add_cell(cell, hours);
            }
        }
        return true;
    }

    /// A timetable with rooms or tracks across the head and hours at the side is read hour by hour. False where the
    /// table is none.
    bool add_rooms() {
        std::size_t rooms = 0;
        for (const PlacedCell& cell : cells_) {
            if (cell.row > 0) break;
            const std::string_view text = text_of(cell.range);
            if (cell.column > 0 && !text.empty() && !words_.is(text, "parallel-column")) return false;
            rooms += cell.column > 0 && !text.empty() ? 1 : 0;
        }
        const auto hours = this->hours();
        if (rooms < fewest_columns || hours.size() < fewest_columns) return false;
        for (const PlacedCell& cell : cells_) {
            const bool hour = cell.column == 0 && hours.contains(cell.row);
            if (cell.row > 0 && !hour) add_cell(cell, hours);
        }
        return true;
    }

    AgendaEntry row_entry() const {
        AgendaEntry entry;
        entry.block = at_;
        entry.row = true;
        return entry;
    }

    void append(const Range& range, std::vector<Range>& lines) const {
        const auto more = lines_in(document_, range, words_);
        lines.insert(lines.end(), more.begin(), more.end());
    }

    /// Without a header: a label, a time, then lines, in whatever order the cells come.
    void read_cells(std::size_t first, std::size_t last, AgendaEntry& entry) {
        for (std::size_t i = first; i < last; ++i) {
            const std::string_view text = text_of(cells_[i].range);
            if (text.empty()) continue;
            if (entry.number.empty() && entry.lines.empty() && words_.is(text, "label")) {
                entry.number = bare_label(words_.field(text, "label").field(text, "number"));
            } else if (entry.start.empty() && entry.lines.empty() && last - first > 1 && take_times(text, entry)) {
                continue;
            } else if (last - first > 1 && entry.lines.empty() && days_span_rows_ && sets_day(text)) {
                push_setting(cells_[i].range);
            } else {
                append(cells_[i].range, entry.lines);
            }
        }
        split_number(document_, words_, entry);
    }

    bool sets_day(std::string_view text) const {
        const auto setting = words_.setting(text, {});
        return setting && setting->sets_day();
    }

    /// A day or a part of it in a cell beside the items stands above them.
    void push_setting(const Range& range) {
        AgendaEntry setting = row_entry();
        append(range, setting.lines);
        push(std::move(setting));
    }

    bool take_times(std::string_view text, AgendaEntry& entry) const {
        const auto times = words_.times(text);
        if (!times) return false;
        entry.start = times->start;
        entry.end = times->end;
        return true;
    }

    void read_cell(std::string_view column, const PlacedCell& cell, AgendaEntry& entry) {
        const std::string_view text = text_of(cell.range);
        if (text.empty()) return;
        if (column == "number") {
            const RuleMatch label = words_.field(text, "label");
            entry.number = bare_label(label.rule == nullptr ? text : label.field(text, "number"));
        } else if (column == "time") {
            if (!entry.start.empty()) return;  // the same in another zone
            if (take_times(text, entry)) {
                time_ = cell;
            } else if (words_.setting(text, {})) {
                push_setting(cell.range);
            }
        } else if (column == "people") {
            append(cell.range, entry.people);
        } else if (column == "papers") {
            append(cell.range, entry.papers);
        } else if (column == "purpose") {
            entry.purpose = text;
        } else if (column == "day" && words_.setting(text, {})) {
            push_setting(cell.range);
        } else if (column == "title" && entry.number.empty() && entry.lines.empty() && words_.is(text, "label")) {
            entry.number = bare_label(words_.field(text, "label").field(text, "number"));
        } else if (column == "title" || column == "day" || column.empty()) {
            append(cell.range, entry.lines);
        }
    }

    const Document& document_;
    const std::size_t at_;
    const Block& block_;
    const AgendaWords& words_;
    const std::vector<PlacedCell> cells_;
    bool days_span_rows_ = false;
    PlacedCell time_;  // the last cell of a column of times
    std::vector<AgendaEntry> entries_;
};

}  // namespace

std::vector<AgendaEntry> table_entries(const Document& document, std::size_t block, const AgendaWords& words) {
    return TableReader(document, block, words).read();
}

}  // namespace rapporteur
