#pragma once

#include <string>
#include <vector>

#include "support/xml.h"

namespace rapporteur {

/// The text of an element without the citations in it.
inline std::string words_of_source(const XmlNode& node) {
    if (node.name == "cite") return {};
    std::string out = node.text;
    for (const XmlNode& child : node.children) out += words_of_source(child);
    return out;
}

/// The quotations of pack XML, in its order.
inline void collect_quotations(const XmlNode& node, std::vector<std::string>& out) {
    if (node.name == "blockquote") out.push_back(words_of_source(node));
    for (const XmlNode& child : node.children) collect_quotations(child, out);
}

}  // namespace rapporteur
