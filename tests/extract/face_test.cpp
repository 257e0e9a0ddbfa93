#include "extract/face.h"

#include <doctest/doctest.h>

#include "extract/casing.h"
#include "extract/ordinal.h"
#include "extract/shipped_rules.h"
#include "extract/written_document.h"

using namespace rapporteur;

namespace {

const RuleSet& rules() {
    static const Result<RuleSet> loaded = load_rules(shipped_rules());
    if (!loaded) FAIL(wording(loaded.error()));
    return *loaded;
}

DocumentRecord face_of(std::string_view notation) {
    const WrittenDocument written(notation);
    Records records;
    find_face(written.document(), make_outline(written.document()), rules(), records);
    REQUIRE(records.documents.size() == 1);
    return records.documents.front();
}

}  // namespace

TEST_CASE("a symbol that ends in a word is the document's, not one that a note names") {
    const DocumentRecord face = face_of(R"(
        ! Tidal Rivers Commission
        ! TRC/WG/3/MIN
        !# Minutes of the third session of the Working Group on Weirs
        # Opening
        1. The agenda was adopted.
        ^1 The agenda is document TRC/WG/3/2.)");
    CHECK(face.symbol == "TRC/WG/3/MIN");
    const DocumentRecord other = face_of(R"(
        !# Minutes of the third session of the Working Group on Weirs
        # Opening
        1. The agenda was adopted.
        ^1 TRC/WG/3/2.)");
    CHECK(other.symbol.empty());
}

TEST_CASE("the face of a council's paper") {
    const DocumentRecord face = face_of(R"(
        ! TRC Tidal Rivers Commission
        ! CRM Commission des rivières à marées
        ! TC/612
        ! Original: English
        ! 3 June 2011
        !# COUNCIL
        !# CONSEIL
        !# 42ND SESSION
        !# TRC ON THE WAY TO THE THIRD REVIEW OF TIDES
        1. The TRC will take part in the third review of tides of 2012, which opens on 4 May 2012.)");
    CHECK(face.symbol == "TC/612");
    CHECK(to_iso(face.date.value_or(PartialDate{})) == "2011-06-03");
    CHECK(face.body == "TRC Council");
    CHECK(face.session == "42nd Session");
    CHECK(face.title == "TRC on the Way to the Third Review of Tides");
    CHECK(face.original_language == "en");
    CHECK(face.distribution.empty());
}

TEST_CASE("the face of a restricted committee paper with the days of its session") {
    const DocumentRecord face = face_of(R"(
        !# STANDING COMMITTEE ON MAPS AND TIDES
        !# THIRD SESSION
        ! 7-8 May 2009
        ! SCMT/4
        !# RESTRICTED
        ! 20 April 2009
        !# MAPS OF THE DELTA: AN UPDATE
        1. At its second session the Committee asked for an update.)");
    CHECK(face.symbol == "SCMT/4");
    CHECK(to_iso(face.date.value_or(PartialDate{})) == "2009-04-20");
    CHECK(face.body == "Standing Committee on Maps and Tides");
    CHECK(face.session == "Third Session");
    CHECK(face.distribution == "RESTRICTED");
    CHECK(face.title == "Maps of the Delta: An Update");
}

TEST_CASE("the face of a resolution") {
    const DocumentRecord face = face_of(R"(
        ! Forty-first session
        ! Agenda item 12
        ! Resolution adopted by the Council of Tides on 12 June 2014
        ! [without reference to a Committee (T/41/L.5)]
        !# 41/28. Year of the Estuaries
        The Council of Tides,
        1. Decides to proclaim 2016 the Year of the Estuaries;)");
    CHECK(face.symbol == "41/28");
    CHECK(to_iso(face.date.value_or(PartialDate{})) == "2014-06-12");
    CHECK(face.body == "Council of Tides");
    CHECK(face.session == "Forty-first session");
    CHECK(face.title == "Year of the Estuaries");
}

