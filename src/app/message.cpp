#include "app/message.h"

#include <charconv>
#include <cstdint>
#include <cstring>

namespace rapporteur {
namespace {

using Length = std::uint64_t;

constexpr std::size_t parts_of_diagnostic = 6;

int number_of(std::string_view text) {
    int value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

}  // namespace

std::string to_message(const std::vector<std::string_view>& parts) {
    std::string out;
    for (const std::string_view part : parts) {
        const Length length = part.size();
        out.append(reinterpret_cast<const char*>(&length), sizeof length).append(part);
    }
    return out;
}

std::optional<std::vector<std::string_view>> parts_of(std::string_view message) {
    std::vector<std::string_view> parts;
    while (!message.empty()) {
        Length length = 0;
        if (message.size() < sizeof length) return std::nullopt;
        std::memcpy(&length, message.data(), sizeof length);
        message.remove_prefix(sizeof length);
        if (message.size() < length) return std::nullopt;
        parts.push_back(message.substr(0, length));
        message.remove_prefix(length);
    }
    return parts;
}

std::string to_message(const Diagnostics& diagnostics) {
    std::string out;
    for (const Diagnostic& diagnostic : diagnostics) {
        const Place& place = diagnostic.place;
        out += to_message({name_of(diagnostic.code), place.file, std::to_string(place.page), std::to_string(place.line),
                           std::to_string(place.column), diagnostic.detail});
    }
    return out;
}

std::optional<Diagnostics> diagnostics_of(std::string_view message) {
    const auto parts = parts_of(message);
    if (!parts || parts->size() % parts_of_diagnostic != 0) return std::nullopt;
    Diagnostics out;
    for (std::size_t at = 0; at < parts->size(); at += parts_of_diagnostic) {
        const std::string_view* part = parts->data() + at;
        out.push_back({code_named(part[0]),
                       {std::string(part[1]), number_of(part[2]), number_of(part[3]), number_of(part[4])},
                       std::string(part[5])});
    }
    return out;
}

}  // namespace rapporteur
