#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// Bytes as UTF-8 text, and the name of the encoding where it had to be guessed.
struct Decoded {
    std::string text;
    std::string guessed;  // empty where a byte order mark or valid UTF-8 left no doubt
};

/// Text of any encoding as UTF-8 with line feeds as line ends: UTF-8 and UTF-16 (with or without a byte order mark),
/// else Windows-1252 or Mac OS Roman, whichever makes the more plausible words.
Decoded decode_text(std::string_view bytes);

}  // namespace rapporteur
