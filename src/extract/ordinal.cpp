#include "extract/ordinal.h"

#include <algorithm>
#include <charconv>
#include <string>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most = 9999;

std::optional<int> number(std::string_view digits) {
    int value = 0;
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end == digits.data() || value > most) return std::nullopt;
    return value;
}

/// The words of "one hundred and forty-first", cut at hyphens too.
std::vector<std::string> parts_of(std::string_view text) {
    std::vector<std::string> parts{""};
    for (char c : fold(text)) {
        if (c == '-' || c == ' ') {
            parts.push_back("");
        } else {
            parts.back() += c;
        }
    }
    return parts;
}

}  // namespace

std::optional<int> ordinal_number(std::string_view text, const RuleTable* words) {
    text = trim(text);
    if (text.empty() || text.size() > 60) return std::nullopt;
    if (text.front() >= '0' && text.front() <= '9') return number(text);
    if (!words) return std::nullopt;
    int sum = 0;
    for (const std::string& part : parts_of(text)) {
        const auto entry = std::find_if(words->entries.begin(), words->entries.end(),
                                        [&](const TableEntry& e) { return e.value == part; });
        if (entry == words->entries.end()) return std::nullopt;
        const int value = number(entry->key).value_or(0);
        const bool times = (value == 100 && sum > 0) || (value == 20 && sum == 4);  // "quatre-vingt"
        sum = times ? sum * value : sum + value;
        if (sum > most) return std::nullopt;
    }
    return sum > 0 ? std::optional(sum) : std::nullopt;
}

}  // namespace rapporteur
