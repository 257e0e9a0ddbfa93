#include "extract/scan_doubt.h"

#include <doctest/doctest.h>

#include <string>
#include <string_view>
#include <vector>

#include "extract/extract.h"
#include "extract/shipped_knowledge.h"

using namespace rapporteur;

namespace {

/// A page of a scan with one paragraph, of which these words were not read surely.
Document scan(const std::string& text, const std::vector<std::string_view>& unsure) {
    Document document;
    document.language = "en";
    document.text = text;
    document.pages = 1;
    document.warnings = {{Code::page_recognised, {"scan.pdf", 1}, "eng, 80% sure"}};
    Block block;
    block.range = {0, text.size()};
    block.page = 1;
    for (const std::string_view word : unsure) {
        const std::size_t at = text.find(word);
        block.damaged.push_back({at, at + word.size()});
    }
    document.blocks.push_back(block);
    return document;
}

const std::string asked = "The Committee recommends that the council repair the northern pier before the winter.";

}  // namespace

TEST_CASE("a statement with a doubtful word is found, and is not given as certain") {
    const Records sure = extract(scan(asked, {}), shipped_knowledge());
    REQUIRE(sure.recommendations.size() == 1);
    CHECK(sure.recommendations[0].confidence > 0.5);
    CHECK(sure.gaps.empty());
    const Records unsure = extract(scan(asked, {"northern"}), shipped_knowledge());
    REQUIRE(unsure.recommendations.size() == 1);
    CHECK(unsure.recommendations[0].text == asked);
    CHECK(unsure.recommendations[0].confidence < 0.5);
    REQUIRE(unsure.gaps.size() == 1);
    CHECK(unsure.gaps[0].text == "read from a scan; doubtful words: “northern”");
    CHECK(unsure.gaps[0].sources.at(0).page == 1);
}

TEST_CASE("a sentence that is mostly doubtful is a gap and nothing else") {
    const Records records =
        extract(scan(asked, {"Committee recommends that the council repair the north"}), shipped_knowledge());
    CHECK(records.recommendations.empty());
    REQUIRE(records.gaps.size() == 1);
    CHECK(records.gaps[0].text == asked);
    CHECK(records.gaps[0].sources.at(0).page == 1);
}

TEST_CASE("what is damaged outside scans stays out") {
    Document document = scan(asked, {"northern"});
    document.warnings.clear();
    CHECK(extract(document, shipped_knowledge()).recommendations.empty());
}
