#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// How far a document may go, from the widest circle to the smallest.
enum class Classification { general, limited, restricted, confidential, strictly_confidential };

/// "general", "limited", "restricted", "confidential", "strictly-confidential".
std::string_view name_of(Classification level);

/// What a distribution mark says, whatever its language, capitals and accents ("Distr.: LIMITED", "For participants
/// only"). No mark is general; a mark that is not known is restricted: better too few readers than too many.
Classification classification_of(std::string_view mark);

/// The most restrictive of several distribution marks, as printed; empty where there is none.
std::string highest_mark(const std::vector<std::string>& marks);

}  // namespace rapporteur
