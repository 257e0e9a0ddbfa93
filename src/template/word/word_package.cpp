#include "template/word/word_package.h"

#include <algorithm>
#include <set>

#include "support/text.h"
#include "support/xml.h"
#include "support/zip_archive.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_bytes = std::size_t{128} << 20, most_members = 2000;
constexpr std::string_view types_path = "[Content_Types].xml";
constexpr std::string_view main_kinds[] = {"document.main+xml", "template.main+xml", "document.macroEnabled.main+xml",
                                           "template.macroEnabledTemplate.main+xml", "template.macroEnabled.main+xml"};

Diagnostic invalid(const std::string& file, std::string why) {
    return {Code::template_invalid, {file, 0, 0, 0}, std::move(why)};
}

/// "word/document.xml" has its relationships in "word/_rels/document.xml.rels", the package in "_rels/.rels".
std::string relationships_path(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    const std::size_t name = slash == std::string::npos ? 0 : slash + 1;
    return part.substr(0, name) + "_rels/" + part.substr(name) + ".rels";
}

/// The part whose relationships a path holds; nothing where it holds none.
std::optional<std::string> part_of(const std::string& path) {
    const std::size_t folder = path.rfind("_rels/");
    if (folder == std::string::npos || !path.ends_with(".rels")) return std::nullopt;
    if (folder > 0 && path[folder - 1] != '/') return std::nullopt;
    const std::size_t name = folder + 6;
    if (path.find('/', name) != std::string::npos) return std::nullopt;
    return path.substr(0, folder) + path.substr(name, path.size() - name - 5);
}

std::string declared(const std::string& root) {
    return "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + root;
}

std::string relationships_part(const std::vector<WordRelationship>& all) {
    std::string out = "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">";
    for (const WordRelationship& one : all) {
        out += "<Relationship Id=\"" + escape_xml(one.id) + "\" Type=\"" + escape_xml(one.type) + "\" Target=\"" +
               escape_xml(one.target) + "\"";
        out += one.external ? " TargetMode=\"External\"/>" : "/>";
    }
    return declared(out + "</Relationships>");
}

bool has_doctype(const std::string& bytes) { return bytes.find("<!DOCTYPE") != std::string::npos; }

}  // namespace

std::string_view WordRelationship::kind() const {
    const std::size_t slash = type.rfind('/');
    return std::string_view(type).substr(slash == std::string::npos ? 0 : slash + 1);
}

Result<WordPackage> WordPackage::open(const NamedText& file) {
    if (file.text.starts_with("\xD0\xCF\x11\xE0"))
        return invalid(file.name, "is locked by a password, or of Word 97–2003: save it as .docx without one");
    const Result<ZipArchive> archive = ZipArchive::open(file.text, most_members);
    if (!archive) return invalid(file.name, "is no Word file: " + archive.error().detail);
    WordPackage out;
    out.file_ = file.name;
    std::size_t left = most_bytes;
    for (std::size_t i = 0; i < archive->members().size(); ++i) {
        const ZipMember& member = archive->members()[i];
        if (member.folder) continue;
        Result<std::string> bytes = archive->read(i, left);
        if (!bytes && bytes.error().code == Code::document_too_large)
            return invalid(file.name, "unpacks to more than a template can hold");
        if (!bytes) return invalid(file.name, "is damaged: " + member.path);
        left -= bytes->size();
        if (!out.index_.emplace(member.path, out.entries_.size()).second)
            return invalid(file.name, "holds " + member.path + " twice");
        out.entries_.push_back({member.path, std::move(*bytes)});
    }
    if (auto problem = out.read_types()) return *problem;
    if (auto problem = out.read_relationships()) return *problem;
    if (auto problem = out.find_main_part()) return *problem;
    return out;
}

std::optional<Diagnostic> WordPackage::read_types() {
    const std::string* bytes = find(std::string(types_path));
    if (!bytes || has_doctype(*bytes)) return invalid(file_, "is no Word file");
    const Result<XmlNode> root = parse_xml(*bytes, file_);
    if (!root) return invalid(file_, "is damaged: " + std::string(types_path));
    for (const XmlNode& node : root->children) {
        const std::string type(node.attribute("ContentType"));
        if (node.name == "Default") types_.by_ending.emplace_back(node.attribute("Extension"), type);
        if (node.name == "Override") types_.by_part.emplace_back(node.attribute("PartName"), type);
    }
    return std::nullopt;
}

std::optional<Diagnostic> WordPackage::read_relationships() {
    for (const ZipEntry& entry : entries_) {
        const auto part = part_of(entry.path);
        if (!part) continue;
        const Result<XmlNode> root = parse_xml(entry.bytes, file_);
        if (!root || has_doctype(entry.bytes)) return invalid(file_, "is damaged: " + entry.path);
        for (const XmlNode& node : root->children)
            relationships_[*part].push_back({std::string(node.attribute("Id")), std::string(node.attribute("Type")),
                                             std::string(node.attribute("Target")),
                                             node.attribute("TargetMode") == "External"});
    }
    return std::nullopt;
}

