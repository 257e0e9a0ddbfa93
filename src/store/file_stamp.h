#pragma once

#include <cstdint>

namespace rapporteur {

/// What the disk says of a file without reading it; times in nanoseconds since 1970.
struct FileStamp {
    std::uint64_t device = 0, inode = 0, size = 0;
    std::int64_t modified = 0, changed = 0;
    bool operator==(const FileStamp&) const = default;
};

}  // namespace rapporteur
