#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace rapporteur {

/// The letters of the nth page in letters: A … Z, then AA, BB … as PDF's page labels count (ISO 32000-1, 12.4.2).
std::string page_letters(int number);

/// A printed page number: "12", or "12B", the second page that goes in after page 12.
struct PageLabel {
    int page = 0;
    int letter = 0;  // 0 for none

    auto operator<=>(const PageLabel&) const = default;
};

/// Nothing for what is no such label.
std::optional<PageLabel> parse_page_label(std::string_view text);
std::string to_string(const PageLabel& label);

}  // namespace rapporteur
