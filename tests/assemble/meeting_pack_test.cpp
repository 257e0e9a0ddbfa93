#include <doctest/doctest.h>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"

using namespace rapporteur;

namespace {

Briefing forum_pack(const Records& records, const std::vector<Document>& documents = {},
                    const AssembleOptions& options = {}) {
    const Library library(records, documents, {});
    for (const Selection& selection : selections(library, GroupBy::meeting))
        if (selection.file_stem == "third-harbour-forum") return assemble(library, selection, options);
    return {};
}

const GapRow* gap_with(const Briefing& briefing, const std::string& code) {
    for (const GapGroup& group : briefing.method.gaps)
        for (const GapRow& row : group.rows)
            if (row.code == code) return &row;
    return nullptr;
}

}  // namespace

TEST_CASE("the cover takes facts from every document of the meeting and the highest mark") {
    const Briefing briefing = forum_pack(harbour::records());
    CHECK(briefing.cover.title == "Third Harbour Forum");
    CHECK(briefing.cover.place == "Pier Hall, Oldport");
    CHECK(briefing.cover.dates.first == PartialDate{2019, 5, 6});
    CHECK(briefing.cover.distribution == "Restricted");
    CHECK(briefing.cover.documents_at_hand == 3);
    CHECK(briefing.cover.documents_damaged == 1);
    CHECK(briefing.cover.documents_missing == 2);
}

TEST_CASE("the cover does not say the body beside a title that says it") {
    Records records = harbour::records();
    for (Meeting& meeting : records.meetings)
        if (meeting.id == "m-page") meeting.body = "Harbour Forum";
    CHECK(forum_pack(records).cover.body == "Harbour Office");
    for (Meeting& meeting : records.meetings)
        if (meeting.id == "m-page") meeting.body = "Harbour Council";
    CHECK(forum_pack(records).cover.body == "Harbour Council");
}

TEST_CASE("the agenda is grouped by day and session, side events apart with their own numbers") {
    const Briefing briefing = forum_pack(harbour::records());
    REQUIRE(briefing.agenda.days.size() == 2);
    const AgendaSession& morning = briefing.agenda.days[0].sessions[0];
    CHECK(morning.name == "Morning session");
    CHECK(morning.start == "10:00");
    REQUIRE(morning.items.size() == 2);
    CHECK(morning.items[0].start.empty());
    CHECK(morning.items[1].talks.size() == 2);
    CHECK(morning.items[1].leaders[0].name == "Tor Vik");
    CHECK(briefing.agenda.days[1].sessions[0].items[0].gap == gap_with(briefing, "item-without-programme")->number);
    REQUIRE(briefing.agenda.side_events.size() == 1);
    CHECK(briefing.agenda.side_events[0].items[1].number == "III");
    CHECK(briefing.agenda.side_events[0].gaps == std::vector<int>{gap_with(briefing, "number-skipped")->number});
}

TEST_CASE("a report's section stands on the sheet of the item that it reports on") {
    const Briefing briefing = forum_pack(harbour::records());
    REQUIRE(briefing.sheets.size() == 3);
    const ItemSheet& sheet = briefing.sheets[1];
    CHECK(sheet.title == "Keeping narrow channels deep");
    CHECK(sheet.also_printed_as == std::vector<std::string>{"Keeping Channels Deep"});
    REQUIRE(sheet.speakers.size() == 1);
    CHECK(sheet.speakers[0].speaker == "Olav Berg");
    CHECK(sheet.speakers[0].affiliation == "Pilots & Sons");
    CHECK(sheet.speakers[0].quotations.size() == 1);
    CHECK(sheet.not_quoted == std::vector<std::string>{"Ana Costa"});
    REQUIRE(sheet.recommendations.size() == 1);
    CHECK(sheet.recommendations[0].quotation.also.size() == 1);
    REQUIRE(sheet.outcomes.size() == 1);
}