TEST_CASE("the face of a report with an imprint") {
    const DocumentRecord face = face_of(R"(
        ! Department of Rivers and Seas
        ! Tidal Division
        !# NINTH COORDINATION MEETING ON TIDES
        ! Port Lind, 20 and 21 May 2012
        The views in this report are those of its authors alone and say nothing of the views of the Council, its members, or any of the offices that took part in it.
        Department of Rivers and Seas, Tidal Division (2012). Ninth Coordination Meeting on Tides.
        Working Paper No. DRS/P/WP.23
        DRS/P/WP/23
        Copyright © Council of Tides 2012
        # Report)");
    CHECK(face.symbol == "DRS/P/WP.23");
    CHECK(to_iso(face.date.value_or(PartialDate{})) == "2012");
    CHECK(face.body == "Tidal Division");
    CHECK(face.title == "Ninth Coordination Meeting on Tides");
}

TEST_CASE("the face of agendas and minutes") {
    const DocumentRecord agenda = face_of(R"(
        !# 31st Meeting of the Interregional Committee of Tides
        ! Port Lind, Atlantis
        ! 17–19 October 2023
        !# Draft Agenda
        ! Version 2 (2023-07-17)
        1. Opening remarks)");
    CHECK(agenda.title == "31st Meeting of the Interregional Committee of Tides: Draft Agenda");
    CHECK(agenda.body == "Interregional Committee of Tides");
    CHECK(agenda.session == "31st Meeting");
    CHECK(to_iso(agenda.date.value_or(PartialDate{})) == "2023-07-17");
    const DocumentRecord minutes =
        face_of("!# Tide.js Steering Committee (TSC) Meeting 2021-12-08\n# Present\n- Ana Lind");
    CHECK(minutes.title == "Tide.js Steering Committee (TSC) Meeting 2021-12-08");
    CHECK(minutes.body == "Tide.js Steering Committee");
    CHECK(to_iso(minutes.date.value_or(PartialDate{})) == "2021-12-08");
}

TEST_CASE("a face that does not say it stays empty") {
    const DocumentRecord page = face_of(
        "International rivers are a subject that grows in scope and that the General Council took up in its resolution "
        "12/61 of "
        "3 May 2010 (A/61/12), and they will be on the agenda of many meetings to come.\nIt met on 2 June 2011.");
    CHECK(page.symbol.empty());
    CHECK(page.title.empty());
    CHECK(page.body.empty());
    CHECK_FALSE(page.date);
    CHECK(page.status == DocumentStatus::ok);
    CHECK_FALSE(face_of("!# Agenda of the River Board\n! Monday, 3 June 2013\n- Opening").date);
}

TEST_CASE("lines of paper: what runs on is joined, what stands alone is apart") {
    const DocumentRecord joined = face_of(
        "! Department\n! of Tides &\n! Deltas\n!# Answer to the review of maps\n! Published 21 March 2014\n# Text");
    CHECK(joined.body == "Department of Tides & Deltas");
    CHECK(joined.title == "Answer to the review of maps");
    CHECK(to_iso(joined.date.value_or(PartialDate{})) == "2014-03-21");

    WrittenDocument written("!# LIND COMMISSION ON TIDES 2019 MONTHLY BOARD MEETING SCHEDULE\nHeld on Thursdays.");
    Block& block = written.document().blocks.front();
    block.lines = {{{0, 24}, {}}, {{25, block.range.end}, {}}};
    Records records;
    find_face(written.document(), make_outline(written.document()), rules(), records);
    CHECK(records.documents.front().body == "Lind Commission on Tides");
    CHECK(records.documents.front().title == "2019 Monthly Board Meeting Schedule");
}

TEST_CASE("the body whose session it is stands above the session; the title follows the item's") {
    const DocumentRecord face = face_of(R"(
        !# Council of Tides
        ! T/HR/27/3
        ! Distr.: General
        ! 7 July 2014
        !# Rivers Committee
        !# Twenty-seventh session
        ! Agenda item 6
        !# Periodic review of rivers
        !# Budget of the mapping force for 2015
        !# Report of the Advisory Group
        1. The report was read.)");
    CHECK(face.body == "Rivers Committee");
    CHECK(face.title == "Budget of the mapping force for 2015");
    CHECK(face.symbol == "T/HR/27/3");
    CHECK(face.distribution == "General");
    CHECK(to_iso(face.date.value_or(PartialDate{})) == "2014-07-07");
}

TEST_CASE("titles in capitals of languages that do not capitalise them") {
    WrittenDocument written(
        "!# CARTE DE LA RIVIÈRE LIND ET DU TRC\nLa carte montre la rivière Lind, et le TRC la publie.");
    written.document().language = "fr";
    const Casing casing(written.document(), rules());
    CHECK(casing.name("CARTE DE LA RIVIÈRE LIND ET DU TRC") == "Carte de la rivière Lind et du TRC");
}

TEST_CASE("what a bad scan leaves of a line is no title") {
    CHECK(face_of("!# *oe 04,1 m ,_ in g sv __ _, x River Board\n!# Maps of the delta\n# Text").title ==
          "Maps of the delta");
    CHECK(face_of("!# RIV3R BO4RD MIN0TES\n# Text").title.empty());
}

TEST_CASE("a document that was read in part says so") {
    WrittenDocument written("! 3 June 2011");
    written.document().warnings.push_back({Code::line_damaged, {"written.txt", 1, 3, 0}, "x1)9(5"});
    Records records;
    find_face(written.document(), make_outline(written.document()), rules(), records);
    CHECK(records.documents.front().status == DocumentStatus::partial);
    CHECK(records.documents.front().warnings.size() == 1);
}

TEST_CASE("names in capitals are set as running text would have them") {
    const WrittenDocument written("The TRC met the RMCQ.\n! TRC AND THE HIGH-LEVEL REVIEW");
    const Casing casing(written.document(), rules());
    CHECK(casing.name("TRC AND THE HIGH-LEVEL REVIEW OF THE 101ST SESSION") ==
          "TRC and the High-level Review of the 101st Session");
    CHECK(casing.name("MAPS: AN UPDATE") == "Maps: An Update");
    CHECK(casing.name("Review of the TRC") == "Review of the TRC");
    CHECK(casing.name("PART XIV OF THE SCPF") == "Part XIV of the SCPF");
    CHECK(casing.name("") == "");
    const WrittenDocument loud("1. OPENING OF THE SESSION The informal meeting of the pilots was opened at noon.");
    CHECK(Casing(loud.document(), rules()).name("MEETING OF PILOTS") == "Meeting of Pilots");
}

TEST_CASE("buttons of a web page and imprints are no titles") {
    CHECK(face_of(R"(
        ! Previous Page Table of Contents Next Page
        ! Commodities and quays
        1. The members met at noon.)")
              .title == "Commodities and quays");
    const DocumentRecord report = face_of(R"(
        ! Coastal Council
        ! Twelfth session
        ! TRC-No. 1059
        ! Abridged report with resolutions
        ! TRC-No. 1059 © Tidal Rivers Commission and its many partners, 2031)");
    CHECK(report.title == "Abridged report with resolutions");
    CHECK(to_iso(report.date.value_or(PartialDate{})) == "2031");
}

TEST_CASE("ordinals in figures and words") {
    const RuleTable* words = rules().table("en", "ordinals");
    REQUIRE(words);
    const auto number = [&](std::string_view text) { return ordinal_number(text, words).value_or(0); };
    CHECK(number("101st") == 101);
    CHECK(number("second") == 2);
    CHECK(number("Twelfth") == 12);
    CHECK(number("fifty-first") == 51);
    CHECK(number("Seventy-second") == 72);
    CHECK(number("one hundred and eighth") == 108);
    CHECK(number("two hundredth") == 200);
    CHECK(number("EIGHTIETH") == 80);
    CHECK(number("next") == 0);
    CHECK(number("") == 0);
    CHECK(number("99999999999999th") == 0);
}
