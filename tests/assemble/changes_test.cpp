#include "assemble/changes.h"

#include <doctest/doctest.h>

#include <map>

using namespace rapporteur;

namespace {

SnapshotLine statement(const std::string& name, const std::string& text, const std::string& paragraph = "",
                       const std::string& place = "") {
    SnapshotLine line;
    line.about = "recommendation";
    line.name = line.anchor = name;
    line.text = text;
    line.reference.document.text = "HB/C.1/4";
    line.reference.paragraph = paragraph;
    line.place = place;
    return line;
}

SnapshotLine item(const std::string& number, const std::string& title, const std::string& time,
                  std::vector<std::string> people = {}) {
    SnapshotLine line;
    line.about = "item";
    line.name = number;
    line.text = title;
    line.anchor = "item-" + number;
    line.time = time;
    line.people = std::move(people);
    return line;
}

using Rows = std::map<ChangeKind, std::vector<ChangeRow>>;

Rows changes(const Snapshot& before, const Snapshot& now) {
    Rows out;
    for (ChangeGroup& group : find_changes({"3", parse_iso_date("2024-05-01"), before}, now).groups)
        out[group.kind] = std::move(group.rows);
    return out;
}

const std::string quays = "Ports should lower the costs of mooring at their quays";
const std::string lights = "Harbour masters should keep the lights of every pier in order through the winter";

}  // namespace

TEST_CASE("the same words are the same statement, whatever document and number they stand under") {
    Snapshot now{statement("R4", quays, "9")};
    now.front().reference.document.text = "HB/C.1/4/Rev.1";
    CHECK(changes({statement("R1", quays, "3")}, now).empty());
    const ChangesPage none = find_changes({"3", {}, {statement("R1", quays)}}, {statement("R1", quays)});
    CHECK(none.edition == "3");
    CHECK(none.count == 0);
}

TEST_CASE("new, withdrawn and moved statements are told apart") {
    const Rows rows =
        changes({statement("R1", quays, "1", "2 Quays"), statement("R2", lights, "2")},
                {statement("R1", quays, "1", "3 Costs"), statement("R2", "The secretariat should report in June")});
    REQUIRE(rows.size() == 3);
    CHECK(rows.at(ChangeKind::added).front().text == "The secretariat should report in June");
    CHECK(rows.at(ChangeKind::withdrawn).front().text == lights);
    CHECK(rows.at(ChangeKind::withdrawn).front().anchor.empty());
    CHECK(rows.at(ChangeKind::moved).front().before == "2 Quays");
    CHECK(rows.at(ChangeKind::moved).front().now == "3 Costs");
}

TEST_CASE("a statement with much the same words is reworded; one under its number of its paper needs fewer") {
    const std::string later = "Ports should lower the costs of mooring at their quays and jetties";
    const Rows alike = changes({statement("R1", quays)}, {statement("R1", later)});
    REQUIRE(alike.contains(ChangeKind::reworded));
    const std::vector<WordStretch>& words = alike.at(ChangeKind::reworded).front().words;
    REQUIRE(words.size() == 2);
    CHECK(words[1].fate == WordFate::added);
    CHECK(words[1].text == "and jetties");

    const std::string other = "Ports should consider what mooring costs small boats in the season of storms";
    CHECK_FALSE(changes({statement("R1", quays)}, {statement("R1", other)}).contains(ChangeKind::reworded));
    Snapshot revised{statement("R1", other, "12")};
    revised.front().reference.document.text = "HB/C.1/4/Rev.1";
    CHECK(changes({statement("R1", quays, "12")}, revised).contains(ChangeKind::reworded));
    CHECK_FALSE(changes({statement("R1", quays, "11")}, revised).contains(ChangeKind::reworded));
}

TEST_CASE("each statement is paired once, with the likest") {
    const Rows rows = changes({statement("R1", quays), statement("R2", quays + " at night")},
                              {statement("R1", quays + " at night and in fog"), statement("R2", quays)});
    CHECK(rows.at(ChangeKind::reworded).size() == 1);
    CHECK_FALSE(rows.contains(ChangeKind::added));
    CHECK_FALSE(rows.contains(ChangeKind::withdrawn));
}

TEST_CASE("an answer that came is told, other times and people of agenda items too") {
    Snapshot answered{statement("R1", quays)};
    answered.front().answer = "The council accepts this.";
    CHECK(changes({statement("R1", quays)}, answered).at(ChangeKind::answered).front().now ==
          "The council accepts this.");
    CHECK(changes(answered, {statement("R1", quays)}).empty());

    const Rows rows =
        changes({item("3", "Costs of quays", "2024-05-02 10:00-11:00", {"Ana Lima", "Bo Ek"})},
                {item("3", "Costs of quays", "2024-05-02 15:00-16:00", {"Ana Lima", "Cy Orr (Port Board)"})});
    CHECK(rows.at(ChangeKind::rescheduled).front().before == "2024-05-02 10:00-11:00");
    CHECK(rows.at(ChangeKind::other_people).front().before == "Bo Ek");
    CHECK(rows.at(ChangeKind::other_people).front().now == "Cy Orr (Port Board)");
}

TEST_CASE("sheets are marked by what happened on them") {
    Snapshot now{item("1", "Opening", ""), item("2", "Quays", ""), statement("R1", quays, "", "2 Quays")};
    const LastEdition before{"1", {}, {item("2", "Quays", "")}};
    const auto marks = changed_places(find_changes(before, now), now);
    CHECK(marks.at("item-1") == "new");
    CHECK(marks.at("item-2") == "changed");
}

TEST_CASE("texts of any length and thousands of statements are compared in good time") {
    std::string text;
    for (int i = 0; i < 5000; ++i) text += "word" + std::to_string(i) + " ";
    CHECK(compare_words(text, text + "more").size() == 2);
    Snapshot before, now;
    for (int i = 0; i < 3000; ++i) {
        before.push_back(statement("R", "Ports should lower the costs of mooring number " + std::to_string(i)));
        now.push_back(statement("R", "Ports should lower the costs of mooring number " + std::to_string(i + 10000)));
    }
    CHECK(find_changes({"1", {}, before}, now).count >= 3000);
}
