#include "readers/odt/odt_numbering.h"

#include <algorithm>

#include "readers/number_format.h"

namespace rapporteur {
namespace {

constexpr int most_letters = 30;

/// a … z, aa, ab … as columns of a sheet are named.
std::string letters(int number) {
    std::string out;
    for (; number > 0 && out.size() < most_letters; number = (number - 1) / 26) {
        out.insert(out.begin(), static_cast<char>('a' + (number - 1) % 26));
    }
    return out;
}

std::string capitals(std::string text) {
    for (char& c : text) c = c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
    return text;
}

/// OpenDocument 1.3 part 3, 19.500: "1", "a", "A", "i", "I", nothing, or the first numbers of another script.
std::string printed(int number, const OdtLevel& level) {
    const std::string& format = level.format;
    if (format.empty()) return {};
    if (number > 0 && (format == "a" || format == "A")) {
        const std::string text = level.letters_in_step ? number_in_format(number, "lowerLetter") : letters(number);
        return format == "A" ? capitals(text) : text;
    }
    if (format == "i") return number_in_format(number, "lowerRoman");
    if (format == "I") return number_in_format(number, "upperRoman");
    if (format == "01") return number_in_format(number, "decimalZero");
    if (format.starts_with("1st")) return number_in_format(number, "ordinal");
    return std::to_string(number);
}

}  // namespace

void OdtNumbering::start_list(const ListStart& list) {
    const std::string id = list.id.empty() ? "#" + std::to_string(unnamed_++) : list.id;
    auto from = lists_.end();
    if (!list.continues.empty()) from = lists_.find(list.continues);
    if (from == lists_.end() && list.continues_last_like) {
        const auto last = last_of_style_.find(list.style);
        if (last != last_of_style_.end()) from = lists_.find(last->second);
    }
    const Counters counters = from == lists_.end() ? Counters() : from->second;
    lists_.insert_or_assign(id, counters);
    last_of_style_[list.style] = id;
    open_ = id;
}

std::string OdtNumbering::count(Counters& counters, const OdtLevels& levels, int level, std::optional<int> start) {
    const auto at = static_cast<std::size_t>(std::clamp(level, 1, static_cast<int>(odt_levels)) - 1);
    const OdtLevel& own = levels[at];
    counters.value[at] = start ? *start : counters.begun[at] ? counters.value[at] + 1 : own.start;
    counters.begun[at] = true;
    for (std::size_t i = at + 1; i < odt_levels; ++i) counters.begun[i] = false;
    for (std::size_t i = 0; i < at; ++i) {
        if (!counters.begun[i]) counters.value[i] = levels[i].start;
        counters.begun[i] = true;
    }
    if (own.bullet) return own.format;
    if (own.format.empty() && own.pattern.empty()) return own.prefix + own.suffix;
    if (!own.pattern.empty()) {
        std::string out = own.pattern;
        for (std::size_t i = 0; i <= at; ++i) {
            const std::string sign = "%" + std::to_string(i + 1) + "%";
            const std::size_t place = out.find(sign);
            if (place != std::string::npos) out.replace(place, sign.size(), printed(counters.value[i], levels[i]));
        }
        return out;
    }
    std::string numbers;
    const std::size_t first = at + 1 - std::min(at + 1, static_cast<std::size_t>(own.shown));
    for (std::size_t i = first; i <= at; ++i) {
        const std::string number = printed(counters.value[i], levels[i]);
        if (!numbers.empty() && !number.empty()) numbers += '.';
        numbers += number;
    }
    return own.prefix + numbers + own.suffix;
}

std::string OdtNumbering::item(const std::string& style, int level, std::optional<int> start) {
    const OdtLevels* levels = styles_.list(style);
    return levels == nullptr ? std::string() : count(lists_[open_], *levels, level, start);
}

std::string OdtNumbering::heading(int level, std::optional<int> start) {
    return count(outline_, styles_.outline(), level, start);
}

}  // namespace rapporteur
