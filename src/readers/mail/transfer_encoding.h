#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// Base64 (RFC 2045, 6.8); characters outside its alphabet are passed over.
std::string decode_base64(std::string_view text);

/// Quoted-printable (RFC 2045, 6.7); in a `header` an underscore is a space (RFC 2047, 4.2).
std::string decode_quoted_printable(std::string_view text, bool header = false);

/// "%C3%A9" in parameters (RFC 2231).
std::string decode_percent(std::string_view text);

}  // namespace rapporteur
