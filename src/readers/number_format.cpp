#include "readers/number_format.h"

#include <algorithm>
#include <array>
#include <span>
#include <vector>

#include "support/roman.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_letters = 30;  // repeated, as in "aaa"

struct Sign {
    int value;
    std::string_view text;
};

constexpr std::array hebrew_signs{Sign{400, "ת"}, Sign{300, "ש"}, Sign{200, "ר"}, Sign{100, "ק"}, Sign{90, "צ"},
                                  Sign{80, "פ"},  Sign{70, "ע"},  Sign{60, "ס"},  Sign{50, "נ"},  Sign{40, "מ"},
                                  Sign{30, "ל"},  Sign{20, "כ"},  Sign{16, "טז"}, Sign{15, "טו"}, Sign{10, "י"},
                                  Sign{9, "ט"},   Sign{8, "ח"},   Sign{7, "ז"},   Sign{6, "ו"},   Sign{5, "ה"},
                                  Sign{4, "ד"},   Sign{3, "ג"},   Sign{2, "ב"},   Sign{1, "א"}};

constexpr std::array<std::string_view, 26> latin{"a", "b", "c", "d", "e", "f", "g", "h", "i", "j", "k", "l", "m",
                                                 "n", "o", "p", "q", "r", "s", "t", "u", "v", "w", "x", "y", "z"};
constexpr std::array<std::string_view, 29> russian{"а", "б", "в", "г", "д", "е", "ж", "з", "и", "к",
                                                   "л", "м", "н", "о", "п", "р", "с", "т", "у", "ф",
                                                   "х", "ц", "ч", "ш", "щ", "ы", "э", "ю", "я"};
constexpr std::array<std::string_view, 24> greek{"α", "β", "γ", "δ", "ε", "ζ", "η", "θ", "ι", "κ", "λ", "μ",
                                                 "ν", "ξ", "ο", "π", "ρ", "σ", "τ", "υ", "φ", "χ", "ψ", "ω"};
constexpr std::array<std::string_view, 28> arabic_abjad{"أ", "ب", "ج", "د", "ه", "و", "ز", "ح", "ط", "ي",
                                                        "ك", "ل", "م", "ن", "س", "ع", "ف", "ص", "ق", "ر",
                                                        "ش", "ت", "ث", "خ", "ذ", "ض", "ظ", "غ"};
constexpr std::array<std::string_view, 28> arabic_alpha{"أ", "ب", "ت", "ث", "ج", "ح", "خ", "د", "ذ", "ر",
                                                        "ز", "س", "ش", "ص", "ض", "ط", "ظ", "ع", "غ", "ف",
                                                        "ق", "ك", "ل", "م", "ن", "ه", "و", "ي"};
constexpr std::array<std::string_view, 22> hebrew_letters{"א", "ב", "ג", "ד", "ה", "ו", "ז", "ח", "ט", "י", "כ",
                                                          "ל", "מ", "נ", "ס", "ע", "פ", "צ", "ק", "ר", "ש", "ת"};
constexpr std::array<std::string_view, 20> enclosed{"①", "②", "③", "④", "⑤", "⑥", "⑦", "⑧", "⑨", "⑩",
                                                    "⑪", "⑫", "⑬", "⑭", "⑮", "⑯", "⑰", "⑱", "⑲", "⑳"};
constexpr std::array<std::string_view, 10> chinese_digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
constexpr std::array<std::string_view, 4> chicago{"*", "†", "‡", "§"};

