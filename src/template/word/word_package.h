#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/named_text.h"
#include "support/result.h"
#include "support/zip.h"

namespace rapporteur {

/// A relationship of a part (ECMA-376-2, 9.3).
struct WordRelationship {
    std::string id, type, target;  // as they stand in the file; the type is a URI
    bool external = false;

    /// "header" of the type's URI.
    std::string_view kind() const;
};

/// The parts of a Word file.
class WordPackage {
public:
    /// Unpacks a file. Fails with `template_invalid` where it is no Word file, locked, damaged, or larger unpacked than
    /// any template is.
    static Result<WordPackage> open(const NamedText& file);

    const std::string& file() const { return file_; }
    /// "word/document.xml".
    const std::string& main_part() const { return main_part_; }
    /// The bytes of a part, or null.
    const std::string* find(const std::string& path) const;
    /// Where a relationship of a part leads inside the package.
    static std::string path_of(const std::string& part, const std::string& target);
    /// What a part leads to, in the order of its file.
    const std::vector<WordRelationship>& relationships(const std::string& part) const;
    /// The parts of a kind that the main part leads to ("header"), each once.
    std::vector<std::string> parts_of_kind(std::string_view kind) const;

    void set(const std::string& path, std::string bytes);
    void remove(const std::string& path);
    void set_relationships(const std::string& part, std::vector<WordRelationship> relationships);
    void add_relationship(const std::string& part, WordRelationship relationship);
    /// The id of the next relationship that is added to a part.
    std::string next_id(const std::string& part) const;
    /// Sets the content type of a part.
    void set_type(const std::string& path, const std::string& type);
    std::string type_of(const std::string& path) const;

    /// The ZIP archive: what was not touched stands as it stood, in the same order. Fails with `docx_failed`.
    Result<std::string> write() const;

private:
    struct Types {
        std::vector<std::pair<std::string, std::string>> by_ending, by_part;  // in the order of the file
    };

    std::optional<Diagnostic> read_types();
    std::optional<Diagnostic> read_relationships();
    std::optional<Diagnostic> find_main_part();

    std::string file_, main_part_;
    std::vector<ZipEntry> entries_;
    std::map<std::string, std::size_t> index_;
    std::map<std::string, std::vector<WordRelationship>> relationships_;  // by part; "" is the package
    Types types_;
};

}  // namespace rapporteur
