#include "assemble/supplement.h"

#include <doctest/doctest.h>

#include "assemble/changes.h"
#include "support/page_label.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

const std::string quays = "Ports should lower the costs of mooring at their quays";
const std::string lights = "Harbour masters should keep the lights of every pier in order through the winter";
const std::string tugs = "Members should share their tugs with one another when a storm is forecast";

SnapshotLine item(const std::string& number, const std::string& title, const std::string& last_page = "") {
    SnapshotLine line;
    line.about = "item";
    line.name = line.name_in_hand = number;
    line.text = title;
    line.anchor = "item-" + number;
    line.time = "2024-05-02 10:00-11:00";
    line.last_page = last_page;
    if (!last_page.empty()) line.pages = {"3", last_page};
    return line;
}

SnapshotLine statement(const std::string& about, const std::string& name, const std::string& text,
                       const std::string& place = "", std::vector<std::string> pages = {}) {
    SnapshotLine line;
    line.about = about;
    line.name = line.name_in_hand = line.anchor = name;
    line.text = text;
    line.place = place;
    line.pages = std::move(pages);
    line.reference.document_id = "d1";
    return line;
}

/// The first edition: its agenda on page 3, two items' sheets on pages 4 to 6, recommendations on page 7.
LastEdition first_edition() {
    LastEdition out{"1", parse_iso_date("2024-05-01"), {}, {}};
    out.in_hand = {"1", out.date, {}, {{"agenda", "3"}, {"sheets", "6"}, {"recommendations", "7"}}, "9"};
    out.lines = {item("1", "Quays", "5"), item("2", "Lights of piers", "6"),
                 statement("recommendation", "R1", quays, "1 Quays", {"4", "7"}),
                 statement("recommendation", "R2", lights, "", {"7"})};
    return out;
}

/// The pages that sheets got when each group of them filled so many.
PrintedPages printed(const Supplement& supplement, int pages_of_group = 1) {
    PrintedPages out;
    for (const InsertedSheets& sheets : supplement.sheets) {
        const PageLabel after = *parse_page_label(sheets.after);
        const std::string first = to_string(PageLabel{after.page, sheets.first_letter});
        out.of_spot[sheets.anchor] = {first};
        out.ends[sheets.anchor] = to_string(PageLabel{after.page, sheets.first_letter + pages_of_group - 1});
        for (const SupplementPart& part : sheets.parts)
            for (const ChangeGroup& group : part.groups)
                for (const ChangeRow& row : group.rows) out.of_spot[row.spot] = {first};
    }
    return out;
}

Supplement numbered(const LastEdition& last, const Snapshot& now, int pages_of_group = 1) {
    Supplement out = make_supplement(last, now);
    number_sheets(out, printed(out, pages_of_group));
    return out;
}

std::string form(const ReplacementRow& row) {
    const char* kinds[] = {"new", "reworded", "answered", "moved", "other times", "other people", "withdrawn"};
    std::string out = std::string("  ") + kinds[static_cast<int>(row.kind)] + ": " + row.change.about;
    if (!row.change.name.empty()) out += " " + row.change.name;
    if (!row.pages.empty()) out += ", in hand on " + join(row.pages, ", ");
    return out + (row.sheet.empty() ? "" : ", see " + row.sheet) + "\n";
}

/// The list as lines, then what stands on which sheets.
std::string form(const Supplement& supplement) {
    std::string out;
    for (const ReplacementPage& page : supplement.list) {
        out += "page " + page.page;
        if (page.sheets >= 0) {
            const InsertedSheets& sheets = supplement.sheets[static_cast<std::size_t>(page.sheets)];
            out += ": " + sheets.first + " to " + sheets.last;
        }
        out += "\n";
        for (const ReplacementRow& row : page.rows) out += form(row);
    }
    for (const InsertedSheets& sheets : supplement.sheets) {
        out += "sheet " + sheets.first + "\n";
        for (const SupplementPart& part : sheets.parts) {
            out += "  " + part.number + part.section + (part.title.empty() ? "" : " " + part.title) + ":";
            for (const ChangeGroup& group : part.groups) out += " " + std::to_string(group.rows.size());
            out += "\n";
        }
    }
    return out;
}

std::size_t rows_of(const Supplement& supplement) {
    std::size_t count = 0;
    for (const ReplacementPage& page : supplement.list) count += page.rows.size();
    return count;
}

}  // namespace

TEST_CASE("each change stands at its page in hand, and what is new goes in behind its item's sheet") {
    SnapshotLine moved_time = item("2", "Lights of piers");
    moved_time.time = "2024-05-02 15:00-16:00";
    const Snapshot now{item("1", "Quays"),
                       moved_time,
                       item("3", "Tugs"),
                       statement("recommendation", "R1", tugs, "3 Tugs"),
                       statement("recommendation", "R2", quays + " and jetties", "1 Quays"),
                       statement("outcome", "outcome-1", "The council agreed to meet again"),
                       statement("paper", "d9", "HB/9 Tugs")};
    const Supplement supplement = numbered(first_edition(), now);
    CHECK(form(supplement) ==
          "page 3\n"
          "  other times: item 2, in hand on 3, 6, see 6A\n"
          "page 4\n"
          "  reworded: recommendation R1, in hand on 4, 7, see 5A\n"
          "page 5: 5A to 5A\n"
          "page 6: 6A to 6A\n"
          "  new: item 3, see 6A\n"
          "  new: recommendation, see 6A\n"
          "page 7: 7A to 7A\n"
          "  new: outcome, see 7A\n"
          "  new: paper, see 7A\n"
          "  withdrawn: recommendation R2, in hand on 7\n"
          "sheet 5A\n"
          "  1 Quays: 1\n"
          "sheet 6A\n"
          "  2 Lights of piers: 1\n"
          "  3 Tugs: 2\n"
          "sheet 7A\n"
          "  outcomes: 1\n"
          "  documents: 1\n");
}

