#include "extract/gaps.h"

#include <algorithm>

#include "extract/dates.h"
#include "extract/gap_agenda.h"
#include "extract/gap_maker.h"
#include "extract/gap_numbering.h"
#include "extract/gap_symbols.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/scan_doubt.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// So many bytes of a broken-off text are quoted.
constexpr std::size_t quoted = 90;

/// The last words of a text, from the beginning of a word.
Range tail(std::string_view text, Range range) {
    if (range.size() <= quoted) return range;
    std::size_t begin = range.end - quoted;
    while (begin < range.end && text[begin] != ' ') ++begin;
    return begin + 1 < range.end ? Range{begin + 1, range.end} : range;
}

Range head(std::string_view text, Range range) {
    if (range.size() <= quoted) return range;
    std::size_t end = range.begin + quoted;
    while (end > range.begin && text[end] != ' ') --end;
    return end == range.begin ? range : Range{range.begin, end};
}

class GapFinder {
public:
    GapFinder(const Document& document, const Outline& outline, const RuleSet& rules, Records& records)
        : document_(document), outline_(outline), rules_(rules), records_(records), gaps_(document, outline, records) {}

    void run() {
        damaged_text();
        cut_text();
        find_skipped_numbers(document_, outline_, records_, gaps_);
        find_symbol_conflicts(document_, rules_, gaps_);
        find_agenda_gaps(records_, gaps_);
        unconfirmed_speakers();
        wrong_weekdays();
        pages();
    }

private:
    std::string quote(const Range& range) const { return collapse_space(document_.slice(range)); }

    void damaged_text() {
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged)
                gaps_.add(GapCode::line_damaged, quote(block.range), "", at, block.range);
            if (!block.damaged.empty() && is_from_scan(document_, block)) {
                add_doubtful_gaps(gaps_, at);
                continue;
            }
            for (const Range& range : block.damaged) gaps_.add(GapCode::line_damaged, quote(range), "", at, range);
        }
    }

    /// A break has two sides; where both are at hand it is told once, by the text before it.
    void cut_text() {
        bool told = false;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged || block.kind == BlockKind::note) continue;
            if (block.cut_before && !told && at > 0) {
                const Range range = head(document_.text, block.range);
                gaps_.add(GapCode::text_cut_off, quote(range), "", at, range);
            }
            told = block.cut_after && breaks_off(block);
            if (!told) continue;
            const Range range = tail(document_.text, without_damage(block));
            gaps_.add(GapCode::text_cut_off, quote(range), "", at, range);
        }
    }

    /// An item that ends in a semicolon goes on in the next.
    bool breaks_off(const Block& block) const {
        const std::string_view text = trim(document_.text_of(block));
        return !text.ends_with(';') && !text.ends_with("; and") && !text.ends_with("; or") && !text.ends_with(':');
    }

    static Range without_damage(const Block& block) {
        Range range = block.range;
        for (const Range& damaged : block.damaged) {
            if (damaged.end >= range.end && damaged.begin > range.begin) range.end = damaged.begin;
        }
        return range;
    }

    /// Each line of a cell or block is looked at alone: "Ana Lind, Board of Tides (tbc)".
    void unconfirmed_speakers() {
        const RuleGroup* group = group_or_default(rules_, document_.language, "gap");
        for (std::size_t at = 0; group && at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged) continue;
            for (std::string_view line : split(document_.text_of(block), '\n')) {
                for (std::string_view cell : split(line, '|')) unconfirmed_line(*group, at, cell);
            }
        }
    }

    void unconfirmed_line(const RuleGroup& group, std::size_t at, std::string_view line) {
        const std::string_view text = trim(line);
        if (text.empty() || text.size() > 300) return;
        const RuleMatch match = best_match(&group, text, {RuleKind::field, {}, document_.blocks[at].kind});
        if (!match.rule) return;
        const auto begin = static_cast<std::size_t>(text.data() - document_.text.data());
        Gap& gap = gaps_.add(GapCode::speaker_unconfirmed, std::string(match.field(text, "mark")),
                             collapse_space(match.field(text, "name")), at, {begin, begin + text.size()});
        gap.rule = match.rule->id;
    }

    void wrong_weekdays() {
        const DateReader& reader = rules_.dates(document_.language);
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged) continue;
            for (const FoundDate& date : reader.dates(document_.text_of(block))) {
                if (!date.weekday_conflict) continue;
                const Range range{block.range.begin + date.range.begin, block.range.begin + date.range.end};
                gaps_.add(GapCode::date_conflict, quote(range), "", at, range);
            }
        }
    }

    void pages() {
        for (const Diagnostic& warning : document_.warnings) {
            const bool empty = warning.code == Code::page_without_text;
            if (!empty && warning.code != Code::page_damaged) continue;
            Source source;
            source.document = document_.id();
            source.page = warning.place.page;
            gaps_.add(empty ? GapCode::page_without_text : GapCode::page_damaged, warning.detail,
                      std::to_string(warning.place.page), {source});
        }
    }

    const Document& document_;
    const Outline& outline_;
    const RuleSet& rules_;
    Records& records_;
    GapMaker gaps_;
};

}  // namespace

void find_gaps(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    GapFinder(document, outline, rules, records).run();
}

}  // namespace rapporteur
