#pragma once

#include <map>
#include <string>

#include "assemble/briefing.h"
#include "template/statement_values.h"

namespace rapporteur {

/// "Reworded".
std::string words_of_kind(ChangeKind kind, const Labels& labels);
/// "Recommendation", "Item 4".
std::string words_of_subject(const ChangeRow& row, const Labels& labels);
/// "Was: …" and "now: …", as far as they are known.
std::string words_of_difference(ChangeKind kind, const ChangeRow& row, const Wording& wording);

/// Those that are printed with their strength and addressee.
using RecommendationsByAnchor = std::map<std::string, const RecommendationRow*>;

/// Changes of one kind.
Value change_group_value(const ChangeGroup& group, const StatementValues& values, const std::string& letter,
                         const RecommendationsByAnchor& recommendations = {});

}  // namespace rapporteur
