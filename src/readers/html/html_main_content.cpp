#include "readers/html/html_main_content.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "readers/html/html_part_name.h"
#include "readers/html/html_weight.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t title_area_text = 600;    // bytes of words around a heading outside the main part
constexpr std::size_t small_text = 200;         // bytes of words of a menu's, a banner's or a form's own text
constexpr std::size_t notice_text = 3000;       // bytes of words of a cookie notice
constexpr std::size_t words_of_link_item = 40;  // bytes of words of an entry in a menu, on the average
constexpr std::size_t shortest_section = 60;    // bytes of words of a section that stands before the main part
constexpr std::size_t longest_area_line = 250;  // bytes of words of a line of date or place

// Names that pages give to the box of their document.
constexpr std::array<std::string_view, 8> content_names{"content", "main",        "maincontent",  "main-content",
                                                        "article", "bodycontent", "page-content", "maincolumn"};

/// Chooses what is left out, top down.
class MainContent {
public:
    MainContent(const HtmlTree& tree, const HtmlNotes& notes) : tree_(tree), notes_(notes), weights_(weigh(tree)) {}

    HtmlLeftOut find() {
        main_ = find_main();
        find_title_area();
        for (std::size_t i = 0; i < tree_.size();) {
            const HtmlNode& node = tree_[i];
            if (node.tag == Tag::text) {
                ++i;
                continue;
            }
            if (no_text(i)) {
                out_.emplace(i, std::string_view());
                i = node.end;
                continue;
            }
            const std::string_view reason = judge(i);
            if (reason.empty()) {
                ++i;
                continue;
            }
            out_.emplace(i, reason);
            i = node.end;
        }
        return std::move(out_);
    }

private:
    bool no_text(std::size_t i) const {
        const Tag tag = tree_[i].tag;
        if (tag == Tag::foreign || tag == Tag::head || tag == Tag::title) return true;
        if (tag != Tag::control) return false;
        for (std::size_t above = tree_[i].parent, steps = 0; steps < 3; above = tree_[above].parent, ++steps) {
            if (tree_[above].tag == Tag::heading || tree_[above].tag == Tag::term) return false;
        }
        return true;
    }

    std::size_t body_text() const { return weights_[0].plain(); }

    /// The element that holds the document: `main`, the only article, or a box named so that holds most of the text.
    std::size_t find_main() const {
        std::size_t best = 0;
        int best_rank = 0;
        std::size_t articles = 0;
        for (std::size_t i = 1; i < tree_.size(); ++i) {
            if (tree_[i].tag == Tag::text) continue;
            const int rank = main_rank(i);
            if (tree_[i].tag == Tag::article && !inside(i, best)) ++articles;
            const std::size_t share = rank >= 3 ? 25 : 50;
            const std::size_t text = weights_[i].plain();
            const bool enough = text >= small_text / 4 && text * 100 >= share * body_text();
            if (rank > best_rank && enough && !is_hidden(tree_, i)) {
                best = i;
                best_rank = rank;
            }
        }
        return best_rank == 2 && articles > 1 ? 0 : best;
    }

    int main_rank(std::size_t i) const {
        if (tree_[i].tag == Tag::main_part || tree_.attribute(i, "role") == "main") return 3;
        if (tree_[i].tag == Tag::article || tree_.attribute(i, "itemprop") == "articleBody") return 2;
        if (is_inline(tree_[i].tag) || tree_[i].attributes == 0) return 0;
        const std::string id = to_lower(tree_.attribute(i, "id").substr(0, 64));
        return std::find(content_names.begin(), content_names.end(), id) != content_names.end() ? 1 : 0;
    }

    bool inside(std::size_t node, std::size_t outer) const {
        return outer > 0 && node >= outer && node < tree_[outer].end;
    }
    bool holds_main(std::size_t node) const { return main_ > 0 && (node == 0 || inside(main_, node)); }

    /// The smallest box around the first heading that stands outside the main part or in the page's header: the lines
    /// of date and place stand there.
    void find_title_area() {
        const std::size_t heading = outer_heading();
        if (heading == 0) return;
        area_ = heading;
        for (int steps = 0; steps < 2; ++steps) {
            const std::size_t above = tree_[area_].parent;
            if (holds_main(above) || above == 0 || tree_[above].tag == Tag::body) return;
            if (weights_[above].text > title_area_text || weights_[above].is_half_linked()) return;
            area_ = above;
        }
    }

    std::size_t outer_heading() const {
        for (std::size_t i = 0; i < tree_.size(); ++i) {
            if (inside(i, main_)) i = tree_[main_].end;
            if (i >= tree_.size()) break;
            const PagePart part = part_of(tree_, i);
            if (part == PagePart::navigation || part == PagePart::footer || is_hidden(tree_, i)) {
                i = tree_[i].end - 1;
                continue;
            }
            if (tree_[i].tag == Tag::heading && tree_[i].level == 1 && weights_[i].text > 0 && !leads_home(i)) return i;
        }
        return 0;
    }

    /// The name of the site, which leads to its front page.
    bool leads_home(std::size_t heading) const {
        if (!weights_[heading].is_linked()) {
            const std::size_t above = tree_[heading].parent;
            if (tree_[above].tag != Tag::a) return false;
        }
        return true;
    }

    std::string_view judge(std::size_t i) {
        if (is_hidden(tree_, i)) return reason_of(PagePart::hidden);
        if (const std::string_view reason = word_processor_part(i); !reason.empty()) return reason;
        const HtmlWeight& weight = weights_[i];
        if (tree_[i].tag == Tag::form && is_small_form(weight)) return "form";
        if (weight.text == 0 || holds_note(i)) return {};
        const PagePart part = part_of(tree_, i);
        if (part != PagePart::none && is_boilerplate(i, part)) return reason_of(part);
        if (main_ > 0 && !inside(i, main_) && !holds_main(i)) return judge_outside(i);
        if (main_ == 0 && is_link_list(i)) return reason_of(PagePart::navigation);
        return {};
    }

