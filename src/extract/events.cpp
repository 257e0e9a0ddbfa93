#include "extract/events.h"

#include <algorithm>

#include "extract/citation.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/meeting_link.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Stands for the date in the texts that rules look at.
const std::string mark = "…";
/// How much of a sentence before and after a date rules look at.
constexpr std::size_t widest = 160;
/// What is longer is a list or a text whose sentences cannot be told.
constexpr std::size_t longest_sentence = 1500;

class EventFinder {
public:
    EventFinder(const Document& document, const Outline& outline, const RuleSet& rules, Records& records)
        : document_(document),
          citation_(document, outline),
          group_(group_or_default(rules, document.language, "event")),
          links_(rules, document.language, {date_of(records), 0}),
          records_(records) {}

    void run() {
        for (std::size_t at = 0; group_ && at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            const bool told = block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item ||
                              block.kind == BlockKind::note;
            if (!told || block.title) continue;
            const std::string_view text = document_.text_of(block);
            for (Range sentence : sentences(text, document_.language)) read_sentence(at, text, sentence);
        }
    }

private:
    static std::optional<PartialDate> date_of(const Records& records) {
        return records.documents.empty() ? std::nullopt : records.documents.back().date;
    }

    bool is_damaged(const Block& block, Range range) const {
        return std::any_of(block.damaged.begin(), block.damaged.end(),
                           [&](const Range& damaged) { return damaged.overlaps(range); });
    }

    void read_sentence(std::size_t at, std::string_view text, Range sentence) {
        const std::string_view words = text.substr(sentence.begin, sentence.size());
        const Block& block = document_.blocks[at];
        const Range range{block.range.begin + sentence.begin, block.range.begin + sentence.end};
        if (range.size() > longest_sentence || is_damaged(block, range)) return;
        for (const FoundDate& date : links_.dates(words)) {
            if (!date.has_year()) continue;
            const RuleMatch match = rule_for(words, date);
            if (match.rule) add(at, range, words, date, *match.rule);
        }
    }

    /// The rule that says that something happens on the date; none where it only names a document, or is a year alone.
    RuleMatch rule_for(std::string_view words, const FoundDate& date) const {
        const std::size_t begin = date.range.begin > widest ? date.range.begin - widest : 0;
        const std::string around = std::string(words.substr(begin, date.range.begin - begin)) + mark +
                                   std::string(words.substr(date.range.end, widest));
        const std::string precision = date.precision() == 1 ? "year" : "day";
        return best_match(group_, around, {RuleKind::cue, {precision}, BlockKind::paragraph});
    }

    void add(std::size_t at, Range range, std::string_view words, const FoundDate& date, const Rule& rule) {
        Event event;
        event.date = date.start;
        event.end = date.end;
        event.text = document_.slice(range);
        event.place = links_.place_beside(words, date.range);
        event.rule = rule.id;
        event.confidence = date.year_from == YearFrom::printed ? rule.confidence : rule.confidence * 0.8;
        event.sources.push_back(citation_.source(at, range));
        event.id = make_id({"event", document_.id(), to_iso(event.date), event.text});
        records_.events.push_back(std::move(event));
    }

    const Document& document_;
    BlockCitation citation_;
    const RuleGroup* group_;
    MeetingLinks links_;
    Records& records_;
};

}  // namespace

void find_events(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    EventFinder(document, outline, rules, records).run();
}

}  // namespace rapporteur
