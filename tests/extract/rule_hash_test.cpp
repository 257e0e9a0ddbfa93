#include "extract/rule_hash.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extract/extract.h"
#include "extract/shipped_rules.h"

namespace rapporteur {

TEST_CASE("the rules of the build are known, in any order; changed or further ones are not") {
    std::vector<NamedText> files = shipped_rules();
    CHECK(are_shipped(files));
    std::reverse(files.begin(), files.end());
    CHECK(are_shipped(files));
    files.back().text += "\n";
    CHECK_FALSE(are_shipped(files));
    files = shipped_rules();
    files.push_back({"xx/further.xml", "<rules/>"});
    CHECK_FALSE(are_shipped(files));
}

TEST_CASE("a mistake in a changed rule is told with its file and line before any document is read") {
    std::vector<NamedText> files = shipped_rules();
    files.push_back({"en/own.xml",
                     "<rules record=\"recommendation\">\n<rule id=\"own\">\n<pattern>(</pattern>\n"
                     "<example>x</example><not>y</not></rule></rules>"});
    const auto knowledge = load_knowledge(files, shipped_themes());
    REQUIRE_FALSE(knowledge.ok());
    CHECK(knowledge.error().code == Code::pattern_invalid);
    CHECK(knowledge.error().place.file == "en/own.xml");
    CHECK(knowledge.error().place.line == 3);
}

}  // namespace rapporteur
