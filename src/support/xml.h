#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// An element, or a piece of text (then `name` is empty and only `text` is set).
struct XmlNode {
    std::string name;
    std::vector<std::pair<std::string, std::string>> attributes;
    std::vector<XmlNode> children;
    std::string text;
    int line = 0;  // 1-based line of the start tag

    bool is_text() const { return name.empty(); }
    /// The attribute's value, or `fallback` where there is none.
    std::string_view attribute(std::string_view key, std::string_view fallback = "") const;
    bool has_attribute(std::string_view key) const;
    /// The first child element of that name, or null.
    const XmlNode* child(std::string_view child_name) const;
    /// All text below this node, in order.
    std::string all_text() const;
};

/// Parses a whole document and gives its root element; comments and processing instructions are dropped. White space between
/// two tags is dropped, all other white space is kept. Fails with `xml_malformed` and the line; entities are never expanded
/// beyond XML's five, nesting is limited to 100.
Result<XmlNode> parse_xml(std::string_view bytes, const std::string& file);

/// Text made safe between tags and in attribute values; characters that XML 1.0 forbids are dropped.
std::string escape_xml(std::string_view text);

}  // namespace rapporteur
