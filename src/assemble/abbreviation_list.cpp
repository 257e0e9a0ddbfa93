#include "assemble/abbreviation_list.h"

#include <algorithm>
#include <set>

#include "support/text.h"

namespace rapporteur {
namespace {

/// Every word of the quotations, where short forms are looked up: "GMG", "UNGA/HLD", "GMG's" as "GMG".
class UsedWords {
public:
    void add(std::string_view text) {
        std::size_t begin = 0;
        for (std::size_t at = 0; at <= text.size(); ++at) {
            if (at < text.size() && !is_border(text[at])) continue;
            if (at > begin) words_.emplace(text.substr(begin, at - begin));
            begin = at + 1;
        }
    }
    void add(const Quotation& quotation) {
        add(quotation.text);
        add(quotation.lead_in);
    }
    bool contains(const std::string& word) const { return words_.contains(word); }

private:
    static bool is_border(char c) { return std::string_view(" \t\n,;:.()[]\"'!?").find(c) != std::string_view::npos; }

    std::set<std::string, std::less<>> words_;
};

void add_groups(const std::vector<RecommendationGroup>& groups, UsedWords& used) {
    for (const RecommendationGroup& group : groups)
        for (const RecommendationRow& row : group.rows) used.add(row.quotation);
}

UsedWords words_of(const Briefing& briefing) {
    UsedWords used;
    add_groups(briefing.recommendations.put_to, used);
    add_groups(briefing.recommendations.in_papers, used);
    for (const OutcomeRow& row : briefing.outcomes.of_meeting) used.add(row.quotation);
    for (const OutcomeRow& row : briefing.outcomes.proposed) used.add(row.quotation);
    for (const OutcomeGroup& group : briefing.outcomes.earlier)
        for (const OutcomeRow& row : group.rows) used.add(row.quotation);
    for (const Quotation& quotation : briefing.summary.why) used.add(quotation);
    for (const ItemSheet& sheet : briefing.sheets) {
        used.add(sheet.title);
        for (const SpeakerRow& speaker : sheet.speakers)
            for (const Quotation& quotation : speaker.quotations) used.add(quotation);
    }
    for (const SpeakerRow& speaker : briefing.who_said_what)
        for (const Quotation& quotation : speaker.quotations) used.add(quotation);
    for (const ParticipantRow& row : briefing.participants) used.add(row.affiliation);
    return used;
}

void add_term(const Term& term, std::map<std::string, Abbreviation>& list) {
    if (term.short_form.empty() || term.long_form.empty() || is_doubtful(term)) return;
    Abbreviation& entry = list[term.short_form];
    entry.term = term.short_form;
    const auto is_same = [&](const std::string& other) {
        return comparable_name(other) == comparable_name(term.long_form);
    };
    if (std::none_of(entry.expansions.begin(), entry.expansions.end(), is_same))
        entry.expansions.push_back(term.long_form);
}

}  // namespace

std::vector<Abbreviation> list_abbreviations(const Library& library, const Scope& scope, const Briefing& briefing) {
    const UsedWords used = words_of(briefing);
    std::map<std::string, Abbreviation> list;
    for (const Term& term : library.records().terms)
        if (scope.documents.contains(document_of(term)) && (scope.meeting || used.contains(term.short_form)))
            add_term(term, list);
    for (const Term& term : library.records().terms)
        if (!list.contains(term.short_form) && used.contains(term.short_form)) add_term(term, list);
    std::vector<Abbreviation> result;
    for (auto& [term, entry] : list) result.push_back(std::move(entry));
    std::stable_sort(result.begin(), result.end(),
                     [](const Abbreviation& a, const Abbreviation& b) { return fold(a.term) < fold(b.term); });
    return result;
}

}  // namespace rapporteur
