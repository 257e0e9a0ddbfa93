#include "assemble/meeting_cluster.h"

#include <algorithm>
#include <tuple>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_short_name = 70;  // bytes
constexpr std::size_t longest_name = 160;       // bytes: beyond it a "name" is a sentence

void add_once(std::vector<std::string>& list, const std::string& text) {
    if (!text.empty() && std::find(list.begin(), list.end(), text) == list.end()) list.push_back(text);
}

int precision(const std::optional<PartialDate>& date) {
    if (!date) return 0;
    return date->day ? 3 : date->month ? 2 : 1;
}

auto name_rank(const Meeting& record, const std::string& name) {
    return std::tuple(record.principal, !is_all_capitals(name), name.size() <= longest_name ? name.size() : 0);
}

void settle_names(MeetingCluster& cluster) {
    const Meeting* best = nullptr;
    for (const Meeting* record : cluster.records) {
        add_once(cluster.names, record->name);
        add_once(cluster.names, record->short_name);
        for (const std::string& alias : record->aliases) add_once(cluster.names, alias);
        if (!best || name_rank(*record, record->name) > name_rank(*best, best->name)) best = record;
    }
    if (best) cluster.name = best->name;
}

/// The first non-empty field, principal records first.
std::string first_field(const MeetingCluster& cluster, std::string Meeting::*field) {
    for (const bool principal : {true, false})
        for (const Meeting* record : cluster.records)
            if (record->principal == principal && !(record->*field).empty()) return record->*field;
    return {};
}

void settle_dates(MeetingCluster& cluster) {
    const auto rank = [](const Meeting& r) { return std::tuple(precision(r.start), r.principal, precision(r.end)); };
    for (const Meeting* record : cluster.records)
        if (record->start && (!cluster.dated || rank(*record) > rank(*cluster.dated))) cluster.dated = record;
    if (!cluster.dated) return;
    cluster.start = cluster.dated->start;
    cluster.end = cluster.dated->end;
}

void settle_place(MeetingCluster& cluster) {
    const auto rank = [](const Meeting& r) { return std::tuple(r.principal, r.place.size()); };
    for (const Meeting* record : cluster.records)
        if (!record->place.empty() && (!cluster.placed || rank(*record) > rank(*cluster.placed)))
            cluster.placed = record;
    if (cluster.placed) cluster.place = cluster.placed->place;
}

/// True where `name` is one word (an ordinal, a year, a body) and then `rest`.
bool is_one_word_and(std::string_view name, std::string_view rest) {
    if (!name.ends_with(rest) || name.size() < rest.size() + 2) return false;
    const std::string_view before = name.substr(0, name.size() - rest.size());
    return before.find(' ') == before.size() - 1;
}

/// True where `words` stands in the text with no letter beside it.
bool holds_words(std::string_view text, std::string_view words) {
    if (words.size() < 3) return false;
    for (std::size_t at = text.find(words); at != text.npos; at = text.find(words, at + 1)) {
        const std::size_t end = at + words.size();
        const bool begins = at == 0 || !is_alpha(decode_before(text, at).value);
        if (begins && (end == text.size() || !is_alpha(decode_at(text, end).value))) return true;
    }
    return false;
}

}  // namespace

std::string comparable_name(std::string_view name) {
    std::string folded = fold(collapse_space(name));
    if (folded.starts_with("the ")) folded.erase(0, 4);
    return folded;
}

void settle(MeetingCluster& cluster) {
    cluster.principal =
        std::any_of(cluster.records.begin(), cluster.records.end(), [](const Meeting* r) { return r->principal; });
    settle_names(cluster);
    settle_dates(cluster);
    settle_place(cluster);
    for (const Meeting* record : cluster.records)
        if (!record->series.empty()) cluster.series.insert(comparable_name(record->series));
    cluster.body = first_field(cluster, &Meeting::body);
    cluster.session = first_field(cluster, &Meeting::session);
    cluster.organiser = first_field(cluster, &Meeting::organiser);
    for (const Meeting* record : cluster.records)
        if (record->principal)
            for (const Source& source : record->sources) add_once(cluster.documents, source.document);
}

std::string short_name(const MeetingCluster& cluster) {
    if (cluster.name.size() <= longest_short_name) return cluster.name;
    std::string best;
    for (const std::string& name : cluster.names)
        if (name.size() <= longest_short_name && name.size() > best.size() && !is_all_capitals(name)) best = name;
    return best.empty() ? cluster.name : best;
}

bool are_of_one_series(const MeetingCluster& a, const MeetingCluster& b) {
    return std::any_of(a.series.begin(), a.series.end(),
                       [&](const std::string& name) { return b.series.contains(name); });
}

bool is_name_of(const MeetingCluster& cluster, std::string_view words) {
    const std::string wanted = comparable_name(words);
    return std::any_of(cluster.names.begin(), cluster.names.end(),
                       [&](const std::string& name) { return comparable_name(name) == wanted; });
}

bool holds_name_of(const MeetingCluster& cluster, std::string_view words) {
    const std::string text = comparable_name(words);
    return std::any_of(cluster.names.begin(), cluster.names.end(),
                       [&](const std::string& each) { return holds_words(text, comparable_name(each)); });
}

bool holds_words_of_name(const MeetingCluster& cluster, std::string_view words) {
    const std::string wanted = comparable_name(words);
    return std::any_of(cluster.names.begin(), cluster.names.end(),
                       [&](const std::string& name) { return holds_words(comparable_name(name), wanted); });
}

bool is_series_name_of(const MeetingCluster& cluster, std::string_view words) {
    const std::string wanted = comparable_name(words);
    if (wanted.empty()) return false;
    if (cluster.series.contains(wanted)) return true;
    return std::any_of(cluster.names.begin(), cluster.names.end(),
                       [&](const std::string& name) { return is_one_word_and(comparable_name(name), wanted); });
}

}  // namespace rapporteur
