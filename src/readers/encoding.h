#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// Bytes as UTF-8 text, and the name of the encoding where it had to be guessed.
struct Decoded {
    std::string text;
    std::string guessed;  // empty where a byte order mark or valid UTF-8 left no doubt
};

/// True for UTF-32 without a byte order mark, which is full of zero bytes.
bool is_utf32(std::string_view bytes);

/// Text of any encoding as UTF-8 with line feeds as line ends: UTF-8, UTF-16 and UTF-32 (with or without a byte order
/// mark), else the encoding that the format declares (a WHATWG label), else the likeliest legacy encoding.
Decoded decode_text(std::string_view bytes, std::string_view declared = {});

}  // namespace rapporteur
