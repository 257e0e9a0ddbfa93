#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "model/document.h"

namespace rapporteur {

/// Where a record's text stands: one stretch of one document.
struct Source {
    std::string document;              // the document's id
    int page = 0;                      // 0: the format has none
    std::string paragraph;             // printed number, empty where none is printed
    std::vector<std::string> heading;  // path of headings above
    Range range;                       // bytes in the document's healed text
    std::size_t start = 0, end = 0;    // the same stretch in code points: what the JSON form carries
    int line = 0;                      // 1-based line of the file at hand, 0 where it has none
    std::vector<Box> boxes;            // PDF only
};

/// What every record carries. `id` is stable: the same input gives the same id, a reworded record another.
struct RecordHead {
    std::string id;
    std::vector<Source> sources;
    std::vector<Source> repeats;       // verbatim repeats in the same document
    std::vector<std::string> related;  // ids of reworded ones
    std::string rule;                  // the rule that found it, empty where none did
    double confidence = 1.0;           // 0 to 1
    std::string cluster;               // set by merging: shared by what is the same across documents
};

enum class DocumentStatus { ok, partial, failed };

struct DocumentRecord : RecordHead {
    std::string file;
    std::vector<std::string> also;  // other paths with the same bytes
    std::string sha256, media_type;
    std::size_t bytes = 0;
    int pages = 0;
    std::string language, title, symbol, body, session, distribution, original_language;
    std::optional<PartialDate> date;
    DocumentStatus status = DocumentStatus::ok;
    Diagnostics warnings;
};

struct Meeting : RecordHead {
    std::string name, short_name;
    std::vector<std::string> aliases;
    std::string
        series;  // the name without ordinal, year and session: "Coordination Meeting on International Migration"
    std::string ordinal;  // "12", "101": digits, whatever was printed
    std::optional<PartialDate> start, end;
    std::string place, organiser, body, session;
    bool principal = false;  // the document is of, for or about it
};

enum class PersonRole { speaker, moderator, chair, rapporteur, presenter };

struct Person {
    std::string name;
    PersonRole role = PersonRole::speaker;
    std::string affiliation;
    std::string note;   // "tbc", "video message"
    std::string title;  // "Ambassador", "Professor": as printed before the name
};

struct Talk {
    std::string title;
    std::vector<Person> speakers;
};

struct AgendaItem : RecordHead {
    std::string meeting;  // id
    std::string number;   // as printed
    std::string title;
    std::vector<std::string> aliases;  // other wordings of the same item in the same document
    std::string parent;                // id
    std::optional<PartialDate> day;
    std::string part;        // "Morning session"; of a side event's items the event's name
    std::string start, end;  // "10:00"
    std::vector<Person> people;
    std::vector<Talk> talks;
    std::vector<std::string> papers;  // ids
    std::string purpose;              // decision, discussion, information
    bool side_event = false;          // belongs to a side event with a numbering of its own
};

struct Participant : RecordHead {
    std::string name, affiliation, role, meeting;
};

struct ThemeScore {
    std::string id;
    double score = 0;
};

enum class RecommendationStatus { proposed, accepted, partially_accepted, noted, rejected, implemented };

struct Response {
    std::string text, by;
    std::vector<Source> sources;
};

struct Recommendation : RecordHead {
    std::string text, lead_in;
    std::string verb;  // the source's own word of recommending, as printed: "urged", "may wish to"
    int strength = 0;  // 1 "may wish to" to 5 "demands"
    std::vector<std::string> addressees;
    std::string proposer;
    std::string meeting;      // id of the meeting it is put to
    std::string agenda_item;  // id of the item under which it stands
    std::optional<PartialDate> deadline;
    RecommendationStatus status = RecommendationStatus::proposed;
    std::optional<Response> response;
    std::vector<ThemeScore> themes;
    bool cut = false;  // the source breaks off inside it
};

enum class OutcomeType {
    decided,
    adopted,
    endorsed,
    agreed,
    approved,
    elected,
    established,
    launched,
    noted,
    welcomed,
    reaffirmed,
    appropriated,
    renewed,
    requested,
    concluded,
    committed,
    other,
};

struct Outcome : RecordHead {
    std::string text, lead_in;
    OutcomeType type = OutcomeType::other;
    std::string body, meeting, agenda_item;
    std::optional<PartialDate> date;
    std::vector<ThemeScore> themes;
    bool cut = false;
};

struct Intervention : RecordHead {
    std::string speaker, affiliation, text, meeting, agenda_item;
    std::vector<ThemeScore> themes;
    bool cut = false;
};

struct Paper : RecordHead {
    std::string symbol, title, author;
    std::vector<std::string> languages;
    std::string url, meeting, supersedes;
    std::string group;    // heading of the list it stands in: "Contributed papers"
    bool listed = false;  // false where only cited
};

struct Event : RecordHead {
    PartialDate date;
    std::optional<PartialDate> end;
    std::string text, place;
};

struct Term : RecordHead {
    std::string short_form, long_form;
};

/// The general checks that can find a gap; worded for readers by the template's labels.
enum class GapCode {
    line_damaged,            // rubbish that could not be read
    text_cut_off,            // a sentence that breaks off
    number_skipped,          // a numbering that jumps
    item_without_programme,  // an agenda item whose detailed programme is missing while its neighbours have one
    speaker_unconfirmed,     // "tbc"
    symbol_conflict,         // one symbol printed in two ways
    title_conflict,          // one item or paper under two wordings
    date_conflict,
    paper_missing,  // listed and not at hand
    page_without_text,
    page_damaged,
    document_failed,
    item_unreported,
};

struct Gap : RecordHead {
    GapCode code = GapCode::line_damaged;
    std::string text;     // what was seen, verbatim where it can be quoted
    std::string subject;  // what it concerns: an item number, a name, a symbol
    std::string meeting;  // id, where it concerns one
};

/// All records of one document, or of many; each kind in the order of the text.
struct Records {
    std::vector<DocumentRecord> documents;
    std::vector<Meeting> meetings;
    std::vector<AgendaItem> agenda_items;
    std::vector<Participant> participants;
    std::vector<Recommendation> recommendations;
    std::vector<Outcome> outcomes;
    std::vector<Intervention> interventions;
    std::vector<Paper> papers;
    std::vector<Event> events;
    std::vector<Term> terms;
    std::vector<Gap> gaps;
};

/// Appends all records of `more`, kind by kind.
void append(Records& records, Records more);

/// Calls `visit(kind_name, record)` for every record of every kind, in the order of the struct.
template <class RecordsType, class Visitor>
void for_each_record(RecordsType& records, Visitor&& visit) {
    for (auto& r : records.documents) visit("document", r);
    for (auto& r : records.meetings) visit("meeting", r);
    for (auto& r : records.agenda_items) visit("agenda_item", r);
    for (auto& r : records.participants) visit("participant", r);
    for (auto& r : records.recommendations) visit("recommendation", r);
    for (auto& r : records.outcomes) visit("outcome", r);
    for (auto& r : records.interventions) visit("intervention", r);
    for (auto& r : records.papers) visit("paper", r);
    for (auto& r : records.events) visit("event", r);
    for (auto& r : records.terms) visit("term", r);
    for (auto& r : records.gaps) visit("gap", r);
}

/// A stable id: 16 hexadecimal digits of a hash over the parts (kind, document, text …).
std::string make_id(const std::vector<std::string>& parts);

std::string_view name_of(PersonRole role);
std::string_view name_of(DocumentStatus status);
std::string_view name_of(RecommendationStatus status);
std::string_view name_of(OutcomeType type);
std::string_view name_of(GapCode code);
std::optional<OutcomeType> outcome_type_named(std::string_view name);

}  // namespace rapporteur
