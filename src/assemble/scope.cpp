#include "assemble/scope.h"

#include <algorithm>

namespace rapporteur {
namespace {

/// Everything that one of the packs is chosen from, before what is the same is grouped.
struct Chosen {
    std::vector<const Recommendation*> put_to, in_papers;
    std::vector<const Outcome*> of_meeting, earlier, proposed;
    std::vector<const Intervention*> interventions;
};

template <class Record>
void keep_or_doubt(const Record* record, std::vector<const Record*>& kept, std::vector<const Record*>& doubtful) {
    (is_doubtful(*record) ? doubtful : kept).push_back(record);
}

bool is_worded_before_its_meeting(const Library& library, const Outcome& outcome) {
    const MeetingCluster* meeting = library.meeting_of(outcome);
    return meeting && is_from_before(library, *meeting, outcome);
}

/// A resolution of a meeting in a paper that was written before it is a draft ("Decides to …").
bool is_draft(const Library& library, const Outcome& outcome) {
    return outcome.rule.starts_with("outcome.operative") && is_worded_before_its_meeting(library, outcome);
}

/// A sentence that only introduces a list says nothing without it; the items stand among the recommendations.
bool is_whole(const Intervention& said) { return !said.text.ends_with(':'); }

class MeetingScope {
public:
    MeetingScope(const Library& library, const MeetingCluster& meeting) : library_(library), index_(library.index()) {
        scope_.meeting = &meeting;
        scope_.documents.insert(meeting.documents.begin(), meeting.documents.end());
    }

    Scope choose() {
        choose_items();
        choose_recommendations();
        choose_outcomes();
        for (const Intervention* each : index_.interventions.around(scope_.meeting, around_))
            if (is_made_here(*each) && is_whole(*each))
                keep_or_doubt(each, chosen_.interventions, scope_.doubtful_interventions);
        choose_others();
        scope_.put_to = group_same(chosen_.put_to);
        scope_.in_papers = group_same(chosen_.in_papers);
        scope_.of_meeting = group_same(chosen_.of_meeting);
        scope_.earlier = group_same(chosen_.earlier);
        scope_.proposed = group_same(chosen_.proposed);
        scope_.interventions = group_same(chosen_.interventions);
        return std::move(scope_);
    }

private:
    bool is_own_document(std::string_view id) const { return scope_.documents.contains(id); }

    void choose_items() {
        const auto items = index_.items.of_meeting(scope_.meeting);
        for (const AgendaItem* item : items) {
            item_ids_.insert(item->id);
            around_.insert(std::string(document_of(*item)));
        }
        around_.insert(scope_.documents.begin(), scope_.documents.end());
        for (const std::string& document : scope_.documents)
            if (library_.meetings_about(document) == 1) only_of_this_.insert(document);
        scope_.items = group_same(items);
    }

    /// At the meeting: so the record says, or it stands under one of the agenda's items, or names no meeting in a
    /// document that is of this one only.
    template <class Record>
    bool is_made_here(const Record& record) const {
        if (names_meeting(record)) return true;
        if (!record.agenda_item.empty()) return item_ids_.contains(record.agenda_item);
        return record.meeting.empty() && only_of_this_.contains(document_of(record));
    }

    bool names_meeting(const Outcome& record) const { return library_.meeting_of(record) == scope_.meeting; }
    template <class Record>
    bool names_meeting(const Record& record) const {
        return scope_.is_of_meeting(library_, record.meeting);
    }

    /// True in a section of one of its documents whose heading names the meeting ("Options for the 2015 Conference").
    bool is_under_its_heading(const Recommendation& record) const {
        if (!record.meeting.empty() || !is_own_document(document_of(record))) return false;
        const std::vector<std::string>& headings = record.sources.front().heading;
        return !headings.empty() && holds_name_of(*scope_.meeting, headings.back());
    }

    bool is_addressed(const Recommendation& record) const {
        return std::any_of(record.addressees.begin(), record.addressees.end(), [&](const std::string& addressee) {
            return is_name_of(*scope_.meeting, addressee) ||
                   (record.meeting.empty() && is_own_document(document_of(record)) &&
                    is_series_name_of(*scope_.meeting, addressee));
        });
    }

    void choose_recommendations() {
        auto candidates = index_.recommendations.around(scope_.meeting, around_);
        for (const std::string& name : scope_.meeting->names) {
            const auto found = index_.by_addressee.find(comparable_name(name));
            if (found != index_.by_addressee.end())
                candidates.insert(candidates.end(), found->second.begin(), found->second.end());
        }
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const Recommendation* each : candidates) {
            if (is_made_here(*each) || is_addressed(*each) || is_under_its_heading(*each)) {
                keep_or_doubt(each, chosen_.put_to, scope_.doubtful_recommendations);
            } else if (is_own_document(document_of(*each))) {
                keep_or_doubt(each, chosen_.in_papers, scope_.doubtful_recommendations);
            }
        }
    }

    /// True where the outcome lies before the meeting, by its own date or by the date of a paper written before it.
    bool is_before(const Outcome& outcome) const {
        const auto& start = scope_.meeting->start;
        if (start && outcome.date && *outcome.date < *start && !agree(*outcome.date, *start)) return true;
        return is_from_before(library_, *scope_.meeting, outcome);
    }

    bool is_of_series(const Outcome& outcome) const {
        const MeetingCluster* other = library_.meeting_of(outcome);
        return other && are_of_one_series(*other, *scope_.meeting);
    }

