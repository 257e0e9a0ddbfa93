#include "template/needed_labels.h"

#include <string_view>

#include "model/record.h"
#include "support/plural.h"

namespace rapporteur {
namespace {

constexpr std::string_view single[] = {
    "language",
    "pack.kind",
    "pack.page",
    "pack.edition",
    "pack.edition_undated",
    "pack.edition_of",
    "pack.dated",
    "cover.prepared_for",
    "cover.edition",
    "cover.sources",
    "cover.theme",
    "cover.disclaimer",
    "cover.disclaimer_theme",
    "contents.strength_key_1",
    "contents.strength_key_2",
    "contents.strength_key_3",
    "contents.strength_key_4",
    "contents.strength_key_5",
    "strength.alt",
    "strength.alt_plain",
    "citation.paragraph",
    "citation.page",
    "citation.line",
    "citation.separator",
    "citation.marked",
    "citation.ordinal",
    "citation.meeting_page",
    "citation.dated",
    "citation.unknown",
    "list.separator",
    "list.last",
    "list.semicolon",
    "time.point",
    "time.span",
    "date.first_day",
    "date.day",
    "date.month",
    "date.year",
    "date.with_weekday",
    "date.two_days",
    "date.days",
    "date.days_of_months",
    "date.span",
    "date.years",
    "summary.no_date",
    "summary.item",
    "concern.title",
    "concern.groups",
    "concern.nothing",
    "concern.to_group",
    "concern.further",
    "agenda.undated",
    "agenda.no_programme",
    "agenda.numbering",
    "agenda.no_time",
    "role.named",
    "sheets.kicker",
    "sheets.notes_item",
    "sheets.not_quoted",
    "figure.timeline_alt",
    "figure.timeline_note",
    "figure.event",
    "figure.event_own",
    "figure.event_expected",
    "figure.event_unconfirmed",
    "figure.bars_alt",
    "figure.bars_note",
    "figure.unrated_note",
    "figure.bar",
    "figure.unit",
    "figure.with_one",
    "figure.sessions_alt",
    "figure.sessions_note",
    "figure.sessions_left_out",
    "figure.day",
    "figure.session",
    "figure.session_items",
    "date.day_of_month",
    "outcomes.timeline",
    "outcomes.not_stated",
    "outcomes.earlier",
    "outcomes.on_theme",
    "outcomes.reported",
    "recommendations.put_to",
    "recommendations.all_by_addressee",
    "recommendations.on_theme",
    "recommendations.in_papers",
    "recommendations.only_in_papers",
    "sheets.running",
    "sheets.running_plain",
    "sheets.contents_title",
    "sheets.position_note",
    "sheets.placeholder",
    "loose_notes.title",
    "loose_notes.gone",
    "loose_notes.unsure",
    "recommendations.also_to",
    "recommendations.deadline",
    "recommendations.response",
    "recommendations.response_by",
    "recommendations.not_stated",
    "recommendations.year_unknown",
    "recommendations.all_proposed_by",
    "recommendations.no_proposer",
    "recommendations.no_deadline",
    "recommendations.damaged",
    "meetings.undated",
    "documents.read",
    "documents.listed",
    "documents.cited",
    "documents.untitled",
    "documents.at_hand",
    "documents.in_part",
    "documents.not_at_hand",
    "documents.languages",
    "documents.supersedes",
    "annex.name",
    "annex.pages_as_they_are",
    "annex.typeset",
    "annex.complete",
    "annex.in_part",
    "annex.stamp",
    "annex.alt",
    "media.partial",
    "media.other",
    "cited_by.page_paragraph",
    "cited_by.page",
    "cited_by.paragraph",
    "cited_by.line",
    "cited_by.heading",
    "cited_by.not_cited",
    "gap_kind.missing",
    "gap_kind.damaged",
    "gap_kind.doubtful",
    "gap_kind.conflicting",
    "gap_kind.low_confidence",
    "gap.no-attendance-list",
    "gap.meeting-without-date",
    "gap.document-unread",
    "gap.not-listed-recommendations",
    "gap.not-listed-outcomes",
    "gap.not-listed-interventions",
};

/// With a label for each plural form.
constexpr std::string_view counted[] = {
    "summary.gaps",
    "cover.at_hand",
    "cover.damaged",
    "cover.missing",
    "figures.agenda_items",
    "figures.talks",
    "figures.people",
    "figures.recommendations",
    "figures.outcomes",
    "figures.meetings",
    "figures.gaps",
    "method.pages",
    "method.lines",
    "method.not_listed",
    "withheld.limited",
    "withheld.restricted",
    "withheld.confidential",
    "withheld.strictly-confidential",
    "gap.line-damaged-further",
    "gap.text-cut-off-further",
    "gap.page-without-text-further",
    "gap.page-damaged-further",
    "gap.papers-not-at-hand",
    "gap.placed-by-speaker",
};

/// A label for every value of an enumeration that packs print.
template <class Enumeration>
void add_all(std::vector<std::string>& keys, const std::string& prefix, Enumeration last) {
    for (int i = 0; i <= static_cast<int>(last); ++i)
        keys.push_back(prefix + std::string(name_of(static_cast<Enumeration>(i))));
}

}  // namespace

std::vector<std::string> needed_labels(std::string_view language) {
    std::vector<std::string> keys(std::begin(single), std::end(single));
    const std::vector<std::string> forms = plural_forms(language);
    for (const std::string_view key : counted)
        for (const std::string& form : forms) keys.push_back(std::string(key) + "." + form);
    add_all(keys, "role.", PersonRole::presenter);
    add_all(keys, "outcome.", OutcomeType::other);
    add_all(keys, "gap.", GapCode::item_unreported);
    for (const RecommendationStatus status :
         {RecommendationStatus::accepted, RecommendationStatus::partially_accepted, RecommendationStatus::noted,
          RecommendationStatus::rejected, RecommendationStatus::implemented})
        keys.push_back("status." + std::string(name_of(status)));
    return keys;
}

}  // namespace rapporteur
