#include "support/docx_package.h"

#include <algorithm>
#include <optional>
#include <utility>
#include <vector>

#include "support/text.h"
#include "support/xml_stream.h"

namespace rapporteur {
namespace {

std::string_view last_step(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? path : path.substr(slash + 1);
}

std::string_view folder_of(std::string_view path) {
    const std::size_t slash = path.rfind('/');
    return slash == std::string_view::npos ? std::string_view() : path.substr(0, slash);
}

/// The path inside the archive that a target means, seen from a part in `folder` (RFC 3986, clause 5.2.4).
std::string resolved_path(std::string_view folder, std::string_view target) {
    const std::string whole =
        target.starts_with('/') ? std::string(target) : std::string(folder) + "/" + std::string(target);
    std::vector<std::string> steps;
    for (const std::string_view step : split(whole, '/')) {
        if (step == "..") {
            if (!steps.empty()) steps.pop_back();
        } else if (!step.empty() && step != ".") {
            steps.emplace_back(step);
        }
    }
    return join(steps, "/");
}

constexpr XmlNamespace relations_space{"http://schemas.openxmlformats.org/package/2006/relationships", 1};

/// UTF-16 after its byte order mark; what is no character becomes U+FFFD.
std::string from_utf16(std::string_view bytes) {
    const bool little = bytes.front() == '\xFF';
    const auto unit = [&](std::size_t at) {
        const auto first = static_cast<unsigned char>(bytes[at]), second = static_cast<unsigned char>(bytes[at + 1]);
        return static_cast<char32_t>(little ? first | second << 8 : first << 8 | second);
    };
    std::string out;
    for (std::size_t at = 2; at + 1 < bytes.size(); at += 2) {
        char32_t value = unit(at);
        const bool high = value >= 0xD800 && value < 0xDC00, surrogate = value >= 0xD800 && value < 0xE000;
        const char32_t low = high && at + 3 < bytes.size() ? unit(at + 2) : 0;
        const bool pair = low >= 0xDC00 && low < 0xE000;
        if (pair) at += 2;
        if (surrogate) value = pair ? 0x10000 + ((value - 0xD800) << 10) + (low - 0xDC00) : 0xFFFD;
        append_utf8(out, value);
    }
    return out;
}

/// The text of a part as UTF-8: most are, the others begin with the mark of UTF-16.
std::string utf8_of(std::string bytes) {
    if (bytes.starts_with("\xFF\xFE") || bytes.starts_with("\xFE\xFF")) return from_utf16(bytes);
    return is_valid_utf8(bytes) ? std::move(bytes) : to_valid_utf8(bytes);
}

/// The member of that path, whatever the case of its letters (29500-2, clause 6.2.2.3).
std::optional<std::size_t> find(const ZipArchive& archive, std::string_view path) {
    const std::vector<ZipMember>& members = archive.members();
    if (const ZipMember* member = archive.find(path)) return static_cast<std::size_t>(member - members.data());
    const std::string low = to_lower(path);
    for (std::size_t i = 0; i < members.size(); ++i) {
        if (members[i].path.size() == path.size() && to_lower(members[i].path) == low) return i;
    }
    return std::nullopt;
}

}  // namespace

std::string DocxPart::target_of(std::string_view type) const {
    for (const auto& [id, relation] : relations) {
        if (relation.type == type && !relation.external) return relation.target;
    }
    return {};
}

Result<DocxPackage> DocxPackage::open(std::string_view bytes) {
    Result<ZipArchive> archive = ZipArchive::open_or_recover(bytes);
    if (!archive) return archive.error();
    return DocxPackage(std::move(archive).value());
}

bool DocxPackage::has(std::string_view path) const { return find(archive_, path).has_value(); }

ZipContent DocxPackage::read(std::string_view path) {
    const auto index = find(archive_, path);
    if (!index) return {};
    Result<ZipContent> content = archive_.salvage(*index, left_);
    if (!content) return {"", false};
    left_ -= content->bytes.size();
    return std::move(content).value();
}

DocxRelations DocxPackage::relations_of(const std::string& path) {
    DocxRelations out;
    const std::string folder(folder_of(path));
    const std::string file = (folder.empty() ? "" : folder + "/") + "_rels/" + std::string(last_step(path)) + ".rels";
    const std::string bytes = utf8_of(read(file).bytes);
    XmlStream xml(bytes, {&relations_space, 1});
    while (xml.inside(1)) {
        if (!xml.is(relations_space.id, "Relationship")) continue;
        DocxRelation relation;
        relation.type = last_step(xml.raw("Type"));
        relation.external = xml.raw("TargetMode") == "External";
        relation.target = xml.value("Target");
        if (!relation.external) relation.target = resolved_path(folder, relation.target);
        out.emplace(xml.value("Id"), std::move(relation));
    }
    return out;
}

DocxPart DocxPackage::part(const std::string& path) {
    DocxPart part;
    part.path = path;
    if (path.empty() || !has(path)) return part;
    ZipContent content = read(path);
    part.whole = content.whole;
    part.bytes = utf8_of(std::move(content.bytes));
    part.relations = relations_of(path);
    return part;
}

std::optional<std::string> DocxPackage::bytes_of(const std::string& path, std::size_t most) {
    const auto index = find(archive_, path);
    if (!index) return std::nullopt;
    Result<ZipContent> content = archive_.salvage(*index, std::min(most, left_));
    if (!content || !content->whole) return std::nullopt;
    left_ -= content->bytes.size();
    return std::move(content->bytes);
}

DocxPart DocxPackage::root_part(std::string_view type) {
    for (const auto& [id, relation] : relations_of("")) {
        if (relation.type == type && !relation.external) return part(relation.target);
    }
    return {};
}

Result<DocxPart> DocxPackage::main() {
    std::string path;
    for (const auto& [id, relation] : relations_of("")) {
        if (relation.type == "officeDocument" && has(relation.target)) path = relation.target;
    }
    if (path.empty()) path = "word/document.xml";
    if (!has(path)) return Diagnostic{Code::document_damaged, {}, "the package holds no document"};
    DocxPart out = part(path);
    if (out.bytes.empty()) return Diagnostic{Code::document_damaged, {}, "the document in the package cannot be read"};
    return out;
}

}  // namespace rapporteur
