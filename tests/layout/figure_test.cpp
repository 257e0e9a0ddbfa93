#include <doctest/doctest.h>

#include <string>
#include <variant>

#include "example.h"
#include "layout/pack_reader.h"

namespace rapporteur::test {
namespace {

std::string fault_of(const std::string& figure) {
    const auto pack = read_pack("<pack>" + figure + "</pack>", "figures.xml");
    return pack ? "" : pack.error().detail;
}

}  // namespace

TEST_CASE("a figure's data are checked") {
    CHECK(fault_of("<figure kind=\"timeline\"><event from=\"1994\" date=\"1994\">Opened</event></figure>").empty());
    CHECK(fault_of("<figure kind=\"timeline\"><event from=\"1994-13\">Opened</event></figure>") ==
          "from=\"1994-13\" is no date");
    CHECK(fault_of("<figure kind=\"timeline\"><event from=\"1994\" to=\"later\">Opened</event></figure>") ==
          "to=\"later\" is no date");
    CHECK(fault_of("<figure kind=\"timeline\"><event from=\"1994\" to=\"1993\">Opened</event></figure>") ==
          "to=\"1993\" is before the beginning");
    CHECK(fault_of("<figure kind=\"pie\"/>").starts_with("kind=\"pie\" is not known"));
    const auto session = [](const std::string& times) {
        return fault_of("<figure kind=\"sessions\"><day><session " + times + "/></day></figure>");
    };
    CHECK(session("start=\"09:30\" end=\"13:00\"").empty());
    CHECK(session("start=\"half past\" end=\"13:00\"").starts_with("start=\"half past\" is no time"));
    CHECK(session("start=\"25:00\" end=\"26:00\"").starts_with("start=\"25:00\" is no time"));
    CHECK(session("start=\"13:00\" end=\"09:30\"").starts_with("end=\"09:30\" is no time"));
    CHECK(fault_of("<figure kind=\"sessions\"><hour at=\"10:00\"/><hour at=\"09:00\"/></figure>")
              .starts_with("at=\"09:00\" is no time"));
    CHECK(fault_of("<figure kind=\"bars\"><bar><unit strength=\"6\"/></bar></figure>")
              .starts_with("strength=\"6\" is not known"));
}

TEST_CASE("a timeline taller than a page goes on under its axis, and nothing leaves the page") {
    std::string events;
    for (int year = 1900; year < 2000; ++year)
        events += "<event from=\"" + std::to_string(year) + "\" date=\"" + std::to_string(year) +
                  "\">The council meets</event>";
    const Pages pages = laid_out(pack_of("<figure kind=\"timeline\" alt=\"A\">" + events + "</figure>"));
    REQUIRE(pages.pages.size() >= 2);
    for (const Page& page : pages.pages) {
        int axes = 0;
        for (const PageItem& item : page.items) {
            if (const auto* text = std::get_if<TextItem>(&item)) {
                axes += text->text.starts_with("1900") && text->size < 8 ? 1 : 0;
                CHECK(text->x >= 0);
                CHECK(text->x + text->width <= page.width);
            }
        }
        CHECK(axes >= 1);
    }
    REQUIRE(pages.figures.size() == 1);
    CHECK(pages.figures.front().size() >= 2);
}

TEST_CASE("sessions at the same time share their day's column, many days stand in rows, and all stay on the page") {
    std::string hours, days;
    for (const char* hour : {"08:00", "12:00", "16:00", "20:00"})
        hours += "<hour at=\"" + std::string(hour) + "\">" + hour + "</hour>";
    for (int day = 1; day <= 12; ++day)
        days += "<day weekday=\"Monday\" date=\"" + std::to_string(day) +
                " May\"><session start=\"08:00\" end=\"12:00\" times=\"8–12\" name=\"Plenary\"><unit "
                "number=\"1\"/></session>"
                "<session start=\"09:00\" end=\"09:05\" times=\"9\" name=\"Pilots and masters of vessels\"/>"
                "<session start=\"16:00\" end=\"20:00\" times=\"16–20\"/></day>";
    const Pages pages =
        laid_out(pack_of("<figure kind=\"sessions\" alt=\"A\" separator=\", \">" + hours + days + "</figure>"));
    std::vector<PageRect> bars;
    std::size_t words = 0;
    for (const Page& page : pages.pages) {
        for (const PageItem& item : page.items) {
            if (const auto* text = std::get_if<TextItem>(&item)) {
                words += text->text.starts_with("Monday") ? 1 : 0;
                CHECK(text->x + text->width <= page.width - print_style().page.right + 0.5);
            }
            const auto* path = std::get_if<PathItem>(&item);
            if (!path || !path->filled || !path->stroked) continue;
            bars.push_back({path->points[0].x, path->points[0].y, path->points[2].x, path->points[2].y});
        }
    }
    CHECK(words == 12);
    REQUIRE(bars.size() == 36);
    for (std::size_t i = 0; i < bars.size(); ++i)
        for (std::size_t k = 0; k < i && pages.pages.size() == 1; ++k) {
            const bool apart = bars[i].x1 <= bars[k].x0 || bars[k].x1 <= bars[i].x0 || bars[i].y1 <= bars[k].y0 ||
                               bars[k].y1 <= bars[i].y0;
            CHECK(apart);
        }
}

}  // namespace rapporteur::test
