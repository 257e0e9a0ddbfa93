#pragma once

#include <algorithm>
#include <charconv>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Markup ready for the parser. Most of the text is set aside, because no parser needs to see its characters.
struct TidyMarkup {
    std::string markup;
    std::vector<std::string_view> texts;  // stretches of the page, for which placeholders stand in the markup
};

/// The markup with all that a reader has no use for taken out (scripts, styles, comments, pictures, attributes that say
/// nothing of the text) and its nesting bounded, so that parsing it takes time in proportion to its length whatever was
/// written. Lines keep their numbers; texts point into `html`.
TidyMarkup tidy_markup(std::string_view html);

/// Between these code points (private use) stands a placeholder: the number of the text, and its line feeds.
constexpr std::string_view placeholder_begin = "\uE000";
constexpr std::string_view placeholder_end = "\uE001";

/// Calls `use` with the stretches of which a parsed text is made, those set aside and those that stayed.
template <class Use>
void for_each_part(std::string_view parsed, const std::vector<std::string_view>& texts, Use use) {
    while (!parsed.empty()) {
        const std::size_t begin = std::min(parsed.find(placeholder_begin), parsed.size());
        if (begin > 0) use(parsed.substr(0, begin));
        parsed.remove_prefix(begin);
        const std::size_t end = parsed.find(placeholder_end);
        if (end == std::string_view::npos) return;
        std::size_t number = 0;
        std::from_chars(parsed.data() + placeholder_begin.size(), parsed.data() + end, number);
        if (number < texts.size()) use(texts[number]);
        parsed.remove_prefix(end + placeholder_end.size());
    }
}

}  // namespace rapporteur
