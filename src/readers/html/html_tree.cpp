#include "readers/html/html_tree.h"

#include <gumbo.h>

#include <algorithm>
#include <utility>

#include "support/text.h"

// The only user of gumbo.
namespace rapporteur {

/// Memory for one parse: given out in pieces, freed at once. Freeing gumbo's tree node by node would take a stack as
/// deep as the tree.
class HtmlArena {
public:
    void* take(std::size_t bytes) {
        bytes = (bytes + alignment - 1) / alignment * alignment;
        if (bytes > left_) {
            const std::size_t size = std::max(bytes, block_bytes);
            blocks_.push_back(std::make_unique<char[]>(size));
            next_ = blocks_.back().get();
            left_ = size;
        }
        void* out = next_;
        next_ += bytes;
        left_ -= bytes;
        return out;
    }

private:
    static constexpr std::size_t alignment = alignof(std::max_align_t);
    static constexpr std::size_t block_bytes = 1 << 20;
    std::vector<std::unique_ptr<char[]>> blocks_;
    char* next_ = nullptr;
    std::size_t left_ = 0;
};

/// Lays gumbo's tree out in a row.
class HtmlTreeBuilder {
public:
    explicit HtmlTreeBuilder(HtmlTree& tree) : tree_(tree) {}

    void build(const GumboNode* root) {
        struct Open {
            const GumboNode* node;
            std::size_t index;
            unsigned next;
        };
        std::vector<Open> open{{root, add(root, 0), 0}};
        while (!open.empty()) {
            const GumboVector* children = children_of(open.back().node);
            if (!children || open.back().next == children->length) {
                tree_.nodes_[open.back().index].end = tree_.nodes_.size();
                open.pop_back();
                continue;
            }
            const auto* child = static_cast<const GumboNode*>(children->data[open.back().next++]);
            if (child->type == GUMBO_NODE_COMMENT) continue;
            const std::size_t parent = open.back().index;
            open.push_back({child, add(child, parent), 0});
        }
    }

private:
    static const GumboVector* children_of(const GumboNode* node) {
        if (node->type == GUMBO_NODE_DOCUMENT) return &node->v.document.children;
        const bool element = node->type == GUMBO_NODE_ELEMENT || node->type == GUMBO_NODE_TEMPLATE;
        return element ? &node->v.element.children : nullptr;
    }

    static std::string_view name_of(const GumboElement& element) {
        if (element.tag != GUMBO_TAG_UNKNOWN) return gumbo_normalized_tagname(element.tag);
        GumboStringPiece name = element.original_tag;
        gumbo_tag_from_original_text(&name);
        return {name.data, name.length};
    }

    std::size_t add(const GumboNode* source, std::size_t parent) {
        HtmlNode node;
        node.parent = parent;
        if (source->type == GUMBO_NODE_DOCUMENT) {
            node.tag = Tag::html;
        } else if (children_of(source)) {
            describe(source->v.element, node);
        } else {
            node.text = whole(source->v.text.text);
            node.line = static_cast<int>(source->v.text.start_pos.line);
        }
        node.end = tree_.nodes_.size() + 1;
        tree_.nodes_.push_back(node);
        return tree_.nodes_.size() - 1;
    }

    /// A parsed text with what was set aside put back.
    std::string_view whole(std::string_view parsed) {
        std::size_t size = 0;
        int parts = 0;
        std::string_view last;
        for_each_part(parsed, tree_.source_.texts, [&](std::string_view part) {
            size += part.size();
            last = part;
            ++parts;
        });
        if (parts <= 1) return last;
        char* out = static_cast<char*>(tree_.arena_->take(size));
        const std::string_view text(out, size);
        for_each_part(parsed, tree_.source_.texts,
                      [&](std::string_view part) { out = std::copy(part.begin(), part.end(), out); });
        return text;
    }

    void describe(const GumboElement& element, HtmlNode& node) {
        node.text = name_of(element);
        node.tag = tag_named(node.text);
        node.line = static_cast<int>(element.start_pos.line);
        if (node.tag == Tag::heading) node.level = node.text[1] - '0';
        node.first_attribute = tree_.attributes_.size();
        node.attributes = element.attributes.length;
        for (unsigned i = 0; i < element.attributes.length; ++i) {
            const auto* attribute = static_cast<const GumboAttribute*>(element.attributes.data[i]);
            tree_.attributes_.push_back({attribute->name, attribute->value});
        }
    }

    HtmlTree& tree_;
};

HtmlTree::HtmlTree(TidyMarkup source) : source_(std::move(source)), arena_(std::make_unique<HtmlArena>()) {
    GumboOptions options = kGumboDefaultOptions;
    options.allocator = [](void* arena, std::size_t bytes) { return static_cast<HtmlArena*>(arena)->take(bytes); };
    options.deallocator = [](void*, void*) {};
    options.userdata = arena_.get();
    options.max_errors = 0;
    const GumboOutput* output = gumbo_parse_with_options(&options, source_.markup.data(), source_.markup.size());
    HtmlTreeBuilder(*this).build(output->document);
}

HtmlTree::~HtmlTree() = default;

const HtmlAttribute* HtmlTree::find(std::size_t node, std::string_view name) const {
    const HtmlAttribute* begin = attributes_.data() + nodes_[node].first_attribute;
    const HtmlAttribute* end = begin + nodes_[node].attributes;
    const HtmlAttribute* found = std::find_if(begin, end, [&](const HtmlAttribute& a) { return a.name == name; });
    return found == end ? nullptr : found;
}

std::string_view HtmlTree::attribute(std::size_t node, std::string_view name) const {
    const HtmlAttribute* found = find(node, name);
    return found ? found->value : std::string_view();
}

bool HtmlTree::has_attribute(std::size_t node, std::string_view name) const { return find(node, name) != nullptr; }

std::string HtmlTree::text_of(std::size_t node) const {
    std::string out;
    std::size_t block_end = 0;  // where the innermost block that has begun ends
    for (std::size_t i = node; i < nodes_[node].end; ++i) {
        const bool block = !is_inline(nodes_[i].tag) || nodes_[i].tag == Tag::control;
        if (block || i >= block_end) {
            out += ' ';
            block_end = block ? nodes_[i].end : nodes_[node].end;
        }
        if (nodes_[i].tag == Tag::text) out += nodes_[i].text;
    }
    return collapse_space(out);
}

}  // namespace rapporteur
