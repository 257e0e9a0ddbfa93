#pragma once

#include <initializer_list>
#include <string>
#include <string_view>

#include "support/xml.h"

namespace rapporteur {

/// An attribute; the value is escaped when it is written.
struct XmlAttribute {
    std::string_view name;
    std::string value;
};

/// "<name key="value">content</name>", or an empty-element tag where there is no content. `content` is XML already.
std::string tag(std::string_view name, std::initializer_list<XmlAttribute> attributes = {},
                std::string_view content = {});

/// A tag with the one attribute that most of WordprocessingML's properties have: "<w:name w:val="value"/>".
std::string property(std::string_view name, const std::string& value);

/// An element and all below it as XML again.
std::string xml_of(const XmlNode& node);

/// A whole part: XML declaration and root.
std::string xml_part(std::string_view root);

/// Lengths in the units of WordprocessingML (ECMA-376-1, 17.18), from points.
std::string twips(double points);
std::string half_points(double points);
std::string eighth_points(double points);
std::string emus(double points);

/// "16191C".
std::string hex_colour(unsigned red, unsigned green, unsigned blue);

}  // namespace rapporteur
