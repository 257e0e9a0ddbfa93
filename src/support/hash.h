#pragma once

#include <string>
#include <string_view>

namespace rapporteur {

/// SHA-256 (FIPS 180-4) as 64 lower-case hexadecimal digits.
std::string sha256_hex(std::string_view bytes);

/// MD5 (RFC 1321) as 16 bytes: for formats that ask for it, never to tell what is genuine. Empty where the machine
/// refuses MD5.
std::string md5_bytes(std::string_view bytes);

}  // namespace rapporteur
