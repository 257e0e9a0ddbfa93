#include "model/record.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "support/hash.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 5> roles{"speaker", "moderator", "chair", "rapporteur", "presenter"};
constexpr std::array<std::string_view, 3> document_statuses{"ok", "partial", "failed"};
constexpr std::array<std::string_view, 6> recommendation_statuses{"proposed", "accepted", "partially accepted",
                                                                  "noted",    "rejected", "implemented"};
constexpr std::array<std::string_view, 17> outcome_types{
    "decided",  "adopted",    "endorsed",     "agreed",  "approved",  "elected",   "established", "launched", "noted",
    "welcomed", "reaffirmed", "appropriated", "renewed", "requested", "concluded", "committed",   "other"};
constexpr std::array<std::string_view, 13> gap_codes{
    "line-damaged",    "text-cut-off",    "number-skipped", "item-without-programme", "speaker-unconfirmed",
    "symbol-conflict", "title-conflict",  "date-conflict",  "paper-missing",          "page-without-text",
    "page-damaged",    "document-failed", "item-unreported"};

template <class T>
void move_to(std::vector<T>& to, std::vector<T>& from) {
    to.insert(to.end(), std::make_move_iterator(from.begin()), std::make_move_iterator(from.end()));
}

}  // namespace

void append(Records& records, Records more) {
    move_to(records.documents, more.documents);
    move_to(records.meetings, more.meetings);
    move_to(records.agenda_items, more.agenda_items);
    move_to(records.participants, more.participants);
    move_to(records.recommendations, more.recommendations);
    move_to(records.outcomes, more.outcomes);
    move_to(records.interventions, more.interventions);
    move_to(records.papers, more.papers);
    move_to(records.events, more.events);
    move_to(records.terms, more.terms);
    move_to(records.gaps, more.gaps);
}

std::string make_id(const std::vector<std::string>& parts) {
    std::string all;
    for (const std::string& part : parts) {
        all += part;
        all += '\x1F';  // the unit separator cannot stand in a part's text
    }
    return sha256_hex(all).substr(0, 16);
}

std::string_view name_of(PersonRole role) { return roles[static_cast<std::size_t>(role)]; }
std::string_view name_of(DocumentStatus status) { return document_statuses[static_cast<std::size_t>(status)]; }
std::string_view name_of(RecommendationStatus status) {
    return recommendation_statuses[static_cast<std::size_t>(status)];
}
std::string_view name_of(OutcomeType type) { return outcome_types[static_cast<std::size_t>(type)]; }
std::string_view name_of(GapCode code) { return gap_codes[static_cast<std::size_t>(code)]; }

std::optional<OutcomeType> outcome_type_named(std::string_view name) {
    const auto found = std::find(outcome_types.begin(), outcome_types.end(), name);
    if (found == outcome_types.end()) return std::nullopt;
    return static_cast<OutcomeType>(found - outcome_types.begin());
}

}  // namespace rapporteur
