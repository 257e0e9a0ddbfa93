#include "assemble/distribution.h"

#include <doctest/doctest.h>

using namespace rapporteur;

TEST_CASE("marks in several languages say how far a document may go") {
    using enum Classification;
    const std::pair<const char*, Classification> marks[] = {{"", general},
                                                            {"General", general},
                                                            {"Distr. GÉNÉRALE", general},
                                                            {"Limited distribution", limited},
                                                            {"LIMITÉE", limited},
                                                            {"RESTRICTED", restricted},
                                                            {"For participants only", restricted},
                                                            {"À usage interne", restricted},
                                                            {"Not for circulation", restricted},
                                                            {"Confidentiel", confidential},
                                                            {"In confidence", confidential},
                                                            {"Strictly confidential", strictly_confidential}};
    for (const auto& [mark, level] : marks) CHECK_MESSAGE(classification_of(mark) == level, mark);
}

TEST_CASE("the highest mark is shown as it is printed") {
    CHECK(highest_mark({"General", "RESTRICTED", "", "Limited"}) == "Restricted");
    CHECK(highest_mark({"", ""}) == "");
}
