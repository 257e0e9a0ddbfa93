#pragma once

#include <string>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// One file of an archive: its path inside, with slashes, and its bytes.
struct ZipEntry {
    std::string path;
    std::string bytes;
};

/// A deflated ZIP archive of the entries in the order given, the same bytes for the same entries (all dated 1980-01-01).
Result<std::string> write_zip(const std::vector<ZipEntry>& entries);

/// Every file of an archive, refused beyond `most_bytes` in all or `most_entries` entries.
Result<std::vector<ZipEntry>> read_zip(const std::string& bytes, std::size_t most_bytes = std::size_t{1} << 28,
                                       std::size_t most_entries = 10000);

}  // namespace rapporteur
