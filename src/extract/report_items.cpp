#include "extract/report_items.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_heading = 300;     // bytes
constexpr std::size_t most_front_blocks = 25;    // among which a document's face stands
constexpr std::size_t longest_face_title = 300;  // bytes of an item's title there

std::size_t next_series(const std::vector<ItemDraft>& drafts) { return drafts.empty() ? 0 : drafts.back().series + 1; }

ItemDraft draft_of(const AgendaTools& tools, std::size_t block, std::string_view title, std::string_view number) {
    ItemDraft draft;
    draft.block = block;
    draft.range = tools.range_of(title);
    draft.item.title = collapse_space(title);
    draft.item.number = std::string(number);
    return draft;
}

std::string_view without_colon(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.back() == ':' || text.back() == '.')) text = trim(text.substr(0, text.size() - 1));
    return text;
}

class ReportReader {
public:
    ReportReader(const AgendaTools& tools, const Outline& outline, std::vector<ItemDraft>& drafts)
        : tools_(tools), outline_(outline), drafts_(drafts), series_(next_series(drafts)) {}

    void read() {
        find_proceedings();
        const auto [first, last] = scope();
        std::vector<std::size_t> headings, telling;
        for (std::size_t at = first; at < last; ++at) {
            if (!can_be_item(outline_.sections[at])) continue;
            headings.push_back(at);
            if (tells(outline_.sections[at])) telling.push_back(at);
        }
        const auto is_numbered = [this](std::size_t at) { return !heading_of(outline_.sections[at]).number.empty(); };
        const auto numbered = std::count_if(telling.begin(), telling.end(), is_numbered);
        if (numbered == 0) {
            // Minutes whose headings mostly tell what happened have items that tell nothing, too.
            const bool all = below_minutes_ || (is_minutes() && 2 * telling.size() >= headings.size());
            for (const std::size_t at : all ? headings : telling) add_unnumbered(at);
            return;
        }
        // Where most items of a numbered list tell what happened, those that say "None." are items too.
        const auto all = std::count_if(headings.begin(), headings.end(), is_numbered);
        for (const std::size_t at : is_minutes() || 2 * numbered > all ? headings : telling) add_numbered(at);
    }

private:
    const Block& heading_of(const Section& section) const { return tools_.document.blocks[*section.heading]; }

    /// Where the paragraphs stand that tell what happened, in order.
    void find_proceedings() {
        for (std::size_t at = 0; at < tools_.document.blocks.size(); ++at) {
            const Block& block = tools_.document.blocks[at];
            if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) continue;
            if (tools_.words.tells_proceedings(tools_.document.text_of(block))) proceedings_.push_back(at);
        }
    }

    bool tells(const Section& section) const {
        const auto found = std::lower_bound(proceedings_.begin(), proceedings_.end(), section.first);
        return found != proceedings_.end() && *found < section.last;
    }

    /// The sections of the report: all where the title says that the document is one, else those below the heading that
    /// does. None where neither does.
    std::pair<std::size_t, std::size_t> scope() {
        const auto& blocks = tools_.document.blocks;
        const auto is_report = [this](const Block& block) {
            const std::string_view text = tools_.document.text_of(block);
            return text.size() <= longest_heading && tools_.words.heading(text, "report").rule != nullptr;
        };
        const std::size_t front = std::min(most_front_blocks, blocks.size());
        for (std::size_t at = 0; at < front; ++at) {
            if (blocks[at].title && is_report(blocks[at])) return {1, outline_.sections.size()};
        }
        for (std::size_t at = 1; at < outline_.sections.size(); ++at) {
            const Section& section = outline_.sections[at];
            if (!is_report(heading_of(section))) continue;
            std::size_t last = at + 1;
            while (last < outline_.sections.size() && outline_.sections[last].first < section.last) ++last;
            below_minutes_ =
                tools_.words.heading(tools_.document.text_of(heading_of(section)), "minutes").rule != nullptr;
            return {at + 1, last};
        }
        return {0, 0};
    }

    /// True where the document's title calls it minutes: there every numbered heading is an item.
    bool is_minutes() const {
        const auto& blocks = tools_.document.blocks;
        const std::size_t front = std::min(most_front_blocks, blocks.size());
        return std::any_of(blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(front),
                           [this](const Block& one) {
                               const std::string_view text = tools_.document.text_of(one);
                               return one.title && text.size() <= longest_heading &&
                                      tools_.words.heading(text, "minutes").rule != nullptr;
                           });
    }

    bool can_be_item(const Section& section) const {
        if (!section.heading || section.annex) return false;
        const Block& heading = heading_of(section);
        if (heading.title && heading.number.empty()) return false;
        const std::string_view text = tools_.document.text_of(heading);
        if (text.size() > longest_heading || tools_.words.heading(text, "report-other").rule != nullptr) return false;
        if (heading.number.empty() && tools_.words.heading(text, "report-body").rule != nullptr) return false;
        return tools_.words.can_be_title(without_colon(text));
    }

    void add(std::size_t at, std::optional<std::size_t> parent) {
        const Section& section = outline_.sections[at];
        const Block& heading = heading_of(section);
        ItemDraft draft =
            draft_of(tools_, *section.heading, without_colon(tools_.document.text_of(heading)), heading.number);
        draft.parent = parent;
        draft.series = series_;
        by_section_[at] = drafts_.size();
        drafts_.push_back(std::move(draft));
    }

    void add_numbered(std::size_t at) {
        const std::string& number = heading_of(outline_.sections[at]).number;
        const auto place = sequence_.take(number, drafts_.size(), false);
        if (place) add(at, place->parent);
    }

    void add_unnumbered(std::size_t at) {
        const auto parent = by_section_.find(outline_.sections[at].parent);
        add(at, parent == by_section_.end() ? std::nullopt : std::optional(parent->second));
    }

    const AgendaTools& tools_;
    const Outline& outline_;
    std::vector<ItemDraft>& drafts_;
    const std::size_t series_;
    std::vector<std::size_t> proceedings_;
    std::map<std::size_t, std::size_t> by_section_;  // section to its draft
    NumberSequence sequence_;
    bool below_minutes_ = false;  // they stand below a heading of their own: "Meeting minutes"
};

