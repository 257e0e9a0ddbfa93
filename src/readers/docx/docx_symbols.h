#pragma once

#include <string>
#include <string_view>

#include "readers/docx/docx_properties.h"

namespace rapporteur {

/// The character of Unicode that a character of a sign font shows: 0xB7 of Symbol is "•". Codes of the private use area
/// (U+F020 to U+F0FF), as word processors write them, are understood. Empty where it is unknown.
std::string_view symbol_sign(char32_t code, DocxFont font);

/// Text set in a sign font, character by character; what is unknown in it is left out.
std::string symbol_text(std::string_view text, DocxFont font);

/// The sign of a bulleted list as it is printed.
std::string bullet_sign(std::string_view text, DocxFont font);

}  // namespace rapporteur
