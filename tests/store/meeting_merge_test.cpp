#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "store/merge.h"
#include "store/record_maker.h"

using namespace rapporteur;

namespace {

/// The ids of each cluster, in order: "a b | c".
std::string clusters_of(std::vector<Meeting> meetings, std::vector<Term> terms = {}) {
    Records records;
    records.meetings = std::move(meetings);
    records.terms = std::move(terms);
    const Records merged = merge({records});
    std::map<std::string, std::vector<std::string>> members;
    for (const Meeting& m : merged.meetings) members[m.cluster].push_back(m.id);
    std::string out;
    for (auto& [cluster, ids] : members) {
        std::sort(ids.begin(), ids.end());
        if (!out.empty()) out += " | ";
        for (std::size_t i = 0; i < ids.size(); ++i) out += (i ? " " : "") + ids[i];
    }
    return out;
}

Meeting sitting(const std::string& document, const std::string& id, const std::string& body, const std::string& session,
                const std::string& date = "") {
    Meeting record = meeting(document, id, body + ", " + session + "th session", date);
    record.body = body;
    record.session = session;
    return record;
}

}  // namespace

TEST_CASE("one numbered meeting in a web page and in a report") {
    Meeting page = meeting("page", "a", "ninth Harbour Meeting on Coastal Shipping", "2016-03-10", "9");
    page.end = parse_iso_date("2016-03-11");
    page.place = "Port Vila";
    Meeting report = meeting("report", "b", "NINTH HARBOUR MEETING ON COASTAL SHIPPING", "2016-03-10");
    report.place = "Conference Hall, Port Vila";
    CHECK(clusters_of({page, report}) == "a b");
}

TEST_CASE("the ninth meeting is not the tenth, and a name is not the same meeting in another year") {
    CHECK(clusters_of({meeting("1", "a", "Ninth Harbour Meeting on Coastal Shipping"),
                       meeting("2", "b", "Tenth Harbour Meeting on Coastal Shipping")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "Harbour Meeting on Coastal Shipping", "2015"),
                       meeting("2", "b", "Harbour Meeting on Coastal Shipping", "2016")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "2015 Harbour Meeting on Coastal Shipping"),
                       meeting("2", "b", "Harbour Meeting on Coastal Shipping of 2016")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "Second Harbour Dialogue on Fisheries", "2015"),
                       meeting("2", "b", "Second Harbour Dialogue on Fisheries", "2018")}) == "a | b");
}

TEST_CASE("a likeness of names alone is no proof") {
    CHECK(clusters_of({meeting("1", "a", "Harbour Meeting on Coastal Shipping"),
                       meeting("2", "b", "Harbour Meeting on Coastal Shipping")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "Harbour Meeting on Coastal Shipping", "2016"),
                       meeting("2", "b", "Harbour Meeting on Coastal Fisheries", "2016")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "Harbour Meeting on Coastal Shipping", "2016"),
                       meeting("2", "b", "Expert Meeting on Coastal Shipping", "2016")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "Harbour Meeting on Coastal Shipping", "2016"),
                       meeting("2", "b", "Harbour Conference on Coastal Shipping", "2016")}) == "a | b");
}

TEST_CASE("a number and a day without a name are not enough") {
    CHECK(clusters_of({meeting("1", "a", "1st meeting", "2014-04-28", "1"),
                       meeting("2", "b", "1st meeting", "2014-04-28", "1")}) == "a | b");
    CHECK(clusters_of({meeting("1", "a", "tenth session", "2014-04-28", "10"),
                       meeting("2", "b", "tenth session", "2014-04-28", "10")}) == "a | b");
}

TEST_CASE("an ordinal, a year and an abbreviation are names of one meeting where one record ties them together") {
    const std::vector<Term> terms{
        term("1", "UOA/FD", "Union of Archipelagos Far-reaching Dialogue on Ocean Transport and Trade")};
    Meeting tied = meeting("1", "a", "second UOA/FD", "2013", "2");
    tied.aliases = {"UOA/FD", "2013 UOA/FD"};
    const Meeting year = meeting("2", "b", "2013 Far-reaching Dialogue on Ocean Transport and Trade", "2013");
    const Meeting first = meeting("1", "c", "2006 UOA/FD", "2006", "1");
    CHECK(clusters_of({tied, year, first}, terms) == "a b | c");
    CHECK(clusters_of({year, first, tied}, terms) == "a b | c");
    // Without the record that holds both, nothing says that the second was that of 2013.
    CHECK(clusters_of({meeting("1", "a", "second UOA/FD", "", "2"), year}, terms) == "a | b");
}

