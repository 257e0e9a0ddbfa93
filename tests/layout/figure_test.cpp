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

}  // namespace rapporteur::test
