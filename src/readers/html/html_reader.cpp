#include "readers/html/html_reader.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <string>
#include <utility>

#include "readers/html/html_drafter.h"
#include "readers/html/html_link.h"
#include "readers/html/html_source.h"
#include "readers/labelling.h"
#include "readers/language.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t sampled_text = 20000;  // bytes from which the language is told
constexpr std::size_t searched_drafts = 10;  // at the top, among which the page's title may stand again
constexpr std::size_t little_text = 300;     // bytes: less tells nothing of what was lost

// Titles that programs give to pages without one.
constexpr std::array<std::string_view, 7> empty_titles{"untitled", "untitled document", "home",          "index",
                                                       "document", "new page 1",        "microsoft word"};

// Addresses of front pages as pages link to them.
constexpr std::array<std::string_view, 9> homes{
    "/", "./", "../", "/index.html", "index.html", "/index.php", "/default.aspx", "default.aspx", "/index.htm"};

std::size_t text_bytes(const Drafts& drafts) {
    std::size_t sum = 0;
    for (const Draft& draft : drafts) sum += draft.text.size();
    return sum;
}

/// Where links count from: the base element, else the address under which the page says it stands.
std::string base_of(const HtmlTree& tree) {
    std::string canonical;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Tag tag = tree[i].tag;
        if (tag == Tag::base && tree.has_attribute(i, "href")) return resolve_link({}, tree.attribute(i, "href"));
        if (tag == Tag::link && canonical.empty() && tree.attribute(i, "rel") == "canonical") {
            canonical = resolve_link({}, tree.attribute(i, "href"));
        }
    }
    return canonical;
}

/// The page's language: told by its words, else as it says.
std::string language_in(const HtmlTree& tree) {
    std::string text;
    std::string said;
    for (std::size_t i = 0; i < tree.size() && text.size() < sampled_text; ++i) {
        if (tree[i].tag == Tag::text) text += tree[i].text;
        if (tree[i].tag == Tag::html && said.empty()) said = tree.attribute(i, "lang");
    }
    const std::string told = language_of(text);
    return told.empty() ? said.substr(0, 2) : told;
}

/// The page without the code points that mark placeholders; a page has no use for them.
std::string without_placeholders(std::string_view html) {
    std::string out(html);
    for (const std::string_view mark : {placeholder_begin, placeholder_end}) {
        for (std::size_t at = out.find(mark); at != std::string::npos; at = out.find(mark, at)) {
            out.replace(at, mark.size(), "\uFFFD");
        }
    }
    return out;
}

struct PageTitle {
    std::string text;
    std::string rest;  // the name of the site
    int line = 0;
};

PageTitle title_of(const HtmlTree& tree) {
    PageTitle out;
    for (std::size_t i = 0; i < tree.size() && out.text.empty(); ++i) {
        if (tree[i].tag != Tag::title) continue;
        out.text = nfc(tree.text_of(i));
        out.line = tree[i].line;
    }
    const std::string low = to_lower(out.text);
    if (std::find(empty_titles.begin(), empty_titles.end(), low) != empty_titles.end()) out.text.clear();
    for (const std::string_view bar : {" | ", " :: ", " » "}) {
        const std::size_t at = out.text.find(bar);
        if (at == std::string::npos || count_words(std::string_view(out.text).substr(0, at)) < 2) continue;
        out.rest = out.text.substr(at + bar.size());
        out.text.resize(at);
    }
    return out;
}

/// The front page of a site.
bool is_home(std::string_view href) {
    const std::string low = to_lower(href.substr(0, 64));
    return std::find(homes.begin(), homes.end(), low) != homes.end();
}

