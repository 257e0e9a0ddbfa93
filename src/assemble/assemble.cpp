#include "assemble/assemble.h"

#include <algorithm>

#include "assemble/abbreviation_list.h"
#include "assemble/agenda_pages.h"
#include "assemble/changes.h"
#include "assemble/concern_page.h"
#include "assemble/distribution.h"
#include "assemble/document_table.h"
#include "assemble/gap_page.h"
#include "assemble/item_keys.h"
#include "assemble/item_sheets.h"
#include "assemble/kept_notes.h"
#include "assemble/outcome_pages.h"
#include "assemble/participant_list.h"
#include "assemble/recommendation_pages.h"
#include "assemble/scope.h"
#include "assemble/spots.h"
#include "assemble/summary_page.h"
#include "assemble/theme_meetings.h"

namespace rapporteur {
namespace {

using Ids = std::set<std::string, std::less<>>;

void add_cited(Ids& ids, const Quotation& quotation) {
    if (!quotation.reference.document_id.empty()) ids.insert(quotation.reference.document_id);
    for (const Reference& reference : quotation.also) ids.insert(reference.document_id);
}

/// Ids of the documents that the pack quotes or takes its facts from.
Ids cited_documents(const NumberedRecommendations& recommendations, const NumberedOutcomes& outcomes,
                    const Briefing& briefing) {
    Ids ids;
    for (const RecommendationRow& row : recommendations.rows) add_cited(ids, row.quotation);
    for (const OutcomeRow& row : outcomes.rows) add_cited(ids, row.quotation);
    for (const TimelineRow& row : outcomes.pages.timeline) ids.insert(row.reference.document_id);
    for (const Reference& source : briefing.agenda.sources) ids.insert(source.document_id);
    for (const Quotation& quotation : briefing.summary.why) add_cited(ids, quotation);
    for (const Quotation& quotation : briefing.summary.papers) add_cited(ids, quotation);
    for (const auto& source : {briefing.summary.dates_source, briefing.summary.place_source})
        if (source) ids.insert(source->document_id);
    for (const ItemSheet& sheet : briefing.sheets)
        for (const SpeakerRow& speaker : sheet.speakers)
            for (const Quotation& quotation : speaker.quotations) add_cited(ids, quotation);
    for (const SpeakerRow& speaker : briefing.who_said_what)
        for (const Quotation& quotation : speaker.quotations) add_cited(ids, quotation);
    for (const ItemSheet& sheet : briefing.sheets) ids.insert(sheet.reference.document_id);
    for (const MeetingRow& meeting : briefing.meetings) ids.insert(meeting.reference.document_id);
    ids.erase("");
    return ids;
}

class Assembler {
public:
    Assembler(const Library& library, const Selection& selection, const AssembleOptions& options)
        : library_(library), selection_(selection), options_(options) {}

    Briefing assemble() {
        briefing_.by_theme = selection_.by_theme;
        briefing_.language = options_.language;
        choose();
        items_ = settle_items(scope_, library_);
        recommendations_ = number_recommendations(library_, scope_, AgendaPeople(items_));
        outcomes_ = number_outcomes(library_, scope_);
        add_statements();
        const SummaryMatter matter{library_, scope_, items_, sheets_, recommendations_, outcomes_, options_.as_of};
        Summaries summaries = make_summaries(matter);
        briefing_.summary = std::move(summaries.page);
        briefing_.long_summary = std::move(summaries.two_pages);
        if (options_.delegation)
            briefing_.concern =
                find_concerns(library_, scope_, items_, sheets_, recommendations_, *options_.delegation);
        add_documents();
        add_method();
        briefing_.recommendations = recommendations_.pages;
        briefing_.outcomes = outcomes_.pages;
        briefing_.abbreviations = list_abbreviations(library_, scope_, briefing_);
        briefing_.withheld = withheld_rows(options_.withheld, scope_.meeting, selection_.key);
        add_cover();
        name_spots(briefing_);
        add_changes();
        return std::move(briefing_);
    }

private:
    void choose() {
        const MeetingCluster* meeting = library_.meeting_of_key(selection_.key);
        if (selection_.by_theme) {
            scope_ = theme_scope(library_, selection_.key);
        } else if (meeting) {
            scope_ = meeting_scope(library_, *meeting);
        }
    }

