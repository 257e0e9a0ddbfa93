#include "extract/agenda_walk.h"

#include <algorithm>
#include <utility>

#include "extract/agenda_front.h"
#include "extract/agenda_shape.h"
#include "extract/item_lines.h"
#include "extract/nested_numbers.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_child = 200;  // bytes of an unnumbered line that is an item

/// The state of a walk: what the lines above say of those below.
class Walk {
public:
    Walk(const AgendaTools& tools, const AgendaRegion& region, std::vector<ItemDraft>& drafts)
        : tools_(tools),
          region_(region),
          drafts_(drafts),
          dates_(tools.dates),
          lines_(tools),
          numbers_(tools.document) {}

    void through(const std::vector<AgendaEntry>& entries) {
        shape_ = shape_of(tools_.document, entries, tools_.words);
        lines_.set_shape(shape_);
        nested_ = has_nested_items(tools_.document, entries, tools_.words);
        list_open_ = !region_.whole;
        find_year(entries);
        slots_below_ = times_stand_below(entries);
        take_front();
        new_series();
        for (std::size_t i = 0; i < entries.size(); ++i) {
            next_ = i + 1 < entries.size() ? &entries[i + 1] : nullptr;
            take(entries[i]);
        }
        close_item();
    }

private:
    std::string_view slice(const Range& range) const { return tools_.slice(range); }

    /// True for a line that can be an item's title and sets nothing.
    bool is_title(const AgendaEntry& entry) const {
        if (entry.lines.empty()) return false;
        const std::string_view line = slice(entry.lines.front());
        return !tools_.words.setting(line, {}) && tools_.words.can_be_title(line) && !tools_.people.people(line);
    }

    bool is_slot(const AgendaEntry& entry) const {
        if (entry.row || entry.lines.size() != 1 || !entry.number.empty()) return false;
        const auto setting = tools_.words.setting(slice(entry.lines.front()), {});
        return setting && setting->is_slot();
    }

    /// Times in lines of their own stand below the titles where a title comes before the first and none after the
    /// last.
    bool times_stand_below(const std::vector<AgendaEntry>& entries) const {
        const auto slot = [this](const AgendaEntry& entry) { return is_slot(entry); };
        const auto first = std::find_if(entries.begin(), entries.end(), slot);
        if (first == entries.end() || first == entries.begin() || !is_title(*std::prev(first))) return false;
        const auto last = std::find_if(entries.rbegin(), entries.rend(), slot);
        return last == entries.rbegin() || !is_title(*std::prev(last));
    }

    /// Days without a year are of the year of those that print it.
    void find_year(const std::vector<AgendaEntry>& entries) {
        for (const AgendaEntry& entry : entries) {
            if (dates_.year != 0) return;
            if (!entry.number.empty() || entry.lines.empty()) continue;
            const auto setting = tools_.words.setting(slice(entry.lines.front()), {});
            if (setting && setting->day) dates_.year = setting->day->year;
        }
    }

    void take_front() {
        for (const ProgrammeSetting& setting : front_settings(tools_, region_, dates_)) set(setting);
        part_.clear();
    }

    void new_series() { series_ = drafts_.empty() ? 0 : drafts_.back().series + 1; }

    void take(const AgendaEntry& entry) {
        if (entry.heading && tools_.words.heading(slice(entry.lines.front()), "opens").rule != nullptr) {
            close_item();
            may_restart_ = true;
            return;
        }
        if (entry.heading) closed_ = closes(entry);
        if (closed_) return close_item();
        if (is_room(entry)) return;
        std::size_t line = 0;
        if (entry.number.empty()) line = take_settings(entry);
        after_times_ = line > 0 && line == entry.lines.size() && !start_.empty();
        if (line == entry.lines.size() && entry.people.empty()) return;
        if (line < entry.lines.size() && is_item(entry, line)) return;
        if (entry.heading) close_item();
        take_below(entry, line);
    }

    /// "Recommended reading" between two days.
    bool closes(const AgendaEntry& entry) const {
        return region_.whole && entry.number.empty() && !drafts_.empty() &&
               tools_.words.heading(slice(entry.lines.front()), "closes").rule != nullptr;
    }

    /// The heading right below one that sets a time may name the room: "Caribbean 5".
    bool is_room(const AgendaEntry& entry) const {
        return entry.heading && entry.number.empty() && after_times_ && entry.lines.size() == 1 &&
               tools_.words.is(slice(entry.lines.front()), "room-heading");
    }

