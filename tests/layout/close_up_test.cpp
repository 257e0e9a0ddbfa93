#include "layout/close_up.h"

#include <doctest/doctest.h>

using namespace rapporteur;

namespace {

/// A page of 100 points on a grid of 10.
Style page_of_ten_lines() {
    Style style;
    style.page.width = 100;
    style.page.height = 120;
    style.page.top = 10;
    style.page.bottom = 10;
    style.grid.unit = 10;
    return style;
}

std::vector<Strip> lines(int count, double give) {
    std::vector<Strip> out(static_cast<std::size_t>(count));
    for (Strip& strip : out) {
        strip.height = 10;
        strip.give = give;
    }
    out.front().new_page = true;
    return out;
}

double height_of_all(const std::vector<Strip>& strips) {
    double height = 0;
    for (const Strip& strip : strips) height += strip.before + strip.height;
    return height;
}

}  // namespace

TEST_CASE("lines that nearly fit a page stand closer, no more than is needed; others stay as they are") {
    const Style style = page_of_ten_lines();
    REQUIRE(style.body_bottom() - style.page.top == doctest::Approx(100));
    std::vector<Strip> fits = lines(10, 1);
    close_up(fits, style);
    CHECK(height_of_all(fits) == doctest::Approx(100));
    std::vector<Strip> nearly = lines(11, 2);
    close_up(nearly, style);
    CHECK(height_of_all(nearly) == doctest::Approx(110 - 11));  // half of what they can give
    std::vector<Strip> never = lines(14, 2);
    close_up(never, style);
    CHECK(height_of_all(never) == doctest::Approx(140));
    std::vector<Strip> stiff = lines(11, 0);
    close_up(stiff, style);
    CHECK(height_of_all(stiff) == doctest::Approx(110));
}

TEST_CASE("each section from new page to new page is fitted by itself, white space first") {
    std::vector<Strip> strips = lines(11, 2);
    for (Strip& strip : strips) {
        strip.before = 1;
        strip.height = 9;
    }
    const std::vector<Strip> second = lines(11, 0);
    strips.insert(strips.end(), second.begin(), second.end());
    close_up(strips, page_of_ten_lines());
    CHECK(strips[1].before == doctest::Approx(0));
    CHECK(strips[1].height == doctest::Approx(9));
    CHECK(strips[12].height == doctest::Approx(10));
    std::vector<Strip> none;
    close_up(none, page_of_ten_lines());
    CHECK(none.empty());
}
