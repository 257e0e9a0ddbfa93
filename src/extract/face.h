#pragma once

#include "extract/outline.h"
#include "extract/rule_set.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the document's own record: what its face (the lines above the body, and the imprint after them) says of it.
/// What the face does not say stays empty. `status` is partial where the reader warned.
void find_face(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

}  // namespace rapporteur
