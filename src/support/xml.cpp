#include "support/xml.h"

#include <tinyxml2.h>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int deepest = 100;

/// False where the tree is nested too deeply.
bool copy_element(const tinyxml2::XMLElement& from, XmlNode& to, int depth) {
    if (depth > deepest) return false;
    to.name = from.Name();
    to.line = from.GetLineNum();
    for (const auto* a = from.FirstAttribute(); a; a = a->Next()) to.attributes.emplace_back(a->Name(), a->Value());
    for (const auto* child = from.FirstChild(); child; child = child->NextSibling()) {
        if (const auto* text = child->ToText()) {
            XmlNode node;
            node.text = text->Value();
            node.line = text->GetLineNum();
            to.children.push_back(std::move(node));
        } else if (const auto* element = child->ToElement()) {
            if (!copy_element(*element, to.children.emplace_back(), depth + 1)) return false;
        }
    }
    return true;
}

Diagnostic malformed(const std::string& file, int line, std::string why) {
    return {Code::xml_malformed, {file, 0, line, 0}, std::move(why)};
}

std::string_view reason(tinyxml2::XMLError error) {
    switch (error) {
        case tinyxml2::XML_ERROR_MISMATCHED_ELEMENT:
            return "a start tag and an end tag do not match";
        case tinyxml2::XML_ERROR_EMPTY_DOCUMENT:
            return "the file is empty";
        case tinyxml2::XML_ELEMENT_DEPTH_EXCEEDED:
            return "the elements are nested too deeply";
        case tinyxml2::XML_ERROR_PARSING_ATTRIBUTE:
            return "an attribute is malformed";
        case tinyxml2::XML_ERROR_PARSING_ELEMENT:
            return "an element is malformed";
        default:
            return "it does not parse";
    }
}

}  // namespace

std::string_view XmlNode::attribute(std::string_view key, std::string_view fallback) const {
    for (const auto& [name_of_attribute, value] : attributes) {
        if (name_of_attribute == key) return value;
    }
    return fallback;
}

bool XmlNode::has_attribute(std::string_view key) const {
    for (const auto& attribute_pair : attributes) {
        if (attribute_pair.first == key) return true;
    }
    return false;
}

const XmlNode* XmlNode::child(std::string_view child_name) const {
    for (const XmlNode& node : children) {
        if (node.name == child_name) return &node;
    }
    return nullptr;
}

std::string XmlNode::all_text() const {
    std::string out = text;
    for (const XmlNode& node : children) out += node.all_text();
    return out;
}

Result<XmlNode> parse_xml(std::string_view bytes, const std::string& file) {
    tinyxml2::XMLDocument document;
    if (document.Parse(bytes.data(), bytes.size()) != tinyxml2::XML_SUCCESS) {
        return malformed(file, document.ErrorLineNum(), std::string(reason(document.ErrorID())));
    }
    const auto* root = document.RootElement();
    if (!root) return malformed(file, 1, "there is no element");
    XmlNode out;
    if (!copy_element(*root, out, 1)) return malformed(file, out.line, "the elements are nested too deeply");
    return out;
}

std::string escape_xml(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        switch (c.value) {
            case '&':
                out += "&amp;";
                break;
            case '<':
                out += "&lt;";
                break;
            case '>':
                out += "&gt;";
                break;
            case '"':
                out += "&quot;";
                break;
            case '\'':
                out += "&#39;";
                break;
            default:
                // XML 1.0 clause 2.2: no other control characters, no noncharacters U+FFFE and U+FFFF.
                if ((c.value >= 0x20 || c.value == '\t' || c.value == '\n' || c.value == '\r') && c.value != 0xFFFE &&
                    c.value != 0xFFFF) {
                    append_utf8(out, c.value);
                }
        }
        at += c.bytes;
    }
    return out;
}

}  // namespace rapporteur