TEST_CASE("the list holds every change that is found") {
    Snapshot now = first_edition().lines;
    for (int i = 0; i < 40; ++i)
        now.push_back(statement("intervention", "who", tugs + " for the " + std::to_string(i) + "th time"));
    now[2].answer = "Accepted";
    now[3].place = "2 Lights of piers";
    now[0].people = {"Ana Lima"};
    const Supplement supplement = make_supplement(first_edition(), now);
    const ChangesPage found = find_changes(first_edition(), now);
    CHECK(found.count == 43);
    CHECK(supplement.count == found.count);
    CHECK(rows_of(supplement) == found.count);
}

TEST_CASE("the next supplement goes on where the last one ended, and names pages and numbers in hand") {
    LastEdition last = first_edition();
    Snapshot second = last.lines;
    second.insert(second.begin() + 2, statement("recommendation", "R1", tugs, "1 Quays"));
    second[3].name = second[3].anchor = "R2";
    second[3].text += " and jetties";
    const Supplement first = numbered(last, second, 2);
    REQUIRE(first.sheets.size() == 1);
    CHECK(first.sheets[0].last == "5B");

    LastEdition then{"2", parse_iso_date("2024-05-08"), first.lines, with_sheets(first, "2")};
    CHECK(then.in_hand.edition == "1");
    CHECK(then.in_hand.supplements == std::vector<std::string>{"2"});
    CHECK(then.in_hand.ends.at("sheets") == "6");
    Snapshot third = second;
    third.erase(third.begin() + 2);
    third[2].answer = "Accepted";
    third.push_back(statement("recommendation", "R9", "The secretariat should report on tides", "1 Quays"));
    const Supplement next = numbered(then, third);
    CHECK(form(next) ==
          "page 5A\n"
          "  answered: recommendation R1, in hand on 5A, see 5C\n"
          "  withdrawn: recommendation, in hand on 5A\n"
          "page 5B: 5C to 5C\n"
          "  new: recommendation, see 5C\n"
          "sheet 5C\n"
          "  1 Quays: 1 1\n");
    CHECK(with_sheets(next, "3").supplements == std::vector<std::string>{"2", "3"});
}

TEST_CASE("nothing new leaves what readers hold as it was") {
    const Supplement supplement = numbered(first_edition(), first_edition().lines);
    CHECK(supplement.count == 0);
    CHECK(supplement.sheets.empty());
    CHECK(supplement.list.empty());
    const PackInHand same = with_sheets(supplement, "2");
    CHECK(same.supplements.empty());
    CHECK(same.last == "9");
    CHECK(supplement.lines[2].pages == std::vector<std::string>{"4", "7"});
}

TEST_CASE("withdrawals alone make a list without sheets") {
    Snapshot now = first_edition().lines;
    now.pop_back();
    const Supplement supplement = numbered(first_edition(), now);
    CHECK(supplement.sheets.empty());
    CHECK(form(supplement) == "page 7\n  withdrawn: recommendation R2, in hand on 7\n");
    CHECK(with_sheets(supplement, "2").supplements.size() == 1);
}

TEST_CASE("without sections, sheets and pages in hand what is new goes to the end, what stands nowhere is said so") {
    LastEdition last{"1", {}, {statement("recommendation", "R1", quays)}, {"1", {}, {}, {}, "2"}};
    const Supplement supplement =
        numbered(last, {statement("recommendation", "R1", lights), item("1", "Opening"), item("2", "Closing")});
    CHECK(form(supplement) ==
          "page 2: 2A to 2A\n"
          "  new: recommendation, see 2A\n"
          "  new: item 1, see 2A\n"
          "  new: item 2, see 2A\n"
          "page \n"
          "  withdrawn: recommendation R1\n"
          "sheet 2A\n"
          "  recommendations: 1\n"
          "  1 Opening: 1\n"
          "  2 Closing: 1\n");
}

TEST_CASE("only numbered pages that are known can be gone by") {
    CHECK(can_be_supplemented(first_edition().in_hand));
    CHECK_FALSE(can_be_supplemented({}));
    CHECK_FALSE(can_be_supplemented({"1", {}, {}, {}, "iv"}));
}

TEST_CASE("pages of a whole pack are noted from where its spots are printed") {
    Snapshot lines{item("1", "Quays"), statement("recommendation", "R1", quays)};
    lines[0].spots = {"agenda~1", "item-1"};
    lines[1].spots = {"summary~R1", "item-1~R1", "R1", "nowhere"};
    const PrintedPages pages{
        {{"agenda~1", {"3"}}, {"item-1", {"4"}}, {"summary~R1", {"2"}}, {"item-1~R1", {"5"}}, {"R1", {"5"}}},
        {{"item-1", "5"}, {"agenda", "3"}, {"heading-1", "9"}},
        "12"};
    put_pages(lines, pages);
    CHECK(lines[0].pages == std::vector<std::string>{"3", "4"});
    CHECK(lines[0].last_page == "5");
    CHECK(lines[1].pages == std::vector<std::string>{"2", "5"});
    const PackInHand in_hand = pack_in_hand(pages, "1", {});
    CHECK(in_hand.ends == std::map<std::string, std::string>{{"agenda", "3"}});
    CHECK(in_hand.last == "12");
}
