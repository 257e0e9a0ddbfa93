#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "readers/document_check.h"
#include "readers/reader.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

std::string bytes_of(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// The inputs beside which a ".dump" file says what is read from them.
std::vector<fs::path> inputs() {
    std::vector<fs::path> out;
    for (const auto& entry : fs::directory_iterator(fs::path(RAPPORTEUR_SOURCE_DIR) / "tests/readers/golden")) {
        if (entry.path().extension() != ".dump") out.push_back(entry.path());
    }
    std::sort(out.begin(), out.end());
    return out;
}

}  // namespace

TEST_CASE("documents read as their golden dumps say") {
    REQUIRE(!inputs().empty());
    const char* accept = std::getenv("RAPPORTEUR_ACCEPT");
    for (const fs::path& input : inputs()) {
        const std::string bytes = bytes_of(input);
        const auto document = read_document({input.filename().string(), bytes});
        const std::string found = document ? dump(*document) : wording(document.error()) + "\n";
        if (document) {
            INFO(input.filename().string());
            CHECK(faults_of(*document).empty());
        }
        const fs::path golden = input.string() + ".dump";
        if (accept) std::ofstream(golden, std::ios::binary) << found;
        INFO(input.filename().string());
        CHECK(found == bytes_of(golden));
    }
}

}  // namespace rapporteur
