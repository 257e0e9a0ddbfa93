#include "readers/mail/transfer_encoding.h"

#include <cstdint>

namespace rapporteur {
namespace {

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    return c == '+' ? 62 : c == '/' ? 63 : -1;
}

int hexadecimal_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/// The byte that two hexadecimal digits at `at` say, -1 where there are none.
int byte_at(std::string_view text, std::size_t at) {
    if (at + 1 >= text.size()) return -1;
    const int high = hexadecimal_value(text[at]), low = hexadecimal_value(text[at + 1]);
    return high < 0 || low < 0 ? -1 : high * 16 + low;
}

/// The line end after a soft break and the blanks before it, 0 where no line ends there.
std::size_t line_end_length(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && (text[end] == ' ' || text[end] == '\t')) ++end;
    if (end < text.size() && text[end] == '\r') ++end;
    if (end < text.size() && text[end] == '\n') ++end;
    return end == at || (end < text.size() && text[end - 1] != '\n' && text[end - 1] != '\r') ? 0 : end - at;
}

}  // namespace

std::string decode_base64(std::string_view text) {
    std::string out;
    out.reserve(text.size() / 4 * 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        const int value = base64_value(c);
        if (value < 0) continue;
        bits = bits << 6 | static_cast<std::uint32_t>(value);
        count += 6;
        if (count < 8) continue;
        count -= 8;
        out += static_cast<char>(bits >> count & 0xFF);
    }
    return out;
}

std::string decode_quoted_printable(std::string_view text, bool header) {
    std::string out;
    out.reserve(text.size());
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (c == '_' && header) {
            out += ' ';
        } else if (c != '=') {
            out += c;
        } else if (const int byte = byte_at(text, at + 1); byte >= 0) {
            out += static_cast<char>(byte);
            at += 2;
        } else if (const std::size_t soft = line_end_length(text, at + 1); soft > 0) {
            at += soft;
        } else {
            out += c;
        }
    }
    return out;
}

std::string decode_percent(std::string_view text) {
    std::string out;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const int byte = text[at] == '%' ? byte_at(text, at + 1) : -1;
        out += byte < 0 ? text[at] : static_cast<char>(byte);
        if (byte >= 0) at += 2;
    }
    return out;
}

}  // namespace rapporteur
