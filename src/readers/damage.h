#pragma once

#include <string_view>
#include <vector>

#include "readers/draft.h"

namespace rapporteur {

/// True for a line that is font or OCR rubbish as a whole: most of it is neither words nor numbers nor symbols of
/// documents.
bool is_rubbish(std::string_view line);

/// Stretches of rubbish inside readable text, each from its first rubbish word on; one that reaches the last words goes
/// to the end.
std::vector<Range> rubbish_in(std::string_view text);

/// Marks damaged stretches of all drafts, makes what is mostly damaged a damaged block, joins damaged neighbours, and
/// adds a `line_damaged` warning with page and line for each.
void mark_damage(Drafts& drafts, Diagnostics& warnings);

}  // namespace rapporteur
