#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "layout/example.h"
#include "support/text.h"

using namespace rapporteur;

namespace {

std::string repeated(const std::string& text, int count) {
    std::string out;
    for (int i = 0; i < count; ++i) out += text;
    return out;
}

/// The first text item of all pages that says exactly this, and its page.
struct Found {
    const TextItem* text = nullptr;
    std::size_t page = 0;
};

Found find(const Pages& pages, const std::string& words, std::size_t from = 0) {
    for (std::size_t i = from; i < pages.pages.size(); ++i)
        for (const TextItem* text : test::texts(pages.pages[i]))
            if (trim(text->text) == words) return {text, i};
    return {};
}

std::string first_line(const Page& page) {
    const std::string text = test::text_of(page);
    return text.substr(0, text.find('\n'));
}

std::string last_line(const Page& page) {
    std::string text = test::text_of(page);
    text.pop_back();
    return text.substr(text.rfind('\n') + 1);
}

template <class Kind>
std::vector<const Kind*> items(const Page& page) {
    std::vector<const Kind*> out;
    for (const PageItem& item : page.items)
        if (const auto* one = std::get_if<Kind>(&item)) out.push_back(one);
    return out;
}

const std::string long_paragraph =
    "<p>" + repeated("The harbour masters met on each day of the week and wrote down what they saw there. ", 30) +
    "</p>";

}  // namespace

TEST_CASE("columns stand where the style has them") {
    const Pages pages =
        test::laid_out(test::pack_of("<row label=\"When\" number=\"R1\"><p role=\"quote\">Words</p></row>"));
    const double mm = 72 / 25.4;
    CHECK(find(pages, "When").text->x == doctest::Approx(20 * mm));
    const TextItem* number = find(pages, "R1").text;
    CHECK(number->x + number->width == doctest::Approx(58 * mm));
    CHECK(find(pages, "Words").text->x == doctest::Approx(60 * mm));
    CHECK(find(pages, "Words").text->baseline == doctest::Approx(28 * mm + 0.75 * 14));
    CHECK(find(pages, "When").text->baseline == find(pages, "Words").text->baseline);
}

TEST_CASE("no heading ends a page and no line of a paragraph stands alone") {
    for (int lines = 40; lines < 50; ++lines) {
        const Pages pages = test::laid_out(test::pack_of(
            "<p>" + repeated("x<br/>", lines) + "x</p><h2>Heading</h2><p>one<br/>two<br/>three</p>" + long_paragraph));
        REQUIRE(pages.pages.size() == 2);
        CHECK(last_line(pages.pages[0]) != "Heading");
        CHECK(last_line(pages.pages[0]) != "one");
        CHECK(first_line(pages.pages[1]) != "three");
    }
}

TEST_CASE("a row that would be parted from its head goes with it; head and open group are repeated") {
    std::string rows = "<tr kind=\"group\"><td>First body</td><td>40</td></tr>";
    for (int i = 1; i <= 40; ++i)
        rows += "<tr><td>R" + std::to_string(i) + "</td><td>" + repeated("Some words of the row. ", 8) + "</td></tr>";
    const Pages pages = test::laid_out(test::pack_of(
        "<table columns=\"20mm 1fr\"><thead><tr><th>No.</th><th>Text</th></tr></thead>" + rows + "</table>"));
    REQUIRE(pages.pages.size() >= 2);
    for (const Page& page : pages.pages) {
        const std::string text = test::text_of(page);
        CHECK(text.starts_with("No.|Text\nFirst body|40\n"));
        const auto paths = items<PathItem>(page);
        const auto heavy = std::count_if(paths.begin(), paths.end(), [](auto* p) { return p->width == 0.75; });
        CHECK(heavy == 2);
    }
    const TextItem* repeated_head = find(pages, "No.", 1).text;
    CHECK(repeated_head->element == -1);
    CHECK(find(pages, "No.").text->element >= 0);
}

