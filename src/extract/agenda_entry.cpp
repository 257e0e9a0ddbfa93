#include "extract/agenda_entry.h"

#include <algorithm>
#include <map>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t fewest_columns = 2;      // that a header row must name
constexpr int most_columns = 60;               // that one cell spans
constexpr int most_items_inside = 50;          // of one paragraph
constexpr int fewest_hours = 2;                // that are read as such though they stand as numbers
constexpr std::size_t most_setting_lines = 6;  // of a heading that sets day and time

/// The stretch of `inside` (a view into the document's text) as a range of it.
Range range_in(const Document& document, std::string_view inside) {
    const auto begin = static_cast<std::size_t>(inside.data() - document.text.data());
    return {begin, begin + inside.size()};
}

bool counts(std::string_view label) {
    return std::any_of(label.begin(), label.end(), [](char c) {
        return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    });
}

/// The place in the alphabet of "(a)" or "a", as sub-items are lettered in a line; 0 for other numbers.
int letter_of(std::string_view number) {
    if (number.size() == 3 && number.front() == '(' && number.back() == ')') number = number.substr(1, 1);
    const bool letter = number.size() == 1 && number.front() >= 'a' && number.front() <= 'z';
    return letter ? number.front() - 'a' + 1 : 0;
}

/// True where `next` is the first number below `number`, the next below the same, or the next after it.
bool follows(const std::string& number, const std::string& next) {
    if (const int letter = letter_of(next)) return letter == letter_of(number) + 1;
    const auto ways = read_item_number(number), next_ways = read_item_number(next);
    if (ways.empty() || next_ways.empty()) return false;
    const ItemNumber &above = ways.front(), &below = next_ways.front();
    if (above.style != NumberStyle::decimal || below.style != NumberStyle::decimal) return false;
    if (below.parts.size() > 1) return below.parts.front() == above.parts.front();
    return below.parts.front() == above.parts.front() + 1;
}

class EntryReader {
public:
    EntryReader(const Document& document, const AgendaWords& words) : document_(document), words_(words) {}

    std::vector<AgendaEntry> read(std::size_t first, std::size_t last) {
        dotted_hours_ = numbers_are_hours(first, last);
        for (std::size_t at = first; at < last; ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::table) {
                add_rows(block, at);
            } else if (block.kind != BlockKind::note && block.kind != BlockKind::damaged) {
                add_block(block, at);
            }
        }
        return std::move(entries_);
    }

