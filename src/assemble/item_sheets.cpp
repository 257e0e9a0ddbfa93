#include "assemble/item_sheets.h"

#include <algorithm>

#include "assemble/agenda_pages.h"
#include "assemble/document_table.h"
#include "assemble/person_name.h"
#include "assemble/quotation.h"
#include "assemble/word_match.h"

namespace rapporteur {
namespace {

/// A, B … Z, AA, AB …
std::string letter(std::size_t index) {
    std::string letters;
    for (std::size_t n = index + 1; n > 0; n = (n - 1) / 26)
        letters.insert(0, 1, static_cast<char>('A' + (n - 1) % 26));
    return letters;
}

bool says_nothing(const ItemSheet& sheet) {
    return sheet.speakers.empty() && sheet.recommendations.empty() && sheet.outcomes.empty() && sheet.papers.empty() &&
           sheet.people.empty() && sheet.talks.empty() && sheet.leaders.empty() && sheet.instructions.empty();
}

class SheetMaker {
public:
    SheetMaker(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
               const ItemAttribution& attribution, const NumberedRecommendations& recommendations,
               const NumberedOutcomes& outcomes, const Instructions& instructions)
        : library_(library),
          attribution_(attribution),
          scope_(scope),
          recommendations_(recommendations),
          outcomes_(outcomes),
          instructions_(instructions),
          titles_(titles_of(items)),
          papers_(library) {
        for (const Same<Intervention>& same : scope.interventions)
            if (const auto item = attribution.item_of(*same.best)) said_[*item].push_back(&same);
    }

    ItemSheet make(const SettledItem& item, std::size_t index, std::size_t place) {
        ItemSheet sheet;
        sheet.letter = letter(place);
        sheet.anchor = sheet_anchor(item);
        sheet.number = item.number;
        sheet.title = item.title;
        sheet.also_printed_as = item.also_printed_as;
        sheet.reference = library_.refer(*item.main);
        sheet.day = item.day;
        sheet.session = item.part;
        sheet.start = item.start;
        sheet.end = item.end;
        sheet.purpose = item.purpose;
        sheet.leaders = item.leaders;
        sheet.people = item.people;
        sheet.talks = item.talks;
        add_speakers(sheet, item, index);
        add_recommendations(sheet, index);
        add_outcomes(sheet, index);
        add_papers(sheet, item);
        const auto own = instructions_.by_item.find(item.key);
        if (own != instructions_.by_item.end()) sheet.instructions = own->second;
        return sheet;
    }

private:
    static std::vector<std::string> titles_of(const std::vector<SettledItem>& items) {
        std::vector<std::string> titles;
        for (const SettledItem& item : items) titles.push_back(item.title);
        return titles;
    }

    /// Those who are quoted; where a report of the meeting is at hand, also the names of those who are not.
    void add_speakers(ItemSheet& sheet, const SettledItem& item, std::size_t index) {
        sheet.speakers = speakers_of(library_, said_[index]);
        PeopleByName quoted;
        for (std::size_t i = 0; i < sheet.speakers.size(); ++i) quoted.add(sheet.speakers[i].speaker, i);
        for (const NamedPerson& person : item.people) add_agenda_speaker(sheet, quoted, person, {});
        for (const AgendaTalk& talk : item.talks)
            for (const NamedPerson& person : talk.speakers) add_agenda_speaker(sheet, quoted, person, talk.title);
    }

    void add_agenda_speaker(ItemSheet& sheet, const PeopleByName& quoted, const NamedPerson& person,
                            const std::string& talk) const {
        if (const auto found = quoted.find(person.name)) {
            SpeakerRow& row = sheet.speakers[*found];
            row.speaker = person.name;
            if (!person.affiliation.empty()) row.affiliation = person.affiliation;
            row.talk = talk;
        } else if (!said_.empty()) {
            sheet.not_quoted.push_back(person.name);
        }
    }