    /// Headers, footers and comments that Word writes behind the text of a page.
    std::string_view word_processor_part(std::size_t i) const {
        const std::string_view style = tree_.attribute(i, "style");
        const std::size_t at = style.find("mso-element:");
        if (at == std::string_view::npos) return {};
        const std::string_view kind = trim(style.substr(at + 12));
        if (kind.starts_with("header") || kind.starts_with("footer")) return "running head";
        return kind.starts_with("comment") ? "comment" : std::string_view();
    }

    static bool is_small_form(const HtmlWeight& weight) {
        return weight.controls > 0 && weight.plain() < small_text && weight.headings == 0;
    }

    bool holds_note(std::size_t i) const {
        const auto note = notes_.starts.lower_bound(i);
        return note != notes_.starts.end() && note->first < tree_[i].end;
    }

    bool is_boilerplate(std::size_t i, PagePart part) const {
        const HtmlWeight& weight = weights_[i];
        const bool most = weight.plain() * 2 > body_text() && weight.plain() > small_text;
        if (holds_main(i) || (most && part != PagePart::notice)) return false;
        const Tag tag = tree_[i].tag;
        switch (part) {
            case PagePart::navigation:
                return tag == Tag::navigation || !tree_.attribute(i, "role").empty() || weight.is_half_linked() ||
                       weight.text < small_text / 4;
            case PagePart::footer:
                return !is_of_article(i);
            case PagePart::header:
                return !is_of_article(i) && !holds_area(i) && !inside(i, area_);
            case PagePart::aside:
                return weight.is_half_linked() && weight.papers == 0;
            case PagePart::sharing:
                return weight.is_half_linked() || weight.text < small_text / 2;
            case PagePart::notice:
                return weight.text < notice_text;
            case PagePart::pages:
                return weight.text < small_text;
            case PagePart::hidden:
            case PagePart::none:
                break;
        }
        return part == PagePart::hidden;
    }

    bool holds_area(std::size_t i) const { return area_ > 0 && inside(area_, i); }

    /// The header or footer of an article or section is part of the document; that of the page is not.
    bool is_of_article(std::size_t i) const {
        if (tree_[i].tag != Tag::footer && tree_[i].tag != Tag::header) return false;
        for (std::size_t above = tree_[i].parent; above != 0; above = tree_[above].parent) {
            const Tag tag = tree_[above].tag;
            if (tag == Tag::article || tag == Tag::main_part) return true;
        }
        return false;
    }

    /// Outside the main part only a heading and what stands around it are kept.
    std::string_view judge_outside(std::size_t i) {
        if (area_ > 0 && (holds_area(i) || inside(i, area_))) {
            const bool line = weights_[i].blocks == 0 && !is_inline(tree_[i].tag);
            const bool stray = line && tree_[i].tag != Tag::heading &&
                               (weights_[i].is_linked() || weights_[i].text > longest_area_line);
            return stray ? reason_of(PagePart::none) : std::string_view();
        }
        if (i < own_end_) return {};
        if (is_section_before_main(i)) {
            own_end_ = tree_[i].end;
            return {};
        }
        const bool date = i < main_ && i > area_ && area_ > 0 && weights_[i].text < 60 && weights_[i].linked == 0 &&
                          is_date_line(tree_.text_of(i));
        return date ? std::string_view() : reason_of(PagePart::none);
    }

    /// Words under a heading of their own that come before the main part: who attended, where, on whose behalf.
    bool is_section_before_main(std::size_t i) const {
        const HtmlWeight& weight = weights_[i];
        return i < main_ && weight.headings > 0 && weight.controls == 0 && weight.plain() >= shortest_section &&
               !weight.is_half_linked();
    }

    /// A menu without a name: short links and nothing else, none of which leads to a paper.
    bool is_link_list(std::size_t i) const {
        const Tag tag = tree_[i].tag;
        const bool box = tag == Tag::list || tag == Tag::ordered_list || tag == Tag::other_block || tag == Tag::table ||
                         tag == Tag::table_cell || tag == Tag::paragraph;
        if (!box) return false;
        const HtmlWeight& weight = weights_[i];
        if (weight.links < 4 || weight.papers > 0 || !weight.is_linked() || weight.headings > 0) return false;
        return weight.text < weight.links * words_of_link_item && weight.plain() < body_text() / 2;
    }

    const HtmlTree& tree_;
    const HtmlNotes& notes_;
    std::vector<HtmlWeight> weights_;
    std::size_t main_ = 0;     // 0 where no element is known to hold the document
    std::size_t area_ = 0;     // 0 where no heading stands outside the main part
    std::size_t own_end_ = 0;  // end of the last section before the main part
    HtmlLeftOut out_;
};

}  // namespace

HtmlLeftOut find_left_out(const HtmlTree& tree, const HtmlNotes& notes) { return MainContent(tree, notes).find(); }

HtmlLeftOut find_hidden(const HtmlTree& tree) {
    HtmlLeftOut out;
    for (std::size_t i = 0; i < tree.size(); ++i) {
        const Tag tag = tree[i].tag;
        const bool nothing = tag == Tag::foreign || tag == Tag::head || tag == Tag::control;
        if (!nothing && (tag == Tag::text || !is_hidden(tree, i))) continue;
        out.emplace(i, nothing ? std::string_view() : reason_of(PagePart::hidden));
        i = tree[i].end - 1;
    }
    return out;
}

}  // namespace rapporteur
