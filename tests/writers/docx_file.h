#pragma once

#include <doctest/doctest.h>

#include <fstream>
#include <map>
#include <sstream>
#include <string>
#include <vector>

#include "layout/pack_reader.h"
#include "layout/style.h"
#include "support/xml.h"
#include "support/zip.h"

namespace rapporteur {

inline std::string file_text(const std::string& path) {
    std::ifstream in(path, std::ios::binary);
    std::stringstream text;
    text << in.rdbuf();
    return text.str();
}

/// The pack that holds every kind of block.
inline Pack sample_pack() {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/tests/writers/sample_pack.xml";
    auto pack = read_pack(file_text(path), path);
    REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
    return *pack;
}

inline Style house_style(const std::string& name = "print") {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/templates/styles/" + name + ".toml";
    auto style = read_style({path, file_text(path)});
    REQUIRE_MESSAGE(style.ok(), wording(style.error()));
    return *style;
}

/// A written DOCX taken apart again.
class DocxFile {
public:
    explicit DocxFile(const std::string& bytes) {
        const auto entries = read_zip(bytes);
        REQUIRE(entries.ok());
        for (const auto& entry : *entries) {
            names_.push_back(entry.path);
            parts_[entry.path] = entry.bytes;
        }
    }

    const std::vector<std::string>& names() const { return names_; }
    bool has(const std::string& path) const { return parts_.contains(path); }
    const std::string& part(const std::string& path) const { return parts_.at(path); }

    XmlNode xml(const std::string& path) const {
        REQUIRE_MESSAGE(has(path), path);
        auto root = parse_xml(part(path), path);
        REQUIRE_MESSAGE(root.ok(), wording(root.error()));
        return *root;
    }

private:
    std::vector<std::string> names_;
    std::map<std::string, std::string> parts_;
};

/// All elements of that name below a node, in document order.
inline void collect(const XmlNode& node, const std::string& name, std::vector<const XmlNode*>& found) {
    for (const auto& child : node.children) {
        if (child.name == name) found.push_back(&child);
        collect(child, name, found);
    }
}

std::vector<const XmlNode*> all_named(const XmlNode&& node, const std::string& name) = delete;  // would dangle

inline std::vector<const XmlNode*> all_named(const XmlNode& node, const std::string& name) {
    std::vector<const XmlNode*> found;
    collect(node, name, found);
    return found;
}

/// The values of one attribute of all elements of that name.
inline std::vector<std::string> values(const XmlNode& node, const std::string& name, const std::string& attribute) {
    std::vector<std::string> found;
    for (const auto* element : all_named(node, name))
        if (element->has_attribute(attribute)) found.emplace_back(element->attribute(attribute));
    return found;
}

}  // namespace rapporteur
