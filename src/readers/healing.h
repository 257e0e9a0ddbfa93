#pragma once

#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// Joins paragraphs that page breaks, footnotes or blank lines cut in two, wherever their ends show that they belong
/// together. A document with many breaks that cannot be healed is damaged: there almost nothing is joined, because a
/// wrong join is an invented sentence. What breaks off unhealed gets `cut_after`, what begins in the middle
/// `cut_before`. Where the format marks its paragraphs, a small letter is no sign that one goes on: only an end that
/// asks for more is.
void heal(Drafts& drafts, std::string_view language, bool paragraphs_are_marked = false);

}  // namespace rapporteur
