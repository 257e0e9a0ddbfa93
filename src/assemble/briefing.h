#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/changes_page.h"
#include "assemble/reference.h"
#include "assemble/supplement_page.h"
#include "model/date.h"
#include "model/pack_notes.h"
#include "model/record.h"

namespace rapporteur {

/// Words of a source, letter for letter, with the place where they stand.
struct Quotation {
    std::string text;
    std::string lead_in;  // the clause that governs a list item, also the source's words
    bool cut = false;     // the source breaks off inside it
    Reference reference;
    std::vector<Reference> also;  // where else the same statement stands
    std::string language;         // BCP 47 of the source
    std::string spot;             // names this place of the pack, where the statement stands elsewhere, too
};

/// From a first to a last day; `last` is empty where the source names only one.
struct DateSpan {
    std::optional<PartialDate> first, last;
};

/// A figure on the cover; `name` is its label's key.
struct CoverFigure {
    std::string name;
    std::size_t count = 0;
};

/// The facts of the cover page.
struct CoverPage {
    std::string title;         // the meeting's or the theme's name
    std::string short_title;   // for the running head
    std::string body;          // issuing or convening body, with the session
    std::string short_body;    // for the running head
    std::string distribution;  // the highest mark of the sources, as printed; empty where none is marked
    DateSpan dates;
    std::string place;
    std::string prepared_for, edition;
    std::optional<PartialDate> date;  // of the edition
    std::size_t documents_at_hand = 0, documents_damaged = 0, documents_missing = 0;
    std::vector<CoverFigure> figures;
};

/// A speaker or moderator as the agenda names them.
struct NamedPerson {
    std::string name;
    std::string title;  // "Ambassador", as printed before the name
    std::string affiliation;
    std::string note;  // "tbc", "video message"
    PersonRole role = PersonRole::speaker;
};

struct AgendaTalk {
    std::string title;
    std::vector<NamedPerson> speakers;
};

/// One item of the agenda, the same under all its wordings.
struct AgendaLine {
    std::string number, title, purpose, start, end;
    int depth = 0;                     // 0 for an item, 1 for an item under an item
    std::vector<NamedPerson> people;   // speakers without a titled talk
    std::vector<NamedPerson> leaders;  // moderators, chairs and rapporteurs
    std::vector<AgendaTalk> talks;
    std::string sheet;  // anchor of the item's sheet
    std::string spot;   // names this place of the pack
    int gap = 0;        // number of the gap "without a programme" on the gaps page, 0 where there is none
};

/// Items under one printed part of a day ("Morning session"), with the times that all of them share.
struct AgendaSession {
    std::string name, start, end;
    std::vector<AgendaLine> items;
};

struct AgendaDay {
    std::optional<PartialDate> date;
    std::vector<AgendaSession> sessions;
};

/// A side event with a numbering of its own.
struct SideEvent {
    int number = 0;  // in the pack
    std::string title;
    std::optional<PartialDate> date;
    std::string start, end;
    std::vector<AgendaLine> items;
    std::vector<int> gaps;  // numbers on the gaps page
};

struct AgendaPages {
    std::vector<AgendaDay> days;
    std::vector<SideEvent> side_events;
    std::vector<Reference> sources;
};

/// A recommendation as the packs print it; `number` (R1 …) names it everywhere in one pack.
struct RecommendationRow {
    int number = 0;
    std::string record;               // id of the most certain record of it
    std::vector<std::string> themes;  // ids
    Quotation quotation;
    int strength = 0;
    std::string verb, proposer;
    std::vector<std::string> addressees;
    std::optional<PartialDate> deadline;
    RecommendationStatus status = RecommendationStatus::proposed;
    std::optional<Quotation> response;
    std::string response_by;
    std::string matched;  // "words" where it touches an item by its words only, else empty
};

struct RecommendationGroup {
    std::string addressee;  // empty: not stated
    std::vector<RecommendationRow> rows;
};

/// Recommendations of one year, by strength: numbers[s - 1] holds the numbers of strength s.
struct YearRow {
    int year = 0;  // 0: not known
    std::vector<std::vector<int>> numbers;
    std::size_t total = 0;
};

/// What stands in the papers apart from the pack's first table ("put to the meeting").
struct RecommendationPages {
    std::vector<RecommendationGroup> put_to;
    std::vector<RecommendationGroup> in_papers;
    std::vector<YearRow> years;          // theme packs
    std::vector<std::string> proposers;  // all of them, in order
    bool any_deadline = false, any_proposer = false, any_strength = false;
    bool source_damaged = false;
};

struct OutcomeRow {
    int number = 0;
    OutcomeType type = OutcomeType::other;
    std::string body;
    std::optional<PartialDate> date;
    Quotation quotation;
};

/// Outcomes of one meeting.
struct OutcomeGroup {
    std::string meeting;  // empty: not stated
    DateSpan dates;
    std::vector<OutcomeRow> rows;
};

/// What a happening was when its source was written.
enum class Standing {
    past,
    expected,
    unconfirmed,  // it cannot be told which
};

/// A dated happening, meeting or deadline, for the timeline.
struct TimelineRow {
    DateSpan dates;
    std::string text;  // the source's words, or a meeting's name
    std::string place;
    bool clipped = false;      // words of the sentence are left out at its end
    bool own_meeting = false;  // the pack's meeting
    Standing standing = Standing::unconfirmed;
    Reference reference;
};

struct OutcomePages {
    std::vector<OutcomeRow> of_meeting;
    std::vector<OutcomeGroup> earlier;  // of earlier meetings in the series; in theme packs all, by meeting
    std::vector<OutcomeRow> proposed;   // drafts in papers that were written before the meeting
    std::vector<TimelineRow> timeline;
    bool held = false;  // the meeting was over when the sources were written
};

/// What one speaker said; the speaker's words or their report.
struct SpeakerRow {
    std::string speaker, affiliation;
    std::string talk;  // title of their talk
    std::string meeting;
    std::vector<Quotation> quotations;
};

/// A paper under an item or in the documents table.
struct PaperRow {
    std::string symbol, title, author, issuer;
    std::vector<std::string> languages;  // BCP 47 or words as printed
    std::string url;
    std::string file;      // of a document at hand without a symbol
    std::string anchor;    // links lead here
    std::string document;  // id, where it is at hand
    enum class AtHand { yes, in_part, no } at_hand = AtHand::no;
    std::optional<PartialDate> date;
    std::string supersedes;
    bool matched_by_words = false;
};

/// The sheet of one agenda item.
struct ItemSheet {
    std::string letter;  // A, B … in the contents
    std::string anchor;
    std::string number, title;
    std::vector<std::string> also_printed_as;
    std::vector<std::string> parts;  // items under it that have no sheet of their own: "2.1 Title"
    Reference reference;
    std::optional<PartialDate> day;
    std::string session, start, end, purpose;
    std::vector<NamedPerson> leaders;
    std::vector<NamedPerson> people;  // speakers without a titled talk
    std::vector<AgendaTalk> talks;
    int gap = 0;                          // number of the gap "without a programme", 0 where there is none
    std::vector<SpeakerRow> speakers;     // who is quoted
    std::vector<std::string> not_quoted;  // speakers of the agenda whom the meeting's report does not quote
    std::vector<RecommendationRow> recommendations;
    std::vector<OutcomeRow> outcomes;
    std::vector<PaperRow> papers;
    std::vector<Quotation> instructions;  // the delegation's own
    std::string key;                      // names the item in every edition
    NoteText position, notes;             // what people wrote into an earlier pack
    std::string change;                   // since the last edition: "new", "changed" or empty
};

/// Why notes of an earlier pack stand at no item of this one.
enum class LooseReason {
    gone,    // it has no such item
    unsure,  // several items may be meant
};

struct LooseNotes {
    LooseReason why = LooseReason::gone;
    ItemNotes item;
};

struct ParticipantRow {
    std::string name, affiliation, note;
    struct Part {
        std::string role;  // a role's stable name, or words as printed on an attendance list
        std::string item;  // number as printed
        bool operator==(const Part&) const = default;
    };
    std::vector<Part> parts;
};

/// `heading` is verbatim from the source; where empty, `name` is its label's key.
struct PaperGroup {
    std::string heading, name;
    std::vector<PaperRow> rows;
};

struct Abbreviation {
    std::string term;
    std::vector<std::string> expansions;
};

/// One document as it was read.
struct ReadRow {
    DocumentName name;
    std::string anchor;  // of its row in the documents table
    std::string media_type;
    DocumentStatus status = DocumentStatus::ok;
    int pages = 0, lines = 0;
    std::size_t damaged = 0;
    std::string cited_by;  // key of a label: "page_paragraph", "page", "paragraph", "line", "heading", "not_cited"
};

enum class GapKind { missing, damaged, doubtful, conflicting, low_confidence };

/// One gap or several of one kind in one document; the label of `code` words it around the source's own words.
struct GapRow {
    int number = 0;
    std::string code;     // stable name of the gap's code, or of one of the pack's own checks
    std::string subject;  // what it concerns
    std::string text;     // verbatim, in the voice of quotations
    std::vector<Reference> references;
    std::size_t count = 1;              // how many stand behind the row
    std::vector<Quotation> quotations;  // statements of low confidence
};

struct GapGroup {
    GapKind kind = GapKind::missing;
    std::vector<GapRow> rows;
};

struct MethodPage {
    std::vector<ReadRow> read;
    std::size_t not_listed = 0;  // documents read and neither cited nor of this meeting
    std::vector<GapGroup> gaps;
    std::size_t gap_count = 0;
};

/// A dated statement of the summary.
struct DeadlineRow {
    PartialDate date;
    Quotation quotation;
    bool passed = false;  // before the day of the edition
};

/// What the last meeting of the series left, and how this agenda differs from its agenda.
struct SinceLastMeeting {
    std::string meeting;
    DateSpan dates;
    std::vector<OutcomeRow> outcomes;      // of that meeting, the weightiest
    std::vector<AgendaLine> new_items;     // on this agenda only
    std::vector<Quotation> dropped_items;  // on that agenda only
};

struct SummaryPage {
    DateSpan dates;
    std::vector<std::pair<std::string, std::string>> times;  // the sessions' different times
    std::optional<Reference> dates_source;
    std::string place;
    std::optional<Reference> place_source;
    std::vector<Quotation> why;     // why it is held
    std::vector<Quotation> papers;  // what the papers are for
    std::vector<AgendaLine> decisions;
    bool has_agenda = false;
    std::optional<Reference> agenda_source;
    std::vector<RecommendationRow> strongest;
    std::vector<OutcomeRow> results;
    std::vector<DeadlineRow> deadlines;
    std::vector<Quotation> points;  // sentences that tell most of the papers, in the order of the papers
    std::optional<SinceLastMeeting> since;
};

/// Somebody of the delegation on the agenda.
struct OwnPerson {
    NamedPerson person;
    std::string number, title, sheet;  // of the item
    std::optional<PartialDate> day;
    std::string start, end;
};

/// Recommendations to a group that the delegation belongs to.
struct GroupConcern {
    std::string group;
    std::vector<RecommendationRow> rows;
    std::vector<int> further;  // numbers of those that are not shown
};

/// What concerns the delegation that the pack is made for.
struct ConcernPage {
    std::string delegation;           // empty: the pack is for nobody in particular
    std::vector<std::string> groups;  // that it belongs to, as far as they are known
    std::vector<RecommendationRow> to_it;
    std::vector<GroupConcern> to_groups;
    std::vector<RecommendationRow> by_it;
    std::vector<SpeakerRow> said;
    std::vector<OwnPerson> people;