TEST_CASE("a row is never parted unless it is taller than half a page") {
    const std::string tall = repeated("word<br/>", 20) + "end";
    const Pages pages = test::laid_out(
        test::pack_of("<table columns=\"1fr\">" + repeated("<tr><td>" + tall + "</td></tr>", 4) + "</table>"));
    REQUIRE(pages.pages.size() == 2);
    CHECK(last_line(pages.pages[0]) == "end");
    const std::string taller = repeated("word<br/>", 120) + "end";
    const Pages parted =
        test::laid_out(test::pack_of("<table columns=\"1fr\"><tr><td>" + taller + "</td></tr></table>"));
    CHECK(parted.pages.size() == 3);
}

TEST_CASE("an agenda item stays whole where a page can hold it") {
    const std::string item = "<tr kind=\"item\"><td>I.</td><td>Item</td></tr>" +
                             repeated("<tr kind=\"talk\"><td>Talk</td><td>Speaker</td></tr>", 16);
    const Pages pages = test::laid_out(
        test::pack_of("<table role=\"agenda\" columns=\"8mm 80mm 74mm\">" + repeated(item, 5) + "</table>"));
    REQUIRE(pages.pages.size() == 3);
    for (const Page& page : pages.pages) CHECK(first_line(page) == "I.|Item");
}

TEST_CASE("contents know the page of every heading and lead to it") {
    const Pages pages = test::laid_out(
        test::pack_of("<contents title=\"Contents\"/><h1 number=\"I\" id=\"one\">First</h1>" + long_paragraph +
                      "<h1 number=\"II\">Second</h1><h2>Part</h2><p>x</p>"
                      "<h2 contents=\"no\">Hidden</h2><p>y</p>"));
    REQUIRE(pages.pages.size() == 3);
    CHECK(test::text_of(pages.pages[0]) == "Contents\nI|First|2\nII|Second|3\nPart|3\n");
    const auto links = items<LinkItem>(pages.pages[0]);
    REQUIRE(links.size() == 3);
    CHECK(links[0]->target == "#one");
    CHECK(items<AnchorItem>(pages.pages[1]).front()->name == "one");
    REQUIRE(pages.outline.size() == 3);
    CHECK(pages.outline[1].title == "II Second");
    CHECK(pages.outline[1].page == 2);
    CHECK(pages.heading_pages.front().anchor == "one");
    CHECK(pages.heading_pages.front().first == "2");
}

TEST_CASE("pages that go in after others continue their number in letters, in foot and contents too") {
    const Pages pages = test::laid_out(test::pack_of(
        "<meta name=\"page-words\" content=\"Page {page}\"/><pagebreak prefix=\"S\"/><contents/><p>What to do</p>"
        "<pagebreak prefix=\"12\" letters=\"yes\"/><h2 id=\"new\">New</h2>" +
        long_paragraph + long_paragraph + "<h2 id=\"more\">More</h2><p>x</p>" +
        "<pagebreak prefix=\"14\" letters=\"yes\" first=\"27\"/><p>y</p><pagebreak/><h2>Late</h2>"));
    std::string labels;
    for (const Page& page : pages.pages) labels += page.label + " ";
    CHECK(labels == "S1 12A 12B 14AA 14BB ");
    CHECK(test::text_of(pages.pages[0]).find("New|12A\nMore|12B\nLate|14BB") != std::string::npos);
    const auto words = items<TextItem>(pages.pages[2]);
    CHECK(std::any_of(words.begin(), words.end(), [](auto* item) { return item->element < 0 && item->text == "12B"; }));
    REQUIRE(pages.heading_pages.size() == 3);
    CHECK(pages.heading_pages[0].first == "12A");
    CHECK(pages.heading_pages[0].last == "12B");
    CHECK(pages.heading_pages[1].last == "14AA");
}

