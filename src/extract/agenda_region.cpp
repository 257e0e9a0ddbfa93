#include "extract/agenda_region.h"

#include <algorithm>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_front_blocks = 12;         // among which a document's title stands
constexpr std::size_t most_blocks_before_items = 20;  // of an agenda that no heading announces
constexpr std::size_t longest_heading = 160;          // bytes

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
        if (!open_ && block.kind == BlockKind::paragraph && words_.announces_agenda(text)) {
            open(at, AgendaRegion{.level = 9, .listed = true});
        }
    }

    /// True where the heading opens a region or ends the one that is open.
    bool look_at_heading(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        const RuleMatch opens = words_.heading(text, "opens");
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
            if (!is_heading(block) || text.size() > longest_heading) continue;
            if (words_.heading(text, "title").rule == nullptr) continue;
            AgendaRegion region{.first = at + 1, .last = end_of_whole(at + 1), .level = block.level, .whole = true};
            regions_.push_back(region);
            return;
        }
        add_from_first_item();
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
            return;
        }
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

    /// Where an agenda that is the whole document ends: at a heading that names something else, behind its first items.
    std::size_t end_of_whole(std::size_t first) const {
        for (std::size_t at = first; at < document_.blocks.size(); ++at) {
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
