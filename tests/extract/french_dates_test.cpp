#include <doctest/doctest.h>

#include "extract/date_reading.h"

namespace rapporteur {
namespace {

constexpr Written written_dates[] = {
    // one day
    {"3 mars 2031", "2031-03-03"},
    {"le 3 mars 2031", "2031-03-03"},
    {"Le lundi 3 mars 2031", "2031-03-03"},
    {"lundi 3 mars 2031", "2031-03-03"},
    {"lundi, 3 mars 2031", "2031-03-03"},
    {"LUNDI 3 MARS 2031", "2031-03-03"},
    {"lun. 3 mars 2031", "2031-03-03"},
    {"1er mars 2031", "2031-03-01"},
    {"le 1er août 2031", "2031-08-01"},
    {"premier août 2031", "2031-08-01"},
    {"03 mars 2031", "2031-03-03"},
    {"3 févr. 2031", "2031-02-03"},
    {"12 janv. 2031", "2031-01-12"},
    {"12 déc. 2031", "2031-12-12"},
    {"29 février 2032", "2032-02-29"},
    {"(3 mars 2031)", "2031-03-03"},
    {"Lind, le 3 mars 2031", "2031-03-03"},
    {"en date du 3 mars 2031", "2031-03-03"},
    {"l’après-midi du 3 mars 2031", "2031-03-03"},
    {"3\u00a0mars\u00a02031", "2031-03-03"},
    // figures
    {"2031-03-05", "2031-03-05"},
    {"25.12.2031", "2031-12-25"},
    {"25/12/2031", "2031-12-25"},
    {"du 2031-03-03 au 2031-03-05", "2031-03-03/2031-03-05"},
    // days of one month
    {"3-5 mars 2031", "2031-03-03/2031-03-05"},
    {"3–5 mars 2031", "2031-03-03/2031-03-05"},
    {"du 3 au 5 mars 2031", "2031-03-03/2031-03-05"},
    {"du 1er au 5 mars 2031", "2031-03-01/2031-03-05"},
    {"du lundi 3 au mercredi 5 mars 2031", "2031-03-03/2031-03-05"},
    {"les 3 et 4 mars 2031", "2031-03-03/2031-03-04"},
    {"3, 4 et 5 mars 2031", "2031-03-03/2031-03-05"},
    {"les 3, 10 et 17 mars 2031", "2031-03-03, 2031-03-10, 2031-03-17"},
    {"entre le 3 et le 5 mars 2031", "2031-03-03/2031-03-05"},
    // days of two months or years
    {"du 28 février au 2 mars 2031", "2031-02-28/2031-03-02"},
    {"28 février - 2 mars 2031", "2031-02-28/2031-03-02"},
    {"28 octobre – 1er novembre 2031", "2031-10-28/2031-11-01"},
    {"du 30 décembre 2030 au 2 janvier 2031", "2030-12-30/2031-01-02"},
    {"du 28 décembre au 3 janvier 2031", "2030-12-28/2031-01-03"},
    // months and years
    {"mars 2031", "2031-03"},
    {"en mars 2031", "2031-03"},
    {"à la mi-mars 2031", "2031-03"},
    {"début mars 2031", "2031-03"},
    {"de mars à mai 2031", "2031-03/2031-05"},
    {"mars-mai 2031", "2031-03/2031-05"},
    {"entre mars et mai 2031", "2031-03/2031-05"},
    {"de novembre 2030 à février 2031", "2030-11/2031-02"},
    {"en 2031", "2031"},
    {"depuis 1979", "1979"},
    {"d’ici 2030", "2030"},
    {"de 2001 à 2004", "2001/2004"},
    {"entre 2001 et 2004", "2001/2004"},
    // the year from what is known around
    {"mardi 11 décembre", "2012-12-11", "2013-01"},
    {"fin décembre", "2012-12", "2013-01"},
    {"à la mi-janvier", "2013-01", "2013-01"},
    {"lundi 3 mars", "2031-03-03", "", 2031},
    {"3 mars", "no year"},
    {"les 5 mars et 7 avril 2031", "2031-03-05, 2031-04-07"},
    // what is no date, or one that can be read in two ways
    {"2/5/2031", ""},
    {"2.5.2031", ""},
    {"31 avril 2031", ""},
    {"29 février 2031", ""},
    {"du 5 au 3 mars 2031", ""},
    {"les points 5 et 6", ""},
    {"2031 personnes", ""},
    {"la place de mai", ""},
    {"de 10 h à 13 h", ""},
};

constexpr Written written_times[] = {
    {"9 h", "09:00"},
    {"9h", "09:00"},
    {"9h30", "09:30"},
    {"9 h 30", "09:30"},
    {"09h00", "09:00"},
    {"14 heures", "14:00"},
    {"14 heures 30", "14:30"},
    {"14:30", "14:30"},
    {"à 15.00", "15:00"},
    {"de 9 h à 12 h", "09:00-12:00"},
    {"de 9 à 12 heures", "09:00-12:00"},
    {"9h-12h", "09:00-12:00"},
    {"9 h 30 – 12 h 30", "09:30-12:30"},
    {"9h30-12h30", "09:30-12:30"},
    {"de 9 h 30 à 12 heures", "09:30-12:00"},
    {"de 9 h à 12 h 30", "09:00-12:30"},
    {"10 h à midi", "10:00-12:00"},
    {"de 10 h 30 à midi", "10:30-12:00"},
    {"de midi à 14 h", "12:00-14:00"},
    {"midi", "12:00"},
    {"à minuit", "24:00"},
    {"10:00-13:00", "10:00-13:00"},
    {"10.00 – 13.00", "10:00-13:00"},
    {"25 h", ""},
    {"15 hommes", ""},
    {"taux de 15.07", ""},
};

}  // namespace

TEST_CASE("dates as the French write them") {
    const DateReader reader = reader_of("fr");
    for (const Written& written : written_dates) {
        INFO(written.text);
        CHECK(dates_in(reader, written.text, written.document, written.year) == written.gives);
    }
}

TEST_CASE("times as the French write them") {
    const DateReader reader = reader_of("fr");
    for (const Written& written : written_times) {
        INFO(written.text);
        CHECK(times_in(reader, written.text) == written.gives);
    }
}

}  // namespace rapporteur
