#include "readers/html/html_signs.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

bool has(std::string_view text, std::string_view part) { return text.find(part) != std::string_view::npos; }

/// The first elements of a page or of a piece of one.
constexpr std::array<std::string_view, 22> openings{
    "<html", "<head", "<body", "<title", "<meta", "<link", "<style", "<script",  "<table",   "<div",    "<p>",
    "<p ",   "<h1",   "<h2",   "<h3",    "<ul",   "<ol",   "<main",  "<article", "<section", "<center", "<font"};

// Elements whose end tags show that a text is a piece of a page.
constexpr std::array<std::string_view, 8> end_tags{"</td>", "</p>",  "</div>",  "</li>",
                                                   "</a>",  "</tr>", "</body>", "</table>"};

/// What is no text before the first element: byte order marks, also such as were read in another encoding and written
/// again.
std::string_view after_marks(std::string_view text) {
    for (const std::string_view mark : {"\xEF\xBB\xBF", "\xC3\xAF\xC2\xBB\xC2\xBF"}) {
        text = trim(text);
        if (text.starts_with(mark)) text.remove_prefix(mark.size());
    }
    return trim(text);
}

}  // namespace

bool is_html(std::string_view low, bool called_markdown) {
    std::string_view text = after_marks(low);
    if (text.starts_with("<!doctype html") || has(text, "<html") || has(text, "<body")) return true;
    while (text.starts_with("<!--")) {
        const std::size_t end = text.find("-->");
        if (end == std::string_view::npos) return !called_markdown;
        text = trim(text.substr(end + 3));
    }
    if (called_markdown) return false;
    const bool opens =
        std::any_of(openings.begin(), openings.end(), [&](std::string_view o) { return text.starts_with(o); });
    const auto ends =
        std::count_if(end_tags.begin(), end_tags.end(), [&](std::string_view tag) { return has(text, tag); });
    return opens || ends >= 3;
}

}  // namespace rapporteur
