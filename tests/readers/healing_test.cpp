#include "readers/healing.h"

#include <doctest/doctest.h>

#include <initializer_list>
#include <string>

namespace rapporteur {
namespace {

Drafts drafts_of(std::initializer_list<const char*> texts) {
    Drafts out;
    for (const char* text : texts) {
        Draft draft;
        draft.text = text;
        if (draft.text.starts_with("NOTE ")) draft.block.kind = BlockKind::note;
        out.push_back(std::move(draft));
    }
    return out;
}

std::string healed(std::initializer_list<const char*> texts, const char* language = "en", bool marked = false) {
    Drafts drafts = drafts_of(texts);
    heal(drafts, language, marked);
    std::string out;
    for (const Draft& draft : drafts) {
        out += (draft.block.cut_before ? "<" : "") + draft.text + (draft.block.cut_after ? ">" : "") + "/";
    }
    return out;
}

}  // namespace

TEST_CASE("breaks in sentences are healed past footnotes") {
    CHECK(healed({"The Council asked the Ports Union to repair all", "NOTE a note", "quays before the winter."}) ==
          "The Council asked the Ports Union to repair all quays before the winter./NOTE a note/");
    CHECK(healed({"They opened a training centre in the", "Republic of Korea last year."}) ==
          "They opened a training centre in the Republic of Korea last year./");
    CHECK(healed({"The event is organized by the Union, the League,", "NOTE a note", "UN-Coast and the host."}) ==
          "The event is organized by the Union, the League, UN-Coast and the host./NOTE a note/");
    CHECK(healed({"Ils ont ouvert un centre de formation dans la", "République de Corée."}, "fr") ==
          "Ils ont ouvert un centre de formation dans la République de Corée./");
}

TEST_CASE("paragraphs that the format marks are joined only where the first asks for more") {
    const auto lines = {"The chair said that the page could not be found", "ana: the topic for today is the costs"};
    CHECK(healed(lines, "en", true) ==
          "The chair said that the page could not be found/ana: the topic for today is the costs/");
    CHECK(healed({"They opened a training centre in the", "capital of the region last year."}, "en", true) ==
          "They opened a training centre in the capital of the region last year./");
}

TEST_CASE("what is complete is left alone") {
    CHECK(healed({"The first paragraph ends here.", "The second begins."}) ==
          "The first paragraph ends here./The second begins./");
    CHECK(
        healed({"Recalling its resolution on quays of 3 May 1998,",
                "Reaffirming its resolution on rings of 4 June 1999,", "Noting with concern the report on storms,"}) ==
        "Recalling its resolution on quays of 3 May 1998,/Reaffirming its resolution on rings of 4 June 1999,/"
        "Noting with concern the report on storms,/");
    CHECK(healed({"The members are asked to do as follows:", "send their reports"}) ==
          "The members are asked to do as follows:/send their reports/");
}

TEST_CASE("hyphens are healed where the document knows the word") {
    CHECK(healed({"The talks were held at a High-", "level meeting of ministers.", "The High-level meeting ended."}) ==
          "The talks were held at a High-level meeting of ministers./The High-level meeting ended./");
    CHECK(healed({"They worked on devel-", "opment of harbours.", "The development went on."}) ==
          "They worked on development of harbours./The development went on./");
}

TEST_CASE("in a damaged document nothing is joined on weak evidence") {
    const std::string out = healed({
        "The committee of experts was working alongside the group on sustainable developm",
        "the League. Her country had long experience with the development of harbours and with their sections.",
        "He was pleased to note the agreement of all the members on numerous key areas at the low-level",
        "children and elderly anglers. The second declaration gave a strong push to all the work of the members.",
        "A task force was studying the conditions of all the anglers along the northern coast. A sec",
        "Harbour Division, which spoke of the gains to be had from quays of stone in all the second ports.",
    });
    CHECK(out.find("developm>") != std::string::npos);
    CHECK(out.find("<the League") != std::string::npos);
    CHECK(out.find("low-level>") != std::string::npos);
    CHECK(out.find("<children") != std::string::npos);
    CHECK(out.find("sec>") != std::string::npos);
    CHECK(out.find("<Harbour Division") != std::string::npos);
}

TEST_CASE("names with their offices and sentences whose author sets no full stops are not broken off") {
    const std::string offices = healed({
        "First session speakers: Ana Lind, Director, Quays, Moorings & Tides Programme, Harbour Policy Institute, and "
        "Jon "
        "Baker, Senior Fellow, Lind Institute of Coastal Economics; Head of Development, Harbour Bank AG",
        "Second session speakers: Lea Tanaka, Manager, Ferries and Crews Unit, Sea Bank; Ida Holm, Senior Economist, "
        "Tidal "
        "Economics Group, Sea Bank; and Omar Said, Director of the Tide Research Centre, University of Lind",
        "Third session speakers: Pia Roth, Senior Analyst, HPI; Max Ito, Executive Director, Centre for Harbour "
        "Studies of "
        "Port Ada; Eva Klein, Director, Institute for the Study of Coastal Ports, Castle University",
        "First session moderator: Nina Berg, Vice Minister for Ports, Ministry of Foreign Relations of the Republic of "
        "Lind",
        "Second session moderator: Carlo Sant, Chair, Commission on Fishers Overseas of the Republic of Lind and Port "
        "Ada",
        "Third session moderator: Dora Finn, Chair, Union of Harbour Pilots of the Northern Coast and of the Isles of "
        "Ada",
    });
    CHECK(offices.find('>') == std::string::npos);
    const std::string aims = healed({
        "Share what the towns of the northern coast have learnt from building quays of stone, and from the charges "
        "that they "
        "laid upon ferries and barges in order to pay for building them over the years",
        "Bring together the pilots, the owners of boats and the harbour masters of all the towns, so that they may "
        "agree on "
        "one way of marking the channels that lead from the open sea into their ports",
        "Find the means by which small ports can keep the depth of their channels without asking the larger ones for "
        "help, "
        "and write down what each of them would have to pay for such a fund every year",
        "Name those who will carry this work forward until the members meet again in the spring, and tell them what "
        "they are "
        "expected to bring to the table when the next budget of the union is drawn up",
        "Close with a word of thanks to the town that has lent its hall to the meeting",
    });
    CHECK(aims.find('>') == std::string::npos);
    CHECK(healed({"N/A"}, "fr") == "N/A/");
    Drafts damaged =
        drafts_of({"作業部会は港の修理について長いあいだ話し合い、次の会合までに各町の費用を調べることにして、その結果"
                   "を理事会に"});
    damaged.front().block.damaged.push_back({0, damaged.front().text.size()});
    for (int i = 0; i < 2; ++i) damaged.push_back(damaged.front());
    heal(damaged, "ja");
    CHECK(damaged.front().block.cut_after);
}

TEST_CASE("a sentence goes on with figures after a paragraph that stops in the middle of them") {
    CHECK(healed({"It was agreed that the members would take items 5, 6,", "8 and 15 together in one debate."}) ==
          "It was agreed that the members would take items 5, 6, 8 and 15 together in one debate./");
    CHECK(healed({"The members met on Sunday, 3,", "14 March 2031"}) == "The members met on Sunday, 3,/14 March 2031/");
}

}  // namespace rapporteur
