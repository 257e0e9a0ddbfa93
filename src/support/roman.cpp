#include "support/roman.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

constexpr long largest = 39999;
constexpr std::size_t longest = 15;

struct Sign {
    int value;
    std::string_view text;
};
constexpr std::array signs{Sign{1000, "m"}, Sign{900, "cm"}, Sign{500, "d"}, Sign{400, "cd"}, Sign{100, "c"},
                           Sign{90, "xc"},  Sign{50, "l"},   Sign{40, "xl"}, Sign{10, "x"},   Sign{9, "ix"},
                           Sign{5, "v"},    Sign{4, "iv"},   Sign{1, "i"}};

}  // namespace

std::string roman_numeral(long value) {
    std::string out;
    value = std::min(value, largest);
    for (const Sign& sign : signs) {
        for (; value >= sign.value; value -= sign.value) out += sign.text;
    }
    return out;
}

int roman_value(std::string_view numeral) {
    if (numeral.empty() || numeral.size() > longest) return 0;
    std::string low(numeral);
    for (char& c : low) c = static_cast<char>(c | 0x20);
    std::string_view rest = low;
    int value = 0;
    for (const Sign& sign : signs) {
        for (; rest.starts_with(sign.text); rest.remove_prefix(sign.text.size())) value += sign.value;
    }
    return rest.empty() && roman_numeral(value) == low ? value : 0;
}

}  // namespace rapporteur
