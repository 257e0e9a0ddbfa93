#include "assemble/snapshot.h"

#include <map>
#include <set>

#include "assemble/briefing.h"

namespace rapporteur {
namespace {

std::string item_words(const std::string& number, const std::string& title) {
    return number.empty() ? title : number + " " + title;
}

class Snapshots {
public:
    explicit Snapshots(const Briefing& briefing) : briefing_(briefing) {}

    Snapshot take() {
        for (const ItemSheet& sheet : briefing_.sheets) {
            sheets_[sheet.anchor] = &sheet;
            for (const RecommendationRow& row : sheet.recommendations)
                if (row.matched.empty()) place_.emplace("R" + std::to_string(row.number), place_of(sheet));
            for (const OutcomeRow& row : sheet.outcomes)
                place_.emplace("O" + std::to_string(row.number), place_of(sheet));
        }
        find_spots();
        add_agenda();
        for (const auto* groups : {&briefing_.recommendations.put_to, &briefing_.recommendations.in_papers})
            for (const RecommendationGroup& group : *groups)
                for (const RecommendationRow& row : group.rows) add(row);
        add_outcomes(briefing_.outcomes.of_meeting);
        for (const OutcomeGroup& group : briefing_.outcomes.earlier) add_outcomes(group.rows);
        add_outcomes(briefing_.outcomes.proposed);
        for (const ItemSheet& sheet : briefing_.sheets) add_said(sheet.speakers, place_of(sheet), sheet.anchor);
        add_said(briefing_.who_said_what, "", "who");
        for (const PaperGroup& group : briefing_.documents)
            for (const PaperRow& paper : group.rows) add(paper);
        return std::move(lines_);
    }

private:
    /// Where statements are printed besides the section of their kind.
    void find_spots() {
        const auto take = [&](const auto& rows, char kind) {
            for (const auto& row : rows)
                if (!row.quotation.spot.empty())
                    spots_[kind + std::to_string(row.number)].push_back(row.quotation.spot);
        };
        take(briefing_.summary.strongest, 'R');
        take(briefing_.summary.results, 'O');
        take(briefing_.concern.to_it, 'R');
        for (const GroupConcern& group : briefing_.concern.to_groups) take(group.rows, 'R');
        take(briefing_.concern.by_it, 'R');
        for (const ItemSheet& sheet : briefing_.sheets) {
            take(sheet.recommendations, 'R');
            take(sheet.outcomes, 'O');
        }
    }

    static std::string place_of(const ItemSheet& sheet) { return item_words(sheet.number, sheet.title); }

    SnapshotLine& add(const char* about, const Quotation& quotation) {
        SnapshotLine& line = lines_.emplace_back();
        line.about = about;
        line.text = quotation.lead_in.empty() ? quotation.text : quotation.lead_in + " " + quotation.text;
        line.reference = quotation.reference;
        line.language = quotation.language;
        line.cut = quotation.cut;
        return line;
    }

    void add(const RecommendationRow& row) {
        // A recommendation to several addressees stands in the group of each.
        if (!seen_.insert("R" + std::to_string(row.number)).second) return;
        SnapshotLine& line = add("recommendation", row.quotation);
        line.name = line.anchor = "R" + std::to_string(row.number);
        line.spots = spots_[line.name];
        line.spots.push_back(line.anchor);
        if (const auto place = place_.find(line.name); place != place_.end()) line.place = place->second;
        if (row.response) line.answer = row.response->text;
        if (line.answer.empty() && row.status != RecommendationStatus::proposed) line.answer = name_of(row.status);
    }

    /// Papers at hand.
    void add(const PaperRow& paper) {
        if (paper.document.empty() || !seen_.insert(paper.anchor).second) return;
        const std::string title = paper.title.empty() && paper.symbol.empty() ? paper.file : paper.title;
        SnapshotLine& line = lines_.emplace_back();
        line.about = "paper";
        line.text = item_words(paper.symbol, title);
        line.reference.document_id = paper.document;
        line.anchor = paper.anchor;
        line.spots = {paper.anchor};
    }

    void add_outcomes(const std::vector<OutcomeRow>& rows) {
        for (const OutcomeRow& row : rows) {
            const std::string number = "O" + std::to_string(row.number);
            if (!seen_.insert(number).second) continue;
            SnapshotLine& line = add("outcome", row.quotation);
            line.anchor = "outcome-" + std::to_string(row.number);
            line.spots = spots_[number];
            line.spots.push_back(line.anchor);
            if (const auto place = place_.find(number); place != place_.end()) line.place = place->second;
        }
    }

    void add_said(const std::vector<SpeakerRow>& speakers, const std::string& place, const std::string& anchor) {
        for (const SpeakerRow& speaker : speakers)
            for (const Quotation& quotation : speaker.quotations) {
                SnapshotLine& line = add("intervention", quotation);
                line.who = speaker.speaker;
                line.place = place;
                line.anchor = anchor;
                line.spots = {quotation.spot};
            }
    }

    void add_agenda() {
        for (const AgendaDay& day : briefing_.agenda.days)
            for (const AgendaSession& session : day.sessions)
                for (const AgendaLine& item : session.items) {
                    const std::string start = item.start.empty() ? session.start : item.start;
                    const std::string end = item.start.empty() ? session.end : item.end;
                    add_item(item, day.date, start, end, session.name);
                }
        for (const SideEvent& event : briefing_.agenda.side_events)
            for (const AgendaLine& item : event.items)
                add_item(item, event.date, item.start.empty() ? event.start : item.start,
                         item.start.empty() ? event.end : item.end, event.title);
    }

    void add_item(const AgendaLine& item, const std::optional<PartialDate>& day, const std::string& start,
                  const std::string& end, const std::string& session) {
        SnapshotLine& line = lines_.emplace_back();
        line.about = "item";
        line.name = item.number;
        line.text = item.title;
        line.anchor = item.sheet;
        line.spots = {item.spot, item.sheet};
        line.place = (day ? to_iso(*day) : "") + (session.empty() || !day ? session : " " + session);
        line.time = (day ? to_iso(*day) + " " : "") + start + (end.empty() ? "" : "-" + end);
        if (const auto sheet = sheets_.find(item.sheet); sheet != sheets_.end())
            line.reference = sheet->second->reference;
        if (line.reference.document_id.empty() && !briefing_.agenda.sources.empty())
            line.reference = briefing_.agenda.sources.front();
        add_people(line, item);
    }

    static void add_people(SnapshotLine& line, const AgendaLine& item) {
        std::set<std::string> people;
        const auto take = [&](const std::vector<NamedPerson>& named) {
            for (const NamedPerson& person : named)
                people.insert(person.affiliation.empty() ? person.name : person.name + " (" + person.affiliation + ")");
        };
        take(item.people);
        take(item.leaders);
        for (const AgendaTalk& talk : item.talks) take(talk.speakers);
        line.people.assign(people.begin(), people.end());
    }

    const Briefing& briefing_;
    Snapshot lines_;
    std::map<std::string, const ItemSheet*> sheets_;         // by anchor
    std::map<std::string, std::string> place_;               // of statements, by their number
    std::map<std::string, std::vector<std::string>> spots_;  // of statements, by their number
    std::set<std::string> seen_;
};

}  // namespace

Snapshot take_snapshot(const Briefing& briefing) { return Snapshots(briefing).take(); }

}  // namespace rapporteur
