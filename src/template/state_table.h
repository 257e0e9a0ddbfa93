#pragma once

#include "assemble/delegation.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// Reads the table of States and groups (TOML: templates/states.toml says how). Fails with `template_invalid` and the
/// line.
Result<StateTable> read_state_table(const NamedText& file);

}  // namespace rapporteur
