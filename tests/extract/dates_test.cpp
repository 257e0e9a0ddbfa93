#include "extract/dates.h"

#include <doctest/doctest.h>

#include "extract/date_reading.h"
#include "extract/date_words.h"

using namespace rapporteur;

TEST_CASE("every example of every language's dates") {
    for (const NamedText& file : shipped_rules()) {
        if (!file.name.ends_with("/date.xml")) continue;
        const std::string language = file.name.substr(0, file.name.find('/'));
        const DateReader reader = reader_of(language);
        CHECK(reader.words().language == language);
        for (const DateExample& example : reader.words().examples) {
            INFO(language, "/date.xml:", example.line, ": ", example.text);
            const std::string found =
                example.times ? times_in(reader, example.text) : dates_in(reader, example.text, example.document);
            CHECK(found == example.dates);
        }
    }
}

namespace {

constexpr Written written_dates[] = {
    // one day, in the orders and with the signs that people use
    {"2 November 2012", "2012-11-02"},
    {"02 November 2012", "2012-11-02"},
    {"2 NOVEMBER 2012", "2012-11-02"},
    {"2 november 2012", "2012-11-02"},
    {"2 Nov 2012", "2012-11-02"},
    {"2 Nov. 2012", "2012-11-02"},
    {"2 November, 2012", "2012-11-02"},
    {"2nd November 2012", "2012-11-02"},
    {"the 2nd of November 2012", "2012-11-02"},
    {"the first of May 2013", "2013-05-01"},
    {"21st May 2013", "2013-05-21"},
    {"23rd of May, 2013", "2013-05-23"},
    {"November 2, 2012", "2012-11-02"},
    {"November 2 2012", "2012-11-02"},
    {"November 2nd, 2012", "2012-11-02"},
    {"Nov. 2, 2012", "2012-11-02"},
    {"Sept. 9, 2015", "2015-09-09"},
    {"NOVEMBER 2, 2012", "2012-11-02"},
    {"Friday, 2 November 2012", "2012-11-02"},
    {"Friday 2 November 2012", "2012-11-02"},
    {"Fri 2 Nov 2012", "2012-11-02"},
    {"Fri., 2 Nov. 2012", "2012-11-02"},
    {"Friday, November 2, 2012", "2012-11-02"},
    {"FRIDAY, 2 NOVEMBER 2012", "2012-11-02"},
    {"Friday the 2nd of November 2012", "2012-11-02"},
    {"29 February 2012", "2012-02-29"},
    {"2\u00a0November\u00a02012", "2012-11-02"},
    {"(2 November 2012)", "2012-11-02"},
    {"dated 2 November 2012.", "2012-11-02"},
    {"Lima, 2 November 2012", "2012-11-02"},
    // figures
    {"2012-11-02", "2012-11-02"},
    {"2012/11/02", "2012-11-02"},
    {"2012.11.02", "2012-11-02"},
    {"22.11.2012", "2012-11-22"},
    {"22/11/2012", "2012-11-22"},
    {"11/22/2012", "2012-11-22"},
    {"11.11.2012", "2012-11-11"},
    {"2012-11-02T15:00", "2012-11-02"},
    {"2012-11-02/2012-11-04", "2012-11-02/2012-11-04"},
    // days of one month
    {"5-6 May 2008", "2008-05-05/2008-05-06"},
    {"5–6 May 2008", "2008-05-05/2008-05-06"},
    {"5 – 6 May 2008", "2008-05-05/2008-05-06"},
    {"5—6 May 2008", "2008-05-05/2008-05-06"},
    {"5/6 May 2008", "2008-05-05/2008-05-06"},
    {"5 to 6 May 2008", "2008-05-05/2008-05-06"},
    {"from 5 to 6 May 2008", "2008-05-05/2008-05-06"},
    {"from 5 until 6 May 2008", "2008-05-05/2008-05-06"},
    {"5 through 9 May 2008", "2008-05-05/2008-05-09"},
    {"5 and 6 May 2008", "2008-05-05/2008-05-06"},
    {"5 & 6 May 2008", "2008-05-05/2008-05-06"},
    {"5, 6 and 7 May 2008", "2008-05-05/2008-05-07"},
    {"5, 6, and 7 May 2008", "2008-05-05/2008-05-07"},
    {"5, 12 and 19 May 2008", "2008-05-05, 2008-05-12, 2008-05-19"},
    {"between 5 and 9 May 2008", "2008-05-05/2008-05-09"},
    {"between 5-9 May 2008", "2008-05-05/2008-05-09"},
    {"5th-6th May 2008", "2008-05-05/2008-05-06"},
    {"5th to 6th of May 2008", "2008-05-05/2008-05-06"},
    {"Monday 5 to Tuesday 6 May 2008", "2008-05-05/2008-05-06"},
    {"Monday, 5 and Tuesday, 6 May 2008", "2008-05-05/2008-05-06"},
    {"May 5-6, 2008", "2008-05-05/2008-05-06"},
    {"May 5–6 2008", "2008-05-05/2008-05-06"},
    {"May 5 to 6, 2008", "2008-05-05/2008-05-06"},
    {"May 5 and 6, 2008", "2008-05-05/2008-05-06"},
    {"May 5, 6 and 7, 2008", "2008-05-05/2008-05-07"},
    // days of two months or years
    {"28 April-9 May 2014", "2014-04-28/2014-05-09"},
    {"28 April – 9 May 2014", "2014-04-28/2014-05-09"},
    {"from 28 April to 9 May 2014", "2014-04-28/2014-05-09"},
    {"Monday, 28 April to Friday, 9 May 2014", "2014-04-28/2014-05-09"},
    {"28 April 2014 to 9 May 2014", "2014-04-28/2014-05-09"},
    {"28 December to 3 January 2015", "2014-12-28/2015-01-03"},
    {"28 December 2014 – 3 January 2015", "2014-12-28/2015-01-03"},
    {"April 28 – May 9, 2014", "2014-04-28/2014-05-09"},
    {"April 28 to May 9, 2014", "2014-04-28/2014-05-09"},
    {"December 28, 2014 to January 3, 2015", "2014-12-28/2015-01-03"},
    // months and years
    {"February 2013", "2013-02"},
    {"February, 2013", "2013-02"},
    {"Feb. 2013", "2013-02"},
    {"in February of 2013", "2013-02"},
    {"mid-January 2013", "2013-01"},
    {"late August 2013", "2013-08"},
    {"February to April 2013", "2013-02/2013-04"},
    {"between February and April 2013", "2013-02/2013-04"},
    {"February–April 2013", "2013-02/2013-04"},
    {"November 2012 to February 2013", "2012-11/2013-02"},
    {"May 2013", "2013-05"},
    {"since 1979", "1979"},
    {"from 2001 to 2004", "2001/2004"},
    {"by 2030", "2030"},
    // the year from what is known around
    {"on Tuesday, 11 December", "2012-12-11", "2013-01"},
    {"on Tuesday, 11 December", "2012-12-11", "2012-05-03"},
    {"between 19-20 November", "2012-11-19/2012-11-20", "2013-01"},
    {"mid-January", "2013-01", "2013-01"},
    {"in October", "2012-10", "2013-01"},
    {"by mid-December or early January", "2012-12, 2013-01", "2013-01"},
    {"between October and December", "no year, no year"},
    {"28 December to 3 January", "2012-12-28/2013-01-03", "2013-01-20"},
    {"on 5 March and 7 April 2014", "2014-03-05, 2014-04-07"},
    {"30 November and 2 January 2015", "2014-11-30, 2015-01-02"},
    {"JANUARY 10", "2019-01-10", "", 2019},
    {"Thursday, 14 March", "2019-03-14", "", 2019},
    {"20 June", "no year"},
    {"20 June", "2014-06-20", "2014"},
    {"The panel met on 10 July.", "2012-07-10", "2013-01-10"},
    {"The panel will meet on 10 July.", "2013-07-10", "2013-01-10"},
    {"The panel and 10 July.", "no year", "2013-01-10"},
    {"on Tuesday, 12 December", "no year", "2013-01"},  // no such Tuesday near at hand
    // several in one text
    {"20 February 2014 and 21 March 2014", "2014-02-20, 2014-03-21"},
    {"from 2 May 2011 (adopted 3 June 2011)", "2011-05-02, 2011-06-03"},
    // what is no date, or one that can be read in two ways
    {"2/5/2011", ""},
    {"2.5.2011", ""},
    {"05/02/2011", ""},
    {"1/2/03", ""},
    {"31 April 2013", ""},
    {"29 February 2013", ""},
    {"0 May 2013", "2013-05"},
    {"32 May 2013", "2013-05"},
    {"2011-13-02", ""},
    {"13.13.2011", ""},
    {"21-20 May 2013", ""},
    {"A/RES/68/4", ""},
    {"A/C.2/67/L.15", ""},
    {"paragraph 138.12 of 2011 pages", "2011"},
    {"resolution 58/208", ""},
    {"the 2030 Agenda", ""},
    {"Rio+20", ""},
    {"2013-14", ""},
    {"page 12 may", ""},
    {"they march 12 miles", ""},
    {"the august 3 members", ""},
    {"sat 3 hours", ""},
    {"10.00 – 13.00", ""},
    {"+41 22 717 9111", ""},
    {"1211-2013-05-123456", ""},
    {"", ""},
    {"\xff\xfe 5 \xc3", ""},
};

constexpr Written written_times[] = {
    {"10:00", "10:00"},
    {"(10.00 – 13.00)", "10:00-13:00"},
    {"10.00-13.00", "10:00-13:00"},
    {"10:00 – 13:00", "10:00-13:00"},
    {"10:00 to 13:00 hours", "10:00-13:00"},
    {"from 9.30 to 12.30", "09:30-12:30"},
    {"10 a.m.", "10:00"},
    {"10 am", "10:00"},
    {"10AM", "10:00"},
    {"10 A.M.", "10:00"},
    {"10.30 a.m.", "10:30"},
    {"3 p.m. to 6 p.m.", "15:00-18:00"},
    {"3-6 p.m.", "15:00-18:00"},
    {"3:30pm – 5:00pm", "15:30-17:00"},
    {"11 a.m.–1 p.m.", "11:00-13:00"},
    {"11 – 1 p.m.", "11:00-13:00"},
    {"10 to 11:30 a.m.", "10:00-11:30"},
    {"10 a.m. to 1.15 p.m.", "10:00-13:15"},
    {"10:15 a.m. to noon", "10:15-12:00"},
    {"530pm", "17:30"},
    {"1430 hrs", "14:30"},
    {"0900-1030 hours", "09:00-10:30"},
    {"12 noon", "12:00"},
    {"12 p.m.", "12:00"},
    {"12 a.m.", "00:00"},
    {"12:30 a.m.", "00:30"},
    {"at 15.00", "15:00"},
    {"2012-11-02T15:00:30", "15:00"},
    {"item 10.15 of the list", ""},
    {"25:00", ""},
    {"10:75", ""},
    {"13 a.m.", ""},
    {"rose by 3.50", ""},
    {"verse 3:16:4", ""},
};

}  // namespace

