#include <doctest/doctest.h>

#include <cstdlib>
#include <fstream>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "layout/pack_reader.h"
#include "template/render.h"
#include "template/shipped_template.h"

using namespace rapporteur;

namespace {

std::string golden_path(const std::string& name) {
    return std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/template/golden/" + name + ".xml";
}

/// RAPPORTEUR_ACCEPT=1 takes what is there for what is expected.
void compare_with_golden(const std::string& xml, const std::string& name) {
    if (const char* accept = std::getenv("RAPPORTEUR_ACCEPT"); accept && std::string(accept) == "1") {
        std::filesystem::create_directories(std::filesystem::path(golden_path(name)).parent_path());
        std::ofstream(golden_path(name), std::ios::binary) << xml;
    }
    std::ifstream file(golden_path(name), std::ios::binary);
    const std::string expected(std::istreambuf_iterator<char>(file), {});
    CHECK_MESSAGE(xml == expected, "differs from tests/template/golden/" << name << ".xml");
}

/// The XML of every pack that the harbour's records make, by file stem.
std::vector<std::pair<std::string, std::string>> harbour_packs() {
    const Records records = harbour::records();
    const std::vector<Document> documents = harbour::documents();
    const Library library(records, documents, {{"fees", "Fees and tolls"}});
    AssembleOptions options;
    options.as_of = PartialDate{2019, 6, 2};
    options.prepared_for = "Delegation of <Oldport> & Sons";
    options.edition = "2";
    std::vector<std::pair<std::string, std::string>> packs;
    for (const Selection& selection : selections(library, GroupBy::both)) {
        const Result<std::string> xml =
            render(shipped::files(selection.by_theme ? "theme" : "meeting"), assemble(library, selection, options));
        REQUIRE_MESSAGE(xml.ok(), wording(xml.error()));
        packs.emplace_back(selection.file_stem, *xml);
    }
    return packs;
}

}  // namespace

TEST_CASE("packs are the same as their goldens, twice over") {
    const auto packs = harbour_packs();
    CHECK(packs.size() == 3);
    CHECK(packs == harbour_packs());
    for (const auto& [stem, xml] : packs) compare_with_golden(xml, stem);
}

TEST_CASE("packs are pack XML as layout reads it") {
    for (const auto& [stem, xml] : harbour_packs()) {
        const Result<Pack> pack = read_pack(xml, stem);
        REQUIRE_MESSAGE(pack.ok(), wording(pack.error()));
        CHECK(pack.value().cover.present);
        CHECK(pack.value().cover.facts[0].value == "Delegation of <Oldport> & Sons");
    }
}
