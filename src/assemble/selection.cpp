#include "assemble/selection.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "assemble/statement.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_stem = 80;

template <class Record>
void add_meetings(const Library& library, const std::vector<Record>& records, std::set<const MeetingCluster*>& with) {
    for (const Record& record : records) with.insert(library.meeting_of_record(record.meeting));
}

/// The meetings of which a record says more than that they are held.
std::set<const MeetingCluster*> meetings_with_material(const Library& library) {
    std::set<const MeetingCluster*> with;
    const Records& records = library.records();
    add_meetings(library, records.agenda_items, with);
    add_meetings(library, records.participants, with);
    add_meetings(library, records.recommendations, with);
    add_meetings(library, records.interventions, with);
    add_meetings(library, records.papers, with);
    for (const Outcome& outcome : records.outcomes) with.insert(library.meeting_of(outcome));
    return with;
}

/// True for a meeting that only documents about several meetings speak of, and those no more than that it is held.
bool is_bare(const Library& library, const MeetingCluster& meeting, const std::set<const MeetingCluster*>& with) {
    if (with.contains(&meeting) || meeting.documents.empty()) return false;
    return std::none_of(meeting.documents.begin(), meeting.documents.end(),
                        [&](const std::string& document) { return library.meetings_about(document) <= 1; });
}

std::vector<Selection> meeting_selections(const Library& library) {
    std::vector<const MeetingCluster*> chosen;
    for (const MeetingCluster& meeting : library.meetings())
        if (meeting.principal && !meeting.name.empty()) chosen.push_back(&meeting);
    const auto by_date = [](const MeetingCluster* a, const MeetingCluster* b) {
        const auto rank = [](const MeetingCluster& m) { return std::tuple(!m.start, m.start.value_or(PartialDate{})); };
        return rank(*a) < rank(*b);
    };
    std::stable_sort(chosen.begin(), chosen.end(), by_date);
    const auto with = meetings_with_material(library);
    std::vector<Selection> result;
    for (const MeetingCluster* meeting : chosen)
        result.push_back({false, meeting->key, heading_case(meeting->name), {}, is_bare(library, *meeting, with)});
    return result;
}

template <class Statement>
void add_themes(const std::vector<Statement>& statements, std::set<std::string>& with_material) {
    for (const Statement& statement : statements)
        if (!is_doubtful(statement))
            for (const ThemeScore& theme : statement.themes) with_material.insert(theme.id);
}

std::vector<Selection> theme_selections(const Library& library) {
    std::set<std::string> with_material;
    add_themes(library.records().recommendations, with_material);
    add_themes(library.records().outcomes, with_material);
    add_themes(library.records().interventions, with_material);
    std::vector<Selection> result;
    for (const ThemeName& theme : library.themes())
        if (with_material.contains(theme.id)) result.push_back({true, theme.id, heading_case(theme.title), {}, false});
    return result;
}

/// The day of every dated meeting, by its key, for the names of files.
std::map<std::string, std::string> days_of(const Library& library) {
    std::map<std::string, std::string> days;
    for (const MeetingCluster& meeting : library.meetings())
        if (meeting.start) days[meeting.key] = "-" + to_iso(*meeting.start);
    return days;
}

/// Meetings of one name are told apart by their dates, what is left by numbers.
void name_files(const Library& library, std::vector<Selection>& selections) {
    std::map<std::string, int> uses;
    for (const Selection& selection : selections) ++uses[file_stem(selection.title)];
    const auto days = days_of(library);
    std::set<std::string> taken;
    for (Selection& selection : selections) {
        const std::string plain = file_stem(selection.title);
        const auto day = selection.by_theme || uses[plain] < 2 ? days.end() : days.find(selection.key);
        const std::string stem =
            (selection.by_theme ? "theme-" : "") + plain + (day == days.end() ? std::string() : day->second);
        selection.file_stem = stem;
        for (int n = 2; !taken.insert(selection.file_stem).second; ++n)
            selection.file_stem = stem + "-" + std::to_string(n);
    }
}

bool is_ascii_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9'); }

}  // namespace

std::vector<Selection> selections(const Library& library, GroupBy by) {
    std::vector<Selection> result;
    if (by != GroupBy::theme) result = meeting_selections(library);
    if (by != GroupBy::meeting)
        for (Selection& selection : theme_selections(library)) result.push_back(std::move(selection));
    name_files(library, result);
    return result;
}

std::string file_stem(std::string_view title) {
    std::string stem;
    for (const char c : fold(title)) {
        if (is_ascii_letter_or_digit(c)) {
            stem += c;
        } else if (!stem.empty() && stem.back() != '-') {
            stem += '-';
        }
    }
    if (stem.size() > longest_stem) {
        const std::size_t cut = stem.rfind('-', longest_stem);
        stem.resize(cut == std::string::npos ? longest_stem : cut);
    }
    while (!stem.empty() && stem.back() == '-') stem.pop_back();
    return stem.empty() ? "pack" : stem;
}

}  // namespace rapporteur
