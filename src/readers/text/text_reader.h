#pragma once

#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// Reads plain text, and text that carries some Markdown as exports do ("**bold**", "## heading"). `text` is UTF-8 in
/// NFC with line feeds; a form feed begins a page. Never fails.
Reading read_text(std::string_view text, std::string_view language);

}  // namespace rapporteur
