#include "extract/meeting_scan.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/meeting_link.h"
#include "extract/ordinal.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Bodies beyond the first of which one text says that they sit together.
constexpr int most_joint_sessions = 3;

/// A place that an earlier rule has read is not read again by a later one.
class Taken {
public:
    bool free(const Range& range) const {
        const auto next = ranges_.upper_bound(range);
        if (next != ranges_.end() && next->overlaps(range)) return false;
        return next == ranges_.begin() || !std::prev(next)->overlaps(range);
    }
    void add(const Range& range) { ranges_.insert(range); }

private:
    std::set<Range> ranges_;
};

class Scanner {
public:
    Scanner(const Document& document, const RuleSet& rules, const Records& records)
        : document_(document),
          group_(group_or_default(rules, document.language, "meeting")),
          ordinals_(table_or_default(rules, document.language, "ordinals")),
          links_(rules, document.language, context_of(records)) {
        learn_short_forms(records);
    }

    std::vector<MeetingMention> run() {
        for (std::size_t at = 0; group_ && at < document_.blocks.size(); ++at) scan_block(at);
        std::stable_sort(found_.begin(), found_.end(),
                         [](const MeetingMention& a, const MeetingMention& b) { return a.range < b.range; });
        return std::move(found_);
    }

    std::vector<MeetingMention> run_on(const std::string& title) {
        if (group_ && !title.empty()) scan_text(0, 0, title);
        return std::move(found_);
    }

private:
    static DateContext context_of(const Records& records) {
        DateContext context;
        if (!records.documents.empty()) context.document = records.documents.back().date;
        return context;
    }

    /// The abbreviations whose long form is the name of a gathering.
    void learn_short_forms(const Records& records) {
        for (std::size_t i = 0; group_ && i < group_->rules.size(); ++i) {
            if (local_id(group_->rules[i]) == "meeting.named") named_ = &group_->rules[i];
        }
        for (const Term& term : records.terms) {
            const auto match = named_ ? named_->pattern.find(term.long_form) : std::nullopt;
            if (match && match->range.size() + 2 >= term.long_form.size()) short_forms_.insert(term.short_form);
        }
    }

    void scan_block(std::size_t at) {
        const Block& block = document_.blocks[at];
        if (block.kind == BlockKind::damaged || block.range.empty()) return;
        if (block.kind == BlockKind::table) {
            for (const Row& row : block.rows) {
                for (const Cell& cell : row.cells) scan_stretch(at, cell.range);
            }
            return;
        }
        const std::string_view text = document_.text_of(block);
        for (Range sentence : sentences(text, document_.language)) {
            scan_stretch(at, {sentence.begin + block.range.begin, sentence.end + block.range.begin});
        }
    }

    void scan_stretch(std::size_t at, Range stretch) {
        if (!stretch.empty()) scan_text(at, stretch.begin, document_.slice(stretch));
    }

    void scan_text(std::size_t at, std::size_t base, std::string_view text) {
        const std::vector<FoundDate> dates = links_.dates(text);
        scan_parties(at, base, text);
        Taken taken;
        for (const Rule* rule : possible_rules(*group_, text)) {
            if (local_id(*rule).starts_with("meeting.dated") && dates.empty()) continue;
            for (const PatternMatch& match : matches_of(*rule, text)) {
                std::optional<MeetingMention> mention = read(*rule, match, text);
                if (!mention || !taken.free(name_range(match))) continue;
                drop_year_of_date(*mention, match, dates);
                links_.settle(*mention, text, name_range(match), dates);
                if (mention->needs_date && !mention->dated()) continue;
                taken.add(name_range(match));
                keep(std::move(*mention), at, base, name_range(match));
            }
        }
    }

    /// All matches; in "fourth session of the Map Committee and ninth session of the Tide Committee" there are two.
    std::vector<PatternMatch> matches_of(const Rule& rule, std::string_view text) const {
        std::vector<PatternMatch> found;
        for (PatternMatch& match : rule.pattern.find_all(text)) {
            found.push_back(std::move(match));
            for (int joint = 0; joint < most_joint_sessions; ++joint) {
                const std::size_t end = cut_before_second(found.back(), text);
                if (end == 0) break;
                const std::size_t was = std::exchange(found.back().range.end, end);
                auto second = rule.pattern.find(text, end);
                if (!second || second->range.begin >= was) break;
                found.push_back(std::move(*second));
            }
        }
        return found;
    }

    /// Ends the body before the session of a second one; where, or 0.
    std::size_t cut_before_second(PatternMatch& match, std::string_view text) const {
        for (Capture& capture : match.captures) {
            if (capture.name != "body") continue;
            const std::string_view body = text.substr(capture.range.begin, capture.range.size());
            const std::string first = links_.field("meeting-link.joint-session", body, "first");
            if (first.empty() || !body.starts_with(first)) return 0;
            return capture.range.end = capture.range.begin + first.size();
        }
        return 0;
    }

    /// In "3 February 2031 Regular Meeting" the year is the date's.
    static void drop_year_of_date(MeetingMention& mention, const PatternMatch& match,
                                  const std::vector<FoundDate>& dates) {
        for (const Capture& capture : match.captures) {
            if (capture.name != "year" || capture.range.empty()) continue;
            const bool dated = std::any_of(dates.begin(), dates.end(), [&](const FoundDate& date) {
                return date.precision() == 3 && date.range.covers(capture.range);
            });
            if (!dated) continue;
            mention.year = 0;
            mention.surface = mention.name;
        }
    }

