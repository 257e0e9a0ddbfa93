#include "readers/prose.h"

#include <doctest/doctest.h>

#include "readers/damage.h"
#include "readers/encoding.h"
#include "readers/language.h"

namespace rapporteur {

TEST_CASE("ends and starts of prose") {
    CHECK(ends_clause("The meeting closed (at noon.)"));
    CHECK(ends_clause("as follows:"));
    CHECK_FALSE(ends_sentence("as follows:"));
    CHECK_FALSE(ends_clause("the report of the"));
    CHECK(ends_open("submitted to the", "en"));
    CHECK(ends_open("soumis à la", "fr"));
    CHECK_FALSE(ends_open("submitted to the", "fr"));
    CHECK(ends_open("High-", "en"));
    CHECK_FALSE(ends_open("the way forward", "en"));
    CHECK(ends_open("la junta es", "es"));
    CHECK_FALSE(ends_open("escriba a registro@puerto.es", "es"));
    CHECK_FALSE(ends_open("véase https://puerto.es", "es"));
    CHECK(starts_low("“stranded travellers”"));
    CHECK_FALSE(starts_low("7 May"));
}

TEST_CASE("running text is told from names and titles") {
    CHECK(is_running_text("The quays were repaired by the Harbour Board before the winter and"));
    CHECK(is_running_text("作業部会は港について話し合った"));
    CHECK_FALSE(is_running_text("Lea Tanaka, Manager, Ferries and Crews Unit, Sea Bank"));
    CHECK_FALSE(is_running_text("Rezoning of the Old Quay District and of Ferry Lane, Port Lind"));
}

TEST_CASE("lines that are dates") {
    for (const char* line :
         {"Friday, 21 February 2014", "5-6 May 2008", "January 2013", "2012-05-07", "24 to 26 June 2019"}) {
        INFO(std::string(line));
        CHECK(is_date_line(line));
    }
    for (const char* line :
         {"The 2012 session adopted the agenda of the meeting", "12 items", "A/68/190 of 2013", "February"}) {
        INFO(std::string(line));
        CHECK_FALSE(is_date_line(line));
    }
}

TEST_CASE("rubbish is told from unusual but readable text") {
    for (const char* line :
         {"81b)7.2(1)mdi)5.20(1)xb(6)mt(6)rk)gh4.6B9(1)", "_ vp gf. f' ' ' 'Ev 'E?;5.", "47`E 05 Jw |~ ;:"}) {
        INFO(std::string(line));
        CHECK(is_rubbish(line));
    }
    for (const char* line :
         {"UN/XYZ/MIG-12CM/2014/01", "Article 1(1)(e) of the Constitution", "10.00 – 13.00",
          "http://example.org/a?b=(c)", "Tel. +41 22 717 91 11", "H.E. Mr. A. B. Nkrumah", "1.2 1.3 1.4",
          "€ 5,000 (15%)", "Mr. Hrvoje Krk", "المملكة العربية السعودية", "— — —", "a) b) c)"}) {
        INFO(std::string(line));
        CHECK_FALSE(is_rubbish(line));
        CHECK(rubbish_in(line).empty());
    }
    const std::string text = "They would appeal to ministers in the xopmt1.9()10.40.9(e)9.2(b) m-1.6(s)-464.6(he";
    REQUIRE(rubbish_in(text).size() == 1);
    CHECK(text.substr(rubbish_in(text)[0].begin) == "xopmt1.9()10.40.9(e)9.2(b) m-1.6(s)-464.6(he");
}

TEST_CASE("language is told by its little words or its script") {
    CHECK(language_of("The committee took note of the report and decided to meet in May.") == "en");
    CHECK(language_of("Le comité a pris note du rapport et a décidé de se réunir dans les locaux de la mission.") ==
          "fr");
    CHECK(language_of("El comité tomó nota del informe y decidió reunirse en la sede de los Estados.") == "es");
    CHECK(language_of("Комитет принял к сведению доклад и решил собраться в мае") == "ru");
    CHECK(language_of("وأحاطت اللجنة علما بالتقرير") == "ar");
    CHECK(language_of("委员会注意到该报告") == "zh");
    CHECK(language_of("xyz 123") == "");
}

TEST_CASE("encodings are told by their marks or guessed by plausible words") {
    CHECK(decode_text("\xEF\xBB\xBFR\xC3\xA9sum\xC3\xA9").text == "Résumé");
    CHECK(decode_text(std::string_view("\xFF\xFER\0\xE9\0", 6)).text == "Ré");
    CHECK(decode_text("R\xE9sum\xE9 \x96 d\x92\xE9t\xE9").text == "Résumé – d’été");
    CHECK(decode_text("R\xE9sum\xE9").guessed == "Windows-1252");
    CHECK(decode_text("The States\xD5 r\x8Esum\x8E \xD0 B\xBFrge").text == "The States’ résumé – Børge");
    CHECK(decode_text("one\r\ntwo\rthree").text == "one\ntwo\nthree");
}

}  // namespace rapporteur