    void add_statements() {
        if (scope_.meeting) {
            const ItemAttribution attribution(scope_, items_);
            briefing_.sheets =
                make_sheets(library_, scope_, items_, attribution, recommendations_, outcomes_, options_.instructions);
            add_notes(*scope_.meeting);
            for (const ItemSheet& sheet : briefing_.sheets) sheets_.insert(sheet.anchor);
            for (const Same<Intervention>& same : scope_.interventions)
                if (attribution.item_of(*same.best)) under_an_item_.insert(same.best->id);
            by_speaker_ = attribution.by_speaker().size();
            briefing_.participants = list_participants(library_, scope_, items_);
            briefing_.attendance_list = !scope_.participants.empty();
        }
        std::vector<const Same<Intervention>*> elsewhere;  // under no item that has a sheet
        for (const Same<Intervention>& same : scope_.interventions)
            if (!under_an_item_.contains(same.best->id)) elsewhere.push_back(&same);
        briefing_.who_said_what = speakers_of(library_, elsewhere);
        if (!scope_.meeting) briefing_.meetings = list_theme_meetings(library_, scope_);
    }

    void add_notes(const MeetingCluster& meeting) {
        const std::vector<std::string> keys = item_keys(meeting.name, briefing_.sheets);
        for (std::size_t i = 0; i < keys.size(); ++i) briefing_.sheets[i].key = keys[i];
        briefing_.loose_notes = place_notes(options_.notes, meeting, briefing_.sheets);
    }

    void add_documents() {
        if (scope_.meeting) briefing_.agenda = make_agenda(library_, items_, {}, sheets_);
        cited_ = cited_documents(recommendations_, outcomes_, briefing_);
        add_documents_of(scope_.doubtful_recommendations);
        add_documents_of(scope_.doubtful_outcomes);
        add_documents_of(scope_.doubtful_interventions);
        DocumentTable table(library_, scope_, cited_);
        read_ = table.read();
        papers_missing_ = table.missing();
        briefing_.documents = table.take_groups();
        briefing_.documents_read = read_;
        if (options_.annex) briefing_.annexes = list_annexes(library_, briefing_.documents);
    }

    template <class Record>
    void add_documents_of(const std::vector<const Record*>& records) {
        for (const Record* record : records)
            if (library_.document_record(document_of(*record))) cited_.emplace(document_of(*record));
    }

    void add_method() {
        OwnChecks checks;
        checks.papers_missing = papers_missing_;
        checks.placed_by_speaker = by_speaker_;
        checks.agenda_without_attendance_list = scope_.meeting && !items_.empty() && scope_.participants.empty();
        checks.meeting_without_date = scope_.meeting && !scope_.meeting->start;
        GapNumbers numbers;
        MethodPage& page = briefing_.method;
        page.gaps = make_gap_groups(library_, scope_, checks, numbers);
        for (const GapGroup& group : page.gaps) page.gap_count += group.rows.size();
        page.read = list_read(library_, read_, cited_);
        for (const DocumentRecord& document : library_.records().documents)
            if (document.status != DocumentStatus::failed &&
                std::find(read_.begin(), read_.end(), document.id) == read_.end())
                ++page.not_listed;
        if (!scope_.meeting) return;
        briefing_.agenda = make_agenda(library_, items_, numbers, sheets_);
        std::map<std::string, int> gaps;
        for (const SettledItem& item : items_) gaps[sheet_anchor(item)] = agenda_line(item, numbers, sheets_).gap;
        for (ItemSheet& sheet : briefing_.sheets) sheet.gap = gaps[sheet.anchor];
    }

