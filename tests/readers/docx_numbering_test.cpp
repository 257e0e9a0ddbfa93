#include <doctest/doctest.h>

#include "readers/docx_maker.h"
#include "readers/number_format.h"

namespace rapporteur {
namespace {

std::string level_xml(int depth, const std::string& format, const std::string& text, const std::string& more = "") {
    return "<w:lvl w:ilvl=\"" + std::to_string(depth) + "\"><w:start w:val=\"1\"/><w:numFmt w:val=\"" + format +
           "\"/>" + more + "<w:lvlText w:val=\"" + text + "\"/><w:pPr><w:ind w:left=\"" +
           std::to_string(720 * (depth + 1)) + "\"/></w:pPr></w:lvl>";
}

std::string kind_xml(int id, const std::string& levels) {
    return "<w:abstractNum w:abstractNumId=\"" + std::to_string(id) + "\">" + levels + "</w:abstractNum>";
}

std::string list_xml(int id, int kind, const std::string& more = "") {
    return "<w:num w:numId=\"" + std::to_string(id) + "\"><w:abstractNumId w:val=\"" + std::to_string(kind) + "\"/>" +
           more + "</w:num>";
}

std::string item_xml(int list, int depth, const std::string& text = "Berths are let by the season.") {
    return paragraph_xml(text, "<w:numPr><w:ilvl w:val=\"" + std::to_string(depth) + "\"/><w:numId w:val=\"" +
                                   std::to_string(list) + "\"/></w:numPr>");
}

std::vector<std::string> labels_of(const DocxMaker& maker) {
    std::vector<std::string> out;
    const Document document = document_of(maker);
    for (const Block& block : document.blocks) out.push_back(block.label);
    return out;
}

using Labels = std::vector<std::string>;

const std::string three_levels =
    level_xml(0, "decimal", "%1.") + level_xml(1, "lowerLetter", "(%2)") + level_xml(2, "lowerRoman", "(%3)");

}  // namespace

TEST_CASE("deeper levels begin anew after one above them") {
    DocxMaker maker(item_xml(1, 0) + item_xml(1, 1) + item_xml(1, 1) + item_xml(1, 2) + item_xml(1, 0) +
                    item_xml(1, 1) + item_xml(1, 2));
    maker.numbering(kind_xml(0, three_levels) + list_xml(1, 0));
    CHECK(labels_of(maker) == Labels{"1.", "(a)", "(b)", "(i)", "2.", "(a)", "(i)"});
}

TEST_CASE("numbers of levels above are printed in their own formats, or as digits in a legal list") {
    const std::string levels = level_xml(0, "upperRoman", "%1.") + level_xml(1, "upperLetter", "%1.%2") +
                               level_xml(2, "decimal", "%1.%2.%3", "<w:isLgl/>");
    DocxMaker maker(item_xml(1, 0) + item_xml(1, 0) + item_xml(1, 1) + item_xml(1, 1) + item_xml(1, 2));
    maker.numbering(kind_xml(0, levels) + list_xml(1, 0));
    CHECK(labels_of(maker) == Labels{"I.", "II.", "II.A", "II.B", "2.2.1"});
}

TEST_CASE("lists of one definition go on counting, a start of their own begins them anew") {
    const std::string anew = "<w:lvlOverride w:ilvl=\"0\"><w:startOverride w:val=\"5\"/></w:lvlOverride>";
    DocxMaker maker(item_xml(1, 0) + item_xml(1, 0) + paragraph_xml("Between.") + item_xml(2, 0) + item_xml(3, 0) +
                    item_xml(3, 0) + item_xml(1, 0));
    maker.numbering(kind_xml(0, three_levels) + list_xml(1, 0) + list_xml(2, 0) + list_xml(3, 0, anew));
    CHECK(labels_of(maker) == Labels{"1.", "2.", "", "3.", "5.", "6.", "7."});
}

TEST_CASE("a level can keep counting over those above it, or obey one of them only") {
    const std::string levels = level_xml(0, "decimal", "%1.") +
                               level_xml(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>") +
                               level_xml(2, "lowerLetter", "%3)", "<w:lvlRestart w:val=\"1\"/>");
    DocxMaker maker(item_xml(1, 0) + item_xml(1, 1) + item_xml(1, 2) + item_xml(1, 1) + item_xml(1, 2) +
                    item_xml(1, 0) + item_xml(1, 1) + item_xml(1, 2));
    maker.numbering(kind_xml(0, levels) + list_xml(1, 0));
    CHECK(labels_of(maker) == Labels{"1.", "1)", "a)", "2)", "b)", "2.", "3)", "a)"});
}

TEST_CASE("styles number their paragraphs, through what they are based on and through linked list styles") {
    const std::string head = level_xml(0, "decimal", "Chapter %1", "<w:pStyle w:val=\"Chapter\"/>") +
                             level_xml(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Part\"/>");
    const std::string linked =
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Points\"/></w:abstractNum>";
    const std::string holder = "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Points\"/>" +
                               level_xml(0, "upperLetter", "%1)") + "</w:abstractNum>";
    const auto style = [](const std::string& type, const std::string& id, const std::string& rest) {
        return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" + rest +
               "</w:style>";
    };
    const std::string of_list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    DocxMaker maker(
        paragraph_xml("Quays are kept.", "<w:pStyle w:val=\"Chapter\"/>") +
        paragraph_xml("Cranes are kept.", "<w:pStyle w:val=\"Part\"/>") +
        paragraph_xml("Ropes are kept.", "<w:pStyle w:val=\"SmallPart\"/>") +
        paragraph_xml("No number here.", "<w:pStyle w:val=\"Part\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
        item_xml(2, 0) + item_xml(2, 0));
    maker.styles(style("paragraph", "Chapter", of_list) + style("paragraph", "Part", of_list) +
                 style("paragraph", "SmallPart", "<w:basedOn w:val=\"Part\"/>") +
                 style("numbering", "Points", "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>"));
    maker.numbering(kind_xml(0, head) + linked + holder + list_xml(1, 0) + list_xml(2, 1) + list_xml(3, 2));
    CHECK(labels_of(maker) == Labels{"Chapter 1", "1.1", "1.2", "", "A)", "B)"});
}

TEST_CASE("bullets of sign fonts are told, and items nest by their indents") {
    const std::string levels =
        level_xml(0, "bullet", "\uF0B7", "<w:rPr><w:rFonts w:ascii=\"Symbol\" w:hAnsi=\"Symbol\"/></w:rPr>") +
        level_xml(1, "bullet", "o") + level_xml(2, "bullet", "–");
    DocxMaker maker(item_xml(1, 0) + item_xml(1, 1) + item_xml(1, 2) + item_xml(1, 0));
    maker.numbering(kind_xml(0, levels) + list_xml(1, 0));
    const Document document = document_of(maker);
    CHECK(lines_of_blocks(document) ==
          Labels{"list_item1 [•] Berths are let by the season.", "list_item2 [◦] Berths are let by the season.",
                 "list_item3 [–] Berths are let by the season.", "list_item1 [•] Berths are let by the season."});
}

TEST_CASE("empty paragraphs of a list count, deleted ones do not") {
    const std::string empty =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr></w:p>";
    const std::string deleted =
        "<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"1\"/></w:numPr><w:rPr><w:del "
        "w:id=\"1\"/></w:rPr></w:pPr>"
        "<w:del w:id=\"2\"><w:r><w:delText>Lamps are lit.</w:delText></w:r></w:del></w:p>";
    DocxMaker maker(item_xml(1, 0) + empty + item_xml(1, 0) + deleted + item_xml(1, 0));
    maker.numbering(kind_xml(0, three_levels) + list_xml(1, 0));
    CHECK(labels_of(maker) == Labels{"1.", "3.", "4."});
    const Document before = document_of(maker, {"", Tracked::original});
    CHECK(before.blocks.back().label == "5.");
}

TEST_CASE("numbers print in the formats of the standard") {
    const auto all = [](std::string_view format, const std::vector<int>& numbers) {
        std::string out;
        for (const int number : numbers) out += number_in_format(number, format) + " ";
        return out;
    };
    CHECK(all("upperRoman", {4, 9, 14, 40, 1999}) == "IV IX XIV XL MCMXCIX ");
    CHECK(all("lowerRoman", {1, 8}) == "i viii ");
    CHECK(all("lowerLetter", {1, 26, 27, 28, 53}) == "a z aa bb aaa ");
    CHECK(all("decimalZero", {9, 10}) == "09 10 ");
    CHECK(all("001, 002, 003, ...", {7, 1000}) == "007 1000 ");
    CHECK(all("ordinal", {1, 2, 3, 11, 21, 112}) == "1st 2nd 3rd 11th 21st 112th ");
    CHECK(all("ordinalText", {1, 12, 20, 21, 100}) == "First Twelfth Twentieth Twenty-first One hundredth ");
    CHECK(all("cardinalText", {1, 12, 21, 105}) == "One Twelve Twenty-one One hundred five ");
    CHECK(all("chineseCounting", {1, 10, 11, 20, 21, 105}) == "一 十 十一 二十 二十一 一百〇五 ");
    CHECK(all("hex", {10, 255}) == "A FF ");
    CHECK(all("chicago", {1, 2, 5}) == "* † ** ");
    CHECK(all("none", {3}) == " ");
    CHECK(number_in_format(1, "ordinal", "fr-FR") == "1er");
    CHECK(number_in_format(3, "ordinal", "de-DE") == "3.");
}

}  // namespace rapporteur