std::optional<Diagnostic> WordPackage::find_main_part() {
    for (const WordRelationship& one : relationships("")) {
        if (one.kind() != "officeDocument" || one.external) continue;
        main_part_ = path_of("", one.target);
        if (one.type.find("purl.oclc.org") != std::string::npos)
            return invalid(file_, "is a Strict Open XML document: save it as Word document (.docx)");
    }
    const std::string type = type_of(main_part_);
    const bool is_word = std::any_of(std::begin(main_kinds), std::end(main_kinds),
                                     [&](std::string_view kind) { return type.ends_with(kind); });
    if (main_part_.empty() || !find(main_part_) || !is_word) return invalid(file_, "is no Word file");
    return std::nullopt;
}

const std::string* WordPackage::find(const std::string& path) const {
    const auto found = index_.find(path);
    return found == index_.end() ? nullptr : &entries_[found->second].bytes;
}

std::string WordPackage::path_of(const std::string& part, const std::string& target) {
    const std::string whole = target.starts_with('/') ? target : part.substr(0, part.rfind('/') + 1) + target;
    std::vector<std::string> steps;
    for (const std::string_view step : split(std::string_view(whole), '/')) {
        if (step == ".." && !steps.empty()) steps.pop_back();
        if (!step.empty() && step != "." && step != "..") steps.emplace_back(step);
    }
    return join(steps, "/");
}

const std::vector<WordRelationship>& WordPackage::relationships(const std::string& part) const {
    static const std::vector<WordRelationship> none;
    const auto found = relationships_.find(part);
    return found == relationships_.end() ? none : found->second;
}

std::vector<std::string> WordPackage::parts_of_kind(std::string_view kind) const {
    std::vector<std::string> out;
    for (const WordRelationship& one : relationships(main_part_)) {
        if (one.kind() != kind || one.external) continue;
        std::string path = path_of(main_part_, one.target);
        if (find(path) && std::find(out.begin(), out.end(), path) == out.end()) out.push_back(std::move(path));
    }
    return out;
}

void WordPackage::set(const std::string& path, std::string bytes) {
    const auto [place, fresh] = index_.emplace(path, entries_.size());
    if (fresh) {
        entries_.push_back({path, std::move(bytes)});
    } else {
        entries_[place->second].bytes = std::move(bytes);
    }
}

void WordPackage::remove(const std::string& path) {
    const auto found = index_.find(path);
    if (found == index_.end()) return;
    entries_.erase(entries_.begin() + static_cast<std::ptrdiff_t>(found->second));
    index_.clear();
    for (std::size_t i = 0; i < entries_.size(); ++i) index_[entries_[i].path] = i;
    std::erase_if(types_.by_part, [&](const auto& type) { return type.first == "/" + path; });
    relationships_.erase(path);
    if (!part_of(path)) remove(relationships_path(path));
}

void WordPackage::set_relationships(const std::string& part, std::vector<WordRelationship> all) {
    set(relationships_path(part), relationships_part(all));
    relationships_[part] = std::move(all);
}

void WordPackage::add_relationship(const std::string& part, WordRelationship relationship) {
    std::vector<WordRelationship> all = relationships(part);
    all.push_back(std::move(relationship));
    set_relationships(part, std::move(all));
}

std::string WordPackage::next_id(const std::string& part) const {
    std::set<std::string> taken;
    for (const WordRelationship& one : relationships(part)) taken.insert(one.id);
    std::size_t number = taken.size() + 1;
    while (taken.contains("rId" + std::to_string(number))) ++number;
    return "rId" + std::to_string(number);
}

void WordPackage::set_type(const std::string& path, const std::string& type) {
    for (auto& [part, known] : types_.by_part)
        if (part == "/" + path) return void(known = type);
    types_.by_part.emplace_back("/" + path, type);
}

std::string WordPackage::type_of(const std::string& path) const {
    for (const auto& [part, type] : types_.by_part)
        if (part == "/" + path) return type;
    for (const auto& [ending, type] : types_.by_ending)
        if (path.ends_with("." + ending)) return type;
    return {};
}

Result<std::string> WordPackage::write() const {
    std::string types = "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">";
    for (const auto& [ending, type] : types_.by_ending)
        types += "<Default Extension=\"" + escape_xml(ending) + "\" ContentType=\"" + escape_xml(type) + "\"/>";
    for (const auto& [part, type] : types_.by_part)
        types += "<Override PartName=\"" + escape_xml(part) + "\" ContentType=\"" + escape_xml(type) + "\"/>";
    std::vector<ZipEntry> entries;
    entries.push_back({std::string(types_path), declared(types + "</Types>")});
    for (const ZipEntry& entry : entries_)
        if (entry.path != types_path) entries.push_back(entry);
    Result<std::string> bytes = write_zip(entries);
    if (!bytes) return Diagnostic{Code::docx_failed, {file_, 0, 0, 0}, bytes.error().detail};
    return bytes;
}

}  // namespace rapporteur
