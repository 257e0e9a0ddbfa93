#include "extract/terms.h"

#include <algorithm>
#include <set>

#include "extract/abbreviation.h"
#include "extract/citation.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double sure = 0.98;
constexpr double likely = 0.9;

/// How a short form and its expansion stand in one text; ranges count its bytes.
struct Pair {
    Range short_form, long_form;
    std::string rule;
    double confidence = likely;
};

class TermFinder {
public:
    TermFinder(const Document& document, const Outline& outline, const RuleSet& rules, Records& records)
        : document_(document),
          citation_(document, outline),
          rules_(group_or_default(rules, document.language, "term")),
          records_(records) {
        small_ = small_words_of(rules, document.language);
    }

    void run() {
        if (!rules_) return;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) list_entries(at);
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) running_text(at);
    }

private:
    const Rule* rule(std::string_view id) const {
        for (const Rule& rule : rules_->rules) {
            if (rule.id == id) return &rule;
        }
        return nullptr;
    }

    bool has(std::string_view id, std::string_view text) const {
        const Rule* found = rule(id);
        return found && matches(*found, text, {found->kind, {}, BlockKind::paragraph});
    }

    /// Abbreviations listed below a heading or sentence that says so; the list lasts until something else stands there.
    void list_entries(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        if (block.kind == BlockKind::table) {
            for (const Row& row : block.rows) table_row(at, row);
            return;
        }
        const bool opens = has(block.kind == BlockKind::heading ? "term.list-heading" : "term.list-lead-in", text);
        if (block.kind == BlockKind::heading) in_list_ = false;
        if (opens) in_list_ = true;
        const bool apart = block.kind == BlockKind::damaged || block.kind == BlockKind::note;
        if (opens || apart || !in_list_) return;
        const Rule* entry = rule("term.entry");
        const std::optional<PatternMatch> found = entry ? entry->pattern.find(text) : std::nullopt;
        if (!found) in_list_ = text.size() < 200 && ++strangers_ < 3;
        if (!found) return;
        strangers_ = 0;
        add(at, text, pair_of(*found, entry->id, sure));
    }

    /// A row of two cells of which one abbreviates the other; below a heading of abbreviations any such row.
    void table_row(std::size_t at, const Row& row) {
        if (row.cells.size() != 2) return;
        const Rule* cell = rule("term.cell");
        const std::string_view left = trim(document_.slice(row.cells[0].range));
        const std::string_view right = trim(document_.slice(row.cells[1].range));
        if (!cell || right.size() > 200 || !cell->pattern.matches(left)) return;
        if (!in_list_ && !expands(right, left, small_)) return;
        const std::string_view text = document_.text_of(document_.blocks[at]);
        add(at, text, {within(text, left), within(text, right), cell->id, sure});
    }

    static Range within(std::string_view text, std::string_view part) {
        const auto begin = static_cast<std::size_t>(part.data() - text.data());
        return {begin, begin + part.size()};
    }

    static Pair pair_of(const PatternMatch& found, const std::string& id, double confidence) {
        Pair pair{{}, {}, id, confidence};
        for (const Capture& capture : found.captures) {
            if (capture.name == "short") pair.short_form = capture.range;
            if (capture.name == "long") pair.long_form = capture.range;
        }
        return pair;
    }

    void running_text(std::size_t at) {
        const Block& block = document_.blocks[at];
        if (block.kind == BlockKind::damaged) return;
        const std::string_view text = document_.text_of(block);
        if (text.find('(') != std::string_view::npos) {
            short_last(at, text);
            short_first(at, text);
        }
        if (block.title && !letterhead_) side_by_side(at, text);
    }

    void short_last(std::size_t at, std::string_view text) {
        const Rule* bracketed = rule("term.bracketed");
        if (!bracketed) return;
        for (const PatternMatch& found : bracketed->pattern.find_all(text)) {
            Pair pair = pair_of(found, bracketed->id, likely);
            const std::size_t begin = found.range.begin > 400 ? found.range.begin - 400 : 0;
            const std::string_view before = text.substr(begin, found.range.begin - begin);
            const std::string_view short_form = text.substr(pair.short_form.begin, pair.short_form.size());
            const std::optional<Range> long_form = expansion_at_end(before, short_form, small_);
            if (!long_form) continue;
            pair.long_form = {long_form->begin + begin, long_form->end + begin};
            add(at, text, pair);
        }
    }

    void short_first(std::size_t at, std::string_view text) {
        const Rule* glossed = rule("term.glossed");
        if (!glossed) return;
        for (const PatternMatch& found : glossed->pattern.find_all(text)) {
            add_where_expanded(at, text, pair_of(found, glossed->id, likely));
        }
    }

    /// A letterhead's "ABC Association of Berry Cultivators"; its other lines say the same in other languages.
    void side_by_side(std::size_t at, std::string_view text) {
        const Rule* letterhead = rule("term.letterhead");
        if (!letterhead) return;
        if (const auto found = letterhead->pattern.find(text)) {
            letterhead_ = add_where_expanded(at, text, pair_of(*found, letterhead->id, likely));
        }
    }

    bool add_where_expanded(std::size_t at, std::string_view text, const Pair& pair) {
        const std::string_view long_form = text.substr(pair.long_form.begin, pair.long_form.size());
        const std::string_view short_form = text.substr(pair.short_form.begin, pair.short_form.size());
        if (!expands(long_form, short_form, small_)) return false;
        add(at, text, pair);
        return true;
    }

    /// A short form counts once; that of a list, which comes first, goes before the running text's.
    void add(std::size_t at, std::string_view text, const Pair& pair) {
        Term term;
        term.short_form = collapse_space(text.substr(pair.short_form.begin, pair.short_form.size()));
        term.long_form = collapse_space(text.substr(pair.long_form.begin, pair.long_form.size()));
        const std::size_t base = document_.blocks[at].range.begin;
        const Range range{base + std::min(pair.short_form.begin, pair.long_form.begin),
                          base + std::max(pair.short_form.end, pair.long_form.end)};
        if (term.short_form.empty() || term.long_form.empty()) return;
        if (!known_.insert(fold(term.short_form)).second) return;
        term.rule = pair.rule;
        term.confidence = pair.confidence;
        term.sources.push_back(citation_.source(at, range));
        term.id = make_id({"term", document_.id(), term.short_form, term.long_form});
        records_.terms.push_back(std::move(term));
    }

    const Document& document_;
    BlockCitation citation_;
    const RuleGroup* rules_;
    Records& records_;
    SmallWords small_;
    std::set<std::string> known_;
    bool in_list_ = false;
    bool letterhead_ = false;
    int strangers_ = 0;
};

}  // namespace

void find_terms(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    const std::size_t before = records.terms.size();
    TermFinder(document, outline, rules, records).run();
    std::stable_sort(records.terms.begin() + static_cast<long>(before), records.terms.end(),
                     [](const Term& a, const Term& b) { return a.sources[0].range < b.sources[0].range; });
}

}  // namespace rapporteur
