#include "store/merge.h"

#include <doctest/doctest.h>

#include "store/comparable.h"
#include "store/paper_merge.h"
#include "store/record_maker.h"

using namespace rapporteur;

namespace {

DocumentRecord document(const std::string& id, const std::string& file, const std::string& symbol = "") {
    DocumentRecord record;
    record.id = id;
    record.file = file;
    record.symbol = symbol;
    return record;
}

AgendaItem item(const std::string& document, const std::string& id, const std::string& number, const std::string& title,
                const std::string& of = "m1") {
    AgendaItem record = in_document<AgendaItem>(document, id);
    record.number = number;
    record.title = title;
    record.meeting = of;
    return record;
}

Paper paper(const std::string& id, const std::string& symbol, const std::string& title,
            const std::string& author = "") {
    Paper record = in_document<Paper>("1", id);
    record.symbol = symbol;
    record.title = title;
    record.author = author;
    return record;
}

Recommendation recommendation(const std::string& id, const std::string& text, const std::string& proposer = "") {
    Recommendation record = in_document<Recommendation>("1", id);
    record.text = text;
    record.proposer = proposer;
    return record;
}

/// Whether two records that stand alone in the list come into one cluster.
template <class Record>
bool same(std::vector<Record> Records::*list, const Record& a, const Record& b) {
    Records records;
    records.meetings = {meeting("1", "m1", "Ninth Harbour Meeting", "2016"),
                        meeting("2", "m2", "Ninth Harbour Meeting", "2016"),
                        meeting("3", "m3", "Tenth Harbour Meeting", "2017")};
    (records.*list) = {a, b};
    const Records merged = merge({records});
    return (merged.*list)[0].cluster == (merged.*list)[1].cluster;
}

bool same_items(const AgendaItem& a, const AgendaItem& b) { return same(&Records::agenda_items, a, b); }
bool same_papers(const Paper& a, const Paper& b) { return same(&Records::papers, a, b); }
bool same_texts(const std::string& a, const std::string& b, const std::string& by_a = "",
                const std::string& by_b = "") {
    return same(&Records::recommendations, recommendation("a", a, by_a), recommendation("b", b, by_b));
}

}  // namespace

TEST_CASE("a short agenda meets the detailed programme and the report's headings") {
    CHECK(same_items(item("1", "a", "I.", "Opening of the meeting"),
                     item("1", "b", "I", "Opening and introductory remarks")));
    CHECK(same_items(item("1", "a", "VI.", "Lowering the cost of harbours and sharing gains"),
                     item("2", "b", "VI.", "Lowering costs of harbours and sharing gains", "m2")));
    CHECK(same_items(item("1", "a", "VIII", "Closing of the meeting"), item("2", "b", "8.", "CLOSING", "m2")));
    CHECK(same_items(item("1", "a", "3", "Dredging in small harbours"),
                     item("2", "b", "", "Dredging in small harbours", "m2")));
}

TEST_CASE("items of other meetings, numbers, subjects, side events and parents stay apart") {
    CHECK_FALSE(
        same_items(item("1", "a", "3", "Dredging in harbours"), item("3", "b", "3", "Dredging in harbours", "m3")));
    CHECK_FALSE(
        same_items(item("1", "a", "3", "Dredging in harbours"), item("2", "b", "4", "Dredging in harbours", "m2")));
    CHECK_FALSE(
        same_items(item("1", "a", "3", "Dredging in harbours"), item("2", "b", "3", "Election of officers", "m2")));
    CHECK_FALSE(same_items(item("1", "a", "", "Reports of and visits to Annex I harbours"),
                           item("1", "b", "", "Reports of non-Annex I harbours")));
    CHECK_FALSE(same_items(item("1", "a", "", "Dredging plan, phase 1, in small harbours"),
                           item("1", "b", "", "Dredging plan, phase 2, in small harbours")));
    AgendaItem side = item("1", "b", "I", "Opening remarks");
    side.side_event = true;
    side.part = "Harbours and Schools";
    CHECK_FALSE(same_items(item("1", "a", "I", "Opening remarks"), side));
    AgendaItem other = side;
    other.id = "a";
    other.part = "Harbours and Museums";
    CHECK_FALSE(same_items(other, side));
}

TEST_CASE("one title at two times of one programme is two items") {
    AgendaItem morning = item("1", "a", "", "Questions from the floor"),
               afternoon = item("1", "b", "", "Questions from the floor");
    morning.start = "10:00";
    afternoon.start = "15:00";
    CHECK_FALSE(same_items(morning, afternoon));
    afternoon.start = "";
    CHECK(same_items(morning, afternoon));
}

TEST_CASE("papers are one by their symbol, however it is printed; a revision is another paper") {
    CHECK(same_papers(paper("a", "UOA/WP.237", ""), paper("b", "UOA/WP/237", "")));
    CHECK(same_papers(paper("a", "HC/12/Rev.1", ""), paper("b", "hc/12/rev. 1", "")));
    CHECK_FALSE(same_papers(paper("a", "HC/12", "Dues of small harbours in winter"),
                            paper("b", "HC/12/Rev.1", "Dues of small harbours in winter")));
    CHECK_FALSE(same_papers(paper("a", "HC/12", ""), paper("b", "HC/12/Corr.1", "")));
    CHECK_FALSE(same_papers(paper("a", "A/RES/68/4", ""), paper("b", "A/RES/684", "")));
    CHECK(comparable_symbol("HC/12/Rev.1") == comparable_symbol("HC/12 Rev.1"));
}

