#include <doctest/doctest.h>

#include "layout/example.h"
#include "layout/table_layout.h"

using namespace rapporteur;

namespace {

constexpr double kMm = 72 / 25.4;
constexpr Region kRegion{20 * kMm, 170 * kMm};

/// Widths of a table's columns in points.
std::vector<double> widths_of(const std::string& xml) {
    const Pack pack = test::pack_of(xml);
    Pages pages;
    Diagnostics diagnostics;
    Typesetter typesetter(test::print_style(), test::fonts(), test::no_patterns(), "en", pages, diagnostics);
    std::vector<double> widths;
    for (const Region& region : column_regions(std::get<Table>(pack.blocks.at(0).content), kRegion, typesetter))
        widths.push_back(region.width);
    return widths;
}

double sum(const std::vector<double>& widths) {
    double total = 4 * kMm * static_cast<double>(widths.size() - 1);
    for (double width : widths) total += width;
    return total;
}

const std::string long_text =
    "The masters of the harbours agreed that the lights of all of the quays should be lit from "
    "dusk until dawn, and that the Board should see to it that they are.";

}  // namespace

TEST_CASE("fixed widths stand, shares share the rest") {
    const auto widths = widths_of("<table columns=\"20mm 1fr 3fr\"><tr><td>x</td></tr></table>");
    CHECK(widths[0] == doctest::Approx(20 * kMm));
    CHECK(widths[2] == doctest::Approx(3 * widths[1]));
    CHECK(sum(widths) == doctest::Approx(kRegion.width));
}

TEST_CASE("columns by content are as wide as their longest line where all fit") {
    const auto widths = widths_of("<table><tr><td>Port</td><td>Lights of the quay</td></tr></table>");
    REQUIRE(widths.size() == 2);
    CHECK(widths[1] > 2 * widths[0]);
    CHECK(sum(widths) < kRegion.width);
    const Pages pages = test::laid_out(test::pack_of(
        "<table columns=\"auto auto\"><tr><td>Port of Sandvik</td><td>Lights of the quay</td></tr></table>"));
    CHECK(test::text_of(pages.pages.front()) == "Port of Sandvik|Lights of the quay\n");
}

TEST_CASE("columns by content share what there is, none narrower than its longest word") {
    const auto widths = widths_of("<table columns=\"auto auto auto\"><tr><td>internationalisation of ports</td><td>" +
                                  long_text + "</td><td>" + long_text + long_text + "</td></tr></table>");
    CHECK(sum(widths) == doctest::Approx(kRegion.width).epsilon(0.01));
    CHECK(widths[0] > 70);
    CHECK(widths[2] > widths[1]);
}

TEST_CASE("content beside fixed columns and shares leaves them room") {
    const auto widths =
        widths_of("<table columns=\"8mm auto 1fr\"><tr><td>1</td><td>" + long_text + "</td><td>x</td></tr></table>");
    CHECK(widths[0] == doctest::Approx(8 * kMm));
    CHECK(widths[2] >= kRegion.width / 4 - 1);
    CHECK(sum(widths) == doctest::Approx(kRegion.width).epsilon(0.01));
}

TEST_CASE("words that no column can hold are squeezed, not lost") {
    std::string cells;
    for (int i = 0; i < 20; ++i) cells += "<td>" + std::string(40, 'n') + "</td>";
    const auto widths = widths_of("<table><tr>" + cells + "</tr></table>");
    for (double width : widths) CHECK(width > 2);
    CHECK(sum(widths) <= 2 * kRegion.width);
}
