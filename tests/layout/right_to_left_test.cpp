#include <doctest/doctest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "layout/bidi.h"
#include "layout/example.h"

using namespace rapporteur;

namespace {

constexpr const char* blocks = R"(
  <h1 id="a" number="I">One</h1>
  <row label="When" number="3"><p>Seven</p></row>
  <row number="R1"><label><strength n="4" word="urges" alt="x"/></label><p>Eight</p></row>
  <table columns="20mm 1fr" gutter="4mm"><thead><tr><th>A</th><th>B</th></tr></thead>
    <tbody><tr><td><status state="in-part" word="part"/></td><td><a href="#a">C</a></td></tr></tbody></table>
  <notes item="Item" position="Position" notes="Notes"/>)";

/// Hebrew packs have the leading of English ones, so that only the mirror tells them apart.
Pages in_language(const std::string& language, const std::string& content) {
    Pack pack = test::pack_of(content);
    pack.meta.language = language;
    return test::laid_out(pack);
}

template <class Item>
std::vector<const Item*> items_of(const Page& page) {
    std::vector<const Item*> out;
    for (const PageItem& item : page.items)
        if (const auto* found = std::get_if<Item>(&item)) out.push_back(found);
    return out;
}

/// The words of a line as they stand from left to right.
std::string seen(const Page& page, double baseline) {
    std::vector<const TextItem*> line;
    for (const TextItem* item : items_of<TextItem>(page))
        if (item->baseline == doctest::Approx(baseline)) line.push_back(item);
    std::sort(line.begin(), line.end(), [](auto a, auto b) { return a->x < b->x; });
    std::string words;
    for (const TextItem* item : line) words += (words.empty() ? "" : "|") + item->text;
    return words;
}

const TextItem& item_with(const Page& page, const std::string& text) {
    for (const TextItem* item : items_of<TextItem>(page))
        if (item->text.find(text) != std::string::npos) return *item;
    FAIL("no text " << text);
    std::abort();
}

}  // namespace

TEST_CASE("a pack that runs from right to left is the mirror of one that does not") {
    const Page left = in_language("en", blocks).pages.front(), right = in_language("he", blocks).pages.front();
    const auto paths = items_of<PathItem>(left), mirrored = items_of<PathItem>(right);
    REQUIRE(paths.size() == mirrored.size());
    for (std::size_t i = 0; i < paths.size(); ++i)
        for (std::size_t k = 0; k < paths[i]->points.size(); ++k)
            CHECK(mirrored[i]->points[k].x == doctest::Approx(left.width - paths[i]->points[k].x));
    const auto links = items_of<LinkItem>(left), mirrored_links = items_of<LinkItem>(right);
    REQUIRE(links.size() == 1);
    REQUIRE(mirrored_links.size() == 1);
    CHECK(mirrored_links[0]->area.x1 == doctest::Approx(left.width - links[0]->area.x0));
    const auto fields = items_of<FieldItem>(left), mirrored_fields = items_of<FieldItem>(right);
    REQUIRE(fields.size() == 2);
    CHECK(mirrored_fields[0]->area.x0 == doctest::Approx(left.width - fields[0]->area.x1));
    for (const char* word : {"One", "When", "Seven", "R1", "Eight", "urges", "part", "Position"}) {
        const TextItem &a = item_with(left, word), &b = item_with(right, word);
        CHECK_MESSAGE(b.x + b.width == doctest::Approx(left.width - a.x).epsilon(0.002), word);
        CHECK(a.baseline == doctest::Approx(b.baseline));
    }
}

TEST_CASE("a quotation of some lines begins where its own script does; a short one stays in its column") {
    const std::string words =
        "A quotation in English that is long enough to take more than one line of the text column, whole.";
    const Page page =
        in_language("he", "<blockquote>" + words + "</blockquote><blockquote>Short.</blockquote>").pages.front();
    const double left = page.width - test::print_style().grid.text_x - test::print_style().grid.text_width;
    CHECK(item_with(page, "A quotation").x == doctest::Approx(left));
    const TextItem& one_line = item_with(page, "Short.");
    CHECK(one_line.x + one_line.width == doctest::Approx(page.width - test::print_style().grid.text_x));
}

TEST_CASE("in a citation a symbol runs from left to right, the words and numbers around it as the pack does") {
    const Page page = in_language("ar", "<p>نص<cite>114 EX/12، الفقرة 31، ص 7</cite></p>").pages.front();
    const double line = item_with(page, "نص").baseline;
    const TextItem &symbol = item_with(page, "114 EX/12"), &paragraph = item_with(page, "الفقرة"),
                   &number = item_with(page, "31");
    CHECK(symbol.baseline == doctest::Approx(line));
    CHECK(symbol.x > paragraph.x);
    CHECK(paragraph.x > number.x);
    CHECK(item_with(page, "نص").x > symbol.x);
    CHECK(number.x > item_with(page, "7").x);
}

