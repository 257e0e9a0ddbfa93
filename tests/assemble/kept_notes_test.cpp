#include "assemble/kept_notes.h"

#include <doctest/doctest.h>

#include <set>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "assemble/item_keys.h"

using namespace rapporteur;

namespace {

ItemSheet sheet(const std::string& number, const std::string& title) {
    ItemSheet made;
    made.number = number;
    made.title = title;
    return made;
}

NoteText words(const std::string& text) { return {{{{text, false, false}}}}; }

std::string text_of(const NoteText& text) {
    std::string out;
    for (const NoteParagraph& paragraph : text) {
        if (!out.empty()) out += "|";
        for (const NoteRun& run : paragraph.runs) out += run.text;
    }
    return out;
}

MeetingCluster lamplighters() {
    MeetingCluster meeting;
    meeting.name = "Third Meeting of Lamplighters";
    meeting.names = {"Third Meeting of Lamplighters", "ML 3"};
    return meeting;
}

using Sheets = std::vector<ItemSheet>;

Sheets keyed(Sheets sheets) {
    const auto keys = item_keys(lamplighters().name, sheets);
    for (std::size_t i = 0; i < sheets.size(); ++i) sheets[i].key = keys[i];
    return sheets;
}

/// A pack of these items in which somebody wrote "on NUMBER TITLE" into each notes box.
PackNotes written_in(const Sheets& sheets) {
    PackNotes notes{"pack.docx", "Third meeting of lamplighters", {}};
    for (const ItemSheet& each : keyed(sheets))
        notes.items.push_back({each.key, each.number, each.title, {}, words("on " + each.number + " " + each.title)});
    return notes;
}

struct Placed {
    std::vector<std::string> at_items, loose;
};

Placed place(const Sheets& before, const Sheets& now) {
    Sheets sheets = keyed(now);
    const auto loose = place_notes({written_in(before)}, lamplighters(), sheets);
    Placed placed;
    for (const ItemSheet& each : sheets) placed.at_items.push_back(text_of(each.notes));
    for (const LooseNotes& each : loose)
        placed.loose.push_back(text_of(each.item.notes) + (each.why == LooseReason::gone ? ": gone" : ": unsure"));
    return placed;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("keys of items differ, and follow from meeting, number and title alone") {
    const Sheets sheets = {sheet("1", "Opening"), sheet("2", "Wicks"), sheet("2", "Wicks"), sheet("3", "Wicks"),
                           sheet("", "Wicks")};
    const auto keys = item_keys("Meeting", sheets);
    CHECK(std::set<std::string>(keys.begin(), keys.end()).size() == sheets.size());
    for (const std::string& key : keys) CHECK(key.size() == 16);
    CHECK(item_keys("the MEETING", {sheet("Item 2.", "WICKS")}).front() == keys[1]);
    CHECK(item_keys("Another", sheets).front() != keys.front());
}

TEST_CASE("notes stand at their item in the next edition") {
    const Sheets agenda = {sheet("1", "Opening"), sheet("2", "Wicks"), sheet("3", "Oil")};
    CHECK(place(agenda, agenda).at_items == Texts{"on 1 Opening", "on 2 Wicks", "on 3 Oil"});
    // An item is added before: numbers move on, titles tell.
    const Placed moved =
        place(agenda, {sheet("1", "Opening"), sheet("2", "Lamps"), sheet("3", "Wicks"), sheet("4", "Oil")});
    CHECK(moved.at_items == Texts{"on 1 Opening", "", "on 2 Wicks", "on 3 Oil"});
    CHECK(moved.loose.empty());
    // Another document prints the title otherwise.
    Sheets reworded = {sheet("1", "Opening of the meeting"), sheet("2", "Wicks"), sheet("3", "Oil")};
    reworded[0].also_printed_as = {"Opening"};
    CHECK(place(agenda, reworded).at_items == Texts{"on 1 Opening", "on 2 Wicks", "on 3 Oil"});
}

TEST_CASE("notes of an item that is gone or cannot be told come back by themselves, never at another item") {
    const Placed gone = place({sheet("1", "Opening"), sheet("2", "Wicks")}, {sheet("1", "Opening"), sheet("2", "Oil")});
    CHECK(gone.at_items == Texts{"on 1 Opening", ""});
    CHECK(gone.loose == Texts{"on 2 Wicks: gone"});
    // Of three alike one is new: which it is cannot be known.
    const Placed unsure =
        place({sheet("", "Talk"), sheet("", "Talk")}, {sheet("", "Talk"), sheet("", "Talk"), sheet("", "Talk")});
    CHECK(unsure.at_items == Texts{"", "", ""});
    CHECK(unsure.loose == Texts{"on  Talk: unsure", "on  Talk: unsure"});
    const Placed alike = place({sheet("", "Talk"), sheet("", "Talk")}, {sheet("", "Talk"), sheet("", "Talk")});
    CHECK(alike.at_items == Texts{"on  Talk", "on  Talk"});
}

TEST_CASE("loose notes keep keys of their own, and find their item when it is back") {
    Sheets sheets = keyed({sheet("", "Talk"), sheet("", "Talk"), sheet("", "Talk")});
    const auto loose = place_notes({written_in({sheet("", "Talk"), sheet("", "Talk")})}, lamplighters(), sheets);
    for (const LooseNotes& each : loose)
        for (const ItemSheet& item : sheets) CHECK(each.item.key != item.key);
    const PackNotes before = written_in({sheet("2", "Wicks")});
    Sheets without = keyed({sheet("1", "Opening")});
    const auto kept = place_notes({before}, lamplighters(), without);
    REQUIRE(kept.size() == 1);
    PackNotes next{"next.docx", "ML 3", {kept.front().item}};
    Sheets again = keyed({sheet("1", "Opening"), sheet("2", "Wicks")});
    CHECK(place_notes({next}, lamplighters(), again).empty());
    CHECK(text_of(again[1].notes) == "on 2 Wicks");
}

TEST_CASE("two copies of a pack give all that was written, the same words once") {
    const Sheets agenda = {sheet("1", "Opening")};
    PackNotes first = written_in(agenda), second = first, third = first;
    first.items[0].notes = words("A");
    second.items[0].notes = {words("A")[0], words("B")[0]};
    third.items[0].notes = words("C");
    Sheets sheets = keyed(agenda);
    CHECK(place_notes({first, second, third, second}, lamplighters(), sheets).empty());
    CHECK(text_of(sheets[0].notes) == "A|B|C");
}

TEST_CASE("notes of another meeting's pack are none of this one") {
    PackNotes other = written_in({sheet("1", "Opening")});
    other.title = "Fourth Meeting of Lamplighters";
    Sheets sheets = keyed({sheet("1", "Opening")});
    CHECK(place_notes({other}, lamplighters(), sheets).empty());
    CHECK(sheets[0].notes.empty());
    CHECK_FALSE(are_notes_of(other, lamplighters()));
}

TEST_CASE("a paper that is added does not change the keys of a pack's items") {
    Records records = harbour::records();
    const Selection forum{false, "forum-3", "Forum", "forum"};
    const auto keys = [&] {
        const Library library(records, {}, {});
        std::vector<std::string> out;
        for (const ItemSheet& each : assemble(library, forum, {}).sheets) out.push_back(each.key);
        return out;
    };
    const auto before = keys();
    REQUIRE(before.size() > 2);
    records.recommendations.clear();
    CHECK(keys() == before);
}
