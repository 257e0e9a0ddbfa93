#include "extract/meetings.h"

#include <doctest/doctest.h>

#include <algorithm>

#include "extract/face.h"
#include "extract/shipped_rules.h"
#include "extract/terms.h"
#include "extract/written_document.h"
#include "readers/reader.h"

using namespace rapporteur;

namespace {

Records read(const Document& document) {
    static const Result<RuleSet> rules = load_rules(shipped_rules());
    if (!rules) FAIL(wording(rules.error()));
    Records records;
    const Outline outline = make_outline(document);
    find_face(document, outline, *rules, records);
    find_terms(document, outline, *rules, records);
    find_meetings(document, outline, *rules, records);
    return records;
}

std::vector<Meeting> meetings_in(std::string_view notation) {
    return read(WrittenDocument(notation).document()).meetings;
}

std::vector<Meeting> principal(std::vector<Meeting> meetings) {
    std::erase_if(meetings, [](const Meeting& meeting) { return !meeting.principal; });
    return meetings;
}

std::string when(const Meeting& meeting) {
    return (meeting.start ? to_iso(*meeting.start) : "") + "/" + (meeting.end ? to_iso(*meeting.end) : "");
}

bool has_alias(const Meeting& meeting, const std::string& alias) {
    return std::count(meeting.aliases.begin(), meeting.aliases.end(), alias) == 1;
}

}  // namespace

TEST_CASE("a session's paper is for that session, and about the meeting of its title") {
    const auto found = principal(meetings_in(R"(
        ! TRC Tidal Rivers Commission
        ! TC/612
        ! 3 June 2011
        !# COUNCIL
        !# 42ND SESSION
        !# TRC ON THE WAY TO THE SECOND HIGH-LEVEL DIALOGUE ON TIDES AND RIVERS
        1. The second High-level Dialogue on Tides and Rivers (HLD), to be held in the seat of the Council, is near. The 2012 HLD will build on the first HLD held in 2005. The HLD is open.)"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].name == "TRC Council, 42nd Session");
    CHECK(found[0].body == "TRC Council");
    CHECK(found[0].session == "42nd Session");
    CHECK(found[0].ordinal == "42");
    CHECK(found[1].name == "Second High-level Dialogue on Tides and Rivers");
    CHECK(when(found[1]) == "2012/");
    CHECK(found[1].ordinal == "2");
    CHECK(has_alias(found[1], "2012 HLD"));
    CHECK(has_alias(found[1], "HLD"));
}

TEST_CASE("the days of a session stand on the face of its paper") {
    const auto found = meetings_in(R"(
        !# STANDING COMMITTEE ON MAPS AND TIDES
        !# SECOND SESSION
        ! 7-8 May 2009
        ! SCMT/4
        ! 20 April 2009
        !# MAPS OF THE DELTA
        1. At the first meeting of the SCMT in October 2008, members asked for an update, to be discussed at the forthcoming SCMT session in May 2009.)");
    REQUIRE(found.size() == 2);
    CHECK(found[0].principal);
    CHECK(found[0].name == "Standing Committee on Maps and Tides, Second Session");
    CHECK(when(found[0]) == "2009-05-07/2009-05-08");
    CHECK_FALSE(found[1].principal);
    CHECK(found[1].ordinal == "1");
    CHECK(when(found[1]) == "2008-10/");
}

TEST_CASE("a title that is no name in capitals is one of its series, too") {
    const auto document =
        read_document({"a.txt",
                       "Tenth coordination meeting on tides\n\nPort Lind\n\n09 February 2012 to 10 February 2012\n\n"
                       "The Tidal Division is organizing the Tenth Coordination Meeting on Tides. It follows up on the "
                       "2010 Dialogue on Deltas.\n"});
    REQUIRE(document.ok());
    const auto found = read(*document).meetings;
    REQUIRE_FALSE(found.empty());
    CHECK(found[0].ordinal == "10");
    CHECK(found[0].series == "Coordination meeting on tides");
    CHECK(when(found[0]) == "2012-02-09/2012-02-10");
}

TEST_CASE("a page about one meeting takes its name as title") {
    const Records records = read(WrittenDocument(R"(
        Tides are a matter that concerns everybody who lives on a coast, in a delta or on the banks of a river that the sea enters twice a day, and their study is old.
        The ninth Coordination Meeting on Tides took place in Port Lind from 20 to 21 May 2012. The meeting was organized by the Tidal Division of the Department of Maps.
        # Objectives
        The ninth annual Coordination Meeting on Tides follows up on the 2010 Dialogue on Deltas.)")
                                     .document());
    const auto found = principal(records.meetings);
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "Ninth Coordination Meeting on Tides");
    CHECK(when(found[0]) == "2012-05-20/2012-05-21");
    CHECK(found[0].place == "Port Lind");
    CHECK(found[0].organiser == "Tidal Division of the Department of Maps");
    CHECK(found[0].series == "Coordination Meeting on Tides");
    CHECK(records.documents.front().title == "Ninth Coordination Meeting on Tides");
}