    /// Days, parts and times at the head of an entry; how many lines they take.
    std::size_t take_settings(const AgendaEntry& entry) {
        std::size_t line = 0;
        for (; line < entry.lines.size(); ++line) {
            const auto setting = tools_.words.setting(slice(entry.lines[line]), dates_);
            if (!setting || is_named_by_part(entry, *setting)) break;
            if (setting->pause) {
                close_item();
                slot_ = Slot::none;
                return entry.lines.size();
            }
            if (entry.heading || setting->day) list_open_ = true;
            if (setting->is_slot()) {
                take_slot(*setting);
            } else {
                set(resolved_day(tools_, std::move(*setting)));
            }
        }
        if (line == entry.lines.size() && !entry.start.empty() && line > 0) set_times(entry.start, entry.end);
        return line;
    }

    /// "Opening plenary" below a time is what is taken up then; "Morning session" between a time and numbered items says
    /// no more than the time.
    bool is_named_by_part(const AgendaEntry& entry, const ProgrammeSetting& setting) const {
        const bool at_a_time = entry.row ? !entry.start.empty() : slot_ == Slot::open;
        if (shape_ == AgendaShape::numbered && tools_.words.is(setting.part, "half-day")) return false;
        return at_a_time && !setting.part.empty() && setting.start.empty() && !setting.sets_day();
    }

    /// A time in a line of its own: of what stands below it, or of the item that it stands below.
    void take_slot(const ProgrammeSetting& setting) {
        if (slots_below_ && current_) {
            AgendaItem& item = drafts_[*current_].item;
            if (item.start.empty()) item.start = setting.start, item.end = setting.end;
            return;
        }
        close_item();
        set_times(setting.start, setting.end);
        end_ = setting.end;
        slot_ = Slot::open;
    }

    void set(const ProgrammeSetting& setting) {
        const bool below_time = slot_ == Slot::open && !setting.sets_day() && setting.start.empty();
        if (setting.sets_day() || !setting.part.empty()) {
            close_item();
            may_restart_ = true;
            if (!below_time) start_.clear(), end_.clear();
            slot_ = Slot::none;
        }
        if (setting.sets_day()) {
            section_.reset();
            timed_.reset();
            const bool same = !setting.day && day_ && setting.weekday >= 0 && weekday(*day_) == setting.weekday;
            if (!same) day_ = setting.day;
            part_.clear();
            if (region_.side) event_.clear();
        }
        if (!setting.part.empty()) part_ = setting.part;
        set_times(setting.start, setting.end);
        if (!setting.part.empty() && (!setting.end.empty() || (below_time && !end_.empty()))) slot_ = Slot::part;
    }

    void set_times(const std::string& start, const std::string& end) {
        if (start.empty()) return;
        start_ = start;
        end_ = end;
    }

    bool is_item(const AgendaEntry& entry, std::size_t line) {
        const std::string_view text = slice(entry.lines[line]);
        if (tools_.words.only_dates(text)) return false;
        if (!tools_.words.can_be_title(text) || !tools_.words.can_be_title(tools_.words.clean(text).title))
            return false;
        if (!entry.number.empty()) return add_numbered(entry, line) || add_session(entry, line);
        if (is_event_title(entry)) return true;
        if (add_in_slot(entry, line) || add_session(entry, line)) return true;
        switch (shape_) {
            case AgendaShape::numbered:
                return add_timed_between(entry, line);
            case AgendaShape::timed:
                return add_timed(entry, line);
            case AgendaShape::listed:
                return add_listed(entry, line);
            case AgendaShape::plain:
                return add_plain(entry, line);
        }
        return false;
    }

    /// What stands below a time in a line of its own is taken up then: the first line, and where the time says how long
    /// it lasts all other lines that are no one's talk.
    bool add_in_slot(const AgendaEntry& entry, std::size_t line) {
        if (slot_ == Slot::none || entry.row || (slot_ == Slot::part && shape_ != AgendaShape::timed)) return false;
        const std::string_view text = slice(entry.lines[line]);
        const auto people = tools_.people.people(text);
        if (people && !people->people.empty() && !(entry.heading && slot_ == Slot::open)) return false;
        if (entry.bullet && slot_ != Slot::open) return false;
        const bool more = !end_.empty() && shape_ != AgendaShape::listed && text.size() <= longest_child &&
                          !text.ends_with(':') && !tools_.people.talk(text);
        if (slot_ != Slot::open && !more) return false;
        add(entry, line, section_);
        return true;
    }