/// "Agenda item 3: Title" or "Resolution 5 (Agenda item 3)".
void add_from_heading(const AgendaTools& tools, std::size_t at, std::set<std::string>& known,
                      std::vector<ItemDraft>& drafts, std::size_t series) {
    const std::string_view text = trim(tools.document.text_of(tools.document.blocks[at]));
    if (text.size() > longest_heading) return;
    RuleMatch found = tools.words.heading(text, "item-heading");
    const bool reference = found.rule == nullptr;
    if (reference) found = tools.words.heading(text, "item-reference");
    if (found.rule == nullptr || !known.insert(std::string(found.field(text, "number"))).second) return;
    ItemDraft draft = draft_of(tools, at, found.field(text, "title"), found.field(text, "number"));
    draft.series = series;
    draft.rule = found.rule;
    draft.reference = reference;
    drafts.push_back(std::move(draft));
}

/// True where the block can be an item's title on a document's face: not the name of an agenda or of another sort of
/// document.
bool is_face_title(const AgendaTools& tools, std::size_t at) {
    const auto& blocks = tools.document.blocks;
    if (at >= blocks.size() || blocks[at].kind == BlockKind::table) return false;
    const std::string_view text = trim(tools.document.text_of(blocks[at]));
    if (text.size() > longest_face_title || tools.words.is(text, "face-other")) return false;
    return tools.words.heading(text, "opens").rule == nullptr && tools.words.heading(text, "title").rule == nullptr;
}

/// The item's title on a document's face: behind "Agenda item 3", or the next line.
void add_from_face(const AgendaTools& tools, std::size_t at, std::vector<ItemDraft>& drafts, std::size_t series) {
    const std::string_view text = trim(tools.document.text_of(tools.document.blocks[at]));
    const RuleMatch found = tools.words.field(text, "face");
    if (found.rule == nullptr) return;
    std::string_view title = found.field(text, "title");
    std::size_t block = at;
    if (title.empty() && is_face_title(tools, at + 1)) {
        block = at + 1;
        title = trim(tools.document.text_of(tools.document.blocks[block]));
    }
    const bool reference = title.empty();
    if (reference) title = found.field(text, "whole");
    ItemDraft draft = draft_of(tools, block, without_colon(title), found.field(text, "number"));
    draft.series = series;
    draft.rule = found.rule;
    draft.reference = reference;
    drafts.push_back(std::move(draft));
}

}  // namespace

void add_report_items(const AgendaTools& tools, const Outline& outline, std::vector<ItemDraft>& drafts) {
    ReportReader(tools, outline, drafts).read();
}

void add_named_items(const AgendaTools& tools, std::vector<ItemDraft>& drafts) {
    const std::size_t series = next_series(drafts);
    const auto& blocks = tools.document.blocks;
    const std::size_t front = std::min(most_front_blocks, blocks.size());
    const std::size_t before = drafts.size();
    for (std::size_t at = 0; at < front && drafts.size() == before; ++at) {
        if (blocks[at].kind == BlockKind::paragraph || blocks[at].title) add_from_face(tools, at, drafts, series);
    }
    std::set<std::string> known;
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        if (blocks[at].kind == BlockKind::heading) add_from_heading(tools, at, known, drafts, series);
    }
}

}  // namespace rapporteur
