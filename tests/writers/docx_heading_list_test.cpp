#include "writers/docx/docx_heading_list.h"

#include <doctest/doctest.h>

#include "docx_file.h"
#include "readers/reader.h"
#include "support/text.h"
#include "writers/docx/docx_numbering_part.h"
#include "writers/docx/docx_places.h"
#include "writers/docx/docx_writer.h"

// Numbers of headings: counted by a list wherever they count, else text, and always those of the pages.
namespace rapporteur {
namespace {

struct Numbered {
    std::size_t level;
    std::string number;
};

/// The w:num of each heading, "-" for one whose number stays text.
std::string lists_of(const std::vector<Numbered>& headings, DocxNumberingPart& numbering) {
    std::string out;
    for (const auto& [level, number] : headings) {
        const std::string list = numbering.number_of(level, number);
        out += (out.empty() ? "" : " ") + (list.empty() ? "-" : list);
    }
    return out;
}

std::string lists_of(const std::vector<Numbered>& headings) {
    DocxNumberingPart numbering;
    return lists_of(headings, numbering);
}

TEST_CASE("headings that follow each other are one list; a part that jumps or begins anew takes an instance of it") {
    CHECK(lists_of({{0, "I"}, {1, "A"}, {1, "B"}, {2, "1"}, {0, "II"}, {1, "A"}, {2, "1"}, {2, "2"}}) ==
          "1 1 1 1 1 1 1 1");
    CHECK(lists_of({{0, "I"}, {0, "III"}, {1, "A"}, {0, "IV"}, {1, "C"}}) == "1 2 2 2 3");
    // Of two sheets with a title that is not counted, the second begins its parts anew.
    CHECK(lists_of({{0, "I"}, {2, "1"}, {2, "2"}, {2, "1"}, {2, "2"}, {2, "1"}}) == "1 1 1 2 2 3");
    CHECK(lists_of({{0, "IV"}, {0, "V"}}) == "1 1");
    // Readers differ on what a level counts to below which another one has been counted.
    CHECK(lists_of({{1, "A"}, {0, "I"}, {0, "II"}, {1, "A"}}) == "1 2 2 2");
}

TEST_CASE("a start of another instance does not hold for the levels that it does not name") {
    CHECK(lists_of({{0, "I"}, {1, "C"}, {0, "II"}, {1, "A"}, {0, "III"}, {1, "A"}}) == "1 2 2 3 3 3");
}

TEST_CASE("numbers that no list counts stay text, and do not disturb those that count") {
    CHECK(lists_of({{0, "1"}, {0, "4 (a)"}, {0, "8 bis"}, {0, "Annex"}, {0, "٢"}, {0, "%1"}, {0, ""}, {0, "2"}}) ==
          "1 - - - - - - 1");
    CHECK(lists_of({{0, "I"}, {0, "2"}, {0, "B"}, {0, "(II)"}, {0, "II"}}) == "1 - - - 1");
    std::vector<Numbered> letters;
    for (char letter = 'A'; letter <= 'Z'; ++letter) letters.push_back({1, std::string(1, letter)});
    letters.push_back({1, "AA"});
    const std::string lists = lists_of(letters);
    CHECK(lists.ends_with("1 1 1 -"));
    CHECK(lists.find('2') == std::string::npos);
}

TEST_CASE("numbers that are made of those above them are patterns of both") {
    DocxNumberingPart numbering;
    CHECK(lists_of({{0, "1."}, {1, "1.1"}, {1, "1.2"}, {2, "1.2.1"}, {0, "2."}, {1, "2.1"}, {1, "1.2"}}, numbering) ==
          "1 1 1 1 1 1 -");
    const std::string part = numbering.part(house_style());
    for (const std::string text : {"\"%1.\"", "\"%1.%2\"", "\"%1.%2.%3\""})
        CHECK_MESSAGE(part.find("<w:lvlText w:val=" + text + "/>") != std::string::npos, text);
}

TEST_CASE("numbers of headings stand beside their words, in one column before them") {
    DocxNumberingPart numbering;
    lists_of({{0, "I"}, {0, "II"}, {1, "A"}, {2, "1"}}, numbering);
    const auto placed = [&](const std::string& style, bool right_to_left) {
        const Style look = house_style(style);
        const auto part = parse_xml(numbering.part(look, {{}, true, right_to_left}), "numbering.xml");
        REQUIRE(part.ok());
        std::string out;
        for (const auto& side : values(*part, "w:lvlJc", "w:val")) out += side + " ";
        for (const auto& hang : values(*part, "w:ind", "w:hanging")) {
            CHECK(hang.find('-') == std::string::npos);
            out += hang == "0" ? "0 " : "";
        }
        for (const auto& text : values(*part, "w:lvlText", "w:val")) out += text;
        return out;
    };
    CHECK(placed("print", false) == "left right right %1%2%3");
    CHECK(placed("print", true) == "center center center %1%2%3");
    CHECK(placed("large-print", false) == "left left left 0 0 0 %1\u2003%2\u2003%3\u2003");
    CHECK(placed("large-print", true) == "left left left 0 0 0 %1\u2003%2\u2003%3\u2003");
}

/// Numbers and words of headings as a reader that counts like Word has them; of those without a number the ones named.
std::string read_headings(const std::string& docx, const std::string& named) {
    const auto document = read_document({"pack.docx", docx});
    REQUIRE(document.ok());
    std::string out;
    for (const Block& block : document->blocks) {
        if (block.kind != BlockKind::heading) continue;
        const std::string words = document->text.substr(block.range.begin, block.range.end - block.range.begin);
        const std::string line = collapse_space(block.label + " " + words) + "\n";
        if (!block.label.empty() || named.find("\n" + line) != std::string::npos) out += line;
    }
    return out;
}

/// Those of the pack, as its pages print them.
std::string printed_headings(const Pack& pack) {
    std::string out;
    for (const PackBlock& block : pack.blocks)
        if (const auto* heading = std::get_if<Heading>(&block.content); heading && heading->printed)
            out += collapse_space(heading->number + " " + words_of(heading->content)) + "\n";
    return out;
}

Heading heading_of(int level, const std::string& number, const std::string& words) {
    Heading heading;
    heading.level = level;
    heading.number = number;
    heading.content.emplace_back(TextRun{words});
    return heading;
}

TEST_CASE("a pack's headings are read back with the numbers that its pages print") {
    Pack pack = sample_pack();
    for (const auto& [level, number] : std::vector<std::pair<int, std::string>>{
             {1, "XX"}, {2, "A"}, {3, ""}, {3, "1"}, {2, "D"}, {3, "1"}, {1, "XXI bis"}, {1, "XXI"}, {2, "A"}})
        pack.blocks.push_back({heading_of(level, number, "Lamp " + number + std::to_string(pack.blocks.size()))});
    const auto docx = write_docx(pack, house_style(), {});
    REQUIRE(docx.ok());
    CHECK(read_headings(*docx, printed_headings(pack)) == printed_headings(pack));
}

TEST_CASE("the styles of headings name the list and its levels name them") {
    const auto docx = write_docx(sample_pack(), house_style(), {});
    REQUIRE(docx.ok());
    const DocxFile file(*docx);
    const XmlNode numbering = file.xml("word/numbering.xml"), styles = file.xml("word/styles.xml");
    CHECK(values(numbering, "w:pStyle", "w:val") == std::vector<std::string>{"Heading1", "Heading2", "Heading3"});
    std::vector<std::string> lists;
    for (const auto* style : all_named(styles, "w:style")) {
        const std::string id(style->attribute("w:styleId"));
        const auto list = values(*style, "w:numId", "w:val"), level = values(*style, "w:ilvl", "w:val");
        if (id.starts_with("Heading")) {
            REQUIRE(list.size() == 1);
            lists.push_back(list.front() + ":" + level.front());
        }
        if (id == "ItemTitle" || id == "TOCHeading") CHECK(list == std::vector<std::string>{"0"});
    }
    REQUIRE(lists.size() == 3);
    const std::string list = lists.front().substr(0, lists.front().find(':'));
    CHECK(lists == std::vector<std::string>{list + ":0", list + ":1", list + ":2"});
    // Numbers are nowhere text as well, but those of items.
    const XmlNode document = file.xml("word/document.xml");
    const auto runs = values(document, "w:rStyle", "w:val");
    for (const std::string role : {"H1Number", "H2Number", "H3Number"})
        CHECK_MESSAGE(std::find(runs.begin(), runs.end(), role) == runs.end(), role);
    CHECK(std::find(runs.begin(), runs.end(), "ItemNumber") != runs.end());
}

}  // namespace
}  // namespace rapporteur
