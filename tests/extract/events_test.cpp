#include "extract/events.h"

#include <doctest/doctest.h>

#include "extract/face.h"
#include "extract/shipped_rules.h"
#include "extract/written_document.h"

using namespace rapporteur;

namespace {

std::vector<Event> events_in(std::string_view notation) {
    static const Result<RuleSet> rules = load_rules(shipped_rules());
    if (!rules) FAIL(wording(rules.error()));
    const WrittenDocument written(notation);
    const Outline outline = make_outline(written.document());
    Records records;
    find_face(written.document(), outline, *rules, records);
    find_events(written.document(), outline, *rules, records);
    for (const Event& event : records.events) CHECK(written.document().slice(event.sources.at(0).range) == event.text);
    return records.events;
}

std::string when(const Event& event) { return to_iso(event.date) + (event.end ? "/" + to_iso(*event.end) : ""); }

}  // namespace

TEST_CASE("happenings with their dates and places") {
    const auto found = events_in(
        "1. The ninth meeting took place from 20 to 21 May 2012 in Port Lind. On 18 October 2012, the Committee began "
        "to debate its "
        "terms. The Dialogue was launched in 2001.");
    REQUIRE(found.size() == 3);
    CHECK(when(found[0]) == "2012-05-20/2012-05-21");
    CHECK(found[0].place == "Port Lind");
    CHECK(found[0].text == "The ninth meeting took place from 20 to 21 May 2012 in Port Lind.");
    CHECK(found[0].sources[0].paragraph == "1");
    CHECK(when(found[1]) == "2012-10-18");
    CHECK(found[1].place.empty());
    CHECK(when(found[2]) == "2001");
    CHECK(found[2].confidence < found[1].confidence);
}

TEST_CASE("deadlines, with the year that the document's date gives them") {
    const auto found = events_in(
        "! January 2013\nPapers should reach the Office no later than 15 February. A text is to be ready by "
        "mid-December 2013.");
    REQUIRE(found.size() == 2);
    CHECK(when(found[0]) == "2013-02-15");
    CHECK(when(found[1]) == "2013-12");
    CHECK(found[0].rule == "event.deadline");
}

TEST_CASE("dates of documents, of damaged text and of nothing in particular are no events") {
    CHECK(events_in("1. The Council recalled its resolution 61/20 of 6 March 2008 and the report of 3 May 2009.")
              .empty());
    CHECK(events_in("1. In the rivers of 2008 there was much water.").empty());
    CHECK(events_in("1. The ninth meeting took place on 3 May.").empty());
    CHECK(events_in("~ was held on 3 May 2012").empty());
    CHECK(events_in("! Adopted on 3 May 2012").empty());
}
