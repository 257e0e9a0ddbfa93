#include "template/labels.h"

#include <doctest/doctest.h>

#include "template/shipped_template.h"
#include "template/wording.h"

using namespace rapporteur;

namespace {

const Labels& english() {
    static const Labels labels = [] {
        Result<Labels> read = read_labels(shipped::files("meeting").labels);
        REQUIRE_MESSAGE(read.ok(), wording(read.error()));
        return std::move(*read);
    }();
    return labels;
}

std::string dates(PartialDate first, PartialDate last) { return Wording(english()).dates({first, last}); }

Reference reference(const std::string& name, int page, const std::string& paragraph, int line = 0) {
    Reference r;
    r.document = {DocumentNaming::symbol, name, std::nullopt, 0};
    r.document_id = name;
    r.page = page;
    r.paragraph = paragraph;
    r.line = line;
    r.anchor = "document-1";
    return r;
}

}  // namespace

TEST_CASE("dates are worded by the labels") {
    const Wording words(english());
    CHECK(words.date({2014}) == "2014");
    CHECK(words.date({2014, 2}) == "February 2014");
    CHECK(words.full_date({2014, 2, 20}) == "Thursday, 20 February 2014");
    CHECK(words.dates({}).empty());
    CHECK(dates({2014, 2, 20}, {2014, 2, 21}) == "20 and 21 February 2014");
    CHECK(dates({2008, 5, 5}, {2008, 5, 9}) == "5–9 May 2008");
    CHECK(dates({2008, 4, 30}, {2008, 5, 2}) == "30 April – 2 May 2008");
    CHECK(dates({2008, 12, 30}, {2009, 1, 2}) == "30 December 2008 – 2 January 2009");
    CHECK(dates({2001}, {2004}) == "2001–2004");
    CHECK(dates({2001, 5}, {2001, 7}) == "May 2001 – July 2001");
}

TEST_CASE("times, lists and numbers") {
    const Wording words(english());
    CHECK(words.times("10:00", "13:00") == "10.00–13.00");
    CHECK(words.times("9:30", "") == "9.30");
    CHECK(words.times("", "").empty());
    CHECK(words.list({"a", "b", "c"}) == "a, b and c");
    CHECK(english().counted("cover.at_hand", 1) == "1 document at hand");
    CHECK(english().counted("cover.at_hand", 5) == "5 documents at hand");
}

TEST_CASE("citations") {
    const Wording words(english());
    CHECK(words.cite(reference("HC/7", 7, "31")) == "HC/7, ¶ 31, p. 7");
    CHECK(words.cite(reference("HC/7", 0, "", 57)) == "HC/7, l. 57");
    CHECK(words.document({DocumentNaming::meeting_page, "", std::nullopt, 2}) == "Meeting page (2)");
    CHECK(words.document({DocumentNaming::dated, "Harbour Office", PartialDate{2013, 1}, 0}) ==
          "Harbour Office, January 2013");
    CHECK(words.document({}) == "Source not at hand");
}

TEST_CASE("neighbouring places of one document are one citation") {
    const Wording words(english());
    const auto cites = words.cites({reference("HC/7", 0, "", 5), reference("HC/7", 0, "", 9), reference("HC/8", 2, "1"),
                                    reference("HC/8", 2, "3"), reference("HC/8", 4, "5")});
    REQUIRE(cites.size() == 3);
    CHECK(cites[0].words == "HC/7, l. 5, 9");
    CHECK(cites[0].target == "#document-1");
    CHECK(cites[1].words == "HC/8, ¶ 1, p. 2, 3");
    CHECK(cites[2].words == "HC/8, ¶ 5, p. 4");
}

TEST_CASE("braces that nothing fills stay") {
    CHECK(fill("{a} {b} {", {{"a", "{b}"}}) == "{b} {b} {");
    CHECK(fill("no braces", {}) == "no braces");
}

TEST_CASE("a labels file that cannot be read, or lacks a label, is refused with its place") {
    const Result<Labels> broken = read_labels({"labels.xx.toml", "a = 1\nb ="});
    REQUIRE_FALSE(broken.ok());
    CHECK(broken.error().code == Code::template_invalid);
    CHECK(broken.error().place.line == 2);
    NamedText file = shipped::files("meeting").labels;
    const std::size_t at = file.text.find("\npage = \"Page");
    file.text.erase(at, file.text.find('\n', at + 1) - at);
    const Result<Labels> lacking = read_labels(file);
    REQUIRE_FALSE(lacking.ok());
    CHECK(lacking.error().code == Code::label_missing);
    CHECK(lacking.error().detail == "pack.page");
}