TEST_CASE("papers without a symbol are one by title and author") {
    const Paper dues = paper("a", "", "Dues of small harbours in winter", "Harbour Union (HU)");
    CHECK(same_papers(dues, paper("b", "", "Dues of Small Harbours in Winter", "Harbour Union")));
    CHECK(same_papers(dues, paper("b", "HC/12", "Dues of small harbours in winter")));
    CHECK_FALSE(same_papers(dues, paper("b", "", "Dues of small harbours in winter", "League of Pilots")));
    CHECK_FALSE(same_papers(paper("a", "", "Annual report"), paper("b", "", "Annual report")));
}

TEST_CASE("a title that two symbols share belongs to neither") {
    Records records;
    records.papers = {paper("a", "HC/1", "Dues of small harbours in winter"),
                      paper("b", "HC/2", "Dues of small harbours in winter"),
                      paper("c", "", "Dues of small harbours in winter")};
    const Records merged = merge({records});
    CHECK(merged.papers[2].cluster == "c");
}

TEST_CASE("a document at hand is the paper that others list, by its symbol") {
    Records records;
    records.documents = {document("d1", "list.txt"), document("d2", "paper.txt", "HC/12")};
    records.papers = {paper("p", "HC/12", "")};
    const Records merged = merge({records});
    CHECK(merged.papers[0].cluster == merged.documents[1].cluster);
    CHECK(merged.documents[0].cluster == "d1");
}

TEST_CASE("statements are one where they are repeated, with small changes of wording") {
    const std::string text =
        "The Council should ask every harbour master to publish the fees of the port before the winter season begins.";
    CHECK(same_texts(text, text));
    CHECK(same_texts(text,
                     "The Council should ask every harbour master to publish the fees of the port before the winter "
                     "season starts."));
    CHECK_FALSE(same_texts(
        text, "The Council should ask every harbour master to report wrecks near the port before the pilots return."));
}

TEST_CASE("a number, a negation or another proposer makes another statement") {
    const std::string text = "States should ratify the Harbour Convention by 2015 and report on the steps they took.";
    CHECK_FALSE(
        same_texts(text, "States should ratify the Harbour Convention by 2020 and report on the steps they took."));
    CHECK_FALSE(
        same_texts(text, "States should not ratify the Harbour Convention by 2015 and report on the steps they took."));
    CHECK_FALSE(same_texts(text, text, "Norway", "Chile"));
    CHECK(same_texts(text, text, "Norway", ""));
    CHECK_FALSE(same_texts("Ratify the Harbour Convention", "Ratify the Pilots Convention"));
}

TEST_CASE("a list item is one with another under the same lead-in only") {
    Recommendation a = recommendation("a", "publish the fees of the port every year before the winter season");
    Recommendation b = a;
    b.id = "b";
    a.lead_in = "The Meeting recommended that States of the northern coast:";
    b.lead_in = "The Secretariat was asked by the Bureau to look again into how it could:";
    CHECK_FALSE(same(&Records::recommendations, a, b));
    b.lead_in = a.lead_in;
    CHECK(same(&Records::recommendations, a, b));
}

TEST_CASE("people are one by name and meeting, or by name and affiliation") {
    const auto person = [](const std::string& id, const std::string& name, const std::string& affiliation,
                           const std::string& of) {
        Participant record = in_document<Participant>("1", id);
        record.name = name, record.affiliation = affiliation, record.meeting = of;
        return record;
    };
    const auto same_people = [](const Participant& a, const Participant& b) {
        return same(&Records::participants, a, b);
    };
    CHECK(same_people(person("a", "Ms. Ida Østby", "", "m1"), person("b", "ØSTBY, Ida", "", "m2")));
    CHECK(
        same_people(person("a", "Ida Østby", "Harbour Union", "m1"), person("b", "Ida Østby", "Harbour Union", "m3")));
    CHECK_FALSE(same_people(person("a", "Ida Østby", "Harbour Union", "m1"), person("b", "Ida Østby", "", "m3")));
    CHECK_FALSE(same_people(person("a", "Østby", "", "m1"), person("b", "Østby", "", "m1")));
}

TEST_CASE("documents are sorted by path, records follow them, and a document that comes twice is taken once") {
    Records first, second;
    first.documents = {document("z", "b.txt")};
    first.terms = {term("z", "HU", "Harbour Union")};
    second.documents = {document("y", "a.txt")};
    second.terms = {term("y", "HU", "Harbour Union")};
    const Records merged = merge({first, second, first});
    REQUIRE(merged.documents.size() == 2);
    CHECK(merged.documents[0].file == "a.txt");
    REQUIRE(merged.terms.size() == 2);
    CHECK(merged.terms[0].sources[0].document == "y");
    CHECK(merged.terms[0].cluster == merged.terms[1].cluster);
}

TEST_CASE("numbers are compared however they are printed") {
    for (const char* two : {"2", "2.", "II", "ii.", "Item 2", "Agenda item 2", "(2)"})
        CHECK(comparable_number(two) == "2");
    CHECK(comparable_number("3 (a)") == "3a");
    CHECK(comparable_number("138.12") == "138.12");
    CHECK(ordinal_of("twelfth") == 12);
    CHECK(ordinal_of("sixty-eighth") == 68);
    CHECK(ordinal_of("101st") == 101);
    CHECK(ordinal_of("xiv") == 14);
    CHECK(ordinal_of("civil") == 0);
    CHECK(ordinal_of("iiii") == 0);
}