    /// Between items with times a session's heading is an item, and those below it are its own.
    bool add_session(const AgendaEntry& entry, std::size_t line) {
        const std::string_view text = slice(entry.lines[line]);
        if (shape_ != AgendaShape::timed || entry.row || !entry.start.empty() ||
            !tools_.words.clean(text).start.empty())
            return false;
        const bool numbered = !entry.number.empty();
        if (!tools_.words.is(numbered ? slice(tools_.document.blocks[entry.block].range) : text, "session")) {
            if (entry.heading) section_.reset();
            return false;
        }
        section_.reset();
        add(entry, line, std::nullopt);
        if (drafts_[*current_].item.start.empty()) section_ = current_;
        return true;
    }

    /// Among side events an unnumbered line before a numbering that begins anew is the event's title.
    bool is_event_title(const AgendaEntry& entry) {
        const auto next = next_ == nullptr ? std::vector<ItemNumber>{} : read_item_number(next_->number);
        if (next.empty() || next.front().value() != 1) return false;
        if (entry.heading) may_restart_ = true;
        if (!region_.side || tools_.people.people(slice(entry.lines.front()))) return false;
        close_item();
        event_.clear();
        for (const Range& range : entry.lines) event_ += (event_.empty() ? "" : " ") + collapse_space(slice(range));
        may_restart_ = true;
        return true;
    }

    bool add_numbered(const AgendaEntry& entry, std::size_t line) {
        if (shape_ != AgendaShape::numbered && !(list_open_ && numbers_.goes_on_below_heading(entry.number)))
            return false;
        add_children();  // they stand before it in the list of drafts, whose places the sequence hands back
        const auto place = numbers_.take(entry, drafts_.size(), may_restart_);
        if (!place && !entry.named) return false;
        if (!place) {  // a timetable takes the items in an order of its own
            add(entry, line, std::nullopt);
            return true;
        }
        if (place->restarts) new_series();
        const bool lettered = is_lettered(entry.number);
        const auto parent = place->parent || !lettered ? place->parent : timed_;
        add(entry, line, parent);
        may_restart_ = false;
        const bool heads = !lettered && !parent && drafts_[*current_].item.start.empty();
        if (!lettered) section_ = heads ? current_ : std::nullopt;
        return true;
    }

    bool add_timed(const AgendaEntry& entry, std::size_t line) {
        const bool timed = !entry.start.empty() || tools_.words.clean(slice(entry.lines[line])).timed;
        if (!timed) return false;
        add(entry, line, section_);
        return true;
    }

    /// Between numbered items what has a time of its own is one too, unless its time lies inside the last one's: a
    /// talk.
    bool add_timed_between(const AgendaEntry& entry, std::size_t line) {
        const std::string start =
            entry.start.empty() ? tools_.words.clean(slice(entry.lines[line])).start : entry.start;
        if (start.empty()) return false;
        if (current_) {
            const AgendaItem& item = drafts_[*current_].item;
            if (!item.number.empty() && !item.end.empty() && item.start <= start && start < item.end) return false;
        }
        add(entry, line, section_);
        return true;
    }

    /// Headings are items, and so are the list items right below them or below the agenda's own heading.
    bool add_listed(const AgendaEntry& entry, std::size_t line) {
        const std::string_view text = slice(entry.lines[line]);
        if (entry.heading) {
            list_open_ = !text.ends_with(':');
            numbers_.end_list();
            add(entry, line, heading_above(entry.level));
            headings_.push_back({entry.level, drafts_.size() - 1});
            return true;
        }
        if (!entry.bullet) {
            if (text.ends_with(':') && !entry.goes_on) list_open_ = false;
            return false;
        }
        if (!list_open_ || (entry.level > 1 && (!nested_ || (current_ && lines_.talk_in(text))))) return false;
        const auto people = tools_.people.people(text);
        const bool of_role = people && people->role_printed && !people->people.empty();
        if (people && (of_role || people->surety() == PersonSurety::sure)) return false;
        const bool below_item = entry.level > 1 && current_ && !headings_here();
        add(entry, line, below_item ? last_of_level_one_ : parent_of_list());
        if (entry.level <= 1) last_of_level_one_ = drafts_.size() - 1;
        return true;
    }

    bool add_plain(const AgendaEntry& entry, std::size_t line) {
        const std::string_view text = slice(entry.lines[line]);
        if (tools_.people.people(text) || text.ends_with(':') || text.size() > longest_child) return false;
        add(entry, line, std::nullopt);
        return true;
    }