/// Puts the name of the site above all else, as a letterhead names the body on paper: the words that lead to its front
/// page, where they name something.
void add_letterhead(const HtmlTree& tree, Reading& reading) {
    for (std::size_t i = 0; i < tree.size(); ++i) {
        if (tree[i].tag != Tag::a || !is_home(tree.attribute(i, "href"))) continue;
        const std::string name = nfc(tree.text_of(i));
        const int words = count_words(name);
        if (words < 2 || words > 10 || !starts_high(name)) continue;
        const std::string folded = fold(name);
        const auto top = reading.drafts.begin() + static_cast<long>(std::min(reading.drafts.size(), searched_drafts));
        const bool there = std::any_of(reading.drafts.begin(), top, [&](const Draft& draft) {
            return fold(draft.text).find(folded) != std::string::npos;
        });
        if (there) return;
        Draft draft;
        draft.text = name;
        draft.block.line = tree[i].line;
        draft.after_space = true;
        draft.block.range = {0, name.size()};
        reading.drafts.insert(reading.drafts.begin(), std::move(draft));
        return;
    }
}

bool is_top_heading(const Draft& draft) { return draft.marked && draft.block.level == 1; }

/// Puts the page's title above content that has no heading of the first level.
void add_title(const HtmlTree& tree, Reading& reading) {
    PageTitle title = title_of(tree);
    if (!title.rest.empty()) reading.left_out.push_back({"name of the site", title.rest, 0});
    if (title.text.empty()) return;
    Drafts& drafts = reading.drafts;
    if (std::any_of(drafts.begin(), drafts.end(), is_top_heading)) {
        const bool again = std::any_of(drafts.begin(), drafts.end(), [&](const Draft& draft) {
            return is_top_heading(draft) && fold(draft.text) == fold(title.text);
        });
        if (!again) reading.left_out.push_back({"page title", title.text, 0});
        return;
    }
    const auto top = drafts.begin() + static_cast<long>(std::min(drafts.size(), searched_drafts));
    const std::string folded = fold(title.text);
    const auto same = std::find_if(drafts.begin(), top, [&](const Draft& draft) { return fold(draft.text) == folded; });
    if (same != top && same->block.kind != BlockKind::table) {
        same->block.kind = BlockKind::heading;
        same->block.level = 1;
        same->marked = true;
        return;
    }
    Draft draft;
    draft.text = std::move(title.text);
    draft.block.kind = BlockKind::heading;
    draft.block.level = 1;
    draft.block.line = title.line;
    draft.marked = true;
    draft.after_space = true;
    draft.block.range = {0, draft.text.size()};
    drafts.insert(drafts.begin(), std::move(draft));
}

}  // namespace

Reading read_html(std::string_view html, Tracked tracked) {
    const std::string clear = without_placeholders(html);
    const HtmlTree tree(tidy_markup(clear));
    const HtmlNotes notes = find_notes(tree);
    const HtmlLeftOut left_out = find_left_out(tree, notes);
    HtmlPage page{tree, notes, left_out, base_of(tree), language_in(tree), tracked == Tracked::original};
    HtmlDrafter drafter(page);
    drafter.draft();
    Reading reading;
    reading.paragraphs_are_marked = true;
    const HtmlLeftOut hidden = find_hidden(tree);
    HtmlPage whole{tree, notes, hidden, page.base, page.language, page.original};
    HtmlDrafter all(whole);
    if (text_bytes(drafter.drafts) < little_text) all.draft();
    const bool lost = text_bytes(all.drafts) > 6 * text_bytes(drafter.drafts);
    reading.drafts = std::move(lost ? all.drafts : drafter.drafts);
    reading.left_out = std::move(lost ? all.left_out : drafter.left_out);
    make_numbered_paragraphs(reading.drafts);
    add_title(tree, reading);
    add_letterhead(tree, reading);
    return reading;
}

Reading read_html_piece(std::string_view html) {
    const std::string clear = without_placeholders(html);
    const HtmlTree tree(tidy_markup(clear));
    const HtmlNotes notes;
    const HtmlLeftOut hidden = find_hidden(tree);
    const HtmlPage page{tree, notes, hidden, {}, {}, false};
    HtmlDrafter drafter(page);
    drafter.draft();
    Reading reading;
    reading.drafts = std::move(drafter.drafts);
    reading.left_out = std::move(drafter.left_out);
    return reading;
}

}  // namespace rapporteur
