#include <doctest/doctest.h>

#include <map>

#include "app/program.h"

using namespace rapporteur;
namespace fs = std::filesystem;

namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";

/// A folder with copies of the inputs, a store and packs.
class House {
public:
    House() { fs::copy(inputs, folder_ / "papers", fs::copy_options::recursive); }

    Ended build(std::vector<std::string> more = {}) const {
        more.insert(more.begin(), {"build", folder_ / "papers", "--out", folder_ / "packs", "--store",
                                   folder_ / "s.sqlite", "--as-of", "2015-02-01", "--format", "docx"});
        return run_program(more);
    }

    std::map<std::string, std::string> packs() const {
        std::map<std::string, std::string> out;
        for (const auto& entry : fs::directory_iterator(folder_ / "packs"))
            out[entry.path().filename().string()] = content_of(entry.path().string());
        return out;
    }

    std::string operator/(const std::string& name) const { return folder_ / name; }

private:
    ScratchFolder folder_;
};

bool says(const Ended& ended, const std::string& words) { return ended.err.find(words) != std::string::npos; }

}  // namespace

TEST_CASE("with a store only what changed is read again, and the packs are those of a build without one") {
    const House house;
    const Ended once = house.build();
    CHECK(once.status == 0);
    CHECK(says(once, "2 documents read, 0 unchanged"));
    const auto packs = house.packs();
    const Ended plain =
        run_program({"build", house / "papers", "--out", house / "plain", "--as-of", "2015-02-01", "--format", "docx"});
    for (const auto& [name, bytes] : packs) CHECK(content_of(house / ("plain/" + name)) == bytes);
    CHECK(plain.out.size() > 0);

    const Ended again = house.build();
    CHECK(says(again, "0 documents read, 2 unchanged"));
    CHECK(house.packs() == packs);

    fs::rename(house / "papers", house / "moved");
    fs::rename(house / "moved", house / "papers");
    put(house / "papers/late.md", "# Note on quays\n\n1. Ports should lower the costs of mooring.\n");
    CHECK(says(house.build(), "1 document read, 2 unchanged"));
    fs::remove(house / "papers/late.md");
    CHECK(says(house.build(), "0 documents read, 2 unchanged, 1 file gone"));
    CHECK(house.packs().size() >= packs.size());
}

TEST_CASE("other rules are applied to what was read before, other ways of reading read again") {
    const House house;
    house.build();
    put(house / "themes.xml",
        "<themes><theme id=\"quays\"><title lang=\"en\">Quays</title><terms "
        "lang=\"en\">quay</terms></theme></themes>\n");
    const Ended other = house.build({"--themes", house / "themes.xml"});
    CHECK(says(other, "0 documents read, 0 unchanged, 2 extracted again"));
    CHECK(says(house.build({"--tracked", "original"}), "2 documents read"));
}

TEST_CASE("find prints statements with their sources, purge removes all trace") {
    const House house;
    put(house / "papers/late.md", "# Note on quays\n\n1. Ports should lower the costs of mooring at night.\n");
    house.build();
    const Ended found = run_program({"find", "cost mooring night", "--store", house / "s.sqlite"});
    CHECK(found.status == 0);
    CHECK(found.out.find("Ports should lower the costs of mooring at night.") != std::string::npos);
    CHECK(found.out.find("late.md") != std::string::npos);
    const Ended json = run_program({"find", "mooring night", "--store", house / "s.sqlite", "--json"});
    CHECK(json.out.starts_with("{\"kind\":\"recommendation\""));
    const Ended purged = run_program({"purge", "late.md", "--store", house / "s.sqlite"});
    CHECK(purged.status == 0);
    CHECK(says(purged, "still stands among the sources"));
    CHECK(run_program({"find", "mooring night", "--store", house / "s.sqlite"}).out.empty());
    for (const char* companion : {"", "-wal", "-shm"})
        CHECK(content_of((house / "s.sqlite") + companion).find("at night") == std::string::npos);
    CHECK(run_program({"purge", "late.md", "--store", house / "s.sqlite"}).status == 2);
    CHECK(run_program({"find", "x", "--store", house / "none"}).status == 2);
    CHECK_FALSE(fs::exists(house / "none"));
}
