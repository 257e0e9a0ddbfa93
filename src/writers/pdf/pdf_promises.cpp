#include "writers/pdf/pdf_promises.h"

#include <algorithm>

#include "support/text.h"
#include "writers/pdf/pdf_metadata.h"

namespace rapporteur {
namespace {

/// The level of a heading's role ("H3"), 0 for other roles.
int heading_level(const std::string& role) {
    return role.size() == 2 && role[0] == 'H' && role[1] >= '1' && role[1] <= '6' ? role[1] - '0' : 0;
}

// ISO 14289-1, 7.4.2.
bool headings_jump(const std::vector<Element>& elements) {
    int before = 0;
    for (const auto& element : elements) {
        const int level = heading_level(element.role);
        if (level > before + 1) return true;
        if (level > 0) before = level;
    }
    return false;
}

bool figure_lacks_words(const std::vector<Element>& elements) {
    return std::any_of(elements.begin(), elements.end(), [](const Element& element) {
        return (element.role == "Figure" || element.role == "Formula") && collapse_space(element.alt).empty();
    });
}

bool is_any(const std::vector<PdfFont>& fonts, bool (PdfFont::*quality)() const) {
    return std::any_of(fonts.begin(), fonts.end(), [quality](const PdfFont& font) { return (font.*quality)(); });
}

/// Pages of sources are as their makers left them.
bool has_sheets(const Pages& pages) {
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (std::holds_alternative<SheetItem>(item)) return true;
    return false;
}

}  // namespace

BrokenPromises broken_promises(const Pages& pages, const std::vector<PdfFont>& fonts, const PdfOptions& options) {
    BrokenPromises broken;
    const auto both = [&broken](bool holds, const std::string& why) {
        if (holds) return;
        broken.accessible.push_back(why);
        broken.archival.push_back(why);
    };
    both(!collapse_space(pages.title).empty(), "it has no title");
    both(!safe_language(pages.language).empty(), "its language is not told");
    both(!is_any(fonts, &PdfFont::shows_missing_glyph), "a character has no glyph in any font");
    both(!is_any(fonts, &PdfFont::shows_private_character), "a character is of private use");
    if (headings_jump(pages.elements)) broken.accessible.emplace_back("a level of headings is left out");
    if (figure_lacks_words(pages.elements)) broken.accessible.emplace_back("a figure has no words in its place");
    if (has_sheets(pages)) {
        broken.accessible.emplace_back("of annexed pages");
        broken.archival.emplace_back("of annexed pages");
    }
    if (!options.claims.accessible) broken.accessible.emplace_back("of what is put into it");
    if (!options.claims.archival) broken.archival.emplace_back("of what is put into it");
    if (!options.password.empty()) broken.archival.emplace_back("it is encrypted");
    return broken;
}

}  // namespace rapporteur
