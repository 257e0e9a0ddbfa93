#pragma once

#include <string_view>

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// The abbreviations of the pack's own documents, and those of other documents that the pack's quotations use, in
/// order.
std::vector<Abbreviation> list_abbreviations(const Library& library, const Scope& scope, const Briefing& briefing);

}  // namespace rapporteur
