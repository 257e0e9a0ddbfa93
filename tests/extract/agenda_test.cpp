#include "extract/agenda.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract/agenda_lines.h"
#include "extract/papers.h"
#include "extract/shipped_rules.h"
#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

const RuleSet& rules() {
    static const auto rules = load_rules(shipped_rules());
    return rules.value();
}

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::string agenda_of(const std::string& text, const std::string& name = "a.md") {
    const auto document = read_document({name, text});
    REQUIRE(document.ok());
    Records records;
    const Outline outline = make_outline(*document);
    find_papers(*document, outline, rules(), records);
    find_agenda(*document, outline, rules(), records);
    for (const AgendaItem& item : records.agenda_items) {
        REQUIRE(item.sources.size() == 1);
        CHECK(collapse_space(document->slice(item.sources[0].range)) == item.title);
    }
    return agenda_text(records);
}

}  // namespace

TEST_CASE("a short agenda and the detailed programme are one item each") {
    CHECK(agenda_of("Agenda\n"
                    "Monday, 3 March 2031 |\n"
                    "I. | Opening of the forum |\n"
                    "II. | Ports and islands |\n"
                    "III. | Ferry dues after the reform |\n"
                    "Tuesday, 4 March 2031 |\n"
                    "IV. | Closing of the forum |\n"
                    "Monday, 3 March 2031 |\n"
                    "Morning session\n(10.00 – 13.00)\n |\n"
                    "I. | Opening and welcome |\n"
                    "Ines Okafor, Ports Division | |\n"
                    "II. | Ports and islands |\n"
                    "What ferries give to islands\nProfessor Nils Ågård, Bergen College |\n"
                    "|\n"
                    "Winter timetables: a new approach\nLea Tanaka, Ferry Union (tbc) |\n"
                    "|\n"
                    "Key note:Harbours as bridges between markets Dr. Omar Said, Mill University |\n"
                    "|\n"
                    "Moderator: Jon Baker, World Fund | |\n"
                    "Tuesday, 4 March 2031 |\n"
                    "Afternoon session\n(15.00 – 18.00)\n |\n"
                    "IV. | Closing remarks |\n"
                    "Ana Reis, Ports Division | |\n",
                    "a.txt") ==
          "I Opening of the forum = Opening and welcome @2031-03-03 part:Morning session 10:00-13:00 {speaker Ines "
          "Okafor, "
          "Ports Division}\n"
          "II Ports and islands @2031-03-03 part:Morning session 10:00-13:00 {moderator Jon Baker, World Fund}\n"
          "    * What ferries give to islands {speaker Nils Ågård, Bergen College}\n"
          "    * Winter timetables: a new approach {speaker Lea Tanaka, Ferry Union [tbc]}\n"
          "    * Harbours as bridges between markets {speaker Omar Said, Mill University}\n"
          "III Ferry dues after the reform @2031-03-03\n"
          "IV Closing of the forum = Closing remarks @2031-03-04 part:Afternoon session 15:00-18:00 {speaker Ana Reis, "
          "Ports "
          "Division}\n");
}

TEST_CASE("side events have numbers of their own") {
    CHECK(agenda_of("# Forum\n\n## Side events\n\n| Monday, 3 March 2031 | |\n| Ports and unions: a dialogue | |\n| I. "
                    "| Opening "
                    "|\n| II. | Panel on dues |\n| Tuesday, 4 March 2031 | |\n| Ferries and civil society | |\n| I. | "
                    "Opening |\n| "
                    "V. | Closing |\n",
                    "a.txt") ==
          "I Opening @2031-03-03 side:Ports and unions: a dialogue\n"
          "II Panel on dues @2031-03-03 side:Ports and unions: a dialogue\n"
          "I Opening @2031-03-04 side:Ferries and civil society\n"
          "V Closing @2031-03-04 side:Ferries and civil society\n");
}

TEST_CASE("a provisional agenda with sub-items") {
    CHECK(
        agenda_of("# Ninth session of the Harbour Board\n\n## Provisional agenda\n\n1. Opening of the session.\n\n2. "
                  "Organizational matters:\n\n    (a) Adoption of the agenda;\n\n    (b) Election of officers.\n\n3. "
                  "Port dues (for "
                  "decision).\n\n4. Other matters.\n\n## Notes\n\n1. Seats are numbered.\n\n2. Cards are issued.\n") ==
        "1 Opening of the session\n2 Organizational matters\n  (a) Adoption of the agenda\n  (b) Election of "
        "officers\n3 Port "
        "dues for decision\n4 Other matters\n");
    CHECK(
        agenda_of(
            "Draft Agenda\n\n9    Opening\n\n10   Financial matters\n     10.1 Accounts of 2030\n     10.2 Arrears of "
            "Members\n\n11   Closing\n",
            "a.txt") ==
        "9 Opening\n10 Financial matters\n  10.1 Accounts of 2030\n  10.2 Arrears of Members\n11 Closing\n");
}