TEST_CASE("a number before a citation does not run into it") {
    const Page page = in_language("ar", "<p>سنة 2032<cite>DWC/12، ص 7</cite></p>").pages.front();
    CHECK(seen(page, item_with(page, "2032").baseline).find("|2032") != std::string::npos);
    CHECK(item_with(page, "2032").x > item_with(page, "DWC/12").x);
}

TEST_CASE("items of a line come in reading order") {
    const Page page = in_language("ar", "<p>أول 12 ثان</p>").pages.front();
    const auto texts = test::texts(page);
    std::string words;
    for (const TextItem* item : texts) words += item->text;
    CHECK(words.find("أول 12 ثان") != std::string::npos);
}

TEST_CASE("how the direction of a paragraph is told") {
    constexpr BaseDirection own{true, true}, quote{true, false};
    CHECK(bidi_levels("IOM: توصية", {}, own).right_to_left);
    CHECK_FALSE(bidi_levels("114 EX/12", {}, own).right_to_left);
    CHECK(bidi_levels("1.", {}, own).right_to_left);
    CHECK_FALSE(bidi_levels("The word توصية", {}, quote).right_to_left);
    CHECK(bidi_levels("توصية", {}, quote).right_to_left);
    CHECK_FALSE(bidi_levels("توصية and words", {}, {false, true}).right_to_left);
    CHECK(bidi_levels("2032", {}, quote).right_to_left);
}

TEST_CASE("what a citation sets apart") {
    const std::string text = "DWC/12, Part II، ص 7";
    const auto isolates = isolates_of(text, {0, text.size()}, true);
    REQUIRE(isolates.size() == 2);
    CHECK(isolates[0].right_to_left);
    CHECK(text.substr(isolates[1].range.begin, isolates[1].range.size()) == "DWC/12, Part II");
    CHECK_FALSE(isolates[1].right_to_left);
    CHECK(isolates_of("DWC/12", {0, 6}, true).size() == 1);
    CHECK_FALSE(isolates_of("DWC/12", {0, 6}, true)[0].right_to_left);
    const std::string title = "تقرير، ¶ 3";
    REQUIRE(isolates_of(title, {0, title.size()}, false).size() == 2);
    CHECK(isolates_of(title, {0, title.size()}, false)[1].right_to_left);
}

namespace {

/// A pack of one annexed page of that size, with a link on it and a cited line.
Pages annexed(const std::string& language, double width, double height) {
    Pack pack = test::pack_of("<p>One</p>");
    pack.meta.language = language;
    SourceSheet sheet;
    sheet.width = width;
    sheet.height = height;
    sheet.text = "Words of the page";
    sheet.links.push_back({{100, 100, 200, 120}, "https://example.org/"});
    sheet.cited.push_back({"place-1", {300, 200, 400, 220}});
    Annex annex;
    annex.source = 0;
    annex.sheets.push_back(sheet);
    pack.blocks.push_back({annex});
    return test::laid_out(pack);
}

}  // namespace

TEST_CASE("links and bars lie over their places on an annexed page, whatever the pack's direction") {
    for (const std::string language : {"en", "he"}) {
        const Page page = annexed(language, 595, 842).pages.at(1);
        const auto sheets = items_of<SheetItem>(page);
        const auto links = items_of<LinkItem>(page);
        REQUIRE(sheets.size() == 1);
        REQUIRE(links.size() == 1);
        const PageRect sheet = sheets.front()->area;
        const double scale = (sheet.x1 - sheet.x0) / 595;
        CHECK(links.front()->area.x0 - sheet.x0 == doctest::Approx(100 * scale));
        CHECK(links.front()->area.x1 - sheet.x0 == doctest::Approx(200 * scale));
        bool has_bar = false;
        for (const PathItem* path : items_of<PathItem>(page)) {
            const double right = path->points[1].x, top = path->points[0].y;
            if (!path->filled || std::abs(top - sheet.y0 - 200 * scale) > 0.01) continue;
            has_bar = true;
            CHECK(std::max(right, path->points[0].x) ==
                  doctest::Approx(sheet.x0 + 300 * scale - test::print_style().annex.mark_gap));
        }
        CHECK(has_bar);
    }
}

TEST_CASE("a wide annexed page stands on a sheet that lies, its stamp below it") {
    for (const std::string language : {"en", "he"}) {
        const Page page = annexed(language, 842, 595).pages.at(1);
        CHECK(page.width == doctest::Approx(test::print_style().page.height));
        CHECK(page.height == doctest::Approx(test::print_style().page.width));
        const PageRect sheet = items_of<SheetItem>(page).at(0)->area;
        CHECK(sheet.x0 >= 0);
        CHECK(sheet.x1 <= page.width);
        CHECK((sheet.x1 - sheet.x0) / 842 > 0.85);
        for (const TextItem* words : items_of<TextItem>(page)) {
            CHECK(words->baseline > sheet.y1);
            CHECK(words->baseline < page.height);
            CHECK(words->x >= 0);
            CHECK(words->x + words->width <= page.width);
        }
    }
}
