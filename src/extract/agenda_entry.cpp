#include "extract/agenda_entry.h"

#include <algorithm>

#include "extract/agenda_table.h"
#include "extract/entry_lines.h"
#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_items_inside = 50;          // of one paragraph
constexpr int fewest_hours = 2;                // that are read as such though they stand as numbers
constexpr std::size_t most_setting_lines = 6;  // of a heading that sets day and time

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
                add_rows(at);
            } else if (block.kind != BlockKind::note && block.kind != BlockKind::damaged) {
                add_block(block, at);
            }
        }
        join_label_lines();
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
        if (take_half_day(block, entry)) return add_by_lines(std::move(entry));
        const std::string hour = dotted_hours_ ? dotted_hour(block.label) : std::string{};
        if (!hour.empty()) entry.number.clear();
        if (block.kind == BlockKind::list_item) {
            entry.bullet = entry.number.empty() && !block.label.empty();
            entry.goes_on = block.label.empty();
        }
        entry.lines = lines_in(document_, block.range, words_);
        if (entry.lines.empty()) return;
        if (!hour.empty()) set_hour(hour, block.label, entry);
        if (entry.number.empty() && block.lines.size() > 1) split_settings(block, entry);
        split_number(document_, words_, entry);
        add_by_lines(std::move(entry));
    }

    /// "10.32 | am Petitions", where the reader took the hour for a number.
    bool take_half_day(const Block& block, AgendaEntry& entry) const {
        const bool dotted = block.label.find_first_of(".:") != std::string::npos;
        if (!dotted || block.label.front() < '0' || block.label.front() > '9') return false;
        const std::string_view text = document_.text_of(block);
        const std::size_t space = text.find(' ');
        if (space == std::string_view::npos) return false;
        const auto times = words_.times(block.label + " " + std::string(text.substr(0, space)));
        if (!times || times->start.empty() || words_.times(block.label)) return false;
        entry.number.clear();
        entry.start = times->start;
        entry.lines = {range_in(document_, trim(text.substr(space)))};
        return true;
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

    /// "Item 3" in a line of its own is the number of what stands below it.
    void join_label_lines() {
        for (std::size_t at = 0; at + 1 < entries_.size(); ++at) {
            AgendaEntry &label = entries_[at], &below = entries_[at + 1];
            if (label.lines.size() != 1 || label.row || !below.number.empty() || below.lines.empty()) continue;
            const std::string number = words_.label_line(slice(label.lines.front()));
            if (number.empty() || words_.setting(slice(below.lines.front()), {})) continue;
            below.number = number;
            below.named = true;
            label.lines.clear();
        }
        std::erase_if(entries_, [](const AgendaEntry& entry) {
            return entry.lines.empty() && entry.people.empty() && entry.start.empty();
        });
    }

    void add_rows(std::size_t at) {
        for (AgendaEntry& entry : table_entries(document_, at, words_)) add_by_lines(std::move(entry));
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