TEST_CASE("a newsletter is about the consultations that it dates and places") {
    const auto found = principal(meetings_in(R"(
        ! January 2012
        # Preparations for the Global Consultation on Deltas:
        Following an Expert Group Meeting among scholars (of maps and tides) that took place in Lind between 19-20 November, the Office wrote a paper.
        In addition to the Expert Group Meeting of scholars, consultations will be held with River Towns (February 2012 in Port Ada) and the shipping sector (March 2012 in Lind).
        An online debate was opened in October.
        # River Institute event on “Rivers as Roads”:
        On Tuesday, 13 December, the Institute and its partners convened a brainstorming session in Quay, DC to discuss “Rivers as Roads.”)"));
    REQUIRE(found.size() == 4);
    CHECK(found[0].name == "Expert Group Meeting");
    CHECK(when(found[0]) == "2011-11-19/2011-11-20");
    CHECK(found[0].place == "Lind");
    CHECK(found[1].name == "Consultation with River Towns");
    CHECK(when(found[1]) == "2012-02/2012-02");
    CHECK(found[1].place == "Port Ada");
    CHECK(found[2].name == "Consultation with the shipping sector");
    CHECK(has_alias(found[2], "Shipping sector consultation"));
    CHECK(found[2].place == "Lind");
    CHECK(found[3].name == "River Institute event on “Rivers as Roads”");
    CHECK(when(found[3]) == "2011-12-13/2011-12-13");
    CHECK(found[3].place == "Quay, DC");
    CHECK(has_alias(found[3], "Rivers as Roads"));
    CHECK(has_alias(found[3], "Brainstorming session"));
}

TEST_CASE("agendas, minutes and schedules are of the meeting in their title") {
    auto found = principal(meetings_in(R"(
        !# 31st Meeting of the Interregional Committee of Tides
        ! Port Lind, Atlantis
        ! 17–19 October 2023
        !# Draft Agenda
        1. Opening remarks)"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "31st Meeting of the Interregional Committee of Tides");
    CHECK(when(found[0]) == "2023-10-17/2023-10-19");
    CHECK(found[0].place == "Port Lind, Atlantis");
    CHECK(found[0].ordinal == "31");

    found =
        principal(meetings_in("!# MAPS Working Group Agenda - TIDE 12\n# Monday, 22 July 2024\n- 10 min - Welcome\n"
                              "# Wednesday, 24 July 2024\n- 10 min - Close"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "MAPS Working Group - TIDE 12");
    CHECK(when(found[0]) == "2024-07-22/2024-07-24");

    found =
        principal(meetings_in("! City of Lind\n!# NOTICE AND AGENDA OF RIVER COUNCIL MEETING\n"
                              "Date/Time: June 6, 530pm\nLocation/Address: Tide Hall, 3 Quay St\n1. Roll call"));
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "River Council Meeting");
    CHECK(found[0].place == "Tide Hall, 3 Quay St");
    CHECK_FALSE(found[0].start);  // no year is printed anywhere

    found =
        principal(meetings_in("!# LIND COMMISSION ON TIDES\n!# 2019 MONTHLY BOARD MEETING SCHEDULE\n"
                              "LOCATION: 3 Quay St\nJANUARY 10\nMARCH 14"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].name == "Lind Commission on Tides Monthly Board Meeting");
    CHECK(when(found[0]) == "2019-01-10/2019-01-10");
    CHECK(when(found[1]) == "2019-03-14/2019-03-14");
    CHECK(found[1].place == "3 Quay St");
}

TEST_CASE("a list of sessions names each with its date") {
    const auto found = principal(meetings_in(R"(
        !# Council of Tides
        !# Forty-first session
        ! 3 June 2011
        !# Opening dates of the coming sessions of the Council of Tides
        | Session | Opening date | Opening date of the debate |
        | Forty-first | Tuesday, 13 September 2011 | Tuesday, 20 September 2011 |
        | Forty-second | Tuesday, 11 September 2012 | Tuesday, 18 September 2012 |
        | Total | 2 | 2 |)"));
    REQUIRE(found.size() == 2);
    CHECK(found[0].name == "Council of Tides, Forty-first session");
    CHECK(when(found[0]) == "2011-09-13/");
    CHECK(found[1].name == "Council of Tides, Forty-second session");
    CHECK(found[1].ordinal == "42");
    CHECK(when(found[1]) == "2012-09-11/");
}

TEST_CASE("dates of other things are not a meeting's") {
    const auto found = meetings_in(R"(
        !# A note on tides
        1. In 2007, through resolution 61/20 of 6 March 2008, the Council took note of the summary of the first Dialogue on Deltas.
        2. Members attended many meetings in 2009 and the Board met.)");
    REQUIRE(found.size() == 1);
    CHECK(found[0].name == "First Dialogue on Deltas");
    CHECK_FALSE(found[0].start);
    CHECK_FALSE(found[0].principal);
}

TEST_CASE("an organisation is no meeting, nor is a meeting without a name") {
    CHECK(meetings_in("1. The United Nations Conference on River Trade and Roads took part. The Meeting agreed.")
              .empty());
    CHECK(meetings_in("").empty());
    CHECK(meetings_in("~ 9th Meeting on T1des").empty());
}

TEST_CASE("a meeting's source holds its name") {
    const WrittenDocument written("1. The Ninth Meeting on Tides was held in Lind on 3 May 2012.");
    const Records records = read(written.document());
    REQUIRE(records.meetings.size() == 1);
    const Source& source = records.meetings[0].sources.at(0);
    CHECK(written.document().slice(source.range) == "Ninth Meeting on Tides");
    CHECK(source.paragraph == "1");
    CHECK(records.meetings[0].place == "Lind");
}

TEST_CASE("the name of a session ends before its year, its place and its days") {
    const auto special = meetings_in(R"(
        !# 6th Special Session of the Council 2031
        ! 15 and 16 May 2031 (closed meeting)
        1. Opening of the session)");
    REQUIRE(special.size() == 1);
    CHECK(special[0].name == "Council, 6th Special Session");
    CHECK(special[0].body == "Council");
    CHECK(when(special[0]) == "2031-05-15/2031-05-16");
    const auto held = meetings_in(R"(
        !# 5th extraordinary session of the Coastal Council to be held in Lind, 25 November 2031
        1. Opening of the session)");
    REQUIRE(held.size() == 1);
    CHECK(held[0].body == "Coastal Council");
    CHECK(held[0].session == "5th extraordinary session");
    CHECK(held[0].place == "Lind");
    CHECK(when(held[0]) == "2031-11-25/2031-11-25");
}

TEST_CASE("two bodies that sit together have a session each") {
    const auto face = principal(meetings_in(R"(
        !# Eighty-fourth Session of the Map Committee and Ninety-fifth Session of the Tide Committee
        ! Lind, 27 September 2031
        1. The members met at noon.)"));
    REQUIRE(face.size() == 2);
    CHECK(face[0].name == "Map Committee, Eighty-fourth Session");
    CHECK(face[1].name == "Tide Committee, Ninety-fifth Session");
    for (const Meeting& meeting : face) {
        CHECK(when(meeting) == "2031-09-27/2031-09-27");
        CHECK(meeting.place == "Lind");
    }
    const auto told = meetings_in(
        "1. The report of the fourth session of the Map Committee and the ninth session of the Tide Committee is at "
        "hand.");
    REQUIRE(told.size() == 2);
    CHECK(told[0].body == "Map Committee");
    CHECK(told[1].body == "Tide Committee");
}

TEST_CASE("a page of one gathering is titled by it, with day and place below") {
    const auto lines = principal(meetings_in(R"(
        ! Informal thematic debate on tides and maps
        ! Port Lind
        ! 19 May 2031
        The Chair of the Council will open the debate, which is to help the towns of the coast to prepare for the Dialogue in the year after. The members will then hear three panels.)"));
    REQUIRE(lines.size() == 1);
    CHECK(lines[0].name == "Informal thematic debate on tides and maps");
    CHECK(lines[0].place == "Port Lind");
    CHECK(when(lines[0]) == "2031-05-19/2031-05-19");
    const WrittenDocument page(R"(
        ! Informal multi-party hearing (full day)
        ! Harbour Council Chamber, Quay House, 26 July, 2031
        ! Background documents
        ! Summary of the first informal multi-party hearing on tides)");
    const Records records = read(page.document());
    CHECK(records.documents[0].title == "Informal multi-party hearing (full day)");
    REQUIRE(records.meetings.size() == 1);
    CHECK(records.meetings[0].principal);
    CHECK(records.meetings[0].place == "Harbour Council Chamber, Quay House");
    CHECK(principal(meetings_in(R"(
        ! Outcome of the informal debate on tides
        ! Port Lind
        ! 19 May 2031
        1. The members met.)"))
              .empty());
}