    void add_recommendations(ItemSheet& sheet, std::size_t index) {
        for (std::size_t i = 0; i < recommendations_.rows.size(); ++i) {
            const Recommendation& record = *recommendations_.records[i];
            const bool under = attribution_.item_of(record) == index;
            if (!under && !titles_.touches(index, record.lead_in + " " + record.text)) continue;
            RecommendationRow& row = sheet.recommendations.emplace_back(recommendations_.rows[i]);
            if (!under) row.matched = "words";
        }
        std::stable_sort(sheet.recommendations.begin(), sheet.recommendations.end(),
                         [](const auto& a, const auto& b) { return a.matched.size() < b.matched.size(); });
    }

    template <class List>
    void add_outcomes_of(ItemSheet& sheet, const List& statements, std::size_t index) {
        for (const Same<Outcome>& same : statements) {
            const bool under = std::any_of(same.all.begin(), same.all.end(), [&](const Outcome* record) {
                return attribution_.item_of(*record) == index;
            });
            const auto row = outcomes_.row_of_key.find(key_of(*same.best));
            if (under && row != outcomes_.row_of_key.end()) sheet.outcomes.push_back(outcomes_.rows[row->second]);
        }
    }

    void add_outcomes(ItemSheet& sheet, std::size_t index) {
        add_outcomes_of(sheet, scope_.of_meeting, index);
        add_outcomes_of(sheet, scope_.earlier, index);
    }

    void add_papers(ItemSheet& sheet, const SettledItem& item) {
        std::set<std::string> wanted;
        for (const AgendaItem* record : item.records) wanted.insert(record->papers.begin(), record->papers.end());
        std::vector<const Paper*> papers;
        for (const Paper* paper : scope_.papers)
            if (wanted.contains(paper->id)) papers.push_back(paper);
        for (const Same<Paper>& same : group_same(papers)) sheet.papers.push_back(papers_.row(same));
    }

    const Library& library_;
    const ItemAttribution& attribution_;
    const Scope& scope_;
    const NumberedRecommendations& recommendations_;
    const NumberedOutcomes& outcomes_;
    const Instructions& instructions_;
    TitleWords titles_;
    PaperTable papers_;
    std::map<std::size_t, std::vector<const Same<Intervention>*>> said_;
};

}  // namespace

std::vector<ItemSheet> make_sheets(const Library& library, const Scope& scope, const std::vector<SettledItem>& items,
                                   const ItemAttribution& attribution, const NumberedRecommendations& recommendations,
                                   const NumberedOutcomes& outcomes, const Instructions& instructions) {
    SheetMaker maker(library, scope, items, attribution, recommendations, outcomes, instructions);
    std::vector<ItemSheet> sheets;
    std::map<std::string, std::size_t> sheet_of;  // by the item's key
    for (std::size_t i = 0; i < items.size(); ++i) {
        if (items[i].side_event) continue;
        ItemSheet sheet = maker.make(items[i], i, sheets.size());
        const auto parent = sheet_of.find(items[i].parent_key);
        if (parent != sheet_of.end() && says_nothing(sheet)) {
            sheets[parent->second].parts.push_back(item_words(items[i]));
            sheet_of[items[i].key] = parent->second;
        } else {
            sheet_of[items[i].key] = sheets.size();
            sheets.push_back(std::move(sheet));
        }
    }
    return sheets;
}

std::vector<SpeakerRow> speakers_of(const Library& library, const std::vector<const Same<Intervention>*>& statements) {
    std::vector<SpeakerRow> rows;
    PeopleByName people;
    std::map<std::string, std::size_t> by_words;  // speakers without a name: "participants"
    for (const Same<Intervention>* same : statements) {
        const std::string& speaker = same->best->speaker;
        const auto known = people.find(speaker);
        const auto [entry, is_new] = by_words.try_emplace(comparable_name(speaker), known.value_or(rows.size()));
        if (is_new && !known) {
            rows.emplace_back();
            people.add(speaker, entry->second);
        }
        SpeakerRow& row = rows[entry->second];
        if (speaker.size() > row.speaker.size()) row.speaker = heading_case(speaker);
        if (row.affiliation.empty()) row.affiliation = same->best->affiliation;
        const auto* meeting = library.meeting_around(*same->best);
        if (meeting && !is_from_before(library, *meeting, *same->best)) row.meeting = heading_case(meeting->name);
        row.quotations.push_back(quote(library, *same));
    }
    return rows;
}

}  // namespace rapporteur
