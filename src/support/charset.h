#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// Bytes as UTF-8 by the name of their encoding: any label of the WHATWG Encoding Standard, case and punctuation aside.
/// What cannot be read becomes U+FFFD. Nothing for a label that the standard does not know, and for the labels of UTF-8
/// and UTF-16, which show by the bytes themselves.
std::optional<std::string> decode_charset(std::string_view bytes, std::string_view label);

/// An encoding told by the frequency of its bytes and words, and how sure that is (0 to 100).
struct CharsetGuess {
    std::string label;
    int confidence = 0;
};

/// The likeliest encoding of bytes that are not UTF-8 and say nothing of themselves; nothing where none fits.
std::optional<CharsetGuess> guess_charset(std::string_view bytes);

}  // namespace rapporteur
