#include "extract/agenda_region.h"

#include <algorithm>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_front_blocks = 12;         // among which a document's title stands
constexpr std::size_t most_blocks_before_items = 20;  // of an agenda that no heading announces
constexpr std::size_t longest_heading = 160;          // bytes
constexpr std::size_t longest_timed_line = 400;       // bytes
constexpr std::size_t longest_line_above = 80;        // bytes of a line that announces a programme
constexpr std::size_t fewest_numbered = 4;            // lines that make an agenda without a heading
constexpr int fewest_labelled = 3;                    // lines of "Item 1" and so on that do
constexpr int fewest_timed = 4;                       // lines with times that make a programme without a heading
constexpr std::size_t most_title_lines = 4;           // of a document whose title is no heading
constexpr std::size_t most_blocks_of_day = 3;         // that stand between a day and its first time

class RegionFinder {
public:
    RegionFinder(const Document& document, const AgendaWords& words)
        : document_(document), words_(words), minutes_(is_minutes()) {}

    std::vector<AgendaRegion> find() {
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) look_at(at);
        close(document_.blocks.size());
        if (regions_.empty()) add_whole();
        std::erase_if(regions_, [](const AgendaRegion& region) { return region.first >= region.last; });
        return std::move(regions_);
    }

private:
    bool is_heading(const Block& block) const {
        return block.kind == BlockKind::heading || (block.kind == BlockKind::paragraph && block.title);
    }

    void look_at(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        if (is_heading(block) && text.size() <= longest_heading && look_at_heading(at)) return;
        if (open_ && ends_list(block)) close(at);
        if (open_ || block.kind != BlockKind::paragraph) return;
        if (words_.announces_agenda(text) || is_line_above(at)) {
            open(at, AgendaRegion{.level = 9, .listed = true});
        } else if (opens_programme(at)) {
            open(at, AgendaRegion{.level = 1});
        }
    }

    /// "Organization of work" in a line of its own above a day, a time or a part of a programme.
    bool opens_programme(std::size_t at) const {
        const std::string_view text = trim(document_.text_of(document_.blocks[at]));
        if (text.size() > longest_line_above) return false;
        const bool names_it =
            words_.heading(text, "opens-above-times").rule != nullptr || words_.opening(text).rule != nullptr;
        return names_it && stands_above_setting(at);
    }

    /// True where one of the next lines begins with a time, as below "Welcome and introduction" in a programme.
    bool stands_above_time(std::size_t at) const {
        return any_below(at, [this](const Block& block) { return !times_of(block).empty(); });
    }

    /// The same for a day, a time or a part of a programme ("Morning meeting").
    bool stands_above_setting(std::size_t at) const {
        return stands_above_time(at) || any_below(at, [this](const Block& block) {
                   return block.kind != BlockKind::table && words_.setting(document_.text_of(block), {}).has_value();
               });
    }

    template <class Is>
    bool any_below(std::size_t at, const Is& is) const {
        const auto begin = document_.blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1;
        const std::size_t below = std::min(most_blocks_of_day, document_.blocks.size() - at) - 1;
        return std::any_of(begin, begin + static_cast<std::ptrdiff_t>(below), is);
    }

    /// "Agenda:" in a letter: a line that ends in a colon and stands above a list or table.
    bool is_line_above(std::size_t at) const {
        const std::string_view text = trim(document_.text_of(document_.blocks[at]));
        if (!text.ends_with(':') || text.size() > longest_heading || at + 1 >= document_.blocks.size()) return false;
        const Block& next = document_.blocks[at + 1];
        const bool listed = next.kind == BlockKind::list_item || next.kind == BlockKind::table || !next.number.empty();
        return listed && words_.opening(text).rule != nullptr;
    }

    /// True where the heading opens a region or ends the one that is open.
    bool look_at_heading(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        const RuleMatch opens = words_.opening(text);
        if (opens.rule == nullptr && !open_ && opens_programme(at)) {
            open(at, AgendaRegion{.level = block.kind == BlockKind::heading ? block.level : 1});
            return true;
        }
        if (opens.rule != nullptr) {
            const bool side = !opens.field(text, "side").empty();
            if (open_ && !side && !regions_.back().side && !regions_.back().listed) return true;  // goes on
            close(at);
            open(at, AgendaRegion{.level = block.kind == BlockKind::heading ? block.level : 1, .side = side});
            return true;
        }
        if (!open_ || !ends(at)) return false;
        close(at);
        return true;
    }

    /// A heading of the same or a higher level ends a region, unless it is part of a programme: a day, a session, a
    /// title of the same page; so does one that names another part of the document.
    bool ends(std::size_t at) const {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        if (block.kind != BlockKind::heading) return false;
        if (!block.number.empty()) return block.level < regions_.back().level;
        if (words_.heading(text, "closes").rule != nullptr) return true;
        if (block.title || words_.setting(text, {}) || at == regions_.back().first) return false;
        if (words_.is_programme_heading(text) || stands_above_time(at)) return false;
        // In minutes the sections beside "Agenda" are what the meeting took up next.
        const int level = regions_.back().level;
        return level > 1 && (minutes_ ? block.level < level : block.level <= level);
    }

    /// True where the document's title says that it holds the minutes or notes of a meeting.
    bool is_minutes() const {
        const std::size_t front = std::min(most_front_blocks, document_.blocks.size());
        return std::any_of(document_.blocks.begin(), document_.blocks.begin() + static_cast<std::ptrdiff_t>(front),
                           [this](const Block& block) {
                               return block.title &&
                                      words_.heading(document_.text_of(block), "minutes").rule != nullptr;
                           });
    }

    bool ends_list(const Block& block) const {
        if (!regions_.back().listed) return false;
        const bool listed = block.kind == BlockKind::list_item || block.kind == BlockKind::table ||
                            block.kind == BlockKind::note || !block.number.empty() || !block.label.empty();
        return !listed || (block.kind == BlockKind::paragraph && !words_.can_be_title(document_.text_of(block)));
    }

    void open(std::size_t at, AgendaRegion region) {
        region.first = at + 1;
        region.last = document_.blocks.size();
        regions_.push_back(region);
        open_ = true;
    }

    void close(std::size_t at) {
        if (open_) regions_.back().last = at;
        open_ = false;
    }

    void add_whole() {
        const std::size_t front = std::min(most_front_blocks, document_.blocks.size());
        for (std::size_t at = 0; at < front; ++at) {
            const Block& block = document_.blocks[at];
            const std::string_view text = document_.text_of(block);
            const bool line = at < most_title_lines && block.kind == BlockKind::paragraph && !text.ends_with('.') &&
                              !text.ends_with(':');
            if (!(is_heading(block) || line) || text.size() > longest_heading || !block.number.empty()) continue;
            if (words_.heading(text, "title").rule == nullptr) continue;
            AgendaRegion region{.first = at + 1, .last = end_of_whole(at + 1), .level = block.level, .whole = true};
            regions_.push_back(region);
            return;
        }
        add_from_first_item();
        if (regions_.empty()) add_labelled();
        if (regions_.empty()) add_timed();
    }

    /// "1", "1.2", "I".
    static bool is_first_number(std::string_view number) {
        return number == "1" || number == "I" || number.starts_with("1.");
    }

    /// Without a heading that says so, "Item 1 …", "Item 2 …" and so on in lines of their own are an agenda.
    void add_labelled() {
        std::size_t first = 0;
        int items = 0;
        std::string last;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            const std::string_view text = trim(document_.text_of(block));
            if (items > 0 && block.kind == BlockKind::paragraph && words_.tells_proceedings(text)) return;
            const bool is_line = block.kind != BlockKind::table && text.size() <= longest_timed_line;
            const auto numbered = is_line ? words_.numbered(text) : std::nullopt;
            if (!numbered || text.starts_with(numbered->number) || numbered->number == last) continue;
            if (items == 0 && !is_first_number(numbered->number)) continue;
            last = numbered->number;
            if (++items == 1) first = at;
        }
        if (items < fewest_labelled) return;
        regions_.push_back({.first = first, .last = document_.blocks.size(), .level = 1, .whole = true});
    }

    /// Without a heading that says so, lines that begin with times that rise are a programme.
    void add_timed() {
        std::size_t first = document_.blocks.size();
        std::string last;
        int timed = 0, falls = 0;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            for (const std::string& start : times_of(document_.blocks[at])) {
                first = std::min(first, at);
                ++timed;
                falls += start < last ? 1 : 0;
                last = start;
            }
        }
        // Times fall from one day to the next.
        if (timed < fewest_timed || 3 * falls > timed) return;
        for (std::size_t i = 0; i < most_blocks_of_day && first > 0; ++i) {
            const std::string_view above = document_.text_of(document_.blocks[first - 1]);
            if (document_.blocks[first - 1].kind == BlockKind::table || !words_.setting(above, {})) break;
            --first;
        }
        regions_.push_back({.first = first, .last = document_.blocks.size(), .level = 1, .whole = true});
    }

    /// The times that a block's line, or the first cells of a table's rows, begin with.
    std::vector<std::string> times_of(const Block& block) const {
        std::vector<std::string> starts;
        const auto add = [&](const std::string& whole) {
            const std::string_view text = trim(whole);
            if (text.empty() || text.size() > longest_timed_line || text.front() < '0' || text.front() > '9') return;
            const CleanTitle clean = words_.clean(text);
            if (!clean.start.empty() && !words_.is(clean.title, "running")) starts.push_back(clean.start);
        };
        if (const std::string hour = dotted_hour(block.label); !hour.empty()) return {hour};
        if (block.kind != BlockKind::table) {
            add(block.label + " " + std::string(document_.text_of(block)));
            return starts;
        }
        for (const Row& row : block.rows) {
            if (!row.cells.empty()) add(std::string(document_.slice(row.cells.front().range)));
        }
        return starts;
    }

    /// Without a heading that says so, numbered lines from "Call to order" to "Adjournment" are an agenda.
    void add_from_first_item() {
        const std::size_t front = std::min(most_blocks_before_items, document_.blocks.size());
        for (std::size_t at = 0; at < front; ++at) {
            if (!is_item(at, "first-item")) continue;
            for (std::size_t end = at + 1; end < document_.blocks.size(); ++end) {
                const Block& block = document_.blocks[end];
                // Where the text between tells what happened, it is a report: its headings are read as one.
                if (block.kind == BlockKind::paragraph && words_.tells_proceedings(document_.text_of(block))) return;
                if (!is_item(end, "last-item")) continue;
                regions_.push_back({.first = at, .last = document_.blocks.size(), .level = 1, .whole = true});
                return;
            }
            if (is_all_numbered(at))
                regions_.push_back({.first = at, .last = document_.blocks.size(), .level = 1, .whole = true});
            return;
        }
    }

    /// True where nearly all that follows is numbered lines, and more than a few.
    bool is_all_numbered(std::size_t first) const {
        std::size_t numbered = 0, other = 0;
        for (std::size_t at = first; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            const bool counts = !block.number.empty() || !block.label.empty() ||
                                words_.numbered(trim(document_.text_of(block))).has_value();
            ++(counts ? numbered : other);
        }
        return numbered >= fewest_numbered && numbered >= 4 * other;
    }

    /// A numbered line or heading that says what the role's rules look for, and nothing else.
    bool is_item(std::size_t at, std::string_view role) const {
        const Block& block = document_.blocks[at];
        const std::string_view text = trim(document_.text_of(block));
        if (block.kind == BlockKind::table || text.size() > longest_heading) return false;
        const auto numbered = words_.numbered(text);
        if (block.number.empty() && block.label.empty() && !numbered) return false;
        return words_.is(numbered ? numbered->title : text, role);
    }

    /// The last heading that sets a day: what stands before it belongs to the programme. `first` where there is none.
    std::size_t last_day(std::size_t first) const {
        for (std::size_t at = document_.blocks.size(); at > first; --at) {
            const Block& block = document_.blocks[at - 1];
            if (block.kind != BlockKind::heading) continue;
            const auto setting = words_.setting(document_.text_of(block), {});
            if (setting && setting->sets_day()) return at - 1;
        }
        return first;
    }

    /// Where an agenda that is the whole document ends: at a heading that names something else, behind its first items.
    std::size_t end_of_whole(std::size_t first) const {
        for (std::size_t at = last_day(first); at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind != BlockKind::heading || !block.number.empty() || block.title) continue;
            if (words_.heading(document_.text_of(block), "closes").rule != nullptr && at > first + 1) return at;
        }
        return document_.blocks.size();
    }

    const Document& document_;
    const AgendaWords& words_;
    const bool minutes_;
    std::vector<AgendaRegion> regions_;
    bool open_ = false;
};

}  // namespace

std::vector<AgendaRegion> agenda_regions(const Document& document, const AgendaWords& words) {
    return RegionFinder(document, words).find();
}

}  // namespace rapporteur
