#include "readers/html/html_weight.h"

#include <algorithm>
#include <string_view>

#include "readers/html/html_link.h"

namespace rapporteur {
namespace {

std::size_t bytes_of_words(std::string_view text) {
    return static_cast<std::size_t>(
        std::count_if(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) > ' '; }));
}

HtmlWeight own_weight(const HtmlTree& tree, std::size_t i) {
    HtmlWeight own;
    const HtmlNode& node = tree[i];
    own.text = node.tag == Tag::text ? bytes_of_words(node.text) : 0;
    own.controls = node.tag == Tag::control ? 1 : 0;
    own.headings = node.tag == Tag::heading ? 1 : 0;
    own.blocks = is_inline(node.tag) ? 0 : 1;
    if (node.tag != Tag::a) return own;
    own.links = tree.has_attribute(i, "href") ? 1 : 0;
    own.papers = own.links > 0 && is_paper_link(tree.attribute(i, "href")) ? 1 : 0;
    return own;
}

}  // namespace

std::vector<HtmlWeight> weigh(const HtmlTree& tree) {
    std::vector<HtmlWeight> out(tree.size());
    for (std::size_t i = tree.size(); i-- > 0;) {
        HtmlWeight& weight = out[i];
        const HtmlWeight own = own_weight(tree, i);
        weight.text += own.text;
        weight.links += own.links;
        weight.papers += own.papers;
        weight.controls += own.controls;
        weight.headings += own.headings;
        if (own.links > 0) weight.linked = weight.text;
        if (i == 0) break;
        HtmlWeight& above = out[tree[i].parent];
        above.text += weight.text;
        above.linked += weight.linked;
        above.links += weight.links;
        above.papers += weight.papers;
        above.controls += weight.controls;
        above.headings += weight.headings;
        above.blocks += weight.blocks + own.blocks;
    }
    return out;
}

}  // namespace rapporteur
