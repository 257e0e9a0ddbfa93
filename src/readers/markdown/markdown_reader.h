#pragma once

#include <string_view>

#include "readers/draft.h"

namespace rapporteur {

/// Reads Markdown (CommonMark with tables and strike-through, footnotes and front matter). `text` is UTF-8 in NFC with
/// line feeds. Struck-out text and what front matter holds beside the title are left out. Never fails.
Reading read_markdown(std::string_view text);

/// True where a file named as Markdown is an export of a layout table rather than Markdown: its lines end in lone
/// pipes.
bool has_open_rows(std::string_view text);

}  // namespace rapporteur