    void keep(MeetingMention mention, std::size_t at, std::size_t base, Range name) {
        mention.block = at;
        mention.range = {base + name.begin, base + name.end};
        mention.heading = at < document_.blocks.size() && document_.blocks[at].kind == BlockKind::heading;
        found_.push_back(std::move(mention));
    }

    /// From the first field to the last: without an article, without what a rule looks at beyond the name.
    static Range name_range(const PatternMatch& match) {
        Range range{match.range.end, match.range.begin};
        for (const Capture& capture : match.captures) {
            range.begin = std::min(range.begin, capture.range.begin);
            range.end = std::max(range.end, capture.range.end);
        }
        return range.empty() ? match.range : range;
    }

    std::optional<MeetingMention> read(const Rule& rule, const PatternMatch& match, std::string_view text) const {
        const auto field = [&](std::string_view name) {
            for (const Capture& capture : match.captures) {
                if (capture.name == name) return collapse_space(text.substr(capture.range.begin, capture.range.size()));
            }
            return std::string();
        };
        MeetingMention mention;
        const Range name = name_range(match);
        mention.rule = rule.id;
        mention.confidence = rule.confidence;
        mention.surface = collapse_space(text.substr(name.begin, name.size()));
        mention.ordinal = field("ordinal").empty() ? field("number") : field("ordinal");
        mention.number = ordinal_number(mention.ordinal, ordinals_).value_or(0);
        mention.year = year_of(field("year"));
        mention.body = field("body");
        if (!mention.body.empty()) mention.session = session_of(mention.ordinal, field("noun"));
        mention.short_form = !field("short").empty();
        mention.name = field("name") + field("short") + mention.body;
        mention.needs_date = local_id(rule).starts_with("meeting.dated");
        if (!field("name").empty()) mention.surface = field("ordinal") + field("year") + " " + field("name");
        mention.surface = collapse_space(mention.surface);
        if (mention.short_form && !short_forms_.contains(field("short"))) return std::nullopt;
        if (mention.name.find(' ') == std::string::npos && mention.bare() && !mention.short_form &&
            mention.body.empty()) {
            if (!mention.needs_date) return std::nullopt;
        }
        return mention;
    }

    static int year_of(const std::string& digits) {
        const std::optional<PartialDate> date = parse_iso_date(digits);
        return date ? date->year : 0;
    }

    static std::string session_of(const std::string& ordinal, const std::string& noun) {
        return ordinal.empty() || noun.empty() ? std::string() : ordinal + " " + noun;
    }

    /// "consultations with river towns (May 2011 in Lind) and the shipping sector (June 2011 in Port Ada)": one each.
    void scan_parties(std::size_t at, std::size_t base, std::string_view text) {
        const Rule* rule = links_.rule("meeting-link.party");
        if (!rule || text.find('(') == std::string_view::npos) return;
        for (const PatternMatch& match : rule->pattern.find_all(text)) {
            const auto range = [&](std::string_view name) {
                for (const Capture& capture : match.captures) {
                    if (capture.name == name) return capture.range;
                }
                return Range{};
            };
            add_party(at, base, text, range("noun"), range("party"), range("when"));
            add_party(at, base, text, range("noun"), range("party_next"), range("when_next"));
        }
    }

    void add_party(std::size_t at, std::size_t base, std::string_view text, Range noun, Range party, Range when) {
        if (party.empty() || when.empty()) return;
        const std::string_view place_and_date = text.substr(when.begin, when.size());
        const std::vector<FoundDate> dates = links_.dates(place_and_date);
        if (dates.size() != 1 || !dates.front().has_year()) return;
        const std::string kind(text.substr(noun.begin, noun.size()));
        MeetingMention mention;
        mention.rule = "meeting-link.party";
        mention.name = mention.surface = kind + " with " + collapse_space(text.substr(party.begin, party.size()));
        mention.aliases.push_back(party_first(text.substr(party.begin, party.size()), kind));
        mention.start = dates.front().start;
        mention.end = dates.front().last();
        mention.place = links_.place_beside(place_and_date, dates.front().range);
        keep(std::move(mention), at, base, party);
    }

    /// "the shipping sector" and "consultation" as "shipping sector consultation".
    static std::string party_first(std::string_view party, const std::string& kind) {
        if (party.starts_with("the ")) party.remove_prefix(4);
        return collapse_space(party) + " " + kind;
    }

    const Document& document_;
    const RuleGroup* group_;
    const RuleTable* ordinals_;
    MeetingLinks links_;
    const Rule* named_ = nullptr;
    std::set<std::string, std::less<>> short_forms_;
    std::vector<MeetingMention> found_;
};

}  // namespace

std::vector<MeetingMention> scan_meetings(const Document& document, const Outline&, const RuleSet& rules,
                                          const Records& records) {
    return Scanner(document, rules, records).run();
}

std::vector<MeetingMention> scan_title(const std::string& title, const Document& document, const RuleSet& rules,
                                       const Records& records) {
    return Scanner(document, rules, records).run_on(title);
}

}  // namespace rapporteur