TEST_CASE("dates as people write them") {
    const DateReader reader = reader_of("en");
    static_assert(std::size(written_dates) >= 100);
    for (const Written& written : written_dates) {
        INFO(written.text, " (", written.document, written.year, ")");
        CHECK(dates_in(reader, written.text, written.document, written.year) == written.gives);
    }
}

TEST_CASE("times as people write them") {
    const DateReader reader = reader_of("en");
    for (const Written& written : written_times) {
        INFO(written.text);
        CHECK(times_in(reader, written.text) == written.gives);
    }
}

TEST_CASE("a date says where its year comes from") {
    const DateReader reader = reader_of("en");
    const auto from = [&](std::string_view text, std::string_view document, int year) {
        const std::vector<FoundDate> found = reader.dates(text, {parse_iso_date(document), year});
        REQUIRE(found.size() >= 1);
        return found.front().year_from;
    };
    CHECK(from("2 May 2013", "", 0) == YearFrom::printed);
    CHECK(from("2 May and 3 June 2013", "", 0) == YearFrom::sentence);
    CHECK(from("Thursday, 2 May", "2013-02", 0) == YearFrom::weekday);
    CHECK(from("2 May", "2013-02", 2013) == YearFrom::context);
    CHECK(from("2 March", "2013-02", 0) == YearFrom::document);
    CHECK(from("2 May", "", 0) == YearFrom::unknown);
}

