#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace rapporteur {

inline std::string two_bytes(unsigned number) {
    return {static_cast<char>(number >> 8 & 0xFFU), static_cast<char>(number & 0xFFU)};
}

inline std::string four_bytes(std::uint32_t number) { return two_bytes(number >> 16U) + two_bytes(number & 0xFFFFU); }

/// A chunk of a PNG with its check sum (ISO/IEC 15948, annex D).
inline std::string png_chunk(const std::string& type, const std::string& data) {
    std::uint32_t sum = 0xFFFFFFFFU;
    for (const char c : type + data) {
        sum ^= static_cast<unsigned char>(c);
        for (int bit = 0; bit < 8; ++bit) sum = (sum & 1U) != 0 ? 0xEDB88320U ^ sum >> 1U : sum >> 1U;
    }
    return four_bytes(static_cast<std::uint32_t>(data.size())) + type + data + four_bytes(~sum);
}

/// A zlib stream that stores what it holds (RFC 1950, RFC 1951).
inline std::string stored(std::string_view bytes) {
    std::string out = "\x78\x01";
    std::uint32_t a = 1, b = 0;
    for (const char c : bytes) {
        a = (a + static_cast<unsigned char>(c)) % 65521;
        b = (b + a) % 65521;
    }
    constexpr std::size_t block = 65535;
    for (std::size_t at = 0; at == 0 || at < bytes.size(); at += block) {
        const std::string_view part = bytes.substr(at, block);
        const auto size = static_cast<unsigned>(part.size());
        out += at + block >= bytes.size() ? '\1' : '\0';
        for (const unsigned number : {size, ~size}) {
            out += static_cast<char>(number & 0xFFU);
            out += static_cast<char>(number >> 8U & 0xFFU);
        }
        out += part;
    }
    return out + four_bytes(b << 16U | a);
}

/// A PNG of one colour, its left half see-through where it has opacity; what the header says may be a lie.
inline std::string png_of(unsigned width, unsigned height, bool opacity, unsigned told_width = 0) {
    std::string rows;
    for (unsigned y = 0; y < height; ++y) {
        rows += '\0';
        for (unsigned x = 0; x < width; ++x) {
            rows += "\x0B\x4A\x66";
            if (opacity) rows += x < width / 2 ? '\0' : '\xFF';
        }
    }
    const std::string header = four_bytes(told_width > 0 ? told_width : width) +
                               four_bytes(told_width > 0 ? told_width : height) + '\x08' + (opacity ? '\x06' : '\x02') +
                               std::string(3, '\0');
    return "\x89PNG\r\n\x1A\n" + png_chunk("IHDR", header) + png_chunk("tEXt", std::string("Author\0Somebody", 15)) +
           png_chunk("IDAT", stored(rows)) + png_chunk("IEND", "");
}

inline std::string jpeg_segment(unsigned char marker, const std::string& data) {
    return std::string("\xFF") + static_cast<char>(marker) + two_bytes(static_cast<unsigned>(data.size()) + 2) + data;
}

/// A JPEG of middle grey: each block is two codes of one bit, no difference and end of block.
inline std::string jpeg_of(unsigned width, unsigned height, unsigned components, unsigned char frame = 0xC0) {
    std::string parts, scan(1, static_cast<char>(components));
    for (unsigned i = 1; i <= components; ++i) {
        parts += {static_cast<char>(i), '\x11', '\0'};
        scan += {static_cast<char>(i), '\0'};
    }
    scan += {'\0', '\x3F', '\0'};
    const auto table = [](char which) { return which + std::string(1, '\1') + std::string(15, '\0') + '\0'; };
    const unsigned bits = (width + 7) / 8 * ((height + 7) / 8) * components * 2;
    std::string coded(bits / 8, '\0');
    if (bits % 8 != 0) coded += static_cast<char>(0xFFU >> bits % 8);
    return "\xFF\xD8" + jpeg_segment(0xE1, "Exif, taken at home") + jpeg_segment(0xDB, '\0' + std::string(64, '\1')) +
           jpeg_segment(frame, '\x08' + two_bytes(height) + two_bytes(width) + static_cast<char>(components) + parts) +
           jpeg_segment(0xC4, table('\0')) + jpeg_segment(0xC4, table('\x10')) + jpeg_segment(0xDA, scan) + coded +
           "\xFF\xD9";
}

}  // namespace rapporteur
