#include "app/files.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <system_error>
#include <utility>

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

/// The error's words in English, whatever the locale.
std::string words_of(int error) { return strerrordesc_np(error) != nullptr ? strerrordesc_np(error) : "unknown error"; }

Diagnostic problem(Code code, const std::string& path, std::string detail) {
    Diagnostic diagnostic;
    diagnostic.code = code;
    diagnostic.place.file = path;
    diagnostic.detail = std::move(detail);
    return diagnostic;
}

Diagnostic problem(Code code, const std::string& path, int error) { return problem(code, path, words_of(error)); }

/// An open file that closes itself.
class Descriptor {
public:
    explicit Descriptor(int number) : number_(number) {}
    ~Descriptor() { close(); }
    Descriptor(const Descriptor&) = delete;
    Descriptor& operator=(const Descriptor&) = delete;
    int number() const { return number_; }
    bool close() {
        const int number = std::exchange(number_, -1);
        return number < 0 || ::close(number) == 0;
    }

private:
    int number_;
};

class MappedFile : public HeldBytes {
public:
    MappedFile(void* start, std::size_t size) : start_(start), size_(size) {}
    ~MappedFile() override { munmap(start_, size_); }
    MappedFile(const MappedFile&) = delete;
    MappedFile& operator=(const MappedFile&) = delete;
    std::string_view bytes() const override { return {static_cast<const char*>(start_), size_}; }

private:
    void* start_;
    std::size_t size_;
};

class NoBytes : public HeldBytes {
public:
    std::string_view bytes() const override { return {}; }
};

PathKind kind_of_status(const fs::file_status& status) {
    if (fs::is_regular_file(status)) return PathKind::file;
    if (fs::is_directory(status)) return PathKind::folder;
    return fs::exists(status) ? PathKind::other : PathKind::missing;
}

/// Writes all of `bytes`; 0, or what went wrong.
int write_all(int descriptor, std::string_view bytes) {
    while (!bytes.empty()) {
        const ssize_t written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return errno;
        bytes.remove_prefix(static_cast<std::size_t>(written));
    }
    return 0;
}

