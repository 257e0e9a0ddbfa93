#include "writers/docx/docx_xml.h"

#include <cmath>

namespace rapporteur {
namespace {

std::string rounded(double value) { return std::to_string(std::lround(value)); }

}  // namespace

std::string tag(std::string_view name, std::initializer_list<XmlAttribute> attributes, std::string_view content) {
    std::string out;
    out.reserve(content.size() + 2 * name.size() + 64);
    (out += '<') += name;
    for (const auto& [key, value] : attributes) {
        (out += ' ') += key;
        ((out += "=\"") += escape_xml(value)) += '"';
    }
    if (content.empty()) return out += "/>";
    (out += '>') += content;
    return ((out += "</") += name) += '>';
}

std::string property(std::string_view name, const std::string& value) { return tag(name, {{"w:val", value}}); }

std::string xml_of(const XmlNode& node) {
    if (node.is_text()) return escape_xml(node.text);
    std::string out = "<" + node.name;
    for (const auto& [key, value] : node.attributes) out += " " + key + "=\"" + escape_xml(value) + "\"";
    if (node.children.empty()) return out + "/>";
    out += '>';
    for (const XmlNode& child : node.children) out += xml_of(child);
    return out + "</" + node.name + ">";
}

std::string xml_part(std::string_view root) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + std::string(root);
}

std::string twips(double points) { return rounded(points * 20); }
std::string half_points(double points) { return rounded(points * 2); }
std::string eighth_points(double points) { return rounded(points * 8); }
std::string emus(double points) { return rounded(points * 12700); }

std::string hex_colour(unsigned red, unsigned green, unsigned blue) {
    constexpr std::string_view digits = "0123456789ABCDEF";
    std::string out;
    for (const unsigned value : {red, green, blue}) (out += digits[value >> 4U & 15U]) += digits[value & 15U];
    return out;
}

}  // namespace rapporteur
