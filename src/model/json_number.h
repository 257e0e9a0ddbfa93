#pragma once

#include <cstdint>
#include <nlohmann/json.hpp>
#include <utility>

namespace rapporteur {

/// The whole number of a JSON value. Throws what nlohmann's own readers throw where it is none or does not fit: these
/// would convert any number, and one out of range has no meaning in C++.
template <class Whole>
Whole whole_of(const nlohmann::ordered_json& json) {
    if (json.is_number_unsigned()) {
        if (const auto value = json.get<std::uint64_t>(); std::in_range<Whole>(value)) return static_cast<Whole>(value);
    } else if (json.is_number_integer()) {
        if (const auto value = json.get<std::int64_t>(); std::in_range<Whole>(value)) return static_cast<Whole>(value);
    }
    throw nlohmann::ordered_json::out_of_range::create(406, "not a whole number of this size", nullptr);
}

}  // namespace rapporteur
