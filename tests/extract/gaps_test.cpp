#include "extract/gaps.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extract/shipped_rules.h"
#include "extract/written_document.h"

using namespace rapporteur;

namespace {

const RuleSet& rules() {
    static const Result<RuleSet> loaded = load_rules(shipped_rules());
    if (!loaded) FAIL(wording(loaded.error()));
    return *loaded;
}

std::vector<Gap> gaps_of(const Document& document, Records records = {}) {
    find_gaps(document, make_outline(document), rules(), records);
    return records.gaps;
}

std::vector<std::string> gaps_in(std::string_view notation) {
    std::vector<std::string> found;
    for (const Gap& gap : gaps_of(WrittenDocument(notation).document())) {
        CHECK_FALSE(gap.sources.empty());
        found.push_back(std::string(name_of(gap.code)) + ": " + gap.text +
                        (gap.subject.empty() ? "" : " <" + gap.subject + ">"));
    }
    return found;
}

AgendaItem item(std::string number, std::string title) {
    AgendaItem item;
    item.number = std::move(number);
    item.title = std::move(title);
    item.sources.push_back({});
    return item;
}

using Found = std::vector<std::string>;

}  // namespace

TEST_CASE("damaged lines and texts that break off") {
    CHECK(gaps_in("~ 9)1(x)7.2\nThe rest.") == Found{"line-damaged: 9)1(x)7.2"});
    CHECK(gaps_in("Second, the meeting considered how the sea could be [cut]\nThe next text.") ==
          Found{"text-cut-off: Second, the meeting considered how the sea could be"});
    CHECK(gaps_in("(a) to map the rivers; and [cut]\n(b) to sound the harbours.").empty());
    const std::string longer(300, 'x');
    CHECK(gaps_in("Words " + longer + " at the end [cut]") == Found{"text-cut-off: at the end"});
}

TEST_CASE("a break between two pieces is told once") {
    WrittenDocument written("The first piece is [cut]\nthe second piece.");
    written.document().blocks[1].cut_before = true;
    CHECK(gaps_of(written.document()).size() == 1);
    written.document().blocks[0].cut_after = false;
    const auto found = gaps_of(written.document());
    REQUIRE(found.size() == 1);
    CHECK(found[0].text == "the second piece.");
}

TEST_CASE("numberings that jump") {
    CHECK(gaps_in("# Goals\n(a) one\n(b) two\n(e) five") == Found{"number-skipped: a, b, e <Goals>"});
    CHECK(gaps_in("1. One.\n2. Two.\n4. Four.\n5. Five.") == Found{"number-skipped: 1, 2, 4"});
    CHECK(gaps_in("# I. Rivers\n# II. Seas\n# V. Tides") == Found{"number-skipped: I, II, V"});
    CHECK(gaps_in("1. One.\n(a) a\n(b) b\n2. Two.\n(a) a\n(b) b\n3. Three.").empty());
    CHECK(gaps_in("1. One.\n2. Two.\n1. One again.\n2. Two again.").empty());
    CHECK(gaps_in("131.1. One.\n131.2. Two.\n131.4. Four.") == Found{"number-skipped: 131.1, 131.2, 131.4"});
    CHECK(gaps_in("1. One.\n2. Two.\n2013. A year.").empty());
}

TEST_CASE("one symbol printed in two ways") {
    CHECK(gaps_in("Working Paper No. DRS/P/WP.23\nDRS/P/WP/23") ==
          Found{"symbol-conflict: DRS/P/WP.23, DRS/P/WP/23 <DRS/P/WP.23>"});
    CHECK(gaps_in("Working Paper No. DRS/P/WP.23\nSee DRS/P/WP.23 and DRS/P/WP.24").empty());
}

TEST_CASE("weekdays that are not the date's, speakers to be confirmed") {
    CHECK(gaps_in("Friday, 20 February 2014") == Found{"date-conflict: Friday, 20 February 2014"});
    CHECK(gaps_in("Thursday, 20 February 2014").empty());
    CHECK(gaps_in("- Ana Lind, Board of Tides (tbc)") == Found{"speaker-unconfirmed: (tbc) <Ana Lind>"});
    CHECK(gaps_in("| Tides and maps | Moderator: Ana Lind (to be confirmed) |") ==
          Found{"speaker-unconfirmed: (to be confirmed) <Ana Lind>"});
    CHECK(gaps_in("- Moderator: TBC") == Found{"speaker-unconfirmed: TBC <Moderator>"});
    CHECK(gaps_in("- Room (tbc)").empty());
}

TEST_CASE("items of an agenda") {
    Records records;
    for (const char* number : {"I", "II", "III", "IV"})
        records.agenda_items.push_back(item(number, std::string("Item ") + number));
    records.agenda_items[0].people.push_back({"Ana Lind"});
    records.agenda_items[1].talks.push_back({"Tides", {}});
    records.agenda_items[3].people.push_back({"Bo Kern"});
    records.agenda_items[1].title = "Reducing the cost of maps";
    records.agenda_items[1].aliases = {"Reducing costs of maps"};
    records.agenda_items[0].aliases = {"Opening"};
    const WrittenDocument written("Text.");
    const auto found = gaps_of(written.document(), records);
    REQUIRE(found.size() == 2);
    CHECK(found[0].code == GapCode::title_conflict);
    CHECK(found[0].text == "Reducing the cost of maps / Reducing costs of maps");
    CHECK(found[0].subject == "II");
    CHECK(found[1].code == GapCode::item_without_programme);
    CHECK(found[1].subject == "III");
}

TEST_CASE("an agenda without any programme lacks none, and one whose numbers jump says so") {
    Records records;
    for (const char* number : {"1", "2", "5"})
        records.agenda_items.push_back(item(number, std::string("Item ") + number));
    for (AgendaItem& side : records.agenda_items) side.side_event = true, side.part = "Rivers as roads";
    const auto found = gaps_of(WrittenDocument("Text.").document(), records);
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == GapCode::number_skipped);
    CHECK(found[0].text == "1, 2, 5");
    CHECK(found[0].subject == "Rivers as roads");
}

TEST_CASE("pages that hold no text") {
    WrittenDocument written("Text.");
    written.document().warnings.push_back({Code::page_without_text, {"a.pdf", 3, 0, 0}, ""});
    const auto found = gaps_of(written.document());
    REQUIRE(found.size() == 1);
    CHECK(found[0].code == GapCode::page_without_text);
    CHECK(found[0].sources[0].page == 3);
}

TEST_CASE("a sound document has no gaps") {
    CHECK(gaps_in("! Rivers\n# I. Rivers\n1. One text.\n2. Two texts, of 20 February 2014.\n(a) a;\n(b) b.\n# II. "
                  "Seas\n3. Three.")
              .empty());
    CHECK(gaps_in("").empty());
}
