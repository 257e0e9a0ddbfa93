#include "assemble/library.h"
#include "assemble/distribution.h"

#include <set>
#include <tuple>

#include "support/text.h"

namespace rapporteur {
namespace {

template <class Record>
void add_all(RecordIndex<Record>& index, const std::vector<Record>& records, const Library& library) {
    for (const Record& record : records) {
        if constexpr (requires { record.meeting; }) {
            index.add(record, library.meeting_of_record(record.meeting));
        } else {
            index.add(record, nullptr);
        }
    }
}

/// True where nothing but white space lies between the two statements of one block.
bool stands_just_behind(const RecordHead& before, const RecordHead& after) {
    if (before.sources.empty() || after.sources.empty()) return false;
    const Source &a = before.sources.back(), &b = after.sources.front();
    return a.document == b.document && a.line == b.line && a.paragraph == b.paragraph && b.start >= a.end &&
           b.start - a.end <= 1 && b.end > 0;
}

/// The heading that a reader of a web page finds: the first above the statement that is not the page's own title.
std::string_view findable_heading(const Source& source, const DocumentRecord& document) {
    const std::string title = comparable_name(document.title);
    for (const std::string& heading : source.heading)
        if (comparable_name(heading) != title) return heading;
    return {};
}

/// Records that were read from JSON know only the code points of their words.
std::string place_of(const Source& source) {
    const bool bytes = source.range.size() > 0;
    return (bytes ? "b" : "c") + std::to_string(bytes ? source.range.begin : source.start) + "-" +
           std::to_string(bytes ? source.range.end : source.end);
}

}  // namespace

Library::Library(const Records& records, const std::vector<Document>& documents, std::vector<ThemeName> themes)
    : records_(records), themes_(std::move(themes)) {
    index_documents(documents);
    learn_words();
    index_meetings();
    name_documents();
    index_records();
}

void Library::index_documents(const std::vector<Document>& documents) {
    int number = 0;
    for (const DocumentRecord& record : records_.documents) {
        Held& held = documents_[record.id];
        held.record = &record;
        held.number = ++number;
    }
    for (const Document& document : documents) {
        const auto found = documents_.find(document.id());
        if (found != documents_.end()) found->second.text = &document;
    }
}

void Library::learn_words() {
    const auto need = [&](const RecordHead& record, const std::string& title) {
        const auto found = documents_.find(document_of(record));
        if (found != documents_.end()) found->second.words.need(title);
    };
    for (const AgendaItem& item : records_.agenda_items) {
        need(item, item.title);
        for (const std::string& alias : item.aliases) need(item, alias);
    }
    for (const Paper& paper : records_.papers) need(paper, paper.title);
    for (auto& [id, held] : documents_) {
        if (!held.record || !held.text) continue;
        for (const std::string* title : {&held.record->title, &held.record->body, &held.record->session})
            held.words.need(*title);
        held.words.learn(*held.text);
    }
}

std::string Library::title(std::string_view printed, std::string_view document) const {
    const Held* known = held(document);
    return known ? known->words.title(printed) : RunningWords().title(printed);
}

void Library::name_documents() {
    std::set<std::string_view> with_agenda;
    for (const AgendaItem& item : records_.agenda_items) with_agenda.insert(document_of(item));
    std::map<std::tuple<int, std::string, const MeetingCluster*>, int> uses;
    for (const DocumentRecord& record : records_.documents) {
        Held& held = documents_[record.id];
        held.name = name_document(record, with_agenda.contains(record.id), held.words);
        held.web_page =
            record.media_type == media_type_name(MediaType::html) || held.name.naming == DocumentNaming::meeting_page;
        if (held.name.naming == DocumentNaming::symbol || held.name.naming == DocumentNaming::dated) continue;
        const bool page = held.name.naming == DocumentNaming::meeting_page;
        const int use = ++uses[{static_cast<int>(held.name.naming), page ? std::string() : held.name.text,
                                page ? only_meeting_of(record.id) : nullptr}];
        if (use > 1) held.name.ordinal = use;
    }
}

void Library::index_meetings() {
    for (const Meeting& record : records_.meetings) {
        const auto [entry, is_new] = cluster_by_key_.try_emplace(key_of(record), meetings_.size());
        if (is_new) {
            meetings_.emplace_back();
            meetings_.back().key = key_of(record);
        }
        meetings_[entry->second].records.push_back(&record);
        cluster_by_record_.try_emplace(record.id, entry->second);
    }
    for (MeetingCluster& cluster : meetings_) {
        settle(cluster);
        for (const std::string& document : cluster.documents) {
            Held& about = documents_[document];
            ++about.meetings;
            about.meeting = static_cast<std::size_t>(&cluster - meetings_.data());
        }
    }
    name_series();
    place_outcomes();
}

/// Adds the long form of a series that goes by an abbreviation, as the documents expand it.
void Library::name_series() {
    std::map<std::string, std::string> long_forms;
    for (const Term& term : records_.terms)
        if (!term.long_form.empty())
            long_forms.try_emplace(comparable_name(term.short_form), comparable_name(term.long_form));
    for (MeetingCluster& cluster : meetings_) {
        std::vector<std::string> more;
        for (const std::string& name : cluster.series)
            if (const auto found = long_forms.find(name); found != long_forms.end()) more.push_back(found->second);
        cluster.series.insert(more.begin(), more.end());
    }
}

void Library::place_outcomes() {
    for (const MeetingCluster& cluster : meetings_)
        for (const std::string& name : cluster.names) {
            const auto [entry, is_new] = meeting_by_name_.try_emplace(comparable_name(name), &cluster);
            if (!is_new && entry->second != &cluster) entry->second = nullptr;
        }
    const Outcome* before = nullptr;
    for (const Outcome& outcome : records_.outcomes) {
        const MeetingCluster* meeting = meeting_of_record(outcome.meeting);
        const auto named = meeting_by_name_.find(comparable_name(outcome.body));
        if (!meeting && named != meeting_by_name_.end()) meeting = named->second;
        if (!meeting && outcome.body.empty() && before && stands_just_behind(*before, outcome))
            meeting = meeting_of_outcome_.back();
        meeting_of_outcome_.push_back(meeting);
        before = &outcome;
    }
}

void Library::index_records() {
    for (const Meeting& meeting : records_.meetings) index_.meetings.add(meeting, meeting_of_record(meeting.id));
    add_all(index_.items, records_.agenda_items, *this);
    add_all(index_.recommendations, records_.recommendations, *this);
    for (const Outcome& outcome : records_.outcomes) index_.outcomes.add(outcome, meeting_of(outcome));
    add_all(index_.interventions, records_.interventions, *this);
    add_all(index_.participants, records_.participants, *this);
    add_all(index_.papers, records_.papers, *this);
    add_all(index_.events, records_.events, *this);
    add_all(index_.terms, records_.terms, *this);
    add_all(index_.gaps, records_.gaps, *this);
    for (const Recommendation& each : records_.recommendations)
        for (const std::string& addressee : each.addressees)
            index_.by_addressee[comparable_name(addressee)].push_back(&each);
}

const Library::Held* Library::held(std::string_view id) const {
    const auto found = documents_.find(id);
    return found == documents_.end() ? nullptr : &found->second;
}

const MeetingCluster* Library::meeting_of_key(std::string_view key) const {
    const auto found = cluster_by_key_.find(key);
    return found == cluster_by_key_.end() ? nullptr : &meetings_[found->second];
}

const MeetingCluster* Library::meeting_of_record(std::string_view id) const {
    const auto found = cluster_by_record_.find(id);
    return found == cluster_by_record_.end() ? nullptr : &meetings_[found->second];
}

const MeetingCluster* Library::only_meeting_of(std::string_view document) const {
    const Held* found = held(document);
    return found && found->meetings == 1 ? &meetings_[found->meeting] : nullptr;
}

const MeetingCluster* Library::meeting_of(const Outcome& outcome) const {
    return meeting_of_outcome_[static_cast<std::size_t>(&outcome - records_.outcomes.data())];
}

const DocumentRecord* Library::document_record(std::string_view id) const {
    const Held* found = held(id);
    return found ? found->record : nullptr;
}

const Document* Library::document(std::string_view id) const {
    const Held* found = held(id);
    return found ? found->text : nullptr;
}

int Library::document_number(std::string_view id) const {
    const Held* found = held(id);
    return found ? found->number : 0;
}

int Library::meetings_about(std::string_view document) const {
    const Held* found = held(document);
    return found ? found->meetings : 0;
}

DocumentName Library::name_of_document(std::string_view id) const {
    const Held* found = held(id);
    return found ? found->name : DocumentName{};
}

Reference Library::refer(const Source& source) const {
    const Held* found = held(source.document);
    if (!found || !found->record) return refer_to(source, DocumentName{}, "");
    Reference reference =
        refer_to(source, found->name, found->web_page ? findable_heading(source, *found->record) : std::string_view{});
    reference.anchor = document_anchor(found->number);
    if (classification_of(found->record->distribution) > Classification::general)
        reference.mark = sentence_case(found->record->distribution);
    if (cites_places_) reference.place = place_prefix(found->number) + place_of(source);
    return reference;
}

Reference Library::refer(const RecordHead& record) const {
    return record.sources.empty() ? Reference{} : refer(record.sources.front());
}

std::string place_prefix(int number) { return "place-" + std::to_string(number) + "-"; }

std::string document_anchor(int number) { return "document-" + std::to_string(number); }

}  // namespace rapporteur
