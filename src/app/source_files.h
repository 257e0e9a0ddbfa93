#pragma once

#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "app/files.h"
#include "model/record.h"

namespace rapporteur {

/// The bytes of what lay inside other files, by the ids of their documents.
using Members = std::map<std::string, std::shared_ptr<const std::string>, std::less<>>;

/// The files that documents were read from, held from before workers start until the last pack is made.
class SourceFiles {
public:
    SourceFiles() = default;
    /// Holds files and members. What is gone or has changed since it was read is left out, with a `source_unattached`
    /// that says why.
    SourceFiles(const std::vector<DocumentRecord>& documents, Members members, const Files& files,
                Diagnostics& problems);

    /// The bytes of a document, as they were read; empty where they are not held.
    std::string_view bytes(std::string_view id) const;

private:
    std::map<std::string, std::unique_ptr<HeldBytes>, std::less<>> files_;  // by the document's id
    Members members_;
};

}  // namespace rapporteur