TEST_CASE("a recommendation touches an item by its words") {
    const Briefing briefing = forum_pack(harbour::records());
    const ItemSheet& fees = briefing.sheets[2];
    REQUIRE(fees.recommendations.size() == 1);
    CHECK(fees.recommendations[0].matched == "words");
    CHECK(fees.recommendations[0].quotation.text == "Port authorities should publish their fees for fishing boats.");
}

TEST_CASE("recommendations are numbered in the order printed, by addressee, those of the papers last") {
    const RecommendationPages pages = forum_pack(harbour::records()).recommendations;
    std::vector<std::string> groups;
    std::vector<int> numbers;
    for (const auto* list : {&pages.put_to, &pages.in_papers})
        for (const RecommendationGroup& group : *list) {
            groups.push_back(group.addressee);
            for (const RecommendationRow& row : group.rows) numbers.push_back(row.number);
        }
    CHECK(groups ==
          std::vector<std::string>{"The 2019 HF", "Port authorities (PAs)", "Governments", "Port authorities (PAs)"});
    CHECK(numbers == std::vector<int>{1, 2, 3, 4});
    CHECK(pages.any_deadline);
    CHECK(pages.put_to[2].rows[0].proposer == "Olav Berg");
}

TEST_CASE("what is doubtful stands on the gaps page only") {
    const Briefing briefing = forum_pack(harbour::records());
    const GapRow* row = gap_with(briefing, "not-listed-recommendations");
    REQUIRE(row);
    CHECK(row->quotations[0].text == "It was hoped that fog would lift.");
    CHECK(briefing.method.gaps.back().kind == GapKind::low_confidence);
}

TEST_CASE("damaged lines past the second stand in one row with their places") {
    const Briefing briefing = forum_pack(harbour::records());
    const GapRow* row = gap_with(briefing, "line-damaged-further");
    REQUIRE(row);
    CHECK(row->count == 3);
    CHECK(row->references.size() == 3);
    CHECK(row->references[0].line == 72);
}

TEST_CASE("outcomes of earlier meetings of the series, and all dates in order") {
    const Briefing briefing = forum_pack(harbour::records());
    REQUIRE(briefing.outcomes.of_meeting.size() == 1);
    REQUIRE(briefing.outcomes.earlier.size() == 1);
    CHECK(briefing.outcomes.earlier[0].meeting == "Second Harbour Forum");
    std::vector<std::string> dates;
    for (const TimelineRow& row : briefing.outcomes.timeline) dates.push_back(to_iso(*row.dates.first));
    CHECK(dates == std::vector<std::string>{"2016-04", "2016-04", "2019-05-06", "2019-09", "2020-03"});
    CHECK(briefing.outcomes.timeline[2].own_meeting);
    CHECK(briefing.outcomes.timeline[3].standing == Standing::expected);
}

TEST_CASE("a happening is past only where its source was surely written after it") {
    const auto standing = [](const std::string& words, std::optional<PartialDate> written) {
        Records records = harbour::records();
        records.events[1].text = words;
        for (DocumentRecord& document : records.documents) document.date = written;
        return forum_pack(records).outcomes.timeline[3].standing;
    };
    const std::string plain = "Works on the plan in September 2019.";
    CHECK(standing(plain, std::nullopt) == Standing::expected);  // after the meeting that the report is of
    CHECK(standing(plain, PartialDate{2019, 6}) == Standing::expected);
    CHECK(standing(plain, PartialDate{2019}) == Standing::unconfirmed);
    CHECK(standing(plain, PartialDate{2019, 10}) == Standing::past);
    CHECK(standing("It was hoped to have a plan by September 2019.", PartialDate{2019}) == Standing::expected);
    CHECK(standing("It was hoped to have a plan by September 2019.", PartialDate{2020}) == Standing::unconfirmed);
    CHECK(standing("The plan was launched in September 2019.", PartialDate{2019}) == Standing::past);
}

