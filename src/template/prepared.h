#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "template/lint.h"
#include "template/tag.h"

namespace rapporteur {

/// The delimiters of prepared text: characters that no text holds, so that nothing else in it is taken for a tag.
constexpr char tag_begin = '\x11', tag_end = '\x12';

/// Partials make no more text than this; what goes beyond is cut off.
constexpr std::size_t most_prepared_bytes = std::size_t{64} << 20;

/// A tag as it stands in prepared text.
std::string prepared_tag(const TemplateTag& tag);

/// The template with its partials put in their places, as Mustache's specification has it: tags that stand alone on
/// their lines take the lines with them, partials are indented as their tags are, delimiters may change. A partial
/// that includes itself is cut off at `deepest_partial`.
std::string prepared(const TemplateFiles& files);
std::string prepared(std::string_view text);

}  // namespace rapporteur
