#pragma once

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The sentences that tell most of a pack's documents, at most `most`, shared out among the documents by their length
/// and in the order of the text; none that holds, or stands in, one of the texts `shown` elsewhere.
std::vector<Quotation> main_points(const Library& library, const Scope& scope, std::size_t most,
                                   const std::vector<std::string_view>& shown);

}  // namespace rapporteur
