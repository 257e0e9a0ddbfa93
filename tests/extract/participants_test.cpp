#include "extract/participants.h"

#include <doctest/doctest.h>

#include "extract/shipped_rules.h"
#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// "name|affiliation|role" of each participant, one a line.
std::string participants_of(const std::string& text, const std::string& name = "a.md") {
    static const auto rules = load_rules(shipped_rules());
    const auto document = read_document({name, text});
    REQUIRE(document.ok());
    Records records;
    find_participants(*document, make_outline(*document), *rules, records);
    std::string out;
    for (const Participant& one : records.participants) {
        out += one.name + "|" + one.affiliation + "|" + one.role + "\n";
        REQUIRE(one.sources.size() == 1);
        CHECK(document->slice(one.sources[0].range).find(one.name) != std::string_view::npos);
    }
    return out;
}

}  // namespace

TEST_CASE("a list of those present and absent") {
    CHECK(participants_of(
              "# Harbour Board meeting\n\n## Present\n\n* Lea Tanaka @ltanaka (HB)\n* Jon Baker (Chair)\n* Ana Reis, "
              "Ports Division\n\n## Apologies\n\n* Omar Said\n\n## Agenda\n\n* Ports and Islands\n") ==
          "Lea Tanaka|HB|\nJon Baker||Chair\nAna Reis|Ports Division|\nOmar Said||absent\n");
}

TEST_CASE("delegations and roles before names") {
    CHECK(
        participants_of(
            "# List of participants\n\n## Fiji\n\nHead of delegation: H.E. Mr. Tom Vance, Minister of Ports\n\nMs. Ada "
            "Lund\n\n## Observers\n\nMr. Nils Ågård, World Fund\n") ==
        "Tom Vance|Minister of Ports|Head of delegation\nAda Lund|Fiji|\nNils Ågård|World Fund|observer\n");
}

TEST_CASE("people in one line") {
    CHECK(participants_of(
              "# Notes\n\nPresent: Lea Tanaka (Chair), Jon Baker (Fiji), and Ana Reis\n\nApologies: Omar Said\n\nThe "
              "meeting began.\n") == "Lea Tanaka||Chair\nJon Baker|Fiji|\nAna Reis||\nOmar Said||absent\n");
}

TEST_CASE("tables of names") {
    CHECK(participants_of(
              "# Attendance\n\n| Name | Organization | Position |\n|---|---|---|\n| Dr. Lea Tanaka | Ports Division | "
              "Economist |\n| Jon Baker | World Fund | |\n") ==
          "Lea Tanaka|Ports Division|Economist\nJon Baker|World Fund|\n");
}

TEST_CASE("what lists nobody") {
    CHECK(participants_of("# Report\n\n## Present situation of ports\n\n- Blue Ferry\n\nPresent: nobody came.\n") ==
          "");
    CHECK(participants_of("# Participants\n\nSome forty people from twelve States took part in the meeting.\n") == "");
    CHECK(participants_of("# Present\n\n" + std::string(50000, '(') + "\n") == "");
}

}  // namespace rapporteur
