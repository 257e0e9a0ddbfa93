#pragma once

#include <algorithm>
#include <iterator>
#include <string_view>

namespace rapporteur {

/// The language of a tag without script or region (BCP 47; some write "_"): "en" of "en-GB".
inline std::string_view primary_language(std::string_view tag) { return tag.substr(0, tag.find_first_of("-_")); }

/// True for languages that are written from right to left, unless the tag names a script that is not.
inline bool runs_right_to_left(std::string_view tag) {
    constexpr std::string_view languages[] = {"ar", "arc", "ckb", "dv", "fa", "he",
                                              "ps", "sd",  "syr", "ug", "ur", "yi"};
    if (tag.find("-Arab") != tag.npos || tag.find("-Hebr") != tag.npos) return true;
    if (tag.find("-Latn") != tag.npos || tag.find("-Cyrl") != tag.npos) return false;
    return std::find(std::begin(languages), std::end(languages), primary_language(tag)) != std::end(languages);
}

/// True for Chinese, Japanese and Korean.
inline bool is_east_asian(std::string_view tag) {
    const std::string_view primary = primary_language(tag);
    return primary == "zh" || primary == "ja" || primary == "ko";
}

/// True for languages whose letters stand higher than Latin ones and want more room between lines: Arabic script,
/// Chinese, Japanese and Korean.
inline bool wants_wide_leading(std::string_view tag) {
    constexpr std::string_view languages[] = {"ar", "ckb", "fa", "ps", "sd", "ug", "ur"};
    return is_east_asian(tag) ||
           std::find(std::begin(languages), std::end(languages), primary_language(tag)) != std::end(languages);
}

}  // namespace rapporteur
