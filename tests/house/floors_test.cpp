#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <map>
#include <string>
#include <string_view>
#include <vector>

// The house rules of src/README.md that a machine can check: which floor may include which, who may use which library,
// and how long files may grow.
namespace {

namespace fs = std::filesystem;

constexpr std::array<std::string_view, 10> floors{"support",  "model",    "readers", "extract", "store",
                                                  "assemble", "template", "layout",  "writers", "app"};

/// How the headers of a third-party library begin, and the floors that may include them.
struct Library {
    std::string_view header;
    std::vector<std::string_view> users;
};

const std::vector<Library> libraries{
    {"tinyxml2.h", {"support"}},
    {"zip.h", {"support"}},
    {"unicode/", {"support"}},
    {"openssl/", {"support"}},
    {"nlohmann/", {"model", "app"}},
    {"poppler", {"readers"}},
    {"tesseract/", {"readers"}},
    {"gumbo.h", {"readers"}},
    {"md4c", {"readers"}},
    {"re2/", {"extract"}},
    {"libstemmer.h", {"extract"}},
    {"sqlite3.h", {"store"}},
    {"kainjow/", {"template"}},
    {"toml++", {"template", "layout", "app"}},
    {"hb", {"layout", "writers"}},
    {"fribidi", {"layout"}},
    {"hyphen.h", {"layout"}},
    {"hpdf", {"writers"}},
    {"qpdf/", {"writers"}},
    {"png.h", {"writers"}},
    {"CLI/", {"app"}},
    {"seccomp.h", {"app"}},
};

struct Include {
    std::string file, floor, target;
    int line = 0;
    bool own = false;  // in quotes

    std::string target_floor() const { return target.substr(0, target.find('/')); }
    std::string wording() const { return file + ":" + std::to_string(line) + " includes " + target; }
};

fs::path source_folder() { return fs::path(RAPPORTEUR_SOURCE_DIR) / "src"; }

std::vector<fs::path> source_files() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::recursive_directory_iterator(source_folder())) {
        const auto extension = entry.path().extension();
        if (extension == ".h" || extension == ".cpp") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

std::vector<std::string> lines_of(const fs::path& path) {
    std::ifstream in(path);
    std::vector<std::string> out;
    for (std::string line; std::getline(in, line);) out.push_back(line);
    return out;
}

void collect(const fs::path& path, std::vector<Include>& out) {
    const fs::path relative = fs::relative(path, source_folder());
    int number = 0;
    for (const std::string& line : lines_of(path)) {
        ++number;
        if (!line.starts_with("#include ")) continue;
        const bool own = line[9] == '"';
        const std::size_t end = line.find(own ? '"' : '>', 10);
        out.push_back({relative.string(), relative.begin()->string(), line.substr(10, end - 10), number, own});
    }
}

std::vector<Include> all_includes() {
    std::vector<Include> out;
    for (const fs::path& path : source_files()) collect(path, out);
    return out;
}

std::ptrdiff_t height(std::string_view floor) {
    return std::find(floors.begin(), floors.end(), floor) - floors.begin();
}

/// "Gap" of "struct Gap : RecordHead {" at the beginning of a line, which is outside other types; else empty.
std::string type_defined_in(const std::string& line) {
    for (const std::string_view word : {"struct ", "class ", "enum class ", "enum "}) {
        if (!line.starts_with(word) || line.back() != '{') continue;
        const std::string name = line.substr(word.size(), line.find_first_of(" :{", word.size()) - word.size());
        if (name != "class") return name;
    }
    return {};
}

}  // namespace

TEST_CASE("every folder of src is a floor") {
    for (const auto& entry : fs::directory_iterator(source_folder())) {
        if (!entry.is_directory()) continue;
        INFO(entry.path().string());
        CHECK(height(entry.path().filename().string()) < static_cast<std::ptrdiff_t>(floors.size()));
    }
}

TEST_CASE("a floor includes only itself and the floors before it") {
    const std::vector<Include> includes = all_includes();
    REQUIRE(includes.size() > 50);
    for (const Include& include : includes) {
        if (!include.own) continue;
        INFO(include.wording());
        CHECK(height(include.target_floor()) <= height(include.floor));
    }
}

TEST_CASE("the drawing floors know nothing of records") {
    for (const Include& include : all_includes()) {
        if (!include.own || (include.floor != "layout" && include.floor != "writers")) continue;
        INFO(include.wording());
        const std::string floor = include.target_floor();
        const bool drawing = floor == "support" || floor == "layout" || floor == "writers";
        CHECK(drawing);
    }
}

TEST_CASE("a library is used only by the floor that it belongs to") {
    for (const Include& include : all_includes()) {
        if (include.own) continue;
        for (const Library& library : libraries) {
            if (!include.target.starts_with(library.header)) continue;
            INFO(include.wording());
            const bool allowed =
                std::find(library.users.begin(), library.users.end(), include.floor) != library.users.end();
            CHECK(allowed);
        }
    }
}

TEST_CASE("files stay short") {
    std::vector<std::size_t> lengths;
    for (const fs::path& path : source_files()) lengths.push_back(lines_of(path).size());
    REQUIRE(!lengths.empty());
    std::sort(lengths.begin(), lengths.end());
    CHECK(lengths[lengths.size() / 2] <= 120);
    CHECK(lengths[lengths.size() * 95 / 100] <= 450);
}

TEST_CASE("a name stands for one type only: two of a name in one namespace are one to the linker") {
    std::map<std::string, std::string> files;  // by name of the type
    for (const fs::path& path : source_files()) {
        if (path.extension() != ".h") continue;
        for (const std::string& line : lines_of(path)) {
            const std::string name = type_defined_in(line);
            if (name.empty()) continue;
            INFO(name << " in " << path.string());
            const auto [entry, is_new] = files.try_emplace(name, path.string());
            CHECK_MESSAGE(is_new, "stands in " << entry->second << " too");
        }
    }
    CHECK(files.size() > 200);
}

TEST_CASE("no header opens a namespace for its readers") {
    for (const fs::path& path : source_files()) {
        if (path.extension() != ".h") continue;
        for (const std::string& line : lines_of(path)) {
            INFO(path.string() << ": " << line);
            CHECK(line.find("using namespace") == std::string::npos);
        }
    }
}
