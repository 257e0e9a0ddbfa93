#include "extract/gaps.h"

#include <algorithm>
#include <map>
#include <set>

#include "extract/dates.h"
#include "extract/gap_maker.h"
#include "extract/gap_numbering.h"
#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/symbols.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// So many bytes of a broken-off text are quoted.
constexpr std::size_t quoted = 90;
/// So many ways of printing one symbol are told.
constexpr std::size_t most_forms = 4;

/// The last words of a text, from the beginning of a word.
Range tail(std::string_view text, Range range) {
    if (range.size() <= quoted) return range;
    std::size_t begin = range.end - quoted;
    while (begin < range.end && text[begin] != ' ') ++begin;
    return {std::min(begin + 1, range.end), range.end};
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
        symbols_in_two_ways();
        titles_in_two_ways();
        items_without_programme();
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

    void symbols_in_two_ways() {
        struct Printed {
            std::string symbol;
            std::size_t block;
            Range range;
        };
        const RuleGroup* papers = group_or_default(rules_, document_.language, "paper");
        std::map<std::string, std::vector<Printed>> by_key;  // forms of one symbol, each once
        std::vector<std::string> order;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::damaged) continue;
            for (const FoundSymbol& found : find_symbols(papers, document_.text_of(block))) {
                const std::string key = letters_and_figures(found.symbol);
                std::vector<Printed>& forms = by_key[key];
                const auto same = [&](const Printed& form) {
                    return symbol_key(form.symbol) == symbol_key(found.symbol);
                };
                if (forms.size() >= most_forms || std::any_of(forms.begin(), forms.end(), same)) continue;
                if (forms.size() == 1) order.push_back(key);
                forms.push_back(
                    {found.symbol, at, {found.range.begin + block.range.begin, found.range.end + block.range.begin}});
            }
        }
        for (const std::string& key : order) {
            std::string text;
            std::vector<Source> sources;
            for (const Printed& form : by_key[key]) {
                text += (text.empty() ? "" : ", ") + form.symbol;
                sources.push_back(gaps_.source(form.block, form.range));
            }
            const std::string first = by_key[key].front().symbol;
            gaps_.add(GapCode::symbol_conflict, text, first, std::move(sources));
        }
    }

    void titles_in_two_ways() {
        for (const AgendaItem& item : records_.agenda_items) {
            for (std::size_t i = 0; i < item.aliases.size(); ++i) {
                if (same_title(item.title, item.aliases[i]) || !reworded(item.title, item.aliases[i])) continue;
                std::vector<Source> sources{item.sources.begin(),
                                            item.sources.begin() + (item.sources.empty() ? 0 : 1)};
                if (i < item.repeats.size()) sources.push_back(item.repeats[i]);
                gaps_
                    .add(GapCode::title_conflict, item.title + " / " + item.aliases[i], item.number, std::move(sources))
                    .meeting = item.meeting;
            }
        }
    }

    /// Two wordings of one title share most words; "Opening" and "Opening and introductory remarks" are just two
    /// headings.
    static bool reworded(std::string_view a, std::string_view b) {
        const std::set<std::string> left = title_words(a);
        const std::set<std::string> right = title_words(b);
        const auto shared =
            std::count_if(left.begin(), left.end(), [&](const std::string& word) { return right.contains(word); });
        return 2 * static_cast<std::size_t>(shared) >= left.size() + right.size() - static_cast<std::size_t>(shared);
    }

    static std::set<std::string> title_words(std::string_view title) {
        std::set<std::string> all;
        for (Range range : words(title)) all.insert(fold(title.substr(range.begin, range.size())));
        return all;
    }

    /// What one leaves out in brackets makes no other title.
    static bool same_title(std::string_view a, std::string_view b) {
        const auto key = [](std::string_view title) {
            std::string plain;
            int depth = 0;
            for (char c : title) {
                depth += c == '(' ? 1 : 0;
                if (depth == 0) plain += c;
                depth -= c == ')' && depth > 0 ? 1 : 0;
            }
            return letters_and_figures(plain);
        };
        return key(a) == key(b);
    }

    static bool has_programme(const AgendaItem& item) { return !item.people.empty() || !item.talks.empty(); }

    /// Only where most items of the same agenda have a programme does one without lack it.
    void items_without_programme() {
        std::map<std::string, std::pair<std::size_t, std::size_t>> counts;  // items, items with a programme
        const auto counted = [](const AgendaItem& item) {
            return item.parent.empty() && !item.side_event && !item.number.empty();
        };
        for (const AgendaItem& item : records_.agenda_items) {
            if (!counted(item)) continue;
            ++counts[item.meeting].first;
            counts[item.meeting].second += has_programme(item) ? 1 : 0;
        }
        for (const AgendaItem& item : records_.agenda_items) {
            if (!counted(item) || has_programme(item) || item.sources.empty()) continue;
            const auto& [all, with] = counts[item.meeting];
            if (with < 2 || 2 * with < all) continue;
            gaps_.add(GapCode::item_without_programme, item.title, item.number, {item.sources.front()}).meeting =
                item.meeting;
        }
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