    void add_cover() {
        CoverPage& cover = briefing_.cover;
        cover.title = selection_.title;
        cover.short_title = scope_.meeting ? heading_case(short_name(*scope_.meeting)) : selection_.title;
        cover.prepared_for = options_.prepared_for;
        cover.edition = options_.edition;
        cover.date = options_.as_of;
        if (scope_.meeting) add_meeting_facts(cover);
        std::vector<std::string> marks;
        for (const std::string& id : read_) {
            const DocumentRecord& document = *library_.document_record(id);
            marks.push_back(document.distribution);
            if (is_damaged(library_, document)) ++cover.documents_damaged;
        }
        cover.distribution = highest_mark(marks);
        cover.documents_at_hand = read_.size();
        cover.documents_missing = papers_missing_;
        add_figures(cover);
    }

    /// What changed since the last edition, and which sheets it touches.
    void add_changes() {
        for (const SupersededRow& row : options_.superseded)
            if (std::find(read_.begin(), read_.end(), row.by_document) != read_.end())
                briefing_.superseded.push_back(row);
        if (!options_.last) return;
        const Snapshot now = take_snapshot(briefing_);
        briefing_.changes = find_changes(*options_.last, now);
        std::map<std::string, std::string> changed = changed_places(*briefing_.changes, now);
        for (ItemSheet& sheet : briefing_.sheets) {
            const auto change = changed.find(sheet.anchor);
            if (change != changed.end()) sheet.change = change->second;
        }
    }

    void add_meeting_facts(CoverPage& cover) const {
        const MeetingCluster& meeting = *scope_.meeting;
        cover.dates = {meeting.start, meeting.end};
        cover.place = meeting.place;
        for (const std::string& part : {is_in_title(meeting.body) ? meeting.organiser : meeting.body, meeting.session})
            if (!is_in_title(part)) cover.body += (cover.body.empty() ? "" : ", ") + heading_case(part);
        cover.short_body = short_body(meeting);
    }

    /// True also of what is empty: the cover need not print it beside its title.
    bool is_in_title(const std::string& name) const {
        return comparable_name(selection_.title).find(comparable_name(name)) != std::string::npos;
    }

    /// The shortest wording of the body that convenes the meeting.
    std::string short_body(const MeetingCluster& meeting) const {
        std::string shortest = meeting.body.empty() ? meeting.organiser : meeting.body;
        const std::string whole = comparable_name(shortest);
        const auto take = [&](const std::string& name) {
            if (!name.empty() && name.size() < shortest.size() && whole.find(comparable_name(name)) != whole.npos)
                shortest = name;
        };
        for (const Meeting* record : meeting.records) take(record->organiser);
        for (const std::string& id : meeting.documents)
            if (const DocumentRecord* document = library_.document_record(id)) take(document->body);
        return heading_case(shortest);
    }

    void add_figures(CoverPage& cover) const {
        const auto add = [&](const std::string& name, std::size_t count) {
            if (count > 0) cover.figures.push_back({name, count});
        };
        std::size_t items = 0, talks = 0;
        for (const SettledItem& item : items_) {
            if (!item.side_event && item.depth == 0) ++items;
            talks += item.talks.size();
        }
        if (scope_.meeting) {
            add("agenda_items", items);
            add("talks", talks);
            add("people", briefing_.participants.size());
        } else {
            add("meetings", briefing_.meetings.size());
        }
        add("recommendations", recommendations_.rows.size());
        if (items == 0 || !scope_.meeting) add("outcomes", outcomes_.rows.size() - outcomes_.pages.proposed.size());
        add("gaps", briefing_.method.gap_count);
    }

    const Library& library_;
    const Selection& selection_;
    const AssembleOptions& options_;
    Briefing briefing_;
    Scope scope_;
    std::vector<SettledItem> items_;
    NumberedRecommendations recommendations_;
    NumberedOutcomes outcomes_;
    Ids cited_, under_an_item_;
    std::set<std::string> sheets_;  // anchors
    std::vector<std::string> read_;
    std::size_t papers_missing_ = 0, by_speaker_ = 0;
};

}  // namespace

Briefing assemble(const Library& library, const Selection& selection, const AssembleOptions& options) {
    return Assembler(library, selection, options).assemble();
}

}  // namespace rapporteur
