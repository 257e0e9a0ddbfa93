#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "readers/html/html_source.h"
#include "readers/html/html_tag.h"

namespace rapporteur {

struct HtmlAttribute {
    std::string_view name;
    std::string_view value;
};

/// An element or a stretch of text. Those inside it are the nodes after it, up to `end`.
struct HtmlNode {
    Tag tag = Tag::text;
    int level = 0;           // of a heading
    int line = 0;            // 1-based line of the file, 0 where the parser added it
    std::size_t parent = 0;  // the root is its own
    std::size_t end = 0;
    std::string_view text;  // characters; of an element its name
    std::size_t first_attribute = 0;
    std::size_t attributes = 0;
};

class HtmlArena;

/// A page as nodes in the order in which they stand, parsed as browsers do (HTML Living Standard).
class HtmlTree {
public:
    /// Parses markup; the page that its texts point into must outlive the tree.
    explicit HtmlTree(TidyMarkup source);
    ~HtmlTree();
    HtmlTree(const HtmlTree&) = delete;
    HtmlTree& operator=(const HtmlTree&) = delete;

    const std::vector<HtmlNode>& nodes() const { return nodes_; }
    const HtmlNode& operator[](std::size_t node) const { return nodes_[node]; }
    std::size_t size() const { return nodes_.size(); }

    /// The attribute's value, empty where it is missing or empty.
    std::string_view attribute(std::size_t node, std::string_view name) const;
    bool has_attribute(std::size_t node, std::string_view name) const;
    /// The text of a node and all inside it, one space between words.
    std::string text_of(std::size_t node) const;

private:
    friend class HtmlTreeBuilder;
    const HtmlAttribute* find(std::size_t node, std::string_view name) const;

    TidyMarkup source_;
    std::unique_ptr<HtmlArena> arena_;  // holds what the nodes point to
    std::vector<HtmlNode> nodes_;
    std::vector<HtmlAttribute> attributes_;
};

}  // namespace rapporteur
