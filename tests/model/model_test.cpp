#include <doctest/doctest.h>

#include "model/date.h"
#include "model/document.h"
#include "model/record_json.h"
#include "model/source_maker.h"

using namespace rapporteur;

namespace {

Document small_document() {
    Document document;
    document.file = "in/small.md";
    document.sha256 = std::string(64, 'a');
    document.media_type = MediaType::markdown;
    document.language = "en";
    document.text = "Über uns\n\n1. First café page. Second.";
    Block heading;
    heading.kind = BlockKind::heading;
    heading.level = 1;
    heading.range = {0, 9};
    heading.line = 1;
    Block paragraph;
    paragraph.range = {14, document.text.size()};
    paragraph.number = "1";
    paragraph.label = "1.";
    paragraph.page = 3;
    paragraph.page_breaks = {32};
    paragraph.runs = {{{14, 19}, true, false, "https://example.org"}};
    paragraph.lines = {{{14, 31}, {3, 10, 20, 30, 40}}, {{32, document.text.size()}, {4, 10, 20, 30, 40}}};
    document.blocks = {heading, paragraph};
    document.left_out = {{"page number", "3", 3}};
    document.warnings = {{Code::line_damaged, {"in/small.md", 2, 0, 0}, "x"}};
    return document;
}

Recommendation full_recommendation(const Document& document) {
    Recommendation r;
    r.id = "r1";
    r.text = "Second.";
    r.verb = "urged";
    r.strength = 4;
    r.addressees = {"States"};
    r.deadline = PartialDate{2014, 7, 0};
    r.status = RecommendationStatus::partially_accepted;
    r.response = Response{"Agreed.", "the Office", {}};
    r.themes = {{"remittances", 0.5}};
    r.rule = "urge";
    r.confidence = 0.9;
    r.sources = {SourceMaker(document).source(document.blocks[1], {32, 39}, "1", {"Über uns"})};
    return r;
}

}  // namespace

TEST_CASE("partial dates are written, read and compared") {
    CHECK(to_iso({2014, 2, 0}) == "2014-02");
    CHECK(parse_iso_date("2014-02-20") == PartialDate{2014, 2, 20});
    CHECK_FALSE(parse_iso_date("2014-02-30"));
    CHECK_FALSE(parse_iso_date("2014-2-3"));
    CHECK(PartialDate{2013, 0, 0} < PartialDate{2013, 2, 0});
    CHECK(agree({2013, 0, 0}, {2013, 2, 5}));
    CHECK_FALSE(agree({2013, 3, 0}, {2013, 2, 5}));
    CHECK(weekday({2014, 2, 20}) == 3);
    CHECK(weekday({2000, 2, 29}) == 1);
}

TEST_CASE("a document survives the worker's pipe") {
    const Document document = small_document();
    const auto back = document_from_json(to_json_line(document));
    REQUIRE(back);
    CHECK(dump(*back) == dump(document));
    CHECK(back->blocks[1].lines.size() == 2);
    CHECK_FALSE(document_from_json("{\"file\":1}"));
}

TEST_CASE("the dump of a document shows structure, breaks and what was left out") {
    CHECK(dump(small_document()) ==
          "document text/markdown language=en pages=0\n"
          "heading level=1 line=1\n  Über uns\n"
          "paragraph number=1 label=1. page=3\n  First café page. ⏎p4 Second.\n  run bold link=https://example.org: "
          "First\n"
          "left out (page number, page 3): 3\n"
          "warning line-damaged: in/small.md, page 2: a line cannot be read: x\n");
}

TEST_CASE("a source counts code points and knows page and boxes") {
    const Document document = small_document();
    const Source source = SourceMaker(document).source(document.blocks[1], {32, 39}, "1", {});
    CHECK(source.page == 4);
    CHECK(source.start == 30);
    CHECK(source.end == 37);
    REQUIRE(source.boxes.size() == 1);
    CHECK(source.boxes[0].page == 4);
}

TEST_CASE("records come back from JSON Lines as they were written") {
    Records records;
    records.recommendations = {full_recommendation(small_document())};
    AgendaItem item;
    item.number = "II";
    item.talks = {{"A talk", {{"Ann Ode", PersonRole::presenter, "An office", "tbc", "Dr"}}}};
    item.day = PartialDate{2014, 2, 20};
    records.agenda_items = {item};
    Gap gap;
    gap.code = GapCode::symbol_conflict;
    records.gaps = {gap};
    const std::string lines = to_jsonl(records);
    const auto back = records_from_jsonl(lines, "r.jsonl");
    REQUIRE(back.ok());
    CHECK(to_jsonl(*back) == lines);
    CHECK(back->recommendations[0].status == RecommendationStatus::partially_accepted);
    CHECK(back->agenda_items[0].talks[0].speakers[0].role == PersonRole::presenter);
}

TEST_CASE("a number that no whole number can hold is a mistake of its line") {
    for (const char* number : {"5.5e83", "1.5", "-1", "99999999999999999999", "\"7\""}) {
        INFO(number);
        const std::string line = "{\"kind\":\"document\",\"id\":\"a\",\"bytes\":" + std::string(number) + "}\n";
        const auto records = records_from_jsonl("{\"kind\":\"term\",\"id\":\"t\"}\n" + line, "r.jsonl");
        REQUIRE_FALSE(records.ok());
        CHECK(records.error().place.line == 2);
    }
}

TEST_CASE("a broken line of records is refused with its number") {
    const auto bad = records_from_jsonl("{\"kind\":\"term\"}\n{", "r.jsonl");
    REQUIRE_FALSE(bad.ok());
    CHECK(bad.error().place.line == 2);
}
