#include "app/files.h"

#include <doctest/doctest.h>
#include <sys/stat.h>

#include <atomic>
#include <filesystem>
#include <fstream>
#include <thread>

#include "app/scratch_folder.h"

using namespace rapporteur;
namespace fs = std::filesystem;

TEST_CASE("a file is written whole, over the old one, and nothing else is left in the folder") {
    const ScratchFolder folder;
    const std::unique_ptr<Files> files = make_disk_files();
    CHECK_FALSE(files->write(folder / "pack.pdf", "old"));
    CHECK_FALSE(files->write(folder / "pack.pdf", std::string(100'000, 'n')));
    CHECK(files->read(folder / "pack.pdf", 1'000'000).value() == std::string(100'000, 'n'));
    CHECK(files->list(folder.path()).value().size() == 1);
}

TEST_CASE("what cannot be written is an error that names the place and leaves nothing behind") {
    const ScratchFolder folder;
    const std::unique_ptr<Files> files = make_disk_files();
    REQUIRE_FALSE(files->write(folder / "file", "x"));
    const std::optional<Diagnostic> folder_problem = files->make_folder(folder / "file/packs");
    REQUIRE(folder_problem);
    CHECK(folder_problem->code == Code::output_unwritable);
    CHECK(folder_problem->place.file == folder / "file/packs");
    CHECK(files->make_folder(folder / "file"));
    // A folder stands where the file should go: the bytes are written beside it and must go again.
    REQUIRE_FALSE(files->make_folder(folder / "taken"));
    CHECK(files->write(folder / "taken", "x"));
    CHECK(files->list(folder.path()).value().size() == 2);
}

TEST_CASE("a named pipe is written to, not replaced, and so is the file that a link leads to") {
    const ScratchFolder folder;
    const std::unique_ptr<Files> files = make_disk_files();
    const std::string pipe = folder / "pipe";
    REQUIRE(mkfifo(pipe.c_str(), 0600) == 0);
    std::string read;
    std::thread reader([&] { std::getline(std::ifstream(pipe), read); });
    CHECK_FALSE(files->write(pipe, "records\n"));
    reader.join();
    CHECK(read == "records");
    CHECK(fs::is_fifo(pipe));

    REQUIRE_FALSE(files->make_folder(folder / "kept"));
    REQUIRE_FALSE(files->write(folder / "kept/pack", "old"));
    fs::create_symlink("kept/pack", folder / "latest");
    CHECK_FALSE(files->write(folder / "latest", "new"));
    CHECK(fs::is_symlink(folder / "latest"));
    CHECK(files->read(folder / "kept/pack", 100).value() == "new");
    CHECK(files->list(folder / "kept").value().size() == 1);
}

TEST_CASE("reading tells a missing, an unreadable, a special and a large file apart") {
    const ScratchFolder folder;
    const std::unique_ptr<Files> files = make_disk_files();
    fs::create_symlink("loop", folder / "loop");
    REQUIRE(mkfifo((folder / "pipe").c_str(), 0600) == 0);
    REQUIRE_FALSE(files->write(folder / "ten", "0123456789"));
    CHECK(files->read(folder / "none", 100).error().code == Code::file_missing);
    CHECK(files->read(folder / "loop", 100).error().code == Code::file_unreadable);
    CHECK(files->read(folder / "pipe", 100).error().code == Code::file_not_regular);
    CHECK(files->read(folder.path(), 100).error().code == Code::file_not_regular);
    CHECK(files->read(folder / "ten", 9).error().code == Code::document_too_large);
    CHECK(files->read(folder / "ten", 10).value() == "0123456789");
    CHECK(files->hold(folder / "ten").value()->bytes() == "0123456789");
    CHECK_FALSE(files->hold(folder / "none"));
}

TEST_CASE("paths to one place have one canonical form") {
    const ScratchFolder folder;
    const std::unique_ptr<Files> files = make_disk_files();
    fs::create_directories(folder / "a/b");
    fs::create_directory_symlink(folder / "a", folder / "link");
    CHECK(files->canonical(folder / "a/b/") == files->canonical(folder / "link/../a/./b"));
    CHECK(files->canonical(folder / "link/b/new") == files->canonical(folder / "a/b/new/"));
    CHECK(files->canonical(folder / "a") != files->canonical(folder / "a/b"));
}

TEST_CASE("a file that is written while it is read is refused") {
    const ScratchFolder folder;
    const std::string path = folder / "growing.txt";
    std::ofstream(path) << "x";
    std::filesystem::resize_file(path, 64 << 20);
    std::atomic<bool> done = false;
    std::thread writer([&] {
        while (!done) std::filesystem::last_write_time(path, std::filesystem::file_time_type::clock::now());
    });
    const Result<std::string> bytes = make_disk_files()->read(path, std::size_t{1} << 30);
    done = true;
    writer.join();
    REQUIRE(!bytes);
    CHECK(bytes.error().code == Code::file_changed);
    CHECK(make_disk_files()->read(path, std::size_t{1} << 30));
}
