#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

/// A number as content streams want it: at most three decimals, no exponent; 0 for what is not finite.
void append_number(std::string& out, double value);

/// Four upper-case hexadecimal digits.
void append_hex16(std::string& out, unsigned value);

/// UTF-8 text as UTF-16BE in hexadecimal digits, without byte order mark.
std::string utf16_hex(std::string_view utf8);

/// UTF-8 text as UTF-16BE bytes with byte order mark.
std::string utf16_bytes(std::string_view utf8);

/// Whether every byte is printable ASCII, which PDFDocEncoding shares.
bool is_printable_ascii(std::string_view text);

}  // namespace rapporteur