TEST_CASE("what a paper words for a meeting to come is proposed, not decided") {
    Records records = harbour::records();
    Outcome draft = harbour::made<Outcome>("o-3", harbour::at("paper", 3, "13"));
    draft.text = "Decides to buy a dredger.";
    draft.meeting = "m-page";
    draft.rule = "outcome.operative";
    records.outcomes.push_back(draft);
    Outcome told = draft;
    told.id = "o-4";
    told.text = "The Forum has grown since its first year.";
    told.rule = "outcome.body-adopted";
    records.outcomes.push_back(told);
    const Briefing briefing = forum_pack(records);
    REQUIRE(briefing.outcomes.proposed.size() == 1);
    CHECK(briefing.outcomes.proposed[0].quotation.text == draft.text);
    CHECK(briefing.outcomes.of_meeting.size() == 1);
    REQUIRE(briefing.outcomes.earlier.size() == 2);
    CHECK(briefing.outcomes.earlier[1].meeting.empty());
    CHECK(briefing.outcomes.earlier[1].rows[0].quotation.text == told.text);
}

TEST_CASE("documents: read ones first, then papers under the heading of their list, at hand or not") {
    const Briefing briefing = forum_pack(harbour::records());
    REQUIRE(briefing.documents.size() == 3);
    CHECK(briefing.documents[0].rows.size() == 3);
    CHECK(briefing.documents[0].rows[1].at_hand == PaperRow::AtHand::in_part);
    CHECK(briefing.documents[1].heading == "Contributed papers");
    CHECK(briefing.documents[1].rows[0].at_hand == PaperRow::AtHand::no);
    CHECK(briefing.documents[2].name == "cited");
    CHECK(briefing.documents[2].rows.size() == 1);
    CHECK(gap_with(briefing, "papers-not-at-hand")->count == 2);
    CHECK_FALSE(gap_with(briefing, "paper-missing"));
}

TEST_CASE("participants once each, by family name, with role and item") {
    const Briefing briefing = forum_pack(harbour::records());
    std::vector<std::string> names;
    for (const ParticipantRow& row : briefing.participants) names.push_back(row.name);
    CHECK(names == std::vector<std::string>{"Olav Berg", "Ana Costa", "Ida Lund", "Tor Vik"});
    CHECK(briefing.participants[1].note == "tbc");
    CHECK(briefing.participants[3].parts[0].role == "moderator");
    CHECK(gap_with(briefing, "no-attendance-list"));
}

TEST_CASE("the body that meets is no participant, and a sentence before a list no statement") {
    Records records = harbour::records();
    Intervention body = harbour::made<Intervention>("v-9", harbour::at("report", 0, "", 50));
    body.speaker = "Harbour Forum";
    body.text = "The Harbour Forum recalled the fog.";
    body.meeting = "m-report";
    Intervention lead = body;
    lead.id = "v-10";
    lead.speaker = "Eva Dahl";
    lead.text = "Ms. Eva Dahl recommended that ports:";
    records.interventions.push_back(body);
    records.interventions.push_back(lead);
    CHECK(forum_pack(records).participants.size() == 4);
}

TEST_CASE("why a meeting is held is a sentence of its documents that says so") {
    const Briefing briefing = forum_pack(harbour::records(), harbour::documents());
    REQUIRE(briefing.summary.why.size() == 1);
    CHECK(briefing.summary.why[0].text ==
          "The third Harbour Forum is being held in response to decision 12 of the Council, which asks the Office to "
          "bring ports together.");
    CHECK(briefing.summary.why[0].reference.heading == "Objectives of the Forum");
    CHECK(forum_pack(harbour::records()).summary.why.empty());
}

TEST_CASE("the summary: decisions, the strongest first, deadlines after the meeting") {
    const SummaryPage summary = forum_pack(harbour::records()).summary;
    REQUIRE(summary.decisions.size() == 1);
    CHECK(summary.decisions[0].number == "III");
    CHECK(summary.strongest.front().strength == 4);
    std::vector<std::string> dates;
    for (const DeadlineRow& row : summary.deadlines) dates.push_back(to_iso(row.date));
    CHECK(dates == std::vector<std::string>{"2019-09", "2020-03"});
}