TEST_CASE("a weekday that is not the date's is told") {
    const DateReader reader = reader_of("en");
    CHECK_FALSE(reader.dates("Thursday, 20 February 2014").front().weekday_conflict);
    CHECK(reader.dates("Friday, 20 February 2014").front().weekday_conflict);
    CHECK(reader.dates("Friday, 14 March", {std::nullopt, 2019}).front().weekday_conflict);
}

TEST_CASE("ranges hold the date and nothing else") {
    const DateReader reader = reader_of("en");
    const std::string text = "It was held in October 2012, from 5 to 6 May 2013, and by 2014.";
    const std::vector<FoundDate> found = reader.dates(text);
    REQUIRE(found.size() == 3);
    CHECK(text.substr(found[0].range.begin, found[0].range.size()) == "October 2012");
    CHECK(text.substr(found[1].range.begin, found[1].range.size()) == "5 to 6 May 2013");
    CHECK(text.substr(found[2].range.begin, found[2].range.size()) == "2014");
}

TEST_CASE("a text that is a date alone") {
    const DateReader reader = reader_of("en");
    CHECK(reader.whole_date("  (17 April 2008) "));
    CHECK_FALSE(reader.whole_date("17 April 2008, Geneva"));
    CHECK_FALSE(reader.whole_date("17 April 2008 and 18 May 2008"));
    CHECK_FALSE(reader.whole_date(""));
}

TEST_CASE("a file of dates with a mistake is refused with its line") {
    const auto error = [](const std::string& inside) {
        const Result<DateWords> words =
            read_date_words({"xx/date.xml", "<dates language=\"xx\">\n" + inside + "\n</dates>"});
        REQUIRE_FALSE(words.ok());
        return wording(words.error());
    };
    CHECK(error("<month number='1'").find("xx/date.xml") == 0);
    CHECK(error("<calendar/>").find("xx/date.xml:2: the rule is invalid: unknown element calendar") == 0);
    CHECK(error("<date id='a' pattern='D {nowhere} M'/>").find("xx/date.xml:2") == 0);
    CHECK(error("<date id='a' pattern='D M'><example text='x' gives=''/></date>") ==
          "xx/date.xml:2: the rule lacks an example: a");
    CHECK(error("<date id='a' pattern=''/>").find("xx/date.xml:2") == 0);
}

TEST_CASE("days are counted from 1970") {
    CHECK(day_number({1970, 1, 1}) == 0);
    CHECK(day_number({1970, 1, 31}) == 30);
    CHECK(day_number({2000, 3, 1}) - day_number({2000, 2, 28}) == 2);
    CHECK(day_number({1969, 12, 31}) == -1);
    CHECK(day_number({2013, 0, 0}) == day_number({2013, 7, 1}));
}