constexpr std::array<std::string_view, 20> cardinals{
    "zero", "one",    "two",    "three",    "four",     "five",    "six",     "seven",     "eight",    "nine",
    "ten",  "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 20> ordinals{
    "zeroth",     "first",     "second",    "third",       "fourth",     "fifth",     "sixth",
    "seventh",    "eighth",    "ninth",     "tenth",       "eleventh",   "twelfth",   "thirteenth",
    "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};
constexpr std::array<std::string_view, 10> tens{"",      "",      "twenty",  "thirty", "forty",
                                                "fifty", "sixty", "seventy", "eighty", "ninety"};

std::string of_signs(int number, std::span<const Sign> signs) {
    std::string out;
    for (const Sign& sign : signs) {
        for (; number >= sign.value; number -= sign.value) out += sign.text;
    }
    return out;
}

/// a … z, aa, bb … zz, aaa: the letter is repeated.
std::string repeated(int number, std::span<const std::string_view> letters) {
    const int count = static_cast<int>(letters.size());
    std::string out;
    const int times = std::min((number - 1) / count + 1, most_letters);
    for (int i = 0; i < times; ++i) out += letters[static_cast<std::size_t>((number - 1) % count)];
    return out;
}

std::string_view english_ending(int number) {
    const int last_two = number % 100;
    if (last_two >= 11 && last_two <= 13) return "th";
    switch (number % 10) {
        case 1:
            return "st";
        case 2:
            return "nd";
        case 3:
            return "rd";
        default:
            return "th";
    }
}

std::string ordinal(int number, std::string_view language) {
    const std::string digits = std::to_string(number);
    const std::string_view tongue = language.substr(0, 2);
    if (tongue == "fr") return digits + (number == 1 ? "er" : "e");
    if (tongue == "es" || tongue == "pt" || tongue == "it") return digits + "º";
    if (tongue == "ru") return digits + "-й";
    if (tongue == "nl") return digits + "e";
    if (tongue == "de" || tongue == "da" || tongue == "nb" || tongue == "pl" || tongue == "cs") return digits + ".";
    return digits + std::string(english_ending(number));
}

std::string below_hundred(int number, std::span<const std::string_view> last) {
    if (number < 20) return std::string(last[static_cast<std::size_t>(number)]);
    const std::string ten(tens[static_cast<std::size_t>(number / 10)]);
    if (number % 10 != 0) return ten + "-" + std::string(last[static_cast<std::size_t>(number % 10)]);
    return last[0] == "zero" ? ten : ten.substr(0, ten.size() - 1) + "ieth";
}

/// "Twenty-one", "Twenty-first": in words, as far as lists go.
std::string in_words(int number, bool ordinal_words) {
    const std::span<const std::string_view> last = ordinal_words ? ordinals : cardinals;
    const auto ending = [&](std::string word) { return ordinal_words ? word + "th" : word; };
    if (number >= 10000) return std::to_string(number);
    std::string out;
    const auto add = [&](const std::string& part) { out += (out.empty() ? "" : " ") + part; };
    if (number >= 1000) {
        const std::string thousand = std::string(cardinals[static_cast<std::size_t>(number / 1000)]) + " thousand";
        add(number % 1000 == 0 ? ending(thousand) : thousand);
        number %= 1000;
    }
    if (number >= 100) {
        const std::string hundred = std::string(cardinals[static_cast<std::size_t>(number / 100)]) + " hundred";
        add(number % 100 == 0 ? ending(hundred) : hundred);
        number %= 100;
    }
    if (number > 0 || out.empty()) add(below_hundred(number, last));
    out[0] = static_cast<char>(out[0] - 'a' + 'A');
    return out;
}

/// 一, 十, 十一, 二十, 一百〇一: counting in Chinese and Japanese.
std::string chinese(int number) {
    constexpr std::array<Sign, 3> ranks{Sign{1000, "千"}, Sign{100, "百"}, Sign{10, "十"}};
    if (number >= 10000) return std::to_string(number);
    std::string out;
    bool gap = false;
    for (const Sign& rank : ranks) {
        const int digit = number / rank.value;
        number %= rank.value;
        if (digit == 0) {
            gap = gap || !out.empty();
            continue;
        }
        if (gap) out += chinese_digits[0];
        gap = false;
        if (digit > 1 || rank.value > 10 || !out.empty()) out += chinese_digits[static_cast<std::size_t>(digit)];
        out += rank.text;
    }
    if (number > 0 && gap) out += chinese_digits[0];
    if (number > 0) out += chinese_digits[static_cast<std::size_t>(number)];
    return out;
}

std::string in_digits(int number, char32_t zero) {
    std::string out;
    for (const char c : std::to_string(number)) append_utf8(out, zero + static_cast<char32_t>(c - '0'));
    return out;
}

std::string hexadecimal(int number) {
    std::string out;
    for (; number > 0; number /= 16) out.insert(out.begin(), "0123456789ABCDEF"[number % 16]);
    return out;
}

struct Letters {
    std::string_view format;
    std::span<const std::string_view> letters;
    bool capitals = false;
};

constexpr std::array letter_formats{
    Letters{"lowerLetter", latin},        Letters{"upperLetter", latin, true},
    Letters{"russianLower", russian},     Letters{"russianUpper", russian, true},
    Letters{"lowerGreek", greek},         Letters{"upperGreek", greek, true},
    Letters{"arabicAbjad", arabic_abjad}, Letters{"arabicAlpha", arabic_alpha},
    Letters{"hebrew2", hebrew_letters},   Letters{"chicago", chicago},
};

struct Digits {
    std::string_view format;
    char32_t zero;
};

constexpr std::array digit_formats{
    Digits{"hindiNumbers", U'०'}, Digits{"thaiNumbers", U'๐'},        Digits{"decimalFullWidth", U'０'},
    Digits{"bahtText", U'0'},     Digits{"arabicIndicNumbers", U'٠'}, Digits{"decimalHalfWidth", U'0'},
};

bool counts_in_chinese(std::string_view format) {
    return format == "chineseCounting" || format == "chineseCountingThousand" || format == "japaneseCounting" ||
           format == "ideographDigital" || format == "taiwaneseCounting" || format == "taiwaneseCountingThousand" ||
           format == "japaneseDigitalTenThousand";
}

std::string padded(int number, std::size_t digits) {
    const std::string text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

}  // namespace

std::string number_in_format(int number, std::string_view format, std::string_view language) {
    if (format == "none" || format == "bullet") return {};
    if (number < 0) return std::to_string(number);
    if (format == "decimalZero") return padded(number, 2);
    // A format of one's own shows how the first numbers look: "001, 002, …".
    const std::size_t shown = format.find(',');
    if (shown != std::string_view::npos && format.starts_with('0')) return padded(number, shown);
    if (number == 0) return "0";
    if (format == "upperRoman") return to_upper(roman_numeral(number));
    if (format == "lowerRoman") return roman_numeral(number);
    if (format == "ordinal") return ordinal(number, language);
    if (format == "cardinalText") return in_words(number, false);
    if (format == "ordinalText") return in_words(number, true);
    if (format == "hex") return hexadecimal(number);
    if (format == "numberInDash") return "- " + std::to_string(number) + " -";
    if (format == "hebrew1") return of_signs(std::min(number, 9999), hebrew_signs);
    if (counts_in_chinese(format)) return chinese(number);
    if (format.starts_with("decimalEnclosedCircle") && number <= 20) {
        return std::string(enclosed[static_cast<std::size_t>(number - 1)]);
    }
    for (const Letters& letters : letter_formats) {
        if (letters.format != format) continue;
        const std::string text = repeated(number, letters.letters);
        return letters.capitals ? to_upper(text) : text;
    }
    for (const Digits& digits : digit_formats) {
        if (digits.format == format) return in_digits(number, digits.zero);
    }
    return std::to_string(number);
}

}  // namespace rapporteur
