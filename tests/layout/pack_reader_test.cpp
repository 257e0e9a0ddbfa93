#include "layout/pack_reader.h"

#include <doctest/doctest.h>

#include "layout/dump.h"
#include "layout/pack_schema.h"

using namespace rapporteur;

namespace {

std::string dump_of(const std::string& blocks) {
    const auto pack = read_pack("<pack lang=\"en\" title=\"T\">\n" + blocks + "</pack>", "pack.xml");
    if (!pack) return wording(pack.error());
    const std::string text = dump(*pack);
    return text.substr(text.find("  meta\n") + 7);
}

std::string fault(const std::string& xml) {
    const auto pack = read_pack(xml, "pack.xml");
    return pack ? "" : wording(pack.error());
}

bool contains(const std::string& text, std::string_view part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("white space in a pack is that of HTML") {
    CHECK(dump_of("<p>\n  one \n two <em>three </em><strong> four</strong>\n</p>") ==
          "  p own: \"one two \" {\"three \" em} {\"four\" strong}\n");
    CHECK(dump_of("<p><em>a</em>&#32;<em>b</em></p>") == "  p own: {\"a\" em} \" \" {\"b\" em}\n");
    CHECK(dump_of("<p>a <br/> b</p>") == "  p own: \"a\" {br} \"b\"\n");
}

TEST_CASE("a citation takes the blank before it away, marks keep their words") {
    CHECK(dump_of("<blockquote>Words. <cite href=\"#d\" page=\"[16]\">AB/1, p. 7</cite></blockquote>") ==
          "  p quote: \"Words.\" {cite \"AB/1, p. 7\" href=\"#d\" page=\"[16]\"}\n");
    CHECK(
        dump_of("<row number=\"R1\"><label><strength n=\"4\" word=\"urged\" alt=\"strength 4\"/></label>Text</row>") ==
        "  row number=\"R1\": {strength 4 word=\"urged\" alt=\"strength 4\"}\n    p own: \"Text\"\n");
    CHECK(dump_of("<p><status state=\"in-part\" word=\"in part\"/></p>") ==
          "  p own: {status in-part word=\"in part\"}\n");
}

TEST_CASE("cells without a role take that of their place") {
    const std::string table =
        "<table role=\"agenda\" columns=\"12mm 1fr 74mm\" gutter=\"0mm\"><thead><tr><th>No.</th></tr></thead>"
        "<tr kind=\"group\"><td colspan=\"2\">Body</td><td>2</td></tr>"
        "<tr id=\"r1\"><td><p role=\"table-number\">R1</p></td><td>Words</td></tr></table>";
    CHECK(dump_of(table) ==
          "  table agenda: 12mm 1fr 74mm gutter 0mm\n    head\n      th\n        p table-head: \"No.\"\n"
          "    group\n      td 2\n        p table-group: \"Body\"\n      td\n        p table-count: \"2\"\n"
          "    row id=\"r1\"\n      td\n        p table-number: \"R1\"\n      td\n        p table-own: \"Words\"\n");
}

TEST_CASE("sections mean nothing, blocks nest in boxes and cells") {
    CHECK(dump_of("<section><section><p>a</p></section><box title=\"B\"><p>b</p></box></section>"
                  "<grid><cell><p>c</p></cell><cell/></grid>") ==
          "  p own: \"a\"\n  box title=\"B\"\n    p own: \"b\"\n  grid\n    cell\n      p own: \"c\"\n    cell\n");
}

TEST_CASE("a fault in a pack is told with its line and the nearest known name") {
    CHECK(contains(fault("<pack>\n<p>a</p>\n<h4>b</h4></pack>"), "pack.xml:3"));
    CHECK(contains(fault("<pack><blokquote>b</blokquote></pack>"), "did you mean \"blockquote\"?"));
    CHECK(contains(fault("<pack><p rolle=\"own\">b</p></pack>"), "did you mean \"role\"?"));
    CHECK(contains(fault("<pack><p role=\"qoute\">b</p></pack>"), "did you mean \"quote\"?"));
    CHECK(contains(fault("<pack><h1 verbatim=\"true\">b</h1></pack>"), "verbatim=\"true\" is not known"));
    CHECK(contains(fault("<pack><li>b</li></pack>"), "<li> does not belong into <pack>"));
    CHECK(contains(fault("<pack>words</pack>"), "text does not belong into <pack>"));
    CHECK(contains(fault("<pack><row>words<p>b</p></row></pack>"), "beside its paragraphs"));
    CHECK(contains(fault("<peck/>"), "did you mean \"pack\"?"));
    CHECK(contains(fault("<pack><p>"), "pack.xml"));
}

TEST_CASE("a table that cannot be set is refused") {
    CHECK(contains(fault("<pack><table columns=\"12cm\"/></pack>"), "neither \"12mm\" nor \"1fr\""));
    CHECK(contains(fault("<pack><table/></pack>"), "needs columns"));
    CHECK(contains(fault("<pack><table columns=\"1fr\" gutter=\"wide\"/></pack>"), "no width in mm"));
    CHECK(contains(fault("<pack><table columns=\"1fr\"><tr><td/><td/></tr></table></pack>"), "more cells"));
    CHECK(contains(fault("<pack><table columns=\"1fr\"><tr><td colspan=\"0\"/></tr></table></pack>"), "colspan"));
    CHECK(contains(fault("<pack><table columns=\"nanmm\"/></pack>"), "neither"));
}

TEST_CASE("a name far from all known ones gets no suggestion") {
    CHECK(suggestion("xylophone", "p h1 table").empty());
    CHECK(suggestion("tabel", "p h1 table") == "; did you mean \"table\"?");
}
