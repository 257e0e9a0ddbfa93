#include "layout/font_manifest.h"

#include <toml++/toml.h>

namespace rapporteur {
namespace {

Diagnostic fault(const NamedText& file, const toml::node& node, std::string detail) {
    return {Code::style_invalid, {file.name, 0, static_cast<int>(node.source().begin.line), 0}, std::move(detail)};
}

Result<FontCandidate> read_face(const NamedText& file, const toml::node& node) {
    const toml::table* fields = node.as_table();
    if (!fields) return fault(file, node, "face is no table");
    FontCandidate face;
    face.role = (*fields)["role"].value_or("");
    face.index = (*fields)["index"].value_or(0);
    face.licence = (*fields)["licence"].value_or("");
    face.package = (*fields)["package"].value_or("");
    face.required = (*fields)["required"].value_or(false);
    face.scale = (*fields)["scale"].value_or(1.0);
    if (const toml::array* paths = (*fields)["paths"].as_array())
        for (const toml::node& path : *paths) face.paths.push_back(path.value_or(std::string()));
    if (face.role.empty()) return fault(file, node, "a face needs a role");
    if (face.paths.empty()) return fault(file, node, "face \"" + face.role + "\" needs paths");
    if (!(face.scale >= 0.5 && face.scale <= 2))
        return fault(file, node, "face \"" + face.role + "\": scale is not between 0.5 and 2");
    if (face.index < 0) return fault(file, node, "face \"" + face.role + "\": index is negative");
    return face;
}

}  // namespace

Result<std::vector<FontCandidate>> read_font_manifest(const NamedText& file) {
    try {
        const toml::table root = toml::parse(file.text, file.name);
        std::vector<FontCandidate> faces;
        const toml::array* list = root["face"].as_array();
        if (!list) return Diagnostic{Code::style_invalid, {file.name}, "there is no [[face]]"};
        for (const toml::node& node : *list) {
            Result<FontCandidate> face = read_face(file, node);
            if (!face) return face.error();
            faces.push_back(std::move(face).value());
        }
        return faces;
    } catch (const toml::parse_error& error) {
        const auto begin = error.source().begin;
        return Diagnostic{Code::style_invalid,
                          {file.name, 0, static_cast<int>(begin.line), static_cast<int>(begin.column)},
                          std::string(error.description())};
    }
}

}  // namespace rapporteur