    bool headings_here() const { return current_ && !headings_.empty() && headings_.back().second == *current_; }

    std::optional<std::size_t> parent_of_list() const {
        return headings_.empty() ? std::nullopt : std::optional(headings_.back().second);
    }

    std::optional<std::size_t> heading_above(int level) {
        while (!headings_.empty() && headings_.back().first >= level) headings_.pop_back();
        return parent_of_list();
    }

    void add(const AgendaEntry& entry, std::size_t line, std::optional<std::size_t> parent) {
        close_item();
        ItemDraft draft;
        draft.block = entry.block;
        draft.series = series_;
        draft.parent = parent;
        lines_.start(draft, entry.lines[line], entry);
        if (!draft.item.start.empty()) slot_ = Slot::none;
        if (!draft.item.start.empty() && draft.item.number.empty()) timed_ = drafts_.size();
        const bool below_time = parent && !drafts_[*parent].item.start.empty();
        if (draft.item.start.empty() && below_time && !drafts_[*parent].item.end.empty()) {
            draft.item.start = drafts_[*parent].item.start;
            draft.item.end = drafts_[*parent].item.end;
        }
        if (draft.item.start.empty() && !start_.empty() && !below_time &&
            (!end_.empty() || slot_ == Slot::open)) {  // that a meeting begins at ten says nothing of its later items
            draft.item.start = start_;
            draft.item.end = end_;
        }
        if (slot_ == Slot::open) slot_ = Slot::filled;
        draft.item.day = day_;
        draft.item.side_event = region_.side;
        draft.item.part = region_.side ? event_ : part_;
        current_ = drafts_.size();
        drafts_.push_back(std::move(draft));
        take_below(entry, line + 1);
    }

    /// The lines of an entry below an item.
    void take_below(const AgendaEntry& entry, std::size_t line) {
        if (current_) lines_.take(drafts_[*current_], entry, line);
    }

    /// Lines below an item that turned out to be nobody's talk are its sub-items.
    void add_children() {
        if (!current_) return;
        for (const auto& [block, range] : lines_.take_children()) add_child(*current_, block, range);
    }

    void close_item() {
        add_children();
        lines_.finish();
        current_.reset();
    }

    void add_child(std::size_t parent, std::size_t block, const Range& range) {
        const std::string_view title = tools_.words.clean(tools_.slice(range)).title;
        ItemDraft draft;
        draft.block = block;
        draft.series = series_;
        draft.parent = parent;
        draft.range = tools_.range_of(title);
        const AgendaItem& above = drafts_[parent].item;
        draft.item.title = collapse_space(title);
        draft.item.day = above.day;
        draft.item.part = above.part;
        draft.item.start = above.start;
        draft.item.end = above.end;
        draft.item.side_event = above.side_event;
        drafts_.push_back(std::move(draft));
    }

    const AgendaTools& tools_;
    const AgendaRegion& region_;
    std::vector<ItemDraft>& drafts_;
    DateContext dates_;
    ItemLines lines_;
    AgendaShape shape_ = AgendaShape::numbered;
    bool nested_ = false;
    const AgendaEntry* next_ = nullptr;
    NestedNumbers numbers_;
    std::size_t series_ = 0;
    bool may_restart_ = true;
    std::optional<PartialDate> day_;
    std::string part_, start_, end_;  // of the part of the programme
    std::string event_;               // title of the side event
    enum class Slot { none, open, filled, part };
    Slot slot_ =
        Slot::none;  // of a time in a line of its own, without or with an item, or with a part of the programme
    bool slots_below_ = false;                           // such times stand below their titles
    std::optional<std::size_t> timed_;                   // draft of the last item with a time and without a number
    std::optional<std::size_t> section_;                 // draft of the session whose items have times of their own
    bool closed_ = false;                                // below a heading that is no part of the programme
    bool after_times_ = false;                           // the entry above set a time and nothing else
    bool list_open_ = false;                             // list items here are items
    std::vector<std::pair<int, std::size_t>> headings_;  // level and draft of the headings above that are items
    std::optional<std::size_t> last_of_level_one_;       // draft of the last list item of the first depth
    std::optional<std::size_t> current_;                 // draft that the lines below belong to
};

}  // namespace

void walk_agenda(const AgendaTools& tools, const AgendaRegion& region, std::vector<ItemDraft>& drafts) {
    Walk(tools, region, drafts).through(agenda_entries(tools.document, region.first, region.last, tools.words));
}

}  // namespace rapporteur
