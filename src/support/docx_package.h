#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "support/result.h"
#include "support/zip_archive.h"

namespace rapporteur {

/// Where a part of a package leads: to another part, or out of it.
struct DocxRelation {
    std::string type;    // last step of its URI: "styles", "hyperlink"
    std::string target;  // path of the part, or a URL
    bool external = false;
};

/// Relations by their ids.
using DocxRelations = std::map<std::string, DocxRelation, std::less<>>;

/// A part of the package with what it relates to; without bytes where the package has none.
struct DocxPart {
    std::string path;
    std::string bytes;  // UTF-8
    DocxRelations relations;
    bool whole = true;  // nothing of it is lost

    /// The first part of that type that it leads to, empty where there is none.
    std::string target_of(std::string_view type) const;
};

/// An Open Packaging Conventions file (ISO/IEC 29500-2): parts in a ZIP archive, found by their relations.
class DocxPackage {
public:
    /// The bytes must outlive the package.
    static Result<DocxPackage> open(std::string_view bytes);
    /// The package is cut off: parts may be missing.
    bool cut_off() const { return archive_.recovered(); }

    /// The document itself, wherever the package keeps it; fails with `document_damaged` where there is none.
    Result<DocxPart> main();
    /// The part of that type that the package itself leads to ("extended-properties"); empty where there is none.
    DocxPart root_part(std::string_view type);
    /// A part by its path, with its relations; empty where the package has none.
    DocxPart part(const std::string& path);
    /// The bytes of a part as they are; nothing where it is missing, damaged or larger than `most`.
    std::optional<std::string> bytes_of(const std::string& path, std::size_t most);

private:
    explicit DocxPackage(ZipArchive archive) : archive_(std::move(archive)) {}
    bool has(std::string_view path) const;
    ZipContent read(std::string_view path);
    DocxRelations relations_of(const std::string& path);

    ZipArchive archive_;
    std::size_t left_ = std::size_t{1} << 28;  // bytes that may still be unpacked
};

}  // namespace rapporteur