TEST_CASE("headings and list items of a working group's agenda") {
    CHECK(agenda_of(
              "# Ferry Group Agenda - Meeting 12\n\n* [Meeting chat](https://example.org/chat)\n\n## Monday, 3 March "
              "2031\n\n_13:00 - 15:00 Monday Session II - Hall B_\n\n### Drafts\n\n* 20 min - [Safe "
              "Berths](https://example.org/d) -- Lea Tanaka ([slides](a.pdf))\n* 10 min - Winter Rules\n\n### Other "
              "topics\n\n* 5 min - Moorings (again) - Jon Baker\n\n## Tuesday, 4 March 2031\n\n### Drafts\n\n* Tides "
              "-- Ana "
              "Reis\n") ==
          "- Drafts @2031-03-03 part:Session II 13:00-15:00\n"
          "  - Safe Berths @2031-03-03 part:Session II 13:00-15:00 {speaker Lea Tanaka}\n"
          "  - Winter Rules @2031-03-03 part:Session II 13:00-15:00\n"
          "- Other topics @2031-03-03 part:Session II 13:00-15:00\n"
          "  - Moorings (again) @2031-03-03 part:Session II 13:00-15:00 {speaker Jon Baker}\n"
          "- Drafts @2031-03-04\n"
          "  - Tides @2031-03-04 {speaker Ana Reis}\n");
}

TEST_CASE("minutes: what was said under an item is no item") {
    CHECK(agenda_of(
              "# Harbour Committee Meeting 2031-05-02\n\n## Present\n\n* Lea Tanaka @ltanaka (HC)\n\n## Agenda\n\n### "
              "Announcements\n\nNone today.\n\n### harbour/docks\n\n* cranes: remove old hooks #12\n  * ltanaka: "
              "Discussed "
              "last week. Nothing new.\n* Rename the north quay #14\n  * jbaker: I agree with that.\n\nThere are "
              "options.\n\n1. "
              "Rename "
              "it now. Paint it later.\n2. Leave it.\n\n* jbaker: Leave it, I think.\n\n## Budget\n\nTo be seen.\n\n## "
              "Attendance\n\n* all\n") ==
          "- Announcements\n- harbour/docks\n  - cranes: remove old hooks #12\n  - Rename the north quay #14\n- "
          "Budget\n");
}

TEST_CASE("a timetable without numbers") {
    CHECK(agenda_of("# Workshop programme\n\n## Programme\n\n| Time | Topic | Speaker | Documents "
                    "|\n|---|---|---|---|\n| 09:00-09:30 | "
                    "Registration | | |\n| 09:30-10:00 | Opening | Ms. Ana Reis, Ports Division | |\n| 10:00-10:30 | "
                    "Coffee break | | |\n| "
                    "10:30-12:00 | Port dues | Moderator: Jon Baker, World Fund | HC/12 |\n") ==
          "- Opening 09:30-10:00 {speaker Ana Reis, Ports Division}\n"
          "- Port dues 10:30-12:00 papers:1 {moderator Jon Baker, World Fund}\n");
}

TEST_CASE("speakers in the lines below an item") {
    CHECK(agenda_of(
              "# Forum\n\n## Programme\n\nSession 1: Ports and islands\n\nModerator: Jon Baker, World "
              "Fund\n\nSpeakers:\n\n- "
              "Lea Tanaka, Ferry Union\n- Omar Said, Mill University\n\nSession 2: Dues\n\nPresenter: Ana Reis\n") ==
          "1 Ports and islands {moderator Jon Baker, World Fund} {speaker Lea Tanaka, Ferry Union} {speaker Omar Said, "
          "Mill "
          "University}\n2 Dues {presenter Ana Reis}\n");
}

TEST_CASE("the headings of a report take items up") {
    CHECK(agenda_of(
              "# REPORT OF THE NINTH MEETING\n\n## EXPLANATORY NOTES\n\nSymbols are capital letters.\n\n## I. "
              "OPENING\n\nThe "
              "meeting was opened by Ms. Tanaka.\n\n## II. PORT DUES\n\nMr. Baker reported on dues.\n\n## III. FURTHER "
              "READING\n\nA list of books.\n\n## IV. MAPS\n\nTwo maps.\n") == "I OPENING\nII PORT DUES\n");
    CHECK(agenda_of("# CLOSING PLENARY\n\n## Election of Officers\n\nThe Board agreed to wait.\n\n## PORT DUES:\n\n### "
                    "Winter Dues\n\nThe "
                    "Board adopted conclusions (HC/L.2).\n\n# IN THE CORRIDORS\n\nSome said that dues were high.\n") ==
          "- Election of Officers\n- PORT DUES\n  - Winter Dues\n");
}

TEST_CASE("numbered minutes take up items that say nothing too") {
    CHECK(
        agenda_of(
            "# Minutes of the Harbour Board\n\n## 1. Welcome\n\nThe Chair welcomed members.\n\n## 2. Port dues\n\nJon "
            "Baker "
            "reported on dues.\n\n### 2.1 Winter dues\n\nIt was agreed to wait.\n\n## 3. Other business\n\nNone.\n") ==
        "1 Welcome\n2 Port dues\n  2.1 Winter dues\n3 Other business\n");
}

