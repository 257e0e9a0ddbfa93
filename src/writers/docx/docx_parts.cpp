#include "writers/docx/docx_parts.h"

#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

constexpr const char* package_types = "http://schemas.openxmlformats.org/package/2006/relationships/";
constexpr const char* office_types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";

std::string type_uri(const std::string& type) {
    return type.starts_with("metadata/") ? package_types + type : office_types + type;
}

// "word/document.xml" has its relationships in "word/_rels/document.xml.rels", the package in "_rels/.rels".
std::string relationships_path(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

}  // namespace

std::string Relationships::id_of(const std::string& type, const std::string& target, bool external) {
    const auto [entry, fresh] = ids_.try_emplace(type + " " + target, "rId" + std::to_string(all_.size() + 1));
    if (fresh) all_.push_back({entry->second, type, target, external});
    return entry->second;
}

void DocxParts::add(const std::string& path, const std::string& content_type, std::string bytes) {
    types_.emplace(path, content_type);
    parts_.push_back({path, std::move(bytes)});
}

void DocxParts::add_relationships(const std::string& path, const Relationships& relationships) {
    std::string out;
    for (const auto& one : relationships.all()) {
        out += "<Relationship Id=\"" + one.id + "\" Type=\"" + type_uri(one.type) + "\"";
        if (one.external) out += " TargetMode=\"External\"";
        out += tag("", {{"Target", one.target}}).substr(1);
    }
    parts_.push_back({relationships_path(path),
                      xml_part(tag("Relationships",
                                   {{"xmlns", "http://schemas.openxmlformats.org/package/2006/relationships"}}, out))});
}

Result<std::string> DocxParts::write() const {
    std::string types = tag("Default", {{"Extension", "rels"},
                                        {"ContentType", "application/vnd.openxmlformats-package.relationships+xml"}});
    std::map<std::string, std::string> pictures{{"emf", "image/x-emf"}, {"png", "image/png"}};  // by extension
    for (const auto& [path, type] : types_)
        if (type.starts_with("image/")) pictures.emplace(path.substr(path.rfind('.') + 1), type);
    for (const auto& [extension, type] : pictures)
        types += tag("Default", {{"Extension", extension}, {"ContentType", type}});
    for (const auto& [path, type] : types_)
        if (!type.starts_with("image/")) types += tag("Override", {{"PartName", "/" + path}, {"ContentType", type}});
    std::vector<ZipEntry> entries = {
        {"[Content_Types].xml",
         xml_part(tag("Types", {{"xmlns", "http://schemas.openxmlformats.org/package/2006/content-types"}}, types))}};
    entries.insert(entries.end(), parts_.begin(), parts_.end());
    auto archive = write_zip(entries);
    if (!archive.ok()) return Diagnostic{Code::docx_failed, {}, archive.error().detail};
    return archive;
}

}  // namespace rapporteur
