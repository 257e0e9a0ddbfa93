#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// What an archive's directory says of one of its files; none of it is proven before the file is read.
struct ZipMember {
    std::string path;  // as it stands in the archive, not checked; UTF-8
    std::size_t bytes = 0, packed = 0;
    bool folder = false;
    bool link = false;  // a symbolic link, as Unix archivers write them
    bool locked = false;
};

/// What could be unpacked of a file: where it is damaged, what stands before the damage.
struct ZipContent {
    std::string bytes;
    bool whole = true;
};

/// A ZIP archive whose files are unpacked one at a time, as they are asked for. The bytes must outlive it.
class ZipArchive {
public:
    /// Fails with `document_damaged` where the directory cannot be read or names more than `most_members` files.
    static Result<ZipArchive> open(std::string_view bytes, std::size_t most_members = 10000);
    /// As open(), but of an archive that lost its directory the files whose own headers are left.
    static Result<ZipArchive> open_or_recover(std::string_view bytes);
    ZipArchive(ZipArchive&&) noexcept;
    ZipArchive& operator=(ZipArchive&&) noexcept;
    ~ZipArchive();

    /// In the order of the archive's directory.
    const std::vector<ZipMember>& members() const { return members_; }
    /// The directory was lost: files may be missing, and the last may be cut off.
    bool recovered() const;
    bool has(std::string_view path) const { return find(path) != nullptr; }
    const ZipMember* find(std::string_view path) const;

    /// Unpacks member number `index`. Fails with `document_encrypted`, `document_too_large` beyond `most_bytes` or
    /// `document_damaged`.
    Result<std::string> read(std::size_t index, std::size_t most_bytes) const;
    /// Unpacks the first member of that path; `file_missing` where there is none.
    Result<std::string> read(std::string_view path, std::size_t most_bytes) const;
    /// As read(), but of a damaged file what stands before the damage.
    Result<ZipContent> salvage(std::size_t index, std::size_t most_bytes) const;

private:
    struct Handle;
    explicit ZipArchive(std::unique_ptr<Handle> handle);

    std::unique_ptr<Handle> handle_;
    std::vector<ZipMember> members_;
};

}  // namespace rapporteur
