#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/result.h"
#include "support/zip.h"

namespace rapporteur {

/// A relationship of a part (ECMA-376-2, 9.3): its type is the last step of the URI that the standard gives.
struct Relationship {
    std::string id, type, target;
    bool external = false;
};

/// The relationships of one part, each target once, with ids in the order of first use.
class Relationships {
public:
    /// The id of the relationship, made where it is not yet there.
    std::string id_of(const std::string& type, const std::string& target, bool external = false);
    /// Adds one under an id of its own.
    void keep(Relationship relationship) { all_.push_back(std::move(relationship)); }
    const std::vector<Relationship>& all() const { return all_; }

private:
    std::vector<Relationship> all_;
    std::map<std::string, std::string> ids_;  // by type and target
};

/// The parts of a package, from which content types and relationship parts follow.
class DocxParts {
public:
    /// Adds a part: its path ("word/document.xml"), its content type and its bytes.
    void add(const std::string& path, const std::string& content_type, std::string bytes);
    void add_relationships(const std::string& path, const Relationships& relationships);

    /// The ZIP archive; fails with `docx_failed`.
    Result<std::string> write() const;

private:
    std::vector<ZipEntry> parts_;
    std::map<std::string, std::string> types_;  // by part
};

}  // namespace rapporteur
