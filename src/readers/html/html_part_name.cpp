#include "readers/html/html_part_name.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t read_bytes = 256;  // of a class or id

// The words in class and id by which pages name their parts.
constexpr std::array<std::pair<std::string_view, PagePart>, 34> words_of_parts{{
    {"nav", PagePart::navigation},
    {"navbar", PagePart::navigation},
    {"navigation", PagePart::navigation},
    {"menu", PagePart::navigation},
    {"menubar", PagePart::navigation},
    {"submenu", PagePart::navigation},
    {"breadcrumb", PagePart::navigation},
    {"breadcrumbs", PagePart::navigation},
    {"skip", PagePart::navigation},
    {"skiplink", PagePart::navigation},
    {"toolbar", PagePart::navigation},
    {"footer", PagePart::footer},
    {"masthead", PagePart::header},
    {"banner", PagePart::header},
    {"sidebar", PagePart::aside},
    {"related", PagePart::aside},
    {"newsletter", PagePart::aside},
    {"subscribe", PagePart::aside},
    {"advert", PagePart::aside},
    {"advertisement", PagePart::aside},
    {"share", PagePart::sharing},
    {"sharing", PagePart::sharing},
    {"social", PagePart::sharing},
    {"addthis", PagePart::sharing},
    {"addtoany", PagePart::sharing},
    {"cookie", PagePart::notice},
    {"cookies", PagePart::notice},
    {"consent", PagePart::notice},
    {"gdpr", PagePart::notice},
    {"pager", PagePart::pages},
    {"pagination", PagePart::pages},
    {"paging", PagePart::pages},
    {"sr", PagePart::hidden},
    {"screenreader", PagePart::hidden},
}};

// ARIA landmark roles (WAI-ARIA 1.2, 5.3.4) and their kin.
constexpr std::array<std::pair<std::string_view, PagePart>, 9> roles{{
    {"navigation", PagePart::navigation},
    {"menu", PagePart::navigation},
    {"menubar", PagePart::navigation},
    {"toolbar", PagePart::navigation},
    {"search", PagePart::navigation},
    {"contentinfo", PagePart::footer},
    {"banner", PagePart::header},
    {"complementary", PagePart::aside},
    {"alertdialog", PagePart::notice},
}};

bool is_lower_letter(char c) { return c >= 'a' && c <= 'z'; }
bool is_upper_letter(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_lower_letter(c) || is_upper_letter(c); }

/// Calls `use` with each word of a name in lower case until it says true: "main-menu", "mainMenu" and "HTMLMenu" hold
/// "menu".
template <class Use>
bool any_word(std::string_view name, Use use) {
    name = name.substr(0, read_bytes);
    std::string word;
    for (std::size_t i = 0; i <= name.size(); ++i) {
        const char c = i < name.size() ? name[i] : ' ';
        const bool begins = is_upper_letter(c) && i > 0 &&
                            (is_lower_letter(name[i - 1]) || (i + 1 < name.size() && is_lower_letter(name[i + 1])));
        if ((begins || !is_letter(c)) && !word.empty()) {
            if (use(std::string_view(word))) return true;
            word.clear();
        }
        if (is_letter(c)) word += is_upper_letter(c) ? static_cast<char>(c - 'A' + 'a') : c;
    }
    return false;
}

PagePart named_part(std::string_view name) {
    PagePart found = PagePart::none;
    any_word(name, [&](std::string_view word) {
        for (const auto& [known, part] : words_of_parts) {
            if (known == word) found = part;
        }
        return found != PagePart::none;
    });
    return found;
}

/// "site-header", "pageHeader": the page's own, not that of a box in it.
bool names_header(std::string_view name) {
    bool header = false;
    bool page = false;
    any_word(name, [&](std::string_view word) {
        header = header || word == "header";
        page = page || word == "site" || word == "page" || word == "main" || word == "global" || word == "top";
        return false;
    });
    return header && page;
}

/// The value of a property of an inline style holds that word.
bool styled(std::string_view style, std::string_view property, std::string_view value) {
    const std::size_t at = style.find(property);
    if (at == std::string_view::npos) return false;
    const std::string_view rest = style.substr(at + property.size());
    return rest.substr(0, rest.find(';')).find(value) != std::string_view::npos;
}

}  // namespace

PagePart part_of(const HtmlTree& tree, std::size_t node) {
    switch (tree[node].tag) {
        case Tag::navigation:
            return PagePart::navigation;
        case Tag::footer:
            return PagePart::footer;
        case Tag::header:
            return PagePart::header;
        case Tag::aside:
            return PagePart::aside;
        case Tag::text:
        case Tag::html:
        case Tag::body:
        case Tag::main_part:
        case Tag::article:
            return PagePart::none;
        default:
            break;
    }
    if (tree[node].attributes == 0) return PagePart::none;
    const std::string_view role = tree.attribute(node, "role");
    for (const auto& [name, part] : roles) {
        if (role == name) return part;
    }
    for (const std::string_view attribute : {"class", "id"}) {
        const std::string_view name = tree.attribute(node, attribute);
        if (name.empty()) continue;
        const PagePart part = named_part(name);
        if (part != PagePart::none)
            return part == PagePart::hidden && !name.starts_with("sr-only") ? PagePart::none : part;
        if (names_header(name)) return PagePart::header;
    }
    return PagePart::none;
}

bool is_named(const HtmlTree& tree, std::size_t node, std::string_view word) {
    const auto same = [&](std::string_view other) { return other == word; };
    return any_word(tree.attribute(node, "class"), same) || any_word(tree.attribute(node, "id"), same);
}

bool is_hidden(const HtmlTree& tree, std::size_t node) {
    if (tree[node].attributes == 0) return false;
    if (tree.has_attribute(node, "hidden") || tree.attribute(node, "aria-hidden") == "true") return true;
    const std::string_view style = tree.attribute(node, "style");
    if (!style.empty()) {
        const std::string low = to_lower(style);
        if (styled(low, "display:", "none") || styled(low, "visibility:", "hidden") ||
            styled(low, "mso-hide:", "all") || styled(low, "display :", "none"))
            return true;
    }
    const std::string_view name = tree.attribute(node, "class");
    return name.find("visually-hidden") != std::string_view::npos || name.find("sr-only") != std::string_view::npos ||
           name.find("screen-reader-text") != std::string_view::npos;
}

std::string_view reason_of(PagePart part) {
    switch (part) {
        case PagePart::navigation:
            return "navigation";
        case PagePart::footer:
            return "page footer";
        case PagePart::header:
            return "page header";
        case PagePart::aside:
            return "beside the document";
        case PagePart::sharing:
            return "sharing links";
        case PagePart::notice:
            return "cookie notice";
        case PagePart::pages:
            return "page numbers";
        case PagePart::hidden:
            return "hidden";
        case PagePart::none:
            break;
    }
    return "outside the main content";
}

}  // namespace rapporteur
