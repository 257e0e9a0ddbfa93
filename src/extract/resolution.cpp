#include "extract/resolution.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

bool is_running(const Block& block) { return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item; }

bool is_numbered(const Block& block) { return block.kind == BlockKind::list_item || !block.number.empty(); }

/// Lines without such an end are headings that the reader did not see as such.
bool ends_a_sentence(std::string_view text) {
    text = trim(text);
    return !text.empty() && std::string_view(".;:,").find(text.back()) != std::string_view::npos;
}

/// Walks through the blocks and remembers what the resolution that is open said last.
class ResolutionWalk {
public:
    ResolutionWalk(const Document& document, const Outline& outline, const RuleSet& rules, std::string_view language,
                   const std::vector<bool>& opens_other)
        : document_(document), outline_(outline), rules_(rules), language_(language), opens_other_(opens_other) {}

    std::vector<ResolutionBlock> blocks() {
        found_.resize(document_.blocks.size());
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            if (at >= until_ && !goes_on(at)) open_ = false;
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::heading) {
                enter_heading(at);
            } else if (block.kind != BlockKind::note) {
                enter(at);
            }
        }
        return std::move(found_);
    }

private:
    bool matches(std::string_view table, std::string_view text) const {
        const RuleTable* entries = rules_.table(language_, table);
        return entries != nullptr && entries->entry_matching(text) != nullptr;
    }

    std::optional<std::string> opened_by(std::string_view text) const {
        const RuleTable* openings = rules_.table(language_, "resolution_openings");
        if (openings == nullptr) return std::nullopt;
        for (const TableEntry* entry : openings->possible_entries(text)) {
            const auto match = entry->pattern.find(text);
            if (!match || match->captures.empty()) continue;
            const Range& name = match->captures.front().range;
            return std::string(text.substr(name.begin, name.size()));
        }
        return std::nullopt;
    }

    /// Past the end of its section a resolution goes on only where its articles have headings of their own.
    bool goes_on(std::size_t at) {
        if (!open_ || !lead_ || opens_other_[outline_.blocks[at].section]) return false;
        until_ = outline_.sections[outline_.blocks[at].section].last;
        return true;
    }

    void begin(std::size_t at, std::string body) {
        open_ = true;
        body_ = std::move(body);
        until_ = outline_.sections[outline_.blocks[at].section].last;
        state_ = ResolutionPart::none;
        lead_.reset();
    }

    /// True where the next running block gives a reason or asks something.
    bool resolves_next(std::size_t at) const {
        while (++at < document_.blocks.size() && document_.blocks[at].kind == BlockKind::note) {
        }
        if (at >= document_.blocks.size() || !is_running(document_.blocks[at])) return false;
        const std::string_view text = document_.text_of(document_.blocks[at]);
        return matches("preambular_clause", text) || matches("operative_start", text);
    }

    /// A heading may be the body's name or an operative verb that governs what follows, set on a line of its own.
    void enter_heading(std::size_t at) {
        const std::string_view text = document_.text_of(document_.blocks[at]);
        if (auto name = opened_by(text); name && resolves_next(at)) return begin(at, std::move(*name));
        if (!open_) return;
        if (matches("operative_start", text) && matches("articles_lead", text)) {
            state_ = ResolutionPart::operative;
            lead_ = at;
        } else if (opens_other_[outline_.blocks[at].section]) {
            open_ = false;
        }
    }

    void enter(std::size_t at) {
        const std::string_view text = document_.text_of(document_.blocks[at]);
        if (auto name = opened_by(text)) {
            begin(at, std::move(*name));
        } else if (!open_ && document_.blocks[at].kind == BlockKind::paragraph && matches("reason_opens", text) &&
                   resolves_next(at)) {
            begin(at, {});
        }
        if (open_ && state_ == ResolutionPart::operative && matches("after_resolution", text)) open_ = false;
        if (!open_) return;
        found_[at].inside = true;
        found_[at].body = body_;
        if (!is_running(document_.blocks[at])) return;
        found_[at].part = part_of(at, text);
        if (found_[at].part != ResolutionPart::none) state_ = found_[at].part;
        if (found_[at].part == ResolutionPart::reason) reasons_numbered_ = is_numbered(document_.blocks[at]);
    }

    ResolutionPart part_of(std::size_t at, std::string_view text) {
        const auto above = outline_.blocks[at].lead_in;
        if (matches("operative_start", text)) {
            const bool governs = matches("articles_lead", text);
            if (governs || !above) lead_.reset();
            if (governs) lead_ = at;
            return ResolutionPart::operative;
        }
        if (matches("preambular_clause", text)) return reason_or_article(at, text);
        if (above && found_[*above].part != ResolutionPart::none) return found_[*above].part;
        if (state_ == ResolutionPart::operative) return article(at);
        return reason_or_none(at, text);
    }

    /// In the operative part a participle opens a reason only where the clause goes on after it; a whole sentence is
    /// an article ("Considering their needs, schools should …").
    ResolutionPart reason_or_article(std::size_t at, std::string_view text) {
        const bool whole = state_ == ResolutionPart::operative && trim(text).ends_with('.');
        if (whole) return article(at);
        return holds_operative_clause(text) ? ResolutionPart::operative : ResolutionPart::reason;
    }

    ResolutionPart article(std::size_t at) {
        const Block& block = document_.blocks[at];
        const bool whole = is_numbered(block) || (lead_ && ends_a_sentence(document_.text_of(block)));
        if (!whole) return ResolutionPart::none;
        found_[at].lead = outline_.blocks[at].lead_in ? std::nullopt : lead_;
        return ResolutionPart::operative;
    }

    ResolutionPart reason_or_none(std::size_t at, std::string_view text) {
        if (holds_operative_clause(text)) {
            if (matches("articles_lead", text)) lead_ = at;
            return ResolutionPart::operative;
        }
        if (begins_numbers(at)) {
            if (matches("articles_lead", text)) lead_ = at;
            return ResolutionPart::operative;
        }
        if (matches("reason_form", text)) return ResolutionPart::reason;
        const bool goes_on = state_ == ResolutionPart::reason && matches("reason_continues", text);
        return goes_on ? ResolutionPart::reason : ResolutionPart::none;
    }

    /// After reasons without numbers the first numbered paragraph is operative, whatever its verb.
    bool begins_numbers(std::size_t at) const {
        const Block& block = document_.blocks[at];
        return state_ == ResolutionPart::reason && !reasons_numbered_ && block.kind == BlockKind::paragraph &&
               !block.number.empty();
    }

    /// True where one of the clauses that are run together in a block asks or decides.
    bool holds_operative_clause(std::string_view text) const {
        const RuleTable* starts = rules_.table(language_, "clause_start");
        if (starts == nullptr || starts->entries.empty()) return false;
        for (const PatternMatch& match : starts->entries.front().pattern.find_all(text)) {
            if (match.captures.empty()) continue;
            const Range& clause = match.captures.front().range;
            if (!matches("preambular_clause", text.substr(clause.begin, clause.size()))) return true;
        }
        return false;
    }

    const Document& document_;
    const Outline& outline_;
    const RuleSet& rules_;
    std::string_view language_;
    const std::vector<bool>& opens_other_;
    std::vector<ResolutionBlock> found_;
    bool open_ = false;
    std::string body_;       // of the open resolution, empty where it is not named
    std::size_t until_ = 0;  // the block at which its section ends
    ResolutionPart state_ = ResolutionPart::none;
    bool reasons_numbered_ = false;
    std::optional<std::size_t> lead_;
};

}  // namespace

std::vector<ResolutionBlock> find_resolutions(const Document& document, const Outline& outline, const RuleSet& rules,
                                              std::string_view language, const std::vector<bool>& opens_other) {
    return ResolutionWalk(document, outline, rules, language, opens_other).blocks();
}

}  // namespace rapporteur