/// A new name lasts once its folder is on the disk; 0, or what went wrong.
int bring_to_disk(const std::string& folder) {
    const Descriptor open_folder(open(folder.empty() ? "." : folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (open_folder.number() < 0) return errno == EACCES ? 0 : errno;  // a folder may be writable and not readable
    // Some file systems have nothing to do here and say so.
    return fsync(open_folder.number()) == 0 || errno == EINVAL ? 0 : errno;
}

/// A file under a passing name beside its place; whatever ends the program before `finish` leaves the place as it was.
/// What is no file, such as a device or a named pipe, is written to as it is: its `temporary` is empty.
class DiskOutput : public OutputFile {
public:
    DiskOutput(int file, std::string path, std::string temporary)
        : file_(file), path_(std::move(path)), temporary_(std::move(temporary)) {}
    ~DiskOutput() override {
        if (!temporary_.empty()) unlink(temporary_.c_str());
    }
    DiskOutput(const DiskOutput&) = delete;
    DiskOutput& operator=(const DiskOutput&) = delete;

    void append(std::string_view bytes) override {
        if (error_ == 0) error_ = write_all(file_.number(), bytes);
    }

    std::optional<Diagnostic> finish() override {
        if (error_ == 0) error_ = settle();
        if (error_ != 0) return problem(Code::output_unwritable, path_, error_);
        temporary_.clear();
        return std::nullopt;
    }

private:
    /// Brings the bytes to the disk and gives them their name; 0, or what went wrong.
    int settle() {
        if (temporary_.empty()) return file_.close() ? 0 : errno;
        // mkostemp makes files that only their owner may read; packs are for everybody whom the user's mask lets in.
        const mode_t mask = umask(0);
        umask(mask);
        if (fchmod(file_.number(), 0666 & ~mask) != 0) return errno;
        if (fsync(file_.number()) != 0) return errno;
        if (!file_.close()) return errno;
        if (rename(temporary_.c_str(), path_.c_str()) != 0) return errno;
        return bring_to_disk(fs::path(path_).parent_path().string());
    }

    Descriptor file_;
    std::string path_, temporary_;
    int error_ = 0;
};

/// In the passing names of files, before six characters of mkostemp.
constexpr std::string_view unfinished = ".unfinished-";

constexpr std::int64_t second = 1'000'000'000;
/// The coarsest clock of a file system that is in use (FAT) counts two seconds.
constexpr std::int64_t shortest_age = 3 * second;

std::int64_t nanoseconds(const struct timespec& time) { return time.tv_sec * second + time.tv_nsec; }

bool is_same(const struct stat& before, const struct stat& after) {
    return before.st_size == after.st_size && before.st_mtim.tv_sec == after.st_mtim.tv_sec &&
           before.st_mtim.tv_nsec == after.st_mtim.tv_nsec;
}

Result<std::string> read_to_end(const Descriptor& file, const std::string& path, std::size_t size_hint,
                                std::size_t most_bytes) {
    std::string bytes(std::min(size_hint, most_bytes) + 1, '\0');
    std::size_t filled = 0;
    while (true) {
        const ssize_t count = ::read(file.number(), bytes.data() + filled, bytes.size() - filled);
        if (count < 0 && errno == EINTR) continue;
        if (count < 0) return problem(Code::file_unreadable, path, errno);
        if (count == 0) break;
        filled += static_cast<std::size_t>(count);
        if (filled > most_bytes) return problem(Code::document_too_large, path, "");
        if (filled == bytes.size()) bytes.resize(bytes.size() * 2);
    }
    bytes.resize(filled);
    return bytes;
}

class DiskFiles : public Files {
public:
    PathKind kind_of(const std::string& path) const override {
        std::error_code ignored;
        return kind_of_status(fs::status(path, ignored));
    }

    Result<std::vector<FolderEntry>> list(const std::string& folder) const override {
        std::error_code error;
        std::vector<FolderEntry> entries;
        for (fs::directory_iterator at(folder, error), end; !error && at != end; at.increment(error)) {
            std::error_code ignored;
            entries.push_back(
                {at->path().filename().string(), kind_of_status(at->status(ignored)), at->is_symlink(ignored)});
        }
        if (error) return problem(Code::file_unreadable, folder, error.value());
        std::sort(entries.begin(), entries.end(),
                  [](const FolderEntry& a, const FolderEntry& b) { return a.name < b.name; });
        return entries;
    }

    Result<std::string> read(const std::string& path, std::size_t most_bytes) const override {
        // Without O_NONBLOCK a named pipe that took a file's place would hang the program.
        const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK));
        if (file.number() < 0)
            return problem(errno == ENOENT ? Code::file_missing : Code::file_unreadable, path, errno);
        struct stat status {};
        if (fstat(file.number(), &status) != 0) return problem(Code::file_unreadable, path, errno);
        if (!S_ISREG(status.st_mode)) return problem(Code::file_not_regular, path, "");
        const auto size = static_cast<std::size_t>(status.st_size);
        if (size > most_bytes) return problem(Code::document_too_large, path, std::to_string(size) + " bytes");
        Result<std::string> bytes = read_to_end(file, path, size, most_bytes);
        struct stat after {};
        if (bytes && (fstat(file.number(), &after) != 0 || !is_same(status, after)))
            return problem(Code::file_changed, path, "");
        return bytes;
    }

    Result<std::unique_ptr<HeldBytes>> hold(const std::string& path) const override {
        const Descriptor file(open(path.c_str(), O_RDONLY | O_CLOEXEC));
        struct stat status {};
        if (file.number() < 0 || fstat(file.number(), &status) != 0) return problem(Code::file_unreadable, path, errno);
        const auto size = static_cast<std::size_t>(status.st_size);
        if (size == 0) return std::unique_ptr<HeldBytes>(std::make_unique<NoBytes>());
        void* start = mmap(nullptr, size, PROT_READ, MAP_PRIVATE, file.number(), 0);
        if (start == MAP_FAILED) return problem(Code::file_unreadable, path, errno);
        return std::unique_ptr<HeldBytes>(std::make_unique<MappedFile>(start, size));
    }

    std::optional<FileStamp> stamp(const std::string& path) const override {
        struct stat status {};
        struct timespec now {};
        if (::stat(path.c_str(), &status) != 0 || !S_ISREG(status.st_mode)) return std::nullopt;
        if (clock_gettime(CLOCK_REALTIME, &now) != 0) return std::nullopt;
        const std::int64_t modified = nanoseconds(status.st_mtim), changed = nanoseconds(status.st_ctim);
        // Also true where the clock went back meanwhile.
        if (nanoseconds(now) - std::max(modified, changed) < shortest_age) return std::nullopt;
        return FileStamp{status.st_dev, status.st_ino, static_cast<std::uint64_t>(status.st_size), modified, changed};
    }

    std::string canonical(const std::string& path) const override {
        std::error_code error;
        const fs::path whole = fs::weakly_canonical(fs::absolute(path, error), error);
        return error ? path : (whole / "").lexically_normal().parent_path().string();
    }

    std::optional<Diagnostic> make_folder(const std::string& folder) override {
        std::error_code error;
        fs::create_directories(folder, error);
        if (error) return problem(Code::output_unwritable, folder, error.value());
        if (kind_of(folder) != PathKind::folder) return problem(Code::output_unwritable, folder, ENOTDIR);
        if (access(folder.c_str(), W_OK | X_OK) != 0) return problem(Code::output_unwritable, folder, errno);
        return std::nullopt;
    }

    void sweep(const std::string& folder) override {
        const Result<std::vector<FolderEntry>> entries = list(folder);
        if (!entries) return;
        for (const FolderEntry& entry : *entries) {
            const std::size_t mark = entry.name.rfind(unfinished);
            const bool ours = entry.name.starts_with('.') && mark != entry.name.npos &&
                              entry.name.size() - mark == unfinished.size() + 6;
            if (ours && entry.kind == PathKind::file && !entry.link) unlink(join_path(folder, entry.name).c_str());
        }
    }

    Result<std::unique_ptr<OutputFile>> create(const std::string& path) override {
        if (kind_of(path) == PathKind::other) {
            const int device = open(path.c_str(), O_WRONLY | O_CLOEXEC);
            if (device < 0) return problem(Code::output_unwritable, path, errno);
            return std::unique_ptr<OutputFile>(std::make_unique<DiskOutput>(device, path, ""));
        }
        std::error_code ignored;
        const fs::path target(fs::is_symlink(path, ignored) ? canonical(path) : path);
        std::string temporary = join_path(target.parent_path().string(),
                                          "." + target.filename().string() + std::string(unfinished) + "XXXXXX");
        const int file = mkostemp(temporary.data(), O_CLOEXEC);
        if (file < 0) return problem(Code::output_unwritable, path, errno);
        return std::unique_ptr<OutputFile>(std::make_unique<DiskOutput>(file, target.string(), std::move(temporary)));
    }
};

}  // namespace

std::optional<Diagnostic> Files::write(const std::string& path, std::string_view bytes) {
    const Result<std::unique_ptr<OutputFile>> file = create(path);
    if (!file) return file.error();
    (*file)->append(bytes);
    return (*file)->finish();
}

std::unique_ptr<Files> make_disk_files() { return std::make_unique<DiskFiles>(); }

std::string join_path(const std::string& folder, const std::string& name) {
    if (folder.empty()) return name;
    return folder.back() == '/' ? folder + name : folder + "/" + name;
}

}  // namespace rapporteur