TEST_CASE("head and foot stand on every page but the cover") {
    const Pages pages = test::laid_out(test::pack_of(
        "<pack lang=\"en\"><meta name=\"body\" content=\"Board\"/><meta name=\"meeting\" content=\"Workshop\"/>"
        "<meta name=\"page-words\" content=\"Page {page} of {pages}\"/><cover kind=\"Briefing "
        "pack\"><title>Workshop</title>"
        "</cover><h1 number=\"I\">First</h1><p>x</p><h1 number=\"II\">Second</h1>" +
        long_paragraph + long_paragraph + "</pack>"));
    REQUIRE(pages.pages.size() == 4);
    CHECK(!find({.pages = {pages.pages[0]}}, "of 4").text);
    CHECK(find(pages, "I\u2003First").page == 1);
    for (std::size_t page : {2u, 3u}) CHECK(find(pages, "II\u2003Second", page).page == page);
    CHECK(find(pages, "Board\u2002·\u2002Workshop").page == 1);
    CHECK(find(pages, "of 4").text->x + find(pages, "of 4").text->width ==
          doctest::Approx(test::print_style().body_right()));
    CHECK(pages.pages[3].label == "4");
}

TEST_CASE("footnotes stand at the foot of the page that calls them") {
    const Pages pages = test::laid_out(test::pack_of("<p>Words<note>First note</note>.</p>" + long_paragraph +
                                                     long_paragraph + "<p>More<note>Second note</note></p>"));
    REQUIRE(pages.pages.size() == 2);
    CHECK(last_line(pages.pages[0]) == "1|First note");
    CHECK(last_line(pages.pages[1]) == "2|Second note");
    CHECK(find(pages, "First note").text->baseline > 740);
}

TEST_CASE("the box for notes takes the rest of a short front, else a page of its own") {
    const std::string sheet = "<h2 verbatim=\"yes\" number=\"II\">Lights</h2><p>Words</p>";
    const std::string box = "<notes item=\"Item II\" position=\"Position\" notes=\"Notes\"/>";
    const Pages rest = test::laid_out(test::pack_of(sheet + box + "<p>after</p>"));
    REQUIRE(rest.pages.size() == 2);
    CHECK(items<FieldItem>(rest.pages[0]).size() == 2);
    CHECK(first_line(rest.pages[1]) == "after");
    const Pages own = test::laid_out(test::pack_of(sheet + long_paragraph + box));
    REQUIRE(own.pages.size() == 2);
    CHECK(first_line(own.pages[1]) == "Item II|Lights");
    const auto fields = items<FieldItem>(own.pages[1]);
    REQUIRE(fields.size() == 2);
    CHECK(fields[0]->name == "position Item II");
    CHECK(fields[1]->area.y1 < test::print_style().body_bottom());
}

TEST_CASE("a tinted box is one area a page, its text inside") {
    const Pages pages =
        test::laid_out(test::pack_of("<box title=\"Changed\">" + long_paragraph + long_paragraph + "</box>"));
    REQUIRE(pages.pages.size() == 2);
    for (const Page& page : pages.pages) {
        const auto paths = items<PathItem>(page);
        const auto tinted = std::count_if(paths.begin(), paths.end(), [](auto* p) { return p->filled; });
        CHECK(tinted == 1);
    }
}

TEST_CASE("text returns to the grid after a table") {
    const Pages pages = test::laid_out(test::pack_of("<table columns=\"1fr\">" + repeated("<tr><td>x</td></tr>", 3) +
                                                     "<tr><td>x<br/>y</td></tr></table><p>after</p>"));
    const double top = find(pages, "after").text->baseline - 0.75 * 14 - test::print_style().page.top;
    CHECK(std::fmod(top + 0.001, 7) == doctest::Approx(0.001).epsilon(0.01));
}

TEST_CASE("an empty pack is one page") {
    const Pages pages = test::laid_out(Pack{});
    CHECK(pages.pages.size() == 1);
}

TEST_CASE("abbreviations fill two columns and go on over pages") {
    std::string terms;
    for (int i = 0; i < 200; ++i) terms += "<term short=\"T" + std::to_string(i) + "\">Words of the term</term>";
    const Pages pages = test::laid_out(test::pack_of("<columns>" + terms + "</columns>"));
    REQUIRE(pages.pages.size() == 3);
    CHECK(find(pages, "T0").text->baseline == find(pages, "T43").text->baseline);
    CHECK(find(pages, "T199").page == 2);
}
