#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// What an edition of a pack said in one place. Purging the document removes it.
struct EditionLine {
    std::string document;  // id; empty where it comes from none
    std::string content;   // JSON
};

/// A file of an edition as it was written.
struct EditionFile {
    std::string path, sha256;
};

/// One edition of a pack that was made.
struct PackEdition {
    std::string pack;  // stable through all editions: "council/en/third-session"
    int number = 0;    // from 1
    std::string date;  // ISO 8601
    std::string title;
    std::string file_stem;
    std::string digest;                 // of everything that it says
    std::vector<std::string> identity;  // ids by which the pack is known again
    std::vector<EditionFile> files;
};

/// Remembers the editions of packs and what each said. Every change is whole and lasting when the function that makes
/// it returns, or has not happened.
class EditionBook {
public:
    virtual ~EditionBook() = default;

    /// The last edition of every pack, by pack.
    virtual Result<std::vector<PackEdition>> last_editions() = 0;
    virtual Result<std::vector<EditionLine>> edition_lines(const std::string& pack, int number) = 0;
    virtual std::optional<Diagnostic> put_edition(const PackEdition& edition,
                                                  const std::vector<EditionLine>& lines) = 0;

    /// A number under a name, such as the moment at which something was done last.
    virtual Result<std::optional<std::int64_t>> kept_number(const std::string& name) = 0;
    virtual std::optional<Diagnostic> keep_number(const std::string& name, std::int64_t number) = 0;
};

}  // namespace rapporteur
