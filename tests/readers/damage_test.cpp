#include "readers/damage.h"

#include <doctest/doctest.h>

#include "readers/reader.h"

using namespace rapporteur;

namespace {

bool is_damaged(const std::string& line) {
    const auto document =
        read_document({"a.txt", "Report of the ports\n\n" + line + "\n\nThe dues rose by a tenth.\n"});
    REQUIRE(document.ok());
    for (const Block& block : document->blocks)
        if (block.kind == BlockKind::damaged || !block.damaged.empty()) return true;
    return false;
}

}  // namespace

TEST_CASE("symbols with their year in brackets are no damage; letters and figures at random are") {
    CHECK_FALSE(
        is_damaged("GR-PB(2031)1, GR-PB(2031)1-add, GR-PB(2031)1-addcorr, CP/Del/Dec(2031)1304/11.2, DD(2031)89"));
    CHECK(is_damaged("q(3)x7(b)k2() zq(9)v(1)t4(x)r8 w3(f)1(z)9(k)q2 b7(2)d(5)n1(p)c6()"));
}
