#include "readers/html/html_tag.h"

#include <algorithm>
#include <array>
#include <iterator>

namespace rapporteur {
namespace {

struct NamedTag {
    std::string_view name;
    Tag tag;
};

// Sorted by name.
constexpr NamedTag tags[] = {
    {"a", Tag::a},
    {"address", Tag::other_block},
    {"applet", Tag::foreign},
    {"area", Tag::foreign},
    {"article", Tag::article},
    {"aside", Tag::aside},
    {"audio", Tag::foreign},
    {"b", Tag::bold},
    {"base", Tag::base},
    {"blockquote", Tag::quotation},
    {"body", Tag::body},
    {"br", Tag::line_break},
    {"button", Tag::control},
    {"canvas", Tag::foreign},
    {"caption", Tag::caption},
    {"center", Tag::other_block},
    {"code", Tag::code},
    {"datalist", Tag::control},
    {"dd", Tag::term_text},
    {"del", Tag::deleted},
    {"details", Tag::other_block},
    {"dialog", Tag::foreign},
    {"dir", Tag::list},
    {"div", Tag::other_block},
    {"dl", Tag::term_list},
    {"dt", Tag::term},
    {"em", Tag::italic},
    {"embed", Tag::foreign},
    {"fieldset", Tag::other_block},
    {"figcaption", Tag::paragraph},
    {"figure", Tag::other_block},
    {"footer", Tag::footer},
    {"form", Tag::form},
    {"frame", Tag::foreign},
    {"frameset", Tag::foreign},
    {"h1", Tag::heading},
    {"h2", Tag::heading},
    {"h3", Tag::heading},
    {"h4", Tag::heading},
    {"h5", Tag::heading},
    {"h6", Tag::heading},
    {"head", Tag::head},
    {"header", Tag::header},
    {"hgroup", Tag::other_block},
    {"hr", Tag::rule},
    {"html", Tag::html},
    {"i", Tag::italic},
    {"iframe", Tag::foreign},
    {"img", Tag::foreign},
    {"input", Tag::control},
    {"ins", Tag::inserted},
    {"label", Tag::other_inline},
    {"legend", Tag::paragraph},
    {"li", Tag::list_item},
    {"link", Tag::link},
    {"listing", Tag::preformatted},
    {"main", Tag::main_part},
    {"map", Tag::foreign},
    {"menu", Tag::list},
    {"meta", Tag::meta},
    {"meter", Tag::control},
    {"nav", Tag::navigation},
    {"noembed", Tag::foreign},
    {"noframes", Tag::foreign},
    {"noscript", Tag::foreign},
    {"object", Tag::foreign},
    {"ol", Tag::ordered_list},
    {"optgroup", Tag::control},
    {"option", Tag::control},
    {"p", Tag::paragraph},
    {"param", Tag::foreign},
    {"pre", Tag::preformatted},
    {"progress", Tag::control},
    {"rp", Tag::foreign},
    {"rt", Tag::foreign},
    {"s", Tag::deleted},
    {"script", Tag::foreign},
    {"search", Tag::form},
    {"section", Tag::other_block},
    {"select", Tag::control},
    {"source", Tag::foreign},
    {"strike", Tag::deleted},
    {"strong", Tag::bold},
    {"style", Tag::foreign},
    {"summary", Tag::paragraph},
    {"sup", Tag::superscript},
    {"svg", Tag::foreign},
    {"table", Tag::table},
    {"tbody", Tag::table_rows},
    {"td", Tag::table_cell},
    {"template", Tag::foreign},
    {"textarea", Tag::control},
    {"tfoot", Tag::table_rows},
    {"th", Tag::header_cell},
    {"thead", Tag::table_head},
    {"title", Tag::title},
    {"tr", Tag::table_row},
    {"track", Tag::foreign},
    {"ul", Tag::list},
    {"video", Tag::foreign},
    {"xmp", Tag::preformatted},
};

constexpr bool is_sorted_by_name() {
    return std::is_sorted(std::begin(tags), std::end(tags),
                          [](const NamedTag& a, const NamedTag& b) { return a.name < b.name; });
}
static_assert(is_sorted_by_name());

constexpr std::array<std::string_view, 15> void_names{"area",  "base", "br",   "col",   "embed",  "frame", "hr", "img",
                                                      "input", "link", "meta", "param", "source", "track", "wbr"};

constexpr std::array<std::string_view, 18> self_ending{"body", "colgroup", "dd",     "dt",    "head", "html",
                                                       "li",   "optgroup", "option", "p",     "rb",   "rp",
                                                       "rt",   "tbody",    "td",     "tfoot", "th",   "tr"};

template <std::size_t size>
bool holds(const std::array<std::string_view, size>& names, std::string_view name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

}  // namespace

Tag tag_named(std::string_view name) {
    const auto found = std::lower_bound(std::begin(tags), std::end(tags), name,
                                        [](const NamedTag& tag, std::string_view wanted) { return tag.name < wanted; });
    return found == std::end(tags) || found->name != name ? Tag::other_inline : found->tag;
}

bool is_inline(Tag tag) {
    switch (tag) {
        case Tag::text:
        case Tag::other_inline:
        case Tag::a:
        case Tag::bold:
        case Tag::italic:
        case Tag::superscript:
        case Tag::deleted:
        case Tag::inserted:
        case Tag::code:
        case Tag::control:
            return true;
        default:
            return false;
    }
}

bool is_void(std::string_view name) { return holds(void_names, name); }

bool ends_by_itself(std::string_view name) { return name == "thead" || holds(self_ending, name); }

}  // namespace rapporteur
