#include "readers/html/html_note.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <unordered_map>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_mark = 5;  // bytes
constexpr std::size_t largest_link = 8;  // nodes of a link that is a mark

// What the names of notes begin with or hold ("fn1", "_ftn2", "footnote-3", "cite_note-4").
constexpr std::array<std::string_view, 5> note_names{"fn", "ftn", "edn", "note", "cite"};

/// A mark without its brackets: "[12]" gives "12"; empty where the text is none.
std::string mark_in(std::string_view text) {
    text = trim(text);
    while (!text.empty() && (text.front() == '[' || text.front() == '(')) text.remove_prefix(1);
    while (!text.empty() && (text.back() == ']' || text.back() == ')' || text.back() == '.')) text.remove_suffix(1);
    text = trim(text);
    if (text.empty() || text.size() > longest_mark) return {};
    const bool figures = text.size() <= 3 && text.find_first_not_of("0123456789") == std::string_view::npos;
    const bool stars = text.find_first_not_of('*') == std::string_view::npos || text == "†" || text == "‡";
    const bool letter = text.size() == 1 && is_alpha(static_cast<unsigned char>(text[0]));
    const bool roman = text.find_first_not_of("ivx") == std::string_view::npos;
    return figures || stars || letter || roman ? std::string(text) : std::string();
}

/// Signs that lead back from a note to its place.
bool leads_back(std::string_view text) {
    text = trim(text);
    if (text.empty() || text.size() > 12) return false;
    return std::none_of(text.begin(), text.end(),
                        [](char c) { return c > 0 && is_alpha(static_cast<unsigned char>(c)); });
}

class NoteFinder {
public:
    explicit NoteFinder(const HtmlTree& tree) : tree_(tree) {}

    HtmlNotes find() {
        name_places();
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].tag == Tag::a) link(i);
        }
        find_raised();
        return std::move(notes_);
    }

private:
    void name_places() {
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].attributes == 0) continue;
            const std::string_view id = tree_.attribute(i, "id");
            if (!id.empty()) places_.emplace(id, i);
            const std::string_view name = tree_[i].tag == Tag::a ? tree_.attribute(i, "name") : std::string_view();
            if (!name.empty()) places_.emplace(name, i);
        }
    }

    void link(std::size_t a) {
        std::string_view href = tree_.attribute(a, "href");
        if (!href.starts_with('#') || tree_[a].end - a > largest_link) return;
        href.remove_prefix(1);
        const auto place = places_.find(href);
        const std::string text = tree_.text_of(a);
        const std::string mark = mark_in(text);
        if (place == places_.end()) {
            if (!mark.empty() && is_raised(a)) notes_.marks.insert(a);
            return;
        }
        if (place->second < a) {
            const bool back = !mark.empty() ? is_note_name(href) : leads_back(text);
            if (back || tree_.attribute(a, "role") == "doc-backlink") notes_.marks.insert(a);
            return;
        }
        if (mark.empty() || !looks_like_mark(a, text, href) || !may_be_note(place->second)) return;
        notes_.marks.insert(a);
        notes_.starts.emplace(place->second, mark);
        notes_.known.insert(mark);
    }

    bool looks_like_mark(std::size_t a, std::string_view text, std::string_view href) const {
        return is_raised(a) || text.front() == '[' || is_note_name(href) || tree_.attribute(a, "role") == "doc-noteref";
    }

    bool is_raised(std::size_t node) const {
        for (std::size_t i = node; i < tree_[node].end; ++i) {
            if (tree_[i].tag == Tag::superscript) return true;
        }
        std::size_t above = tree_[node].parent;
        for (int steps = 0; steps < 3 && is_inline(tree_[above].tag); ++steps, above = tree_[above].parent) {
            if (tree_[above].tag == Tag::superscript) return true;
        }
        return false;
    }

    static bool is_note_name(std::string_view name) {
        const std::string low = to_lower(name.substr(0, 64));
        return std::any_of(note_names.begin(), note_names.end(),
                           [&](std::string_view part) { return low.find(part) != std::string::npos; });
    }

    /// A place that no heading, table or part of the page stands in.
    bool may_be_note(std::size_t place) const {
        const Tag tag = tree_[place].tag;
        const bool kind = is_inline(tag) || tag == Tag::paragraph || tag == Tag::list_item || tag == Tag::other_block ||
                          tag == Tag::term || tag == Tag::term_text || tag == Tag::aside;
        if (!kind) return false;
        for (std::size_t i = place; i < tree_[place].end; ++i) {
            if (tree_[i].tag == Tag::heading || tree_[i].tag == Tag::table) return false;
        }
        for (std::size_t above = place, steps = 0; steps < 4; above = tree_[above].parent, ++steps) {
            if (tree_[above].tag == Tag::heading) return false;
        }
        return true;
    }

    /// Raised figures without links.
    void find_raised() {
        std::set<std::string, std::less<>> seen;
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (tree_[i].tag != Tag::superscript || tree_[i].end - i > largest_link) continue;
            const std::string mark = mark_in(tree_.text_of(i));
            if (mark.empty() || (is_alpha(static_cast<unsigned char>(mark[0])) && mark.size() == 1)) continue;
            const std::size_t block = block_begun_by(i);
            if (block > 0 && seen.contains(mark) && !notes_.starts.contains(block) && may_be_note(block)) {
                notes_.starts.emplace(block, mark);
                notes_.marks.insert(i);
                notes_.known.insert(mark);
            }
            seen.insert(mark);
        }
    }

    /// The block whose text begins with that node; 0 where text stands before it.
    std::size_t block_begun_by(std::size_t node) const {
        std::size_t at = node;
        while (at > 1) {
            const HtmlNode& before = tree_[at - 1];
            if (before.tag == Tag::text) {
                if (!trim(before.text).empty()) return 0;
            } else if (!is_inline(before.tag)) {
                return before.end > node ? at - 1 : 0;
            }
            --at;
        }
        return 0;
    }

    const HtmlTree& tree_;
    std::unordered_map<std::string_view, std::size_t> places_;
    HtmlNotes notes_;
};

}  // namespace

HtmlNotes find_notes(const HtmlTree& tree) { return NoteFinder(tree).find(); }

}  // namespace rapporteur
