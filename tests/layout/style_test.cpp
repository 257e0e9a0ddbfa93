#include "layout/style.h"

#include <doctest/doctest.h>

#include "layout/example.h"
#include "layout/font_manifest.h"
#include "layout/pack_schema.h"

using namespace rapporteur;

namespace {

/// The print style with one stretch of its text replaced.
std::string fault_of_changed(const std::string& from, const std::string& to) {
    std::string text = test::repository_file("templates/styles/print.toml");
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    text.replace(at, from.size(), to);
    const auto style = read_style({"print.toml", text});
    return style ? "" : wording(style.error());
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("lengths of a style come in points, roles with their colour") {
    const Style& style = test::print_style();
    CHECK(style.page.width == doctest::Approx(595.276));
    CHECK(style.body_height() == doctest::Approx(49 * 14).epsilon(0.001));
    CHECK(style.role("quote").leading == 14);
    CHECK(style.role("h1-number").colour == style.colour("accent"));
    CHECK(style.space("h2").before == 21);
    for (std::string_view role : paragraph_roles()) CHECK(style.roles.contains(role));
}

TEST_CASE("a fault in a style is told with its line and the nearest known name") {
    CHECK(contains(fault_of_changed("baseline = 0.75", "basline = 0.75"), "grid.baseline is missing"));
    CHECK(contains(fault_of_changed("unit = 7 ", "unit = 7\nunut = 8 "), "did you mean \"unit\"?"));
    CHECK(contains(fault_of_changed("[strength]", "[strenth]"), "strength.bar is missing"));
    CHECK(contains(fault_of_changed("[page]", "[paje]\n[page]"), "did you mean \"page\"?"));
    CHECK(contains(fault_of_changed("\"#16191C\"", "\"#16191\""), "colours.ink"));
    CHECK(contains(fault_of_changed("ink = ", "tinte = "), "colours.ink is missing"));
    CHECK(contains(fault_of_changed("h1 = [0, 14]", "h1 = [0]"), "print.toml:4"));
    CHECK(contains(fault_of_changed("quote = {", "quotation = {"), "roles.quote is missing"));
    CHECK(contains(fault_of_changed("family = \"display\"", "family = \"gothic\""), "cover-title: family"));
    CHECK(contains(fault_of_changed("type = [33, 42]", "type = [33, -1]"), "cover-title: type"));
    CHECK(contains(fault_of_changed("left = 20", "left = 180"), "too little room"));
    CHECK(contains(fault_of_changed("[page]", "[page"), "print.toml:"));
}

TEST_CASE("a manifest of fonts tells what is wrong with it") {
    CHECK(read_font_manifest({"fonts.toml", "[[face]]\nrole = \"sans\"\npaths = [\"a.ttf\"]"}).ok());
    CHECK(!read_font_manifest({"fonts.toml", "role = \"sans\""}).ok());
    const auto faceless = read_font_manifest({"fonts.toml", "[[face]]\nrole = \"sans\""});
    REQUIRE(!faceless.ok());
    CHECK(contains(wording(faceless.error()), "\"sans\" needs paths"));
    CHECK(!read_font_manifest({"fonts.toml", "[[face"}).ok());
}

TEST_CASE("a font that is missing or no font at all is told") {
    const auto empty = FontSet::make({});
    REQUIRE(!empty.ok());
    CHECK(empty.error().code == Code::font_missing);
    const auto broken = FontSet::make({{"sans", "broken.ttf", 0, "no font"}});
    REQUIRE(!broken.ok());
    CHECK(contains(wording(broken.error()), "broken.ttf"));
}

TEST_CASE("a role may ask for features of OpenType") {
    std::string text = test::repository_file("templates/styles/print.toml");
    const std::string own = "own = { family = \"sans\",";
    const std::size_t at = text.find("\n" + own) + 1;
    REQUIRE(at > 0);
    CHECK(contains(fault_of_changed(own, own + " features = \"small\","), "OpenType"));
    text.replace(at, own.size(), own + " features = \"smcp onum\",");
    const auto style = read_style({"print.toml", text});
    REQUIRE(style.ok());
    const Pack pack = test::pack_of("<p>lights 1974</p>");
    Diagnostics diagnostics;
    const Pages plain = test::laid_out(pack);
    const Pages small = lay_out(pack, *style, test::fonts(), diagnostics);
    const TextItem *with = test::texts(small.pages.front()).front(),
                   *without = test::texts(plain.pages.front()).front();
    CHECK(with->text == without->text);
    REQUIRE(with->glyphs.size() == without->glyphs.size());
    CHECK(with->glyphs.front().id != without->glyphs.front().id);
    CHECK(with->glyphs.back().id != without->glyphs.back().id);
}

TEST_CASE("text falls back from face to face; what none has is told") {
    const std::vector<int>& serif_bold = test::fonts().chain("serif", true, false);
    CHECK(test::fonts().files()[static_cast<std::size_t>(serif_bold.front())].role == "serif-bold");
    CHECK(&serif_bold != &test::fonts().chain("serif", true, true));
    Diagnostics diagnostics;
    const Pages pages =
        test::laid_out(test::pack_of("<p>known \U0010FFF0 words</p><blockquote>a\U0010FFF1 <cite>HC/7, ¶ 3, p. 2"
                                     "</cite></blockquote><p>again \U0010FFF0</p>"),
                       &diagnostics);
    REQUIRE(diagnostics.size() == 2);
    CHECK(diagnostics.front().code == Code::glyph_missing);
    CHECK(diagnostics[0].detail == "\U0010FFF0 (U+10FFF0) in: known \U0010FFF0 words");
    CHECK(diagnostics[1].detail == "a\U0010FFF1 (U+10FFF1) in: HC/7, ¶ 3, p. 2");
    CHECK(contains(test::text_of(pages.pages.front()), "\U0010FFF0"));
    for (const TextItem* item : test::texts(pages.pages.front()))
        for (const Glyph& glyph : item->glyphs) CHECK(glyph.id != 0);
}
