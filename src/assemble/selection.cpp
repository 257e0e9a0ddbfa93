#include "assemble/selection.h"

#include <algorithm>
#include <set>
#include <tuple>

#include "assemble/statement.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_stem = 80;

Selection select_meeting(const MeetingCluster& meeting) { return {false, meeting.key, heading_case(meeting.name), {}}; }

std::vector<Selection> meeting_selections(const Library& library) {
    std::vector<const MeetingCluster*> chosen;
    for (const MeetingCluster& meeting : library.meetings())
        if (meeting.principal && !meeting.name.empty()) chosen.push_back(&meeting);
    const auto by_date = [](const MeetingCluster* a, const MeetingCluster* b) {
        const auto rank = [](const MeetingCluster& m) { return std::tuple(!m.start, m.start.value_or(PartialDate{})); };
        return rank(*a) < rank(*b);
    };
    std::stable_sort(chosen.begin(), chosen.end(), by_date);
    std::vector<Selection> result;
    for (const MeetingCluster* meeting : chosen) result.push_back(select_meeting(*meeting));
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
        if (with_material.contains(theme.id)) result.push_back({true, theme.id, heading_case(theme.title), {}});
    return result;
}

void name_files(std::vector<Selection>& selections) {
    std::set<std::string> taken;
    for (Selection& selection : selections) {
        const std::string stem = (selection.by_theme ? "theme-" : "") + file_stem(selection.title);
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
    name_files(result);
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
