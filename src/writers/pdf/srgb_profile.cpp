#include "writers/pdf/srgb_profile.h"

#include <cmath>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

void append16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value >> 8U & 0xFFU);
    out += static_cast<char>(value & 0xFFU);
}

void append32(std::string& out, std::uint32_t value) {
    append16(out, value >> 16U);
    append16(out, value & 0xFFFFU);
}

// Fixed point with sixteen bits behind the point (6.1.3 of the format).
std::uint32_t fixed(double value) { return static_cast<std::uint32_t>(std::lround(value * 65536)); }

std::string xyz(double x, double y, double z) {
    std::string out("XYZ \0\0\0\0", 8);
    for (const double value : {x, y, z}) append32(out, fixed(value));
    return out;
}

std::string text(std::string_view words) { return std::string("text\0\0\0\0", 8) + std::string(words) + '\0'; }

// A description has forms in ASCII, Unicode and Macintosh script; the latter two stay empty.
std::string description(std::string_view words) {
    std::string out("desc\0\0\0\0", 8);
    append32(out, static_cast<std::uint32_t>(words.size() + 1));
    out += words;
    return out + std::string(1 + 8 + 3 + 67, '\0');
}

// What a display makes of values 0 to 1: the curve of sRGB in 1,024 steps.
std::string tone_curve() {
    constexpr std::uint32_t steps = 1024;
    std::string out("curv\0\0\0\0", 8);
    append32(out, steps);
    for (std::uint32_t i = 0; i < steps; ++i) {
        const double value = static_cast<double>(i) / (steps - 1);
        const double light = value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
        append16(out, static_cast<std::uint32_t>(std::lround(light * 65535)));
    }
    return out;
}

struct Tag {
    std::string_view name;
    std::size_t data;  // index
};

// Primaries as seen under D50, the white of all profiles.
std::vector<std::string> tag_data() {
    return {description("sRGB IEC61966-2-1"),
            text("No rights are reserved."),
            xyz(0.95045, 1, 1.08905),
            xyz(0.43607, 0.22249, 0.01392),
            xyz(0.38515, 0.71687, 0.09708),
            xyz(0.14307, 0.06061, 0.71410),
            tone_curve()};
}

constexpr Tag tags[] = {{"desc", 0}, {"cprt", 1}, {"wtpt", 2}, {"rXYZ", 3}, {"gXYZ", 4},
                        {"bXYZ", 5}, {"rTRC", 6}, {"gTRC", 6}, {"bTRC", 6}};

std::string header(std::size_t size) {
    std::string out;
    append32(out, static_cast<std::uint32_t>(size));
    append32(out, 0);           // no preferred engine
    append32(out, 0x02100000);  // version 2.1
    out += "mntrRGB XYZ ";
    for (const std::uint32_t part : {2001U, 4U, 1U, 0U, 0U, 0U}) append16(out, part);
    out += "acsp";
    append32(out, 0);  // no platform
    out += std::string(24, '\0');
    for (const double value : {0.9642, 1.0, 0.8249}) append32(out, fixed(value));
    return out + std::string(48, '\0');
}

}  // namespace

std::string srgb_profile() {
    constexpr std::size_t table = 128 + 4 + std::size(tags) * 12;
    std::string body;
    std::vector<std::pair<std::size_t, std::size_t>> places;  // begin, size
    for (const std::string& data : tag_data()) {
        places.emplace_back(table + body.size(), data.size());
        body += data;
        body.append((4 - body.size() % 4) % 4, '\0');
    }
    std::string out = header(table + body.size());
    append32(out, static_cast<std::uint32_t>(std::size(tags)));
    for (const Tag& tag : tags) {
        out += tag.name;
        append32(out, static_cast<std::uint32_t>(places[tag.data].first));
        append32(out, static_cast<std::uint32_t>(places[tag.data].second));
    }
    return out + body;
}

}  // namespace rapporteur
