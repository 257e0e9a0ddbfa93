#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// The markup with all that a reader has no use for taken out (scripts, styles, comments, pictures, attributes that say
/// nothing of the text) and its nesting bounded, so that parsing it takes time in proportion to its length whatever was
/// written. Lines keep their numbers. Text and the order of tags stay as they are.
std::string tidy_markup(std::string_view html);

}  // namespace rapporteur
