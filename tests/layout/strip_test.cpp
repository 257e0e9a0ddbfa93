#include "layout/strip.h"

#include <doctest/doctest.h>

#include "layout/column_pages.h"

using namespace rapporteur;

namespace {

std::vector<Strip> cell(const std::vector<double>& heights) {
    std::vector<Strip> strips;
    for (double height : heights) {
        Strip strip;
        strip.height = height;
        strip.items.emplace_back(AnchorItem{"", 0, 0});
        strips.push_back(std::move(strip));
    }
    return strips;
}

std::vector<double> heights(const std::vector<Strip>& strips) {
    std::vector<double> out;
    for (const Strip& strip : strips) out.push_back(strip.height);
    return out;
}

std::size_t items(const std::vector<Strip>& strips) {
    std::size_t count = 0;
    for (const Strip& strip : strips) count += strip.items.size();
    return count;
}

}  // namespace

TEST_CASE("cells side by side are parted only where none is cut") {
    using Heights = std::vector<double>;
    CHECK(heights(side_by_side({cell({14, 14, 14}), cell({14})}, true)) == Heights{14, 14, 14});
    CHECK(heights(side_by_side({cell({14, 14, 14}), cell({14, 10.5})}, true)) == Heights{14, 14, 14});
    CHECK(heights(side_by_side({cell({14, 14}), cell({14, 10.5, 10.5})}, true)) == Heights{14, 21});
    CHECK(heights(side_by_side({cell({14, 14}), cell({12, 12, 12})}, false)) == Heights{36});
    CHECK(heights(side_by_side({cell({}), cell({})}, true)).empty());
    CHECK(height_of(side_by_side({cell({})}, false)) == 0);
}

TEST_CASE("cells whose lines never end together are set line by line") {
    const std::vector<Strip> rows =
        side_by_side({cell(std::vector<double>(60, 14)), cell(std::vector<double>(60, 13.7))}, true);
    CHECK(rows.size() >= 20);
    for (const Strip& row : rows) CHECK(row.height <= 200);
    CHECK(items(rows) == 120);
}

TEST_CASE("space above a strip counts in its cell") {
    auto left = cell({14, 14});
    left[1].before = 7;
    const std::vector<Strip> rows = side_by_side({std::move(left), cell({14, 7, 14})}, true);
    CHECK(height_of(rows) == 35);
    CHECK(rows.size() == 3);
}

TEST_CASE("two columns are as even as may be, the first the longer") {
    ColumnsPlan plan;
    plan.entries = cell({10, 10, 10, 10, 10});
    plan.gap = 2;
    plan.shift = 100;
    const ColumnsOnPage part = fill_columns(plan, 0, 500, true);
    CHECK(part.next == 5);
    CHECK(part.height == 34);
    int second = 0;
    for (const PageItem& item : part.items) second += std::get<AnchorItem>(item).x == 100;
    CHECK(second == 2);
}

TEST_CASE("columns that a page cannot hold go on") {
    ColumnsPlan plan;
    plan.entries = cell(std::vector<double>(20, 10));
    plan.gap = 0;
    plan.shift = 100;
    const ColumnsOnPage first = fill_columns(plan, 0, 65, true);
    CHECK(first.next == 12);
    CHECK(first.height == 60);
    CHECK(fill_columns(plan, first.next, 65, true).next == 20);
    CHECK(fill_columns(plan, 0, 5, false).next == 0);
    CHECK(fill_columns(plan, 0, 5, true).next >= 1);
}