private:
    std::string_view slice(const Range& range) const { return document_.slice(range); }

    void add_block(const Block& block, std::size_t at) {
        AgendaEntry entry;
        entry.block = at;
        entry.heading = block.kind == BlockKind::heading;
        entry.title = block.title;
        entry.level = block.level;
        if (counts(block.label)) entry.number = bare_label(block.label);
        if (block.label.empty() && !block.number.empty()) entry.number = block.number;
        const std::string hour = dotted_hours_ ? dotted_hour(block.label) : std::string{};
        if (!hour.empty()) entry.number.clear();
        if (block.kind == BlockKind::list_item) {
            entry.bullet = entry.number.empty() && !block.label.empty();
            entry.goes_on = block.label.empty();
        }
        add_lines(block.range, entry.lines);
        if (entry.lines.empty()) return;
        if (!hour.empty()) set_hour(hour, block.label, entry);
        if (entry.number.empty() && block.lines.size() > 1) split_settings(block, entry);
        split_number(entry);
        add_by_lines(std::move(entry));
    }

    /// True where all numbers with one stop can be hours of a day, and there are some: "09.30", "14.00".
    bool numbers_are_hours(std::size_t first, std::size_t last) const {
        int hours = 0;
        for (std::size_t at = first; at < last; ++at) {
            const std::string& label = document_.blocks[at].label;
            if (label.find('.') == std::string::npos || label.find('.') + 1 >= label.size()) continue;
            if (dotted_hour(label).empty()) return false;
            ++hours;
        }
        return hours >= fewest_hours;
    }

    /// Takes the hour, and what stands with it: "09.30 (a)", "09.30 | – 10.00 Title".
    void set_hour(const std::string& hour, std::string_view label, AgendaEntry& entry) const {
        entry.start = hour;
        const std::size_t bracket = label.find('(');
        if (bracket != std::string_view::npos) entry.number = bare_label(label.substr(bracket));
        const std::string_view line = slice(entry.lines.front());
        if (!line.starts_with("-") && !line.starts_with("–")) return;
        const CleanTitle clean = words_.clean(line);
        if (clean.start.empty() || clean.title.empty()) return;
        entry.end = clean.start;
        entry.lines.front() = range_in(document_, clean.title);
    }

    /// Lines that a page prints below each other, joined as one heading, stay apart where one is a day or a time.
    void split_settings(const Block& block, AgendaEntry& entry) const {
        if (block.lines.size() > most_setting_lines) return;
        const auto lines = printed_lines(document_, block);
        const bool any = std::any_of(lines.begin(), lines.end(),
                                     [this](std::string_view line) { return words_.setting(line, {}).has_value(); });
        if (!any) return;
        entry.lines.clear();
        for (const std::string_view line : lines) entry.lines.push_back(range_in(document_, trim(line)));
    }

    /// A cell or paragraph that holds several numbered lines is as many entries, at the same time.
    void add_by_lines(AgendaEntry entry) {
        std::vector<Range> lines;
        lines.swap(entry.lines);
        AgendaEntry part = entry;
        for (std::size_t i = 0; i < lines.size(); ++i) {
            const auto numbered = i == 0 ? std::nullopt : words_.numbered(trim(slice(lines[i])));
            if (numbered) {
                const bool sets_only = sets_nothing_else(part);
                add_with_items_inside(std::move(part));
                if (!sets_only) {
                    entry.people.clear();
                    entry.papers.clear();
                }
                part = entry;
                part.number = numbered->number;
                lines[i] = range_in(document_, numbered->title);
            }
            part.lines.push_back(lines[i]);
        }
        add_with_items_inside(std::move(part));
    }

    /// True where all lines are days, times and parts of the programme; the people beside them are the next item's.
    bool sets_nothing_else(AgendaEntry& part) const {
        const bool sets = std::all_of(part.lines.begin(), part.lines.end(), [this](const Range& line) {
            return words_.setting(slice(line), {}).has_value();
        });
        if (sets) part.people.clear(), part.papers.clear();
        return sets;
    }

    /// The printed lines of a stretch; where lines were joined, a line begins at "Moderator:" and the like.
    void add_lines(const Range& range, std::vector<Range>& lines) const {
        for (std::string_view line : split(slice(range), '\n')) {
            line = trim(line);
            while (!line.empty()) {
                const std::string_view first = words_.up_to_role(line);
                lines.push_back(range_in(document_, first));
                line = trim(line.substr(first.size()));
            }
        }
    }

    /// "2 Port dues 2.1 Small ports 2.2 Large ports", joined to one paragraph, are three entries.
    void add_with_items_inside(AgendaEntry entry) {
        for (int i = 0; i < most_items_inside && !entry.number.empty() && entry.lines.size() == 1; ++i) {
            const std::string_view line = slice(entry.lines.front());
            const auto inside = words_.numbered_inside(line);
            if (!inside || !follows(entry.number, inside->number)) break;
            AgendaEntry next = entry;
            next.number = inside->number;
            next.lines.front() = range_in(document_, inside->title);
            entry.lines.front() = range_in(document_, inside->before);
            entries_.push_back(std::move(entry));
            entry = std::move(next);
        }
        entries_.push_back(std::move(entry));
    }

    /// "Agenda item 3: Title" where the number was not set apart.
    void split_number(AgendaEntry& entry) const {
        if (!entry.number.empty() || entry.lines.empty()) return;
        const std::string_view line = slice(entry.lines.front());
        const auto found = words_.numbered(line);
        if (!found) return;
        entry.number = found->number;
        entry.lines.front() = range_in(document_, found->title);
    }

    /// Which column of a table says what, by its header row; empty where it has none.
    std::vector<std::string> columns_of(const Row& row) const {
        std::vector<std::string> columns;
        std::size_t known = 0;
        for (const Cell& cell : row.cells) {
            const std::string_view text = trim(slice(cell.range));
            const RuleMatch found = words_.column(text);
            known += found.rule != nullptr ? 1 : 0;
            for (int i = 0; i < cell.columns; ++i) columns.emplace_back(found.field(text, "column"));
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

    void add_rows(const Block& block, std::size_t at) {
        if (add_grid(block, at)) return;
        std::vector<std::string> columns;
        for (const Row& row : block.rows) {
            auto header = columns_of(row);
            if (!header.empty()) {
                columns = std::move(header);
                continue;
            }
            AgendaEntry entry;
            entry.block = at;
            entry.row = true;
            if (columns.empty() || row.cells.size() < fewest_columns) {
                read_cells(row, entry);
            } else {
                read_columns(row, columns, entry);
            }
            if (!entry.lines.empty() || !entry.people.empty()) add_by_lines(std::move(entry));
        }
    }

    /// A cell of a table in its place, spans counted.
    struct PlacedCell {
        std::size_t row = 0, column = 0;
        Range range;
    };

    static std::vector<PlacedCell> placed_cells(const Block& block) {
        std::vector<PlacedCell> placed;
        std::vector<int> taken;  // rows below that a cell of each column reaches into
        for (std::size_t row = 0; row < block.rows.size(); ++row) {
            std::size_t column = 0;
            for (const Cell& cell : block.rows[row].cells) {
                while (column < taken.size() && taken[column] > 0) --taken[column++];
                placed.push_back({row, column, cell.range});
                for (int i = 0; i < std::clamp(cell.columns, 1, most_columns); ++i, ++column) {
                    if (column >= taken.size()) taken.resize(column + 1);
                    taken[column] = cell.rows - 1;
                }
            }
            for (; column < taken.size(); ++column) taken[column] = std::max(0, taken[column] - 1);
        }
        return placed;
    }

    /// A timetable with its days across the head and its hours at the side is read day by day. False where the table is
    /// none.
    bool add_grid(const Block& block, std::size_t at) {
        const std::vector<PlacedCell> cells = placed_cells(block);
        std::map<std::size_t, Range> days;   // by column
        std::map<std::size_t, Range> hours;  // by row
        for (const PlacedCell& cell : cells) {
            const auto setting = words_.setting(trim(slice(cell.range)), {});
            if (cell.row == 0 && setting && setting->sets_day()) days[cell.column] = cell.range;
            if (cell.column == 0 && setting && setting->is_slot()) hours[cell.row] = cell.range;
        }
        if (days.size() < fewest_columns || hours.size() < fewest_columns) return false;
        for (const auto& [column, day] : days) {
            entries_.push_back(row_entry(at, day));
            for (const PlacedCell& cell : cells) {
                const auto hour = hours.find(cell.row);
                if (cell.column != column || cell.row == 0 || trim(slice(cell.range)).empty()) continue;
                AgendaEntry entry = row_entry(at, cell.range);
                if (hour != hours.end()) take_times(trim(slice(hour->second)), entry);
                if (!entry.lines.empty()) add_by_lines(std::move(entry));
            }
        }
        return true;
    }

    AgendaEntry row_entry(std::size_t at, const Range& range) const {
        AgendaEntry entry;
        entry.block = at;
        entry.row = true;
        add_lines(range, entry.lines);
        return entry;
    }

    /// Without a header: a label, a time, then lines, in whatever order the cells come.
    void read_cells(const Row& row, AgendaEntry& entry) const {
        for (const Cell& cell : row.cells) {
            const std::string_view text = trim(slice(cell.range));
            if (text.empty()) continue;
            if (entry.number.empty() && entry.lines.empty() && words_.is(text, "label")) {
                entry.number = bare_label(words_.field(text, "label").field(text, "number"));
            } else if (entry.start.empty() && entry.lines.empty() && row.cells.size() > 1 && take_times(text, entry)) {
                continue;
            } else {
                add_lines(cell.range, entry.lines);
            }
        }
        if (entry.number.empty()) split_number(entry);
    }

    bool take_times(std::string_view text, AgendaEntry& entry) const {
        const auto times = words_.times(text);
        if (!times) return false;
        entry.start = times->start;
        entry.end = times->end;
        return true;
    }

    void read_columns(const Row& row, const std::vector<std::string>& columns, AgendaEntry& entry) const {
        std::size_t at = 0;
        for (const Cell& cell : row.cells) {
            const std::string column = at < columns.size() ? columns[at] : std::string{};
            at += static_cast<std::size_t>(std::max(1, cell.columns));
            const std::string_view text = trim(slice(cell.range));
            if (!text.empty()) read_cell(column, cell, text, entry);
        }
        if (entry.number.empty()) split_number(entry);
    }

    void read_cell(std::string_view column, const Cell& cell, std::string_view text, AgendaEntry& entry) const {
        if (column == "number") {
            entry.number = bare_label(text);
        } else if (column == "time") {
            take_times(text, entry);
        } else if (column == "people") {
            add_lines(cell.range, entry.people);
        } else if (column == "papers") {
            add_lines(cell.range, entry.papers);
        } else if (column == "purpose") {
            entry.purpose = text;
        } else if (column == "title" || column == "day" || column.empty()) {
            add_lines(cell.range, entry.lines);
        }
    }

    const Document& document_;
    const AgendaWords& words_;
    bool dotted_hours_ = false;  // what a reader takes for numbers are hours
    std::vector<AgendaEntry> entries_;
};

}  // namespace

std::vector<std::string_view> printed_lines(const Document& document, const Block& block) {
    std::vector<std::string_view> lines;
    for (const LineBox& line : block.lines) {
        const std::string_view text = trim(document.slice(line.range));
        if (!text.empty()) lines.push_back(text);
    }
    return lines.empty() ? split(document.text_of(block), '\n') : lines;
}

std::vector<AgendaEntry> agenda_entries(const Document& document, std::size_t first, std::size_t last,
                                        const AgendaWords& words) {
    return EntryReader(document, words).read(first, last);
}

}  // namespace rapporteur
