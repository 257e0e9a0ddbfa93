#pragma once

#include <concepts>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "support/range.h"

namespace rapporteur {

/// One code point and the bytes it takes in UTF-8. An invalid byte is U+FFFD of one byte.
struct CodePoint {
    char32_t value = 0;
    std::size_t bytes = 0;
};

/// Decodes a code point that is not ASCII.
CodePoint decode_long_at(std::string_view text, std::size_t at);

/// Decodes the code point that starts at byte `at` of `text` (at < text.size()).
inline CodePoint decode_at(std::string_view text, std::size_t at) {
    const auto lead = static_cast<unsigned char>(text[at]);
    return lead < 0x80 ? CodePoint{lead, 1} : decode_long_at(text, at);
}

/// The code point that ends just before byte `at` (0 < at <= text.size()).
CodePoint decode_before(std::string_view text, std::size_t at);

/// Appends a code point as UTF-8.
void append_utf8(std::string& out, char32_t code_point);

bool is_valid_utf8(std::string_view bytes);

/// The bytes as UTF-8, each byte that is not valid replaced by U+FFFD.
std::string to_valid_utf8(std::string_view bytes);

/// How many code points the UTF-8 text holds.
std::size_t count_code_points(std::string_view text);

/// Unicode Normalization Form C (UAX #15).
std::string nfc(std::string_view text);

/// One space between words, none at the ends; all Unicode white space and control characters count as space; soft hyphens go.
std::string collapse_space(std::string_view text);

std::string_view trim(std::string_view text);

/// Lower case by Unicode's full mapping, independent of any locale.
std::string to_lower(std::string_view text);
std::string to_upper(std::string_view text);

/// For comparing: case folded, accents dropped, typographic quotes, dashes and spaces as their ASCII kin.
std::string fold(std::string_view text);

/// Capitals set in sentence case ("REPORT OF THE MEETING" -> "Report of the meeting"); text with small letters stays as it is.
std::string sentence_case(std::string_view text);

bool is_upper(char32_t c);
bool is_lower(char32_t c);
bool is_alpha(char32_t c);
bool is_digit(char32_t c);
bool is_space(char32_t c);

/// True where at least one letter is there and no letter is a small one.
bool is_all_capitals(std::string_view text);

std::vector<std::string_view> split(std::string_view text, char separator);
/// The parts of a temporary would point into a string that is gone by the time a loop reads them.
template <std::same_as<std::string> Temporary>
void split(Temporary&& text, char separator) = delete;
std::string join(const std::vector<std::string>& parts, std::string_view separator);

/// The words of a text: maximal runs of letters, digits and combining marks (with inner apostrophes and hyphens kept).
std::vector<Range> words(std::string_view text);

/// The sentences of one paragraph, without white space at the ends; `language` is BCP 47. Abbreviations ("Mr.", "No. 5",
/// "art. 6", initials) do not end a sentence; trailing quotes, brackets and footnote marks stay with theirs.
std::vector<Range> sentences(std::string_view text, std::string_view language);

/// Turns byte offsets of one text into code point offsets, in logarithmic time after one linear pass.
class CodePointIndex {
public:
    explicit CodePointIndex(std::string_view text);
    /// Code points before byte `at`.
    std::size_t at_byte(std::size_t at) const;
    /// The byte at which code point number `index` starts.
    std::size_t byte_of(std::size_t index) const;

private:
    std::string_view text_;
    std::vector<std::size_t> marks_;  // bytes at which each 256th code point starts
};

}  // namespace rapporteur
