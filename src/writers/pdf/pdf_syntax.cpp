#include "writers/pdf/pdf_syntax.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "support/text.h"

namespace rapporteur {
namespace {

template <class Sink>
void each_utf16_unit(std::string_view utf8, Sink sink) {
    for (std::size_t at = 0; at < utf8.size();) {
        const CodePoint point = decode_at(utf8, at);
        at += std::max<std::size_t>(point.bytes, 1);
        const auto value = static_cast<std::uint32_t>(point.value);
        if (value > 0xFFFF) {
            sink(0xD800U + ((value - 0x10000U) >> 10U));
            sink(0xDC00U + ((value - 0x10000U) & 0x3FFU));
        } else {
            sink(value);
        }
    }
}

}  // namespace

void append_number(std::string& out, double value) {
    constexpr double most = 32767;  // beyond which readers may clip
    const double safe = std::isfinite(value) ? std::clamp(value, -most, most) : 0;
    const auto thousandths = static_cast<long>(std::lround(safe * 1000));
    long whole = std::labs(thousandths) / 1000;
    long rest = std::labs(thousandths) % 1000;
    if (thousandths < 0) out += '-';
    char digits[24];
    const auto end = std::to_chars(digits, digits + sizeof digits, whole).ptr;
    out.append(digits, end);
    if (rest == 0) return;
    out += '.';
    for (long unit = 100; rest > 0; unit /= 10) {
        out += static_cast<char>('0' + rest / unit);
        rest %= unit;
    }
}

void append_hex16(std::string& out, unsigned value) {
    constexpr char digits[] = "0123456789ABCDEF";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(value >> shift) & 15U];
}

std::string utf16_hex(std::string_view utf8) {
    std::string out;
    each_utf16_unit(utf8, [&out](unsigned unit) { append_hex16(out, unit); });
    return out;
}

std::string utf16_bytes(std::string_view utf8) {
    std::string out = "\xFE\xFF";
    each_utf16_unit(utf8, [&out](unsigned unit) {
        out += static_cast<char>(unit >> 8U);
        out += static_cast<char>(unit & 0xFFU);
    });
    return out;
}

bool is_printable_ascii(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
}

}  // namespace rapporteur
