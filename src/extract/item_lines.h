#pragma once

#include <utility>
#include <vector>

#include "extract/agenda_entry.h"
#include "extract/agenda_shape.h"
#include "extract/item_draft.h"

namespace rapporteur {

/// Reads the lines that stand with one item after another: its people, talks and papers, and lines that are items below
/// it.
class ItemLines {
public:
    explicit ItemLines(const AgendaTools& tools) : tools_(tools) {}

    void set_shape(AgendaShape shape) { shape_ = shape; }

    /// Gives a new item its title, with what stands before and behind it: number, times, purpose, speakers, papers.
    void start(ItemDraft& draft, const Range& line, const AgendaEntry& entry);

    /// The lines of an entry from `line` on, all of them below the item.
    void take(ItemDraft& draft, const AgendaEntry& entry, std::size_t line);

    /// The lines since the last call that turned out to be nobody's talk but items of their own: block and range of
    /// each.
    std::vector<std::pair<std::size_t, Range>> take_children();

    /// Forgets what the lines above expected of those below.
    void finish();

    /// A talk with its speaker in one line: "Title – A", "A, Body: Title".
    std::optional<TalkLine> talk_in(std::string_view line) const;

private:
    void take_line(ItemDraft& draft, const AgendaEntry& entry, const Range& range);
    bool take_people(ItemDraft& draft, std::string_view text);
    bool take_talk(ItemDraft& draft, const AgendaEntry& entry, std::string_view text);
    bool take_timed_talk(ItemDraft& draft, std::string_view text);
    bool is_symbol(std::string_view text) const;
    bool names_paper(std::string_view text) const;
    void add_people(ItemDraft& draft, std::vector<FoundPerson> people);
    void add_symbols(ItemDraft& draft, const Range& range) const;
    bool is_indented(const ItemDraft& draft, std::size_t block) const;

    const AgendaTools& tools_;
    AgendaShape shape_ = AgendaShape::numbered;
    Range talk_title_;                // a line that waits for its speaker
    bool joins_ = false;              // the next line of this entry goes on with it
    bool timed_ = false;              // the item has a time of its own: a name alone below it is its speaker's
    bool asides_ = false;             // list items here are questions and aims, not talks
    std::optional<PersonRole> role_;  // of the people in the lines below
    std::vector<std::pair<std::size_t, Range>> children_;
};

}  // namespace rapporteur
