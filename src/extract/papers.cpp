#include "extract/papers.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/paper_list.h"
#include "extract/symbols.h"
#include "model/source_maker.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_title = 300;    // bytes of a cited title
constexpr std::size_t fewest_words = 3;       // of a cited title
constexpr double confidence_of_titles = 0.6;  // of works cited by title alone

MatchPlace place_of(RuleKind kind, std::string_view role) { return {kind, {std::string(role)}, BlockKind::paragraph}; }

/// Gathers the papers of one document, each once.
class PaperFinder {
public:
    PaperFinder(const Document& document, const Outline& outline, const RuleGroup* papers, Records& records)
        : document_(document), outline_(outline), papers_(papers), records_(records), sources_(document) {
        for (const DocumentRecord& record : records.documents) {
            if (!record.symbol.empty()) own_.insert(letters_and_figures(record.symbol));
        }
        for (const Meeting& meeting : records.meetings) {
            if (meeting.principal && meeting_.empty()) meeting_ = meeting.id;
        }
    }

    void find() {
        for (const PaperEntry& entry : listed_papers(document_, papers_)) add_listed(entry);
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged) continue;
            add_cited(at);
            add_quoted(at);
            if (!block.title) add_italic(at);
        }
        std::stable_sort(records_.papers.begin(), records_.papers.end(), [](const Paper& a, const Paper& b) {
            return a.sources.front().range.begin < b.sources.front().range.begin;
        });
    }

private:
    /// True for the document's own symbol, however it is punctuated.
    bool is_own(std::string_view symbol) const { return own_.count(letters_and_figures(symbol)) > 0; }

    /// False where the document has it already.
    bool is_new(const std::string& symbol, const std::string& title) {
        return known_.insert(symbol.empty() ? "title " + fold(title) : symbol_key(symbol)).second;
    }

    void add(Paper paper, std::size_t block, const Range& range, const Rule* rule) {
        paper.id = make_id({"paper", document_.id(), paper.symbol, paper.title, std::to_string(range.begin)});
        paper.supersedes = superseded_symbol(paper.symbol);
        paper.sources = {sources_.source(document_.blocks[block], range, outline_.blocks[block].paragraph,
                                         headings_above(document_, outline_, block))};
        if (rule != nullptr) paper.rule = rule->id;
        records_.papers.push_back(std::move(paper));
    }

    void add_listed(const PaperEntry& entry) {
        listed_[entry.range.begin] = entry.range.end;
        if (!is_new(entry.symbol, entry.title)) return;
        if (!entry.title.empty()) known_.insert("title " + fold(entry.title));
        Paper paper;
        paper.symbol = entry.symbol;
        paper.title = entry.title;
        paper.author = entry.author;
        paper.languages = entry.languages;
        paper.url = entry.url;
        paper.group = entry.group;
        paper.meeting = meeting_;
        paper.listed = true;
        if (entry.rule != nullptr) paper.confidence = entry.rule->confidence;
        add(std::move(paper), entry.block, entry.range, entry.rule);
    }

    void add_cited(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        for (const FoundSymbol& found : find_symbols(papers_, text)) {
            // A heading that begins with a number names a part of this document: its own resolution, say.
            if (block.kind == BlockKind::heading && found.range.begin == 0) continue;
            if (is_own(found.symbol) || !is_new(found.symbol, {})) continue;
            Paper paper;
            paper.symbol = collapse_space(found.symbol);
            paper.title = found.title.empty() ? title_before(text, found.range) : collapse_space(found.title);
            if (paper.title.empty()) paper.title = title_behind(text, found.range);
            paper.confidence = found.rule->confidence;
            add(std::move(paper), at, {block.range.begin + found.range.begin, block.range.begin + found.range.end},
                found.rule);
        }
    }

    /// Of "in his report to the Forum (A/68/190)": "report to the Forum". Empty where no noun says what it is.
    std::string title_before(std::string_view text, const Range& symbol) const {
        std::string_view before = trim(text.substr(0, symbol.begin));
        if (!before.ends_with('(')) return {};
        before = trim(before.substr(0, before.size() - 1));
        if (before.size() > longest_title) before = before.substr(before.size() - longest_title);
        const RuleMatch any = best_match(papers_, before, place_of(RuleKind::field, "cited-title"));
        if (any.rule == nullptr) return {};
        Range noun;
        for (const PatternMatch& match : any.rule->pattern.find_all(before)) noun = match.captures.front().range;
        const std::string title = collapse_space(before.substr(noun.begin));
        const bool ends = best_match(papers_, title, place_of(RuleKind::field, "title-ends")).rule != nullptr;
        return ends || words(title).size() < fewest_words ? std::string{} : title;
    }

    /// Of a line "X/12/3 – Report on the ports": "Report on the ports". Empty where the text says more than that.
    std::string title_behind(std::string_view text, const Range& symbol) const {
        if (symbol.begin > 0 || text.size() > longest_title) return {};
        const std::string behind(text.substr(symbol.end));
        const RuleMatch found = best_match(papers_, behind, place_of(RuleKind::field, "title-behind"));
        if (found.rule == nullptr) return {};
        const std::string title = collapse_space(found.field(behind, "title"));
        const bool ends = best_match(papers_, title, place_of(RuleKind::field, "title-ends")).rule != nullptr;
        return ends ? std::string{} : title;
    }

    void add_quoted(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = document_.text_of(block);
        const RuleMatch any = best_match(papers_, text, place_of(RuleKind::cue, "quoted-title"));
        if (any.rule == nullptr) return;
        for (const PatternMatch& match : any.rule->pattern.find_all(text)) {
            add_title(at,
                      {block.range.begin + match.captures.front().range.begin,
                       block.range.begin + match.captures.front().range.end},
                      any.rule);
        }
    }

    void add_italic(std::size_t at) {
        const Block& block = document_.blocks[at];
        if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return;
        for (const Run& run : block.runs) {
            if (!run.italic || run.range.size() > longest_title || run.range.size() + 2 >= block.range.size()) continue;
            if (is_listed(run.range)) continue;  // the italics of a listed title are no second paper
            const std::string_view text = trim(document_.slice(run.range));
            const RuleMatch found = best_match(papers_, text, place_of(RuleKind::field, "italic-title"));
            if (found.rule != nullptr) add_title(at, run.range, found.rule);
        }
    }

    bool is_listed(const Range& range) const {
        const auto next = listed_.upper_bound(range.begin);
        return next != listed_.begin() && std::prev(next)->second >= range.end;
    }

    void add_title(std::size_t at, const Range& range, const Rule* rule) {
        Paper paper;
        paper.title = collapse_space(document_.slice(range));
        if (!is_new({}, paper.title)) return;
        paper.confidence = confidence_of_titles;
        add(std::move(paper), at, range, rule);
    }

    const Document& document_;
    const Outline& outline_;
    const RuleGroup* papers_;
    Records& records_;
    SourceMaker sources_;
    std::set<std::string, std::less<>> own_;     // the document's symbol
    std::set<std::string, std::less<>> known_;   // keys of symbols and titles that are there already
    std::map<std::size_t, std::size_t> listed_;  // begin and end of the listed titles
    std::string meeting_;                        // id of the meeting that the document is of
};

}  // namespace

void find_papers(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    const RuleGroup* papers = group_or_default(rules, document.language, "paper");
    if (papers != nullptr) PaperFinder(document, outline, papers, records).find();
}

}  // namespace rapporteur
