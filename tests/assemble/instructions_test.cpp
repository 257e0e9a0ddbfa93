#include "assemble/instructions.h"

#include <doctest/doctest.h>

#include "assemble/assemble.h"
#include "assemble/harbour_records.h"
#include "assemble/item_sheets.h"
#include "readers/reader.h"

using namespace rapporteur;

namespace {

struct Placed {
    std::map<std::string, std::vector<std::string>> by_number;  // number of the sheet's item -> notes
    std::vector<std::string> unplaced;
};

/// Where the notes of a text stand in the pack of the forum; `packs` are the clusters of the run's packs.
Placed place(const std::string& name, const std::string& notes, const std::vector<std::string>& packs = {"forum-3"}) {
    const Records records = harbour::records();
    const Library library(records, {}, {});
    std::vector<Selection> selections;
    for (const std::string& key : packs) selections.push_back({false, key, "Forum", "forum"});
    auto document = read_document({name, notes});
    REQUIRE(document.ok());
    AssembleOptions options;
    options.instructions = place_instructions(library, selections, *document);
    Placed placed;
    for (const ItemSheet& sheet : assemble(library, selections.front(), options).sheets)
        for (const Quotation& quotation : sheet.instructions) placed.by_number[sheet.number].push_back(quotation.text);
    for (const Diagnostic& each : options.instructions.unplaced)
        placed.unplaced.push_back(std::to_string(each.place.line) + ": " + each.detail);
    return placed;
}

using Notes = std::vector<std::string>;

}  // namespace

TEST_CASE("notes under a heading with an item's number or title stand on its sheet") {
    const Placed placed = place("notes.md",
                                "# Notes\n\n## Item II\n\nSupport.\n\nAsk for figures.\n\n"
                                "## III. Fair fees for fishing boats\n\nReserve.\n\n## Opening\n\nThank the host.\n");
    CHECK(placed.by_number.at("II") == Notes{"Support.", "Ask for figures."});
    CHECK(placed.by_number.at("III") == Notes{"Reserve."});
    CHECK(placed.by_number.at("I") == Notes{"Thank the host."});
    CHECK(placed.unplaced.empty());
}

TEST_CASE("a title that is not the item's is not placed by its number, and nothing is lost without a word") {
    const Placed placed = place("notes.md", "## Item II: Whaling\n\nOppose.\n\nStrongly.\n");
    CHECK(placed.by_number.empty());
    CHECK(placed.unplaced == Notes{"1: Item II: Whaling"});
}

TEST_CASE("a title that is nearly the item's is meant for it") {
    CHECK(place("notes.md", "## Fair fees for all fishing boats\n\nReserve.\n").by_number.at("III") ==
          Notes{"Reserve."});
}

TEST_CASE("paragraphs may begin with their item") {
    const Placed placed = place("notes.txt", "Item II: support the chair.\n\nItem III: wait and see.\n");
    CHECK(placed.by_number.at("II") == Notes{"Item II: support the chair."});
    CHECK(placed.by_number.at("III") == Notes{"Item III: wait and see."});
}

TEST_CASE("where two packs have an item of that number, the meeting's name has to stand above it") {
    Records records = harbour::records();
    AgendaItem other = harbour::item("c-2", "II", "Budget of the Council", PartialDate{2019, 1, 21}, "", "", "");
    other.meeting = "m-council";
    records.agenda_items.push_back(other);
    const Library library(records, {}, {});
    const std::vector<Selection> packs{{false, "forum-3", "Forum", "forum"},
                                       {false, "council-40", "Council", "council"}};
    const auto placed = [&](const std::string& notes) {
        auto document = read_document({"notes.md", notes});
        REQUIRE(document.ok());
        return place_instructions(library, packs, *document);
    };
    CHECK(placed("## Item II\n\nSupport.\n").by_item.empty());
    CHECK(placed("## Item II\n\nSupport.\n").unplaced.size() == 1);
    CHECK(placed("# Third Harbour Forum\n\n## Item II\n\nSupport.\n").by_item.size() == 1);
}
