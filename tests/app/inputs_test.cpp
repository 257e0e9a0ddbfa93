#include "app/inputs.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>

#include "app/scratch_folder.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

void touch(const std::string& path) {
    fs::create_directories(fs::path(path).parent_path());
    std::ofstream(path) << "x";
}

std::vector<std::string> find(const std::vector<std::string>& inputs, Diagnostics& problems,
                              const SearchOptions& options = {}) {
    return find_documents(inputs, options, *make_disk_files(), problems);
}

}  // namespace

TEST_CASE("folders are searched through, hidden ones left out, all sorted by path") {
    const ScratchFolder folder;
    for (const char* name : {"b.txt", "a/2.md", "a/1.md", "a/.git/x.txt", ".hidden", "c/d/e.pdf"}) touch(folder / name);
    Diagnostics problems;
    const std::vector<std::string> found = find({folder / "b.txt", folder.path() + "/"}, problems);
    CHECK(found ==
          std::vector<std::string>{folder / "a/1.md", folder / "a/2.md", folder / "b.txt", folder / "c/d/e.pdf"});
    CHECK(problems.empty());
}

TEST_CASE("the folder where packs go is no input of the next run, unless it is named") {
    const ScratchFolder folder;
    touch(folder / "a.txt");
    touch(folder / "packs/a.pdf");
    Diagnostics problems;
    CHECK(find({folder.path()}, problems, {folder / "./packs/"}) == std::vector<std::string>{folder / "a.txt"});
    CHECK(find({folder / "packs"}, problems, {folder / "packs"}).size() == 1);
}

TEST_CASE("what is missing, empty or special is reported, the rest is found") {
    const ScratchFolder folder;
    touch(folder / "a.txt");
    fs::create_directories(folder / "empty/.hidden");
    fs::create_symlink("nowhere", folder / "broken");
    fs::create_directory_symlink(folder.path(), folder / "cycle");
    Diagnostics problems;
    CHECK(find({folder.path(), folder / "none", folder / "empty", "/dev/null"}, problems).size() == 1);
    std::vector<Code> codes;
    for (const Diagnostic& problem : problems) codes.push_back(problem.code);
    CHECK(codes ==
          std::vector<Code>{Code::file_unreadable, Code::file_missing, Code::folder_empty, Code::file_not_regular});
}

TEST_CASE("a link that leads out of the folder is followed only where that was said") {
    const ScratchFolder inside, outside;
    touch(inside / "a.txt");
    touch(outside / "secret.txt");
    touch(outside / "more/b.txt");
    fs::create_symlink("a.txt", inside / "own.txt");
    fs::create_symlink(outside / "secret.txt", inside / "link.txt");
    fs::create_directory_symlink(outside / "more", inside / "m");
    fs::create_directory_symlink(inside.path(), outside / "more/back");
    Diagnostics problems;
    CHECK(find({inside.path()}, problems) == std::vector<std::string>{inside / "a.txt", inside / "own.txt"});
    REQUIRE(problems.size() == 2);
    CHECK(problems[0].code == Code::link_outside);
    CHECK(problems[0].place.file == inside / "link.txt");
    CHECK(problems[1].place.file == inside / "m");
    problems.clear();
    CHECK(find({inside.path()}, problems, {"", true}) ==
          std::vector<std::string>{inside / "a.txt", inside / "link.txt", inside / "m/b.txt", inside / "own.txt"});
    CHECK(problems.empty());
}

TEST_CASE("a link that the user names is followed") {
    const ScratchFolder inside, outside;
    touch(outside / "a.txt");
    fs::create_directory_symlink(outside.path(), inside / "m");
    Diagnostics problems;
    CHECK(find({inside / "m"}, problems) == std::vector<std::string>{inside / "m/a.txt"});
    CHECK(problems.empty());
}