    bool empty() const { return to_it.empty() && to_groups.empty() && by_it.empty() && said.empty() && people.empty(); }
};

/// A meeting at which a theme was taken up.
struct MeetingRow {
    std::string name, place;
    DateSpan dates;
    std::vector<std::string> items;  // "VI. Title"
    Reference reference;
};

/// Statements that a pack leaves out since their documents are not for its readers.
struct WithheldRow {
    std::string level;  // stable name of the documents' classification
    std::size_t statements = 0;
};

/// A paper that stands whole behind the pack.
struct AnnexRow {
    int number = 0;
    std::string document_id;
    std::string prefix;  // of the places in it that citations name
    PaperRow paper;
    DocumentName name;
    int pages = 0;  // 0 where the format has none
};

/// Everything that one pack says: typed, ordered and numbered; the template's labels turn it into words.
struct Briefing {
    bool by_theme = false;
    std::string language;  // of the pack's own words
    CoverPage cover;
    SummaryPage summary;
    SummaryPage long_summary;  // of two pages, for packs that hold nothing else
    ConcernPage concern;
    AgendaPages agenda;
    std::vector<ItemSheet> sheets;
    std::vector<LooseNotes> loose_notes;
    RecommendationPages recommendations;
    OutcomePages outcomes;
    std::vector<MeetingRow> meetings;
    std::vector<SpeakerRow> who_said_what;
    std::vector<ParticipantRow> participants;
    bool attendance_list = false;
    std::vector<PaperGroup> documents;
    std::vector<AnnexRow> annexes;
    std::vector<Abbreviation> abbreviations;
    MethodPage method;
    std::vector<WithheldRow> withheld;        // by level, upwards
    std::optional<ChangesPage> changes;       // where there was an edition before
    std::optional<Supplement> supplement;     // to the pack that readers hold
    std::vector<SupersededRow> superseded;    // papers that others at hand replace
    std::vector<std::string> documents_read;  // ids of those that the pack is made from
};

}  // namespace rapporteur
