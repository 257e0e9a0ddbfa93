#include <doctest/doctest.h>

#include "extract/extract.h"
#include "extract/shipped_rules.h"
#include "extract/written_document.h"

namespace rapporteur {
namespace {

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("an explanation names the rule, what it captured, what was refused and why") {
    const auto knowledge = load_knowledge(shipped_rules(), shipped_themes());
    REQUIRE(knowledge.ok());
    const WrittenDocument written(R"(
        # Recommendations
        4. The Board should publish its list.
        5. It should be noted that the list is long. Rain fell.
        6. The Chair asked that members:
        (a) pay in time.
        7. Ms. Lind said that the list was long.
        | No. | Recommendation | Responsible unit |
        | 1 | Light the piers of the north | Harbour Office |)");
    const std::string text = explain(written.document(), *knowledge);
    CHECK(holds(text, "¶ 4, Recommendations [recommendations]\n\"The Board should publish its list.\"\n"));
    CHECK(holds(text, "recommendation: \"should\", strength 3, to Board, by nobody named, confidence "));
    CHECK(holds(text, " for a rule that says 0.82 of itself\n      raised: "));
    CHECK(holds(text, "stands under a heading or clause that announces such (+"));
    CHECK(holds(text, "      lowered: "));
    CHECK(holds(text, "matches recommendation.should (en/recommendation.xml:"));
    CHECK(holds(text, "refused recommendation.should: refused by what stands beside \"should\""));
    CHECK(holds(text, "\"Rain fell.\"\n  no rule matches\n"));
    CHECK(holds(text, "introduces the list below: its items are the statements"));
    CHECK(holds(text, "intervention: by Ms. Lind, confidence 0."));
    CHECK(holds(text, "\"Light the piers of the north\"\n  recommendation: \"\", strength 3, to Harbour Office"));
    CHECK(holds(text, "    matches recommendation.column-text\n"));
    CHECK(holds(text, "introduced by \"The Chair asked that members:\""));
}

}  // namespace rapporteur
