#pragma once

#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "store/file_stamp.h"
#include "support/result.h"

namespace rapporteur {

/// What stands at a path, symbolic links followed.
enum class PathKind { missing, file, folder, other };

struct FolderEntry {
    std::string name;
    PathKind kind = PathKind::other;
    bool link = false;  // a symbolic link to what `kind` says
};

/// A file's bytes that stay valid as long as this lives (mapped into memory where they come from a disk).
class HeldBytes {
public:
    virtual ~HeldBytes() = default;
    virtual std::string_view bytes() const = 0;
};

/// A file that is written piece by piece and appears, whole, when it is finished; before that, what stood there stays.
class OutputFile {
public:
    virtual ~OutputFile() = default;
    /// Nothing is told of a failure before `finish`.
    virtual void append(std::string_view bytes) = 0;
    virtual std::optional<Diagnostic> finish() = 0;
};

/// All that the program does with files. Everything below `app` takes bytes; tests put a Files without a disk in the
/// place.
class Files {
public:
    virtual ~Files() = default;
    virtual PathKind kind_of(const std::string& path) const = 0;
    /// What a folder holds, by name in byte order.
    virtual Result<std::vector<FolderEntry>> list(const std::string& folder) const = 0;
    /// The whole file, refused with `document_too_large` beyond `most_bytes`, and with
    /// `file_changed` where somebody else wrote it meanwhile.
    virtual Result<std::string> read(const std::string& path, std::size_t most_bytes) const = 0;
    virtual Result<std::unique_ptr<HeldBytes>> hold(const std::string& path) const = 0;
    /// What tells that a file is still the one that was read; nothing where that cannot be relied on: the file was
    /// written so short a time ago that its times could miss the next change.
    virtual std::optional<FileStamp> stamp(const std::string& path) const = 0;
    /// One spelling for all paths to a place, for comparing; needs not exist.
    virtual std::string canonical(const std::string& path) const = 0;
    /// Makes a folder with those above it and proves that files can be written there; nothing where that went well.
    virtual std::optional<Diagnostic> make_folder(const std::string& folder) = 0;
    /// Begins a file in the place of what stands there. `write` writes one at once.
    virtual Result<std::unique_ptr<OutputFile>> create(const std::string& path) = 0;
    /// Removes what a program that was ended amid its writing left in a folder.
    virtual void sweep(const std::string& folder) = 0;
    std::optional<Diagnostic> write(const std::string& path, std::string_view bytes);
};

/// The machine's own files.
std::unique_ptr<Files> make_disk_files();

/// "folder/name", with one slash between.
std::string join_path(const std::string& folder, const std::string& name);

}  // namespace rapporteur
