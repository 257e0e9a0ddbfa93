#include "support/page_label.h"

#include <charconv>

namespace rapporteur {
namespace {

constexpr int alphabet = 26;
/// No pack is so long.
constexpr int most_pages = 100'000;

}  // namespace

std::string page_letters(int number) {
    if (number < 1 || number > most_pages) return "";
    return std::string(static_cast<std::size_t>((number - 1) / alphabet + 1),
                       static_cast<char>('A' + (number - 1) % alphabet));
}

std::optional<PageLabel> parse_page_label(std::string_view text) {
    PageLabel label;
    const auto [rest, error] = std::from_chars(text.data(), text.data() + text.size(), label.page);
    if (error != std::errc() || label.page < 1 || label.page > most_pages || text.front() == '0') return std::nullopt;
    const std::string_view letters = text.substr(static_cast<std::size_t>(rest - text.data()));
    if (letters.empty()) return label;
    if (letters.front() < 'A' || letters.front() > 'Z' || letters.size() > most_pages / alphabet ||
        letters.find_first_not_of(letters.front()) != letters.npos)
        return std::nullopt;
    label.letter = static_cast<int>(letters.size() - 1) * alphabet + (letters.front() - 'A') + 1;
    return label;
}

std::string to_string(const PageLabel& label) {
    return std::to_string(label.page) + (label.letter > 0 ? page_letters(label.letter) : "");
}

}  // namespace rapporteur
