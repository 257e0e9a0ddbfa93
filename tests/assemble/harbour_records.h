#pragma once

#include <string>
#include <utility>
#include <vector>

#include "model/document.h"
#include "model/record.h"

/// Records of a made-up harbour forum, as extraction and merging leave them: a page with its agenda ("page"), its
/// report
/// ("report"), and a council paper ("paper") that is for a council session and about the forum.
namespace rapporteur::harbour {

inline Source at(const std::string& document, int page, const std::string& paragraph, int line = 0,
                 std::vector<std::string> heading = {}) {
    Source source;
    source.document = document;
    source.page = page;
    source.paragraph = paragraph;
    source.line = line;
    source.heading = std::move(heading);
    return source;
}

template <class Record>
Record made(const std::string& id, Source where, const std::string& cluster = "") {
    Record record;
    record.id = id;
    record.cluster = cluster;
    record.sources.push_back(std::move(where));
    return record;
}

inline DocumentRecord document(const std::string& id, const std::string& file, const std::string& symbol,
                               const std::string& title, const std::string& media_type = "text/plain") {
    DocumentRecord record;
    record.id = id;
    record.file = file;
    record.symbol = symbol;
    record.title = title;
    record.media_type = media_type;
    record.language = "en";
    return record;
}

inline void add_documents(Records& records) {
    records.documents.push_back(document("page", "in/forum.md", "", "", "text/markdown"));
    DocumentRecord report = document("report", "in/report.txt", "HC/FORUM/3/REP", "REPORT OF THE THIRD HARBOUR FORUM");
    report.date = PartialDate{2019, 6, 1};
    report.distribution = "LIMITED";
    report.status = DocumentStatus::partial;
    records.documents.push_back(report);
    DocumentRecord paper =
        document("paper", "in/paper.pdf", "HC/2019/7", "Towards the 2019 Harbour Forum", "application/pdf");
    paper.date = PartialDate{2018, 12, 3};
    paper.distribution = "RESTRICTED";
    paper.body = "HARBOUR COUNCIL";
    paper.session = "Fortieth session";
    paper.pages = 4;
    records.documents.push_back(paper);
}

inline Meeting meeting(const std::string& id, const std::string& cluster, const std::string& name, Source where,
                       bool principal, const std::string& series) {
    Meeting record = made<Meeting>(id, std::move(where), cluster);
    record.name = name;
    record.principal = principal;
    record.series = series;
    return record;
}

inline void add_meetings(Records& records) {
    Meeting on_page =
        meeting("m-page", "forum-3", "third Harbour Forum", at("page", 0, "", 1, {"Agenda"}), true, "Harbour Forum");
    on_page.start = PartialDate{2019, 5, 6};
    on_page.end = PartialDate{2019, 5, 7};
    on_page.place = "Pier Hall, Oldport";
    on_page.organiser = "Harbour Office";
    records.meetings.push_back(on_page);
    records.meetings.push_back(
        meeting("m-report", "forum-3", "THIRD HARBOUR FORUM", at("report", 0, "", 1), true, "Harbour Forum"));
    Meeting in_paper = meeting("m-paper", "forum-3", "2019 Harbour Forum", at("paper", 1, "1"), true, "Harbour Forum");
    in_paper.aliases = {"2019 HF"};
    in_paper.start = PartialDate{2019};
    records.meetings.push_back(in_paper);
    Meeting second =
        meeting("m-second", "forum-2", "Second Harbour Forum", at("paper", 2, "4"), false, "Harbour Forum");
    second.start = PartialDate{2016, 4};
    records.meetings.push_back(second);
    Meeting council = meeting("m-council", "council-40", "Fortieth session of the Harbour Council", at("paper", 1, ""),
                              true, "session of the Harbour Council");
    council.start = PartialDate{2019, 1, 21};
    records.meetings.push_back(council);
}

inline Person person(const std::string& name, const std::string& affiliation, PersonRole role = PersonRole::speaker,
                     const std::string& note = "") {
    Person record;
    record.name = name;
    record.affiliation = affiliation;
    record.role = role;
    record.note = note;
    return record;
}

inline AgendaItem item(const std::string& id, const std::string& number, const std::string& title, PartialDate day,
                       const std::string& part, const std::string& start, const std::string& end) {
    AgendaItem record = made<AgendaItem>(id, at("page", 0, "", 10, {"Agenda"}));
    record.meeting = "m-page";
    record.number = number;
    record.title = title;
    record.day = day;
    record.part = part;
    record.start = start;
    record.end = end;
    return record;
}

inline void add_agenda(Records& records) {
    const PartialDate monday{2019, 5, 6}, tuesday{2019, 5, 7};
    AgendaItem opening = item("i-1", "I", "Opening", monday, "Morning session", "10:00", "13:00");
    opening.people.push_back(person("Ida Lund", "Harbour Office"));
    AgendaItem channels =
        item("i-2", "II", "Keeping narrow channels deep", monday, "Morning session", "10:00", "13:00");
    channels.cluster = "item-2";
    channels.talks = {{"What dredging costs small ports", {person("Olav Berg", "Pilots & Sons")}},
                      {"Charts <for> everybody", {person("Ana Costa", "Chart Office", PersonRole::speaker, "tbc")}}};
    channels.people.push_back(person("Tor Vik", "University of Oldport", PersonRole::moderator));
    AgendaItem fees = item("i-3", "III", "Fair fees for fishing boats", tuesday, "Afternoon session", "15:00", "18:00");
    fees.purpose = "decision";
    AgendaItem side = item("s-1", "I", "Welcome", tuesday, "Lunch on dredging", "", "");
    side.side_event = true;
    AgendaItem last = item("s-3", "III", "Farewell", tuesday, "Lunch on dredging", "", "");
    last.side_event = true;
    AgendaItem reported = made<AgendaItem>("ri-2", at("report", 0, "", 30), "item-2");
    reported.meeting = "m-report";
    reported.number = "II";
    reported.title = "KEEPING CHANNELS DEEP";
    records.agenda_items = {opening, channels, fees, side, last, reported};
}

inline Recommendation recommendation(const std::string& id, const std::string& text, int strength,
                                     const std::string& verb, const std::string& addressee, Source where) {
    Recommendation record = made<Recommendation>(id, std::move(where));
    record.text = text;
    record.strength = strength;
    record.verb = verb;
    if (!addressee.empty()) record.addressees.push_back(addressee);
    return record;
}

inline void add_recommendations(Records& records) {
    Recommendation to_forum = recommendation("r-1", "The Forum may wish to call for cheaper charts.", 1, "may wish to",
                                             "the 2019 HF", at("paper", 3, "12"));
    Recommendation to_ports = recommendation("r-2", "Port authorities should publish their fees for fishing boats.", 3,
                                             "should", "port authorities", at("paper", 3, "12"));
    to_ports.meeting = "m-paper";
    to_ports.proposer = "Harbour Council";
    Recommendation urged = recommendation("r-3", "Mr. Berg urged Governments to keep tolls < 5 % & {{no}} more.", 4,
                                          "urged", "Governments", at("report", 0, "", 40));
    urged.agenda_item = "ri-2";
    urged.proposer = "Mr. Berg";
    urged.themes = {{"fees", 0.8}};
    urged.deadline = PartialDate{2020, 3};
    Recommendation again = urged;
    again.id = "r-3b";
    again.cluster = "r-3";
    urged.cluster = "r-3";
    again.sources = {at("paper", 4, "15")};
    Recommendation other =
        recommendation("r-4", "PAs could buy a second dredger.", 2, "could", "PAs", at("paper", 4, "14"));
    other.meeting = "m-council";
    Recommendation doubtful =
        recommendation("r-5", "It was hoped that fog would lift.", 1, "hoped", "", at("report", 0, "", 44));
    doubtful.confidence = 0.3;
    records.recommendations = {to_forum, to_ports, urged, again, other, doubtful};
}

inline void add_outcomes(Records& records) {
    Outcome adopted = made<Outcome>("o-1", at("report", 0, "", 41));
    adopted.text = "The Forum adopted the Oldport Soundings.";
    adopted.type = OutcomeType::adopted;
    adopted.meeting = "m-report";
    adopted.agenda_item = "ri-2";
    Outcome before = made<Outcome>("o-2", at("paper", 2, "4"));
    before.text = "In April 2016 the Second Harbour Forum established the Pilots' Network.";
    before.type = OutcomeType::established;
    before.meeting = "m-second";
    before.date = PartialDate{2016, 4};
    records.outcomes = {adopted, before};
    Intervention said = made<Intervention>("v-1", at("report", 0, "", 39));
    said.speaker = "Mr. Berg";
    said.text = "Mr. Berg said that small ports paid twice for every metre.";
    said.agenda_item = "ri-2";
    said.themes = {{"fees", 0.5}};
    Intervention elsewhere = made<Intervention>("v-2", at("report", 0, "", 60));
    elsewhere.speaker = "Participants";
    elsewhere.text = "Participants noted the fog.";
    elsewhere.meeting = "m-report";
    records.interventions = {said, elsewhere};
}

inline void add_papers(Records& records) {
    Paper listed = made<Paper>("p-1", at("page", 0, "", 50));
    listed.symbol = "HC/FORUM/3/01";
    listed.title = "Fees of forty ports";
    listed.author = "Chart Office";
    listed.languages = {"en", "fr"};
    listed.group = "CONTRIBUTED PAPERS";
    listed.listed = true;
    listed.meeting = "m-page";
    Paper cited = made<Paper>("p-2", at("report", 0, "", 5));
    cited.symbol = "hc/2019/7";
    Paper unknown = made<Paper>("p-3", at("paper", 2, "5"));
    unknown.title = "Harbour Statistics 2015";
    records.papers = {listed, cited, unknown};
    Event held = made<Event>("e-1", at("paper", 2, "4"));
    held.date = PartialDate{2016, 4};
    held.text = "In April 2016 the Second Harbour Forum established the Pilots' Network.";
    Event due = made<Event>("e-2", at("report", 0, "", 62));
    due.date = PartialDate{2019, 9};
    due.text = "A plan would be presented in September 2019.";
    records.events = {held, due};
    Term forum = made<Term>("t-1", at("paper", 1, "1"));
    forum.short_form = "HF";
    forum.long_form = "Harbour Forum";
    Term ports = made<Term>("t-2", at("paper", 3, "12"));
    ports.short_form = "PAs";
    ports.long_form = "port authorities";
    records.terms = {forum, ports};
}

inline Gap gap(const std::string& id, GapCode code, const std::string& subject, const std::string& text, Source where) {
    Gap record = made<Gap>(id, std::move(where));
    record.code = code;
    record.subject = subject;
    record.text = text;
    return record;
}

inline void add_gaps(Records& records) {
    records.gaps = {gap("g-1", GapCode::item_without_programme, "III", "", at("page", 0, "", 20, {"Agenda"})),
                    gap("g-2", GapCode::number_skipped, "II", "I, III", at("page", 0, "", 25, {"Lunch on dredging"})),
                    gap("g-3", GapCode::speaker_unconfirmed, "Ana Costa", "tbc", at("page", 0, "", 18, {"Agenda"})),
                    gap("g-4", GapCode::paper_missing, "HC/FORUM/3/01", "", at("page", 0, "", 50))};
    for (int i = 0; i < 5; ++i)
        records.gaps.push_back(gap("g-d" + std::to_string(i), GapCode::line_damaged, "",
                                   "q9(x)4.1[k " + std::to_string(i), at("report", 0, "", 70 + i)));
}

inline Records records() {
    Records all;
    add_documents(all);
    add_meetings(all);
    add_agenda(all);
    add_recommendations(all);
    add_outcomes(all);
    add_papers(all);
    add_gaps(all);
    return all;
}

inline void add_block(Document& document, BlockKind kind, const std::string& text, int level = 0) {
    if (!document.text.empty()) document.text += "\n\n";
    Block block;
    block.kind = kind;
    block.level = level;
    block.range = {document.text.size(), document.text.size() + text.size()};
    block.line = static_cast<int>(document.blocks.size()) + 1;
    document.text += text;
    document.blocks.push_back(block);
}

/// The page's text, for the sentences that no record holds.
inline std::vector<Document> documents() {
    Document page;
    page.sha256 = "page";
    page.file = "in/forum.md";
    page.media_type = MediaType::markdown;
    page.language = "en";
    add_block(page, BlockKind::heading, "Objectives of the Forum", 2);
    add_block(
        page, BlockKind::paragraph,
        "The third Harbour Forum is being held in response to decision 12 of the Council, which asks the Office to "
        "bring ports together. Coffee is served in the hall at eleven.");
    add_block(page, BlockKind::heading, "Travel", 2);
    add_block(page, BlockKind::paragraph,
              "The ferry to Oldport leaves every hour from the old quay, and parking is free.");
    return {page};
}

}  // namespace rapporteur::harbour