    void choose_outcomes() {
        auto candidates = index_.outcomes.around(scope_.meeting, around_);
        for (const MeetingCluster& other : library_.meetings())
            if (&other != scope_.meeting && are_of_one_series(other, *scope_.meeting))
                for (const Outcome* each : index_.outcomes.of_meeting(&other)) candidates.push_back(each);
        std::sort(candidates.begin(), candidates.end());
        candidates.erase(std::unique(candidates.begin(), candidates.end()), candidates.end());
        for (const Outcome* each : candidates) {
            const bool elsewhere = library_.meeting_of(*each) && !names_meeting(*each);
            const bool told_before = names_meeting(*each) && is_worded_before_its_meeting(library_, *each);
            if (is_draft(library_, *each)) {
                if (told_before) keep_or_doubt(each, chosen_.proposed, scope_.doubtful_outcomes);
            } else if (told_before) {
                keep_or_doubt(each, chosen_.earlier, scope_.doubtful_outcomes);
            } else if (names_meeting(*each) || (!elsewhere && is_made_here(*each) && !is_before(*each))) {
                keep_or_doubt(each, chosen_.of_meeting, scope_.doubtful_outcomes);
            } else if (is_of_series(*each) || is_own_document(document_of(*each))) {
                keep_or_doubt(each, chosen_.earlier, scope_.doubtful_outcomes);
            }
        }
    }

    bool is_elsewhere(std::string_view meeting) const {
        return !meeting.empty() && !scope_.is_of_meeting(library_, meeting);
    }

    void choose_others() {
        for (const Participant* each : index_.participants.around(scope_.meeting, scope_.documents))
            if (!is_elsewhere(each->meeting)) scope_.participants.push_back(each);
        for (const Paper* each : index_.papers.around(scope_.meeting, scope_.documents))
            if (!is_elsewhere(each->meeting)) scope_.papers.push_back(each);
        scope_.events = index_.events.around(nullptr, scope_.documents);
        for (const Gap* each : index_.gaps.around(scope_.meeting, scope_.documents))
            if (!is_elsewhere(each->meeting)) scope_.gaps.push_back(each);
    }

    const Library& library_;
    const RecordIndexes& index_;
    Scope scope_;
    Chosen chosen_;
    std::set<std::string, std::less<>> item_ids_, around_, only_of_this_;
};

template <class Record>
void choose_on_theme(const std::vector<Record>& records, std::string_view theme, std::vector<const Record*>& kept,
                     std::vector<const Record*>& doubtful) {
    for (const Record& record : records)
        if (has_theme(record.themes, theme)) keep_or_doubt(&record, kept, doubtful);
}

template <class Record>
void note_places(const std::vector<Same<Record>>& statements, Scope& scope,
                 std::set<std::pair<std::string, std::string>>& paragraphs) {
    for (const Same<Record>& same : statements)
        for (const Record* record : same.all)
            for (const Source& source : record->sources) {
                scope.documents.insert(source.document);
                if (!source.paragraph.empty()) paragraphs.emplace(source.document, source.paragraph);
            }
}

/// Events of the numbered paragraphs in which the theme's statements stand.
void choose_events_beside(const Library& library, const std::set<std::pair<std::string, std::string>>& paragraphs,
                          Scope& scope) {
    for (const Event& event : library.records().events)
        for (const Source& source : event.sources)
            if (paragraphs.contains({source.document, source.paragraph})) {
                scope.events.push_back(&event);
                break;
            }
}

}  // namespace

bool is_from_before(const Library& library, const MeetingCluster& meeting, const RecordHead& record) {
    const DocumentRecord* document = library.document_record(document_of(record));
    return meeting.start && document && document->date && *document->date < *meeting.start &&
           !agree(*document->date, *meeting.start);
}

Scope meeting_scope(const Library& library, const MeetingCluster& meeting) {
    return MeetingScope(library, meeting).choose();
}

Scope theme_scope(const Library& library, std::string_view theme) {
    Scope scope;
    scope.theme = theme;
    Chosen chosen;
    const Records& records = library.records();
    choose_on_theme(records.recommendations, theme, chosen.put_to, scope.doubtful_recommendations);
    choose_on_theme(records.outcomes, theme, chosen.earlier, scope.doubtful_outcomes);
    const auto proposed = std::stable_partition(chosen.earlier.begin(), chosen.earlier.end(),
                                                [&](const Outcome* each) { return !is_draft(library, *each); });
    chosen.proposed.assign(proposed, chosen.earlier.end());
    chosen.earlier.erase(proposed, chosen.earlier.end());
    choose_on_theme(records.interventions, theme, chosen.interventions, scope.doubtful_interventions);
    std::erase_if(chosen.interventions, [](const Intervention* each) { return !is_whole(*each); });
    scope.put_to = group_same(chosen.put_to);
    scope.earlier = group_same(chosen.earlier);
    scope.proposed = group_same(chosen.proposed);
    scope.interventions = group_same(chosen.interventions);
    std::set<std::pair<std::string, std::string>> paragraphs;
    note_places(scope.put_to, scope, paragraphs);
    note_places(scope.earlier, scope, paragraphs);
    note_places(scope.proposed, scope, paragraphs);
    note_places(scope.interventions, scope, paragraphs);
    choose_events_beside(library, paragraphs, scope);
    for (const Gap* gap : library.index().gaps.around(nullptr, scope.documents)) scope.gaps.push_back(gap);
    return scope;
}

}  // namespace rapporteur