TEST_CASE("an edition before the meeting names what is due before it, each date once") {
    Records records = harbour::records();
    Recommendation soon = harbour::recommendation("r-9", "Ports are requested to register by 20 April 2019", 4,
                                                  "requested", "Ports", harbour::at("page", 0, "", 9));
    soon.deadline = PartialDate{2019, 4, 20};
    soon.meeting = "m-page";
    records.recommendations.push_back(soon);
    Event event = harbour::made<Event>("e-9", harbour::at("page", 0, "", 9));
    event.date = PartialDate{2019, 4, 20};
    event.text = "Ports are requested to register by 20 April 2019;";
    records.events.push_back(event);
    CHECK(forum_pack(records).summary.deadlines.front().date == PartialDate{2019, 9});
    AssembleOptions early;
    early.as_of = PartialDate{2019, 4, 1};
    const std::vector<DeadlineRow> deadlines = forum_pack(records, {}, early).summary.deadlines;
    REQUIRE(deadlines.size() == 3);
    CHECK(deadlines[0].date == PartialDate{2019, 4, 20});
    CHECK(deadlines[1].date == PartialDate{2019, 9});
    CHECK_FALSE(deadlines[0].passed);

    AssembleOptions late;
    late.as_of = PartialDate{2019, 12, 1};
    const std::vector<DeadlineRow> past = forum_pack(records, {}, late).summary.deadlines;
    REQUIRE(past.size() == 2);
    CHECK(past[0].passed);
    CHECK_FALSE(past[1].passed);
}

TEST_CASE("a pack of a council session lists the recommendations of its papers apart") {
    const Records records = harbour::records();
    const Library library(records, {}, {});
    const Selection council = selections(library, GroupBy::meeting).front();
    const Briefing briefing = assemble(library, council, {});
    REQUIRE(briefing.recommendations.put_to.size() == 1);
    CHECK(briefing.recommendations.put_to[0].rows[0].quotation.text == "PAs could buy a second dredger.");
    CHECK(briefing.recommendations.in_papers.size() == 3);
    CHECK(briefing.agenda.days.empty());
}

TEST_CASE("a theme's pack: statements with meetings, items and years") {
    const Records records = harbour::records();
    const Library library(records, {}, {{"fees", "Fees and tolls"}});
    const Briefing briefing = assemble(library, selections(library, GroupBy::theme).front(), {});
    CHECK(briefing.by_theme);
    REQUIRE(briefing.recommendations.put_to.size() == 1);
    REQUIRE(briefing.recommendations.years.size() == 1);
    CHECK(briefing.recommendations.years[0].year == 2019);
    CHECK(briefing.recommendations.years[0].numbers[4] == std::vector<int>{1});
    REQUIRE(briefing.meetings.size() == 1);
    CHECK(briefing.meetings[0].items == std::vector<std::string>{"II Keeping narrow channels deep"});
    REQUIRE(briefing.who_said_what.size() == 1);
}

TEST_CASE("records without sources, documents or meetings make a pack and no crash") {
    Records records;
    records.meetings.push_back(Meeting{});
    records.meetings.back().id = "m";
    records.meetings.back().name = "x";
    records.meetings.back().principal = true;
    records.recommendations.push_back(Recommendation{});
    records.recommendations.back().meeting = "m";
    records.recommendations.back().strength = 99;
    records.outcomes.push_back(Outcome{});
    records.outcomes.back().meeting = "m";
    records.agenda_items.push_back(AgendaItem{});
    records.agenda_items.back().meeting = "m";
    records.agenda_items.back().parent = "nobody";
    records.gaps.push_back(Gap{});
    records.gaps.back().meeting = "m";
    const Library library(records, {}, {});
    const Briefing briefing = assemble(library, selections(library, GroupBy::meeting).front(), {});
    CHECK(briefing.recommendations.put_to.size() == 1);
    CHECK(briefing.sheets.size() == 1);
}