TEST_CASE("a session of a body under its full name, its initials and its month") {
    Meeting full = sitting("1", "a", "Permanent Commission on Ports and Fees", "2", "2008-05-05");
    full.end = parse_iso_date("2008-05-06");
    const Meeting month = meeting("1", "b", "PCPF session in May 2008", "2008-05");
    const Meeting first = meeting("1", "c", "first meeting of the PCPF", "2007-10", "1");
    CHECK(clusters_of({full, month, first}) == "a b | c");
}

TEST_CASE("the second sessions of two bodies are two meetings, also in one month") {
    CHECK(clusters_of({sitting("1", "a", "Council of Ports", "2", "2008-05"),
                       sitting("1", "b", "Assembly of Harbours", "2", "2008-05")}) == "a | b");
    CHECK(clusters_of({sitting("1", "a", "Legal Commission", "2", "2008"),
                       sitting("1", "b", "Permanent Commission on Ports and Fees", "2", "2008")}) == "a | b");
}

TEST_CASE("a body is the same with and without its organisation before it") {
    CHECK(clusters_of({sitting("1", "a", "Council", "101"), meeting("2", "b", "101st Session of the UOA Council")}) ==
          "a b");
    CHECK(clusters_of({sitting("1", "a", "Council", "101"), meeting("2", "b", "100th Session of the UOA Council")}) ==
          "a | b");
}

TEST_CASE("a meeting of which only the year is known joins the only one that it can be") {
    const Meeting june = meeting("1", "a", "Harbour Meeting on Coastal Shipping", "2016-06-02", "9");
    const Meeting november = meeting("2", "b", "Harbour Meeting on Coastal Shipping", "2016-11-08", "10");
    const Meeting year = meeting("3", "c", "2016 Harbour Meeting on Coastal Shipping", "2016");
    CHECK(clusters_of({june, year}) == "a c");
    CHECK(clusters_of({year, june, november}) == "a | b | c");
}

TEST_CASE("places tell meetings of one year apart, but not a numbered one from itself") {
    Meeting here = meeting("1", "a", "consultation with ship owners", "2013-02");
    Meeting there = meeting("1", "b", "consultation with ship owners", "2013-02");
    here.place = "Bergen";
    there.place = "Valparaíso";
    CHECK(clusters_of({here, there}) == "a | b");
    here.ordinal = there.ordinal = "4";
    CHECK(clusters_of({here, there}) == "a b");
}

TEST_CASE("different days of one numbered meeting are a conflict of dates, not another meeting") {
    CHECK(clusters_of({meeting("1", "a", "Ninth Harbour Meeting on Coastal Shipping", "2016-03-10"),
                       meeting("2", "b", "Ninth Harbour Meeting on Coastal Shipping", "2016-03-12")}) == "a b");
}

TEST_CASE("clusters depend neither on the order nor on the grouping of documents, and reasons are kept") {
    std::vector<Meeting> meetings{meeting("1", "a", "Ninth Harbour Meeting on Coastal Shipping", "2016-03-10"),
                                  meeting("2", "b", "Harbour Meeting on Coastal Shipping", "2016-03"),
                                  meeting("3", "c", "2016 Harbour Meeting on Coastal Shipping"),
                                  meeting("4", "d", "Tenth Harbour Meeting on Coastal Shipping", "2017")};
    std::sort(meetings.begin(), meetings.end(), [](const Meeting& a, const Meeting& b) { return a.id < b.id; });
    do {
        CHECK(clusters_of(meetings) == "a b c | d");
        std::vector<Records> parts;
        for (const Meeting& one : meetings) parts.emplace_back().meetings.push_back(one);
        CHECK(merge_with_reasons(parts).reasons.size() == 2);
    } while (std::next_permutation(meetings.begin(), meetings.end(),
                                   [](const Meeting& a, const Meeting& b) { return a.id < b.id; }));
}

TEST_CASE("thousands of meetings with the same words are merged in good time") {
    std::vector<Meeting> meetings;
    for (int i = 0; i < 5000; ++i)
        meetings.push_back(meeting("1", std::to_string(i),
                                   "Harbour Meeting on Coastal Shipping " + std::to_string(i) + "x", "2016", ""));
    Records records;
    records.meetings = meetings;
    CHECK(merge({records}).meetings.size() == 5000);
}