TEST_CASE("talks below an item of a list") {
    CHECK(agenda_of("Mooring Group Agenda\nTuesday, 4 March 2031, 0900-1130\n\n* Administrivia\n* Proposals\n  * Fast "
                    "mooring - Ana "
                    "Reis\n  * Safe mooring - Omar Said (Mill University)\n* Next steps - Chairs\n",
                    "a.txt") ==
          "- Administrivia @2031-03-04 09:00-11:30\n- Proposals @2031-03-04 09:00-11:30\n    * Fast mooring {speaker "
          "Ana Reis}\n    "
          "* Safe mooring {speaker Omar Said, Mill University}\n- Next steps @2031-03-04 09:00-11:30\n");
}

TEST_CASE("a timetable with sessions") {
    CHECK(agenda_of("# Safe Ports Workshop\n\n## Programme\n\n### Day 1: Monday, 3 March 2031\n\n**09:00 – 09:30** "
                    "Registration\n\n**09:30 – 10:00** Opening remarks\n\n- Ms. Ana Reis, Director, Ports "
                    "Division\n\n**10:00 – 11:30** Session "
                    "1: Ports and islands\n\nModerator: Jon Baker, World Fund\n\n- Lea Tanaka, Ferry Union: Ferries "
                    "that last\n\n**11:30 – "
                    "12:00** Coffee break\n") ==
          "- Opening remarks @2031-03-03 09:30-10:00 {speaker Ana Reis, Director, Ports Division}\n1 Ports and islands "
          "@2031-03-03 "
          "10:00-11:30 {moderator Jon Baker, World Fund}\n    * Ferries that last {speaker Lea Tanaka, Ferry Union}\n");
}

TEST_CASE("printed lines of one cell are items each") {
    CHECK(agenda_of("# Forum\n\n## Agenda\n\n| Tuesday, 4 March 2031 | 1. Opening<br>2. Port dues<br>3. Ferries "
                    "|\n|---|---|\n| Wednesday, 5 "
                    "March 2031 | 4. Closing |\n") ==
          "1 Opening @2031-03-04\n2 Port dues @2031-03-04\n3 Ferries @2031-03-04\n4 Closing @2031-03-05\n");
}

TEST_CASE("items that a face or a heading names") {
    CHECK(agenda_of("Ninth session\n\nAgenda item 14\n\nFinancing of safe ports\n\nReport of the Board\n\nDUES OF "
                    "SMALL PORTS\n\nThe Board "
                    "met on Monday and looked at the dues of all small ports in the region.\n",
                    "a.txt") == "14 Financing of safe ports\n");
    CHECK(agenda_of(
              "# Council\n\n## Agenda item 3: Port dues\n\nThe dues stand.\n\n## Resolution 5 (Agenda item 4.1)\n\nThe "
              "Council,\n") == "3 Port dues\n4.1 Agenda item 4.1\n");
}

TEST_CASE("an agenda that a report adopts") {
    CHECK(
        agenda_of("# Council paper\n\n## Organization\n\nThe Board adopted the following agenda:\n\n1. Opening\n2. "
                  "Port dues\n3. "
                  "Closing\n\nThe Board then rose.\n\n## Dues\n\n1. The dues were raised in May.\n\n2. They stay.\n") ==
        "1 Opening\n2 Port dues\n3 Closing\n");
}

TEST_CASE("what is no agenda") {
    CHECK(agenda_of("# Paper on dues\n\n## Recommendations\n\n1. Raise dues\n2. Build quays\n\n## Programme of work "
                    "and budget\n\n1. "
                    "Posts\n2. Travel\n") == "");
    CHECK(agenda_of(
              "# Resolution on the 2030 Agenda\n\n1. Decides to meet;\n\n2. Requests the Director to report.\n") == "");
    CHECK(agenda_of("# Agenda\n") == "");
    CHECK(agenda_of("x\n") == "");
}

TEST_CASE("agendas in the manners that they are drafted in read as their golden files say") {
    namespace fs = std::filesystem;
    std::vector<fs::path> inputs;
    for (const auto& entry : fs::directory_iterator(fs::path(RAPPORTEUR_SOURCE_DIR) / "tests/extract/golden/agenda")) {
        if (entry.path().extension() != ".items") inputs.push_back(entry.path());
    }
    std::sort(inputs.begin(), inputs.end());
    REQUIRE(!inputs.empty());
    for (const fs::path& input : inputs) {
        const std::string found = agenda_of(bytes_of(input), input.filename().string());
        const fs::path golden = input.string() + ".items";
        if (std::getenv("RAPPORTEUR_ACCEPT") != nullptr) std::ofstream(golden, std::ios::binary) << found;
        INFO(input.filename().string());
        CHECK(found == bytes_of(golden));
    }
}

TEST_CASE("a long hostile agenda stays linear") {
    std::string text = "# Agenda\n\n";
    for (int i = 0; i < 20000; ++i) text += std::to_string(i % 7) + ". ((((( Moderator: : : a, b, c\n";
    CHECK(agenda_of(text).size() < text.size());
}

}  // namespace rapporteur
