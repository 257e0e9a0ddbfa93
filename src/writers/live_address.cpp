#include "writers/live_address.h"

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rapporteur {
namespace {

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() > start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [&](char a, char b) { return a == lower(b); });
}

}  // namespace

std::string live_address(const std::string& target) {
    constexpr std::string_view schemes[] = {"http://", "https://", "mailto:"};
    constexpr std::string_view unsafe = " \"<>\\^`{|}";
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (std::none_of(std::begin(schemes), std::end(schemes),
                     [&](std::string_view scheme) { return starts_with_ignoring_case(target, scheme); }))
        return {};
    std::string address;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) continue;
        if (byte < 0x7F && unsafe.find(c) == std::string_view::npos)
            address += c;
        else
            (address += '%') += {digits[byte >> 4U], digits[byte & 15U]};
    }
    return address;
}

}  // namespace rapporteur
