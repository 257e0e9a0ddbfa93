#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>

#include "layout/dump.h"
#include "layout/example.h"

namespace fs = std::filesystem;
using namespace rapporteur;

namespace {

std::vector<fs::path> golden_packs() {
    std::vector<fs::path> packs;
    for (const auto& entry : fs::directory_iterator(fs::path(RAPPORTEUR_SOURCE_DIR) / "tests/layout/golden"))
        if (entry.path().extension() == ".xml") packs.push_back(entry.path());
    std::sort(packs.begin(), packs.end());
    return packs;
}

void check_against(fs::path file, const std::string& text) {
    if (std::getenv("RAPPORTEUR_ACCEPT")) {
        std::ofstream(file, std::ios::binary) << text;
        return;
    }
    INFO(file.string());
    CHECK(test::repository_file(fs::relative(file, RAPPORTEUR_SOURCE_DIR).string()) == text);
}

}  // namespace

TEST_CASE("packs read and lay out as their goldens say") {
    const std::vector<fs::path> packs = golden_packs();
    REQUIRE(packs.size() >= 3);
    for (fs::path path : packs) {
        const Pack pack = test::pack_of(test::repository_file(fs::relative(path, RAPPORTEUR_SOURCE_DIR).string()));
        check_against(path.replace_extension(".pack.txt"), dump(pack));
        Diagnostics diagnostics;
        const std::string pages = dump(test::laid_out(pack, &diagnostics));
        check_against(path.replace_extension().replace_extension(".pages.txt"), pages);
        CHECK(diagnostics.empty());
        CHECK(dump(test::laid_out(pack)) == pages);
    }
}
