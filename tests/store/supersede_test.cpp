#include "store/supersede.h"

#include <doctest/doctest.h>

#include "record_maker.h"

using namespace rapporteur;

namespace {

DocumentRecord issue(const std::string& id, const std::string& symbol, const std::string& language = "en") {
    DocumentRecord record;
    record.id = id;
    record.symbol = symbol;
    record.language = language;
    return record;
}

}  // namespace

TEST_CASE("a revision takes the place of the paper and of earlier revisions in its language") {
    const auto found =
        find_superseded({issue("a", "HB/C.1/4"), issue("b", "HB/C.1/4/Rev.1"), issue("c", "hb/C.1/4/rev.2"),
                         issue("d", "HB/C.1/4", "fr"), issue("e", "HB/C.1/5/Rev.9"), issue("f", "")});
    REQUIRE(found.size() == 2);
    CHECK(found[0].document == "a");
    CHECK(found[0].by == "c");
    CHECK(found[0].whole);
    CHECK(found[1].document == "b");
}

TEST_CASE("a corrigendum corrects the newest issue that prints the whole") {
    const auto found = find_superseded({issue("a", "HB/7"), issue("b", "HB/7/Corr.1"), issue("c", "HB/8/Corr.1"),
                                        issue("d", "HB/9/Rev."), issue("e", "HB/9")});
    REQUIRE(found.size() == 1);
    CHECK(found[0].document == "a");
    CHECK(found[0].by == "b");
    CHECK(found[0].by_symbol == "HB/7/Corr.1");
    CHECK_FALSE(found[0].whole);
}

TEST_CASE("statements under paragraphs that are printed anew go, others stay") {
    const auto statement = [](const std::string& document, const std::string& paragraph) {
        auto record = in_document<Recommendation>(document, document + paragraph);
        record.sources.front().paragraph = paragraph;
        return record;
    };
    Records whole, corrigendum;
    whole.recommendations = {statement("a", "1"), statement("a", "2"), statement("a", "")};
    corrigendum.recommendations = {statement("b", "2"), statement("b", "")};
    drop_corrected(whole, corrigendum);
    REQUIRE(whole.recommendations.size() == 2);
    CHECK(whole.recommendations[0].id == "a1");
    CHECK(whole.recommendations[1].id == "a");
}
