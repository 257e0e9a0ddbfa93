#include <doctest/doctest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>

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

using Labels = std::vector<std::string>;

/// Documents whose numbers are known, and can be compared with those of another program.
struct NumberedPaper {
    std::string what;
    DocxMaker maker;
    Labels labels;
    bool office_knows = true;  // LibreOffice 7 knows no w:isLgl, no w:lvlRestart and only the first w:startOverride
};

std::string with_start(int depth, int start) {
    return "<w:lvlOverride w:ilvl=\"" + std::to_string(depth) + "\"><w:startOverride w:val=\"" + std::to_string(start) +
           "\"/></w:lvlOverride>";
}

std::string style_xml(const std::string& type, const std::string& id, const std::string& rest) {
    return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + id + "\"/>" + rest +
           "</w:style>";
}

/// One paragraph a list entry: the list and the depth.
struct Item {
    int list;
    int depth;
};

std::string items_xml(const std::vector<Item>& items) {
    std::string out;
    for (const Item& item : items) {
        out += item.list == 0 ? paragraph_xml("The quay is closed.") : item_xml(item.list, item.depth);
    }
    return out;
}

NumberedPaper paper(const std::string& what, const std::vector<Item>& items, const std::string& numbering,
                    const Labels& labels, bool office_knows = true) {
    DocxMaker maker(items_xml(items));
    maker.numbering(numbering);
    return {what, maker, labels, office_knows};
}

const std::string three_levels =
    level_xml(0, "decimal", "%1.") + level_xml(1, "lowerLetter", "(%2)") + level_xml(2, "lowerRoman", "(%3)");

NumberedPaper styled_paper() {
    const std::string head = level_xml(0, "decimal", "Chapter %1", "<w:pStyle w:val=\"Chapter\"/>") +
                             level_xml(1, "decimal", "%1.%2", "<w:pStyle w:val=\"Part\"/>");
    const std::string linked =
        "<w:abstractNum w:abstractNumId=\"1\"><w:numStyleLink w:val=\"Points\"/></w:abstractNum>";
    const std::string holder = "<w:abstractNum w:abstractNumId=\"2\"><w:styleLink w:val=\"Points\"/>" +
                               level_xml(0, "upperLetter", "%1)") + "</w:abstractNum>";
    const std::string of_list = "<w:pPr><w:numPr><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    const std::string of_part = "<w:pPr><w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"1\"/></w:numPr></w:pPr>";
    DocxMaker maker(
        paragraph_xml("Quays are kept.", "<w:pStyle w:val=\"Chapter\"/>") +
        paragraph_xml("Cranes are kept.", "<w:pStyle w:val=\"Part\"/>") +
        paragraph_xml("Ropes are kept.", "<w:pStyle w:val=\"SmallPart\"/>") +
        paragraph_xml("No number here.", "<w:pStyle w:val=\"Part\"/><w:numPr><w:numId w:val=\"0\"/></w:numPr>") +
        paragraph_xml("Boats are kept.", "<w:pStyle w:val=\"Chapter\"/>") +
        paragraph_xml("Oars are kept.", "<w:pStyle w:val=\"Part\"/>") + item_xml(2, 0) + item_xml(2, 0));
    maker.styles(style_xml("paragraph", "Chapter", of_list) + style_xml("paragraph", "Part", of_part) +
                 style_xml("paragraph", "SmallPart", "<w:basedOn w:val=\"Part\"/>") +
                 style_xml("numbering", "Points", "<w:pPr><w:numPr><w:numId w:val=\"3\"/></w:numPr></w:pPr>"));
    maker.numbering(kind_xml(0, head) + linked + holder + list_xml(1, 0) + list_xml(2, 1) + list_xml(3, 2));
    return {"styles", maker, {"Chapter 1", "1.1", "1.2", "", "Chapter 2", "2.1", "A)", "B)"}, true};
}

std::vector<NumberedPaper> numbered_papers() {
    const std::string legal = level_xml(0, "upperRoman", "%1.") + level_xml(1, "upperLetter", "%1.%2") +
                              level_xml(2, "decimal", "%1.%2.%3", "<w:isLgl/>");
    const std::string keeps = level_xml(0, "decimal", "%1.") +
                              level_xml(1, "decimal", "%2)", "<w:lvlRestart w:val=\"0\"/>") +
                              level_xml(2, "lowerLetter", "%3)");
    const std::string words =
        level_xml(0, "ordinal", "%1") + level_xml(1, "decimalZero", "%1-%2:") + level_xml(2, "none", "Note");
    return {
        paper("deeper levels begin anew after one above them", {{1, 0}, {1, 1}, {1, 1}, {1, 2}, {1, 0}, {1, 1}, {1, 2}},
              kind_xml(0, three_levels) + list_xml(1, 0), {"1.", "(a)", "(b)", "(i)", "2.", "(a)", "(i)"}),
        paper("numbers of levels above in their own formats, as digits in a legal list",
              {{1, 0}, {1, 0}, {1, 1}, {1, 1}, {1, 2}}, kind_xml(0, legal) + list_xml(1, 0),
              {"I.", "II.", "II.A", "II.B", "2.2.1"}, false),
        paper("lists of one definition go on counting", {{1, 0}, {1, 0}, {0, 0}, {2, 0}, {1, 0}},
              kind_xml(0, three_levels) + list_xml(1, 0) + list_xml(2, 0), {"1.", "2.", "", "3.", "4."}),
        paper("a start of its own begins a list anew", {{1, 0}, {1, 0}, {2, 0}, {2, 0}, {2, 1}},
              kind_xml(0, three_levels) + list_xml(1, 0) + list_xml(2, 0, with_start(0, 5)),
              {"1.", "2.", "5.", "6.", "(a)"}),
        paper("a level can keep counting over those above it", {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}, {1, 2}, {1, 2}},
              kind_xml(0, keeps) + list_xml(1, 0), {"1.", "1)", "2)", "2.", "3)", "a)", "b)"}, false),
        paper("a start of its own holds whenever the level begins", {{2, 0}, {2, 1}, {2, 1}, {2, 0}, {2, 1}},
              kind_xml(0, three_levels) + list_xml(2, 0, with_start(1, 4)), {"1.", "(d)", "(e)", "2.", "(d)"}, false),
        paper("numbers of levels above in their own formats", {{1, 0}, {1, 1}, {1, 1}, {1, 0}, {1, 1}},
              kind_xml(0, legal) + list_xml(1, 0), {"I.", "I.A", "I.B", "II.", "II.A"}),
        paper("lists of two definitions count apart", {{1, 0}, {2, 0}, {1, 0}, {2, 1}, {2, 0}},
              kind_xml(0, three_levels) + kind_xml(1, legal) + list_xml(1, 0) + list_xml(2, 1),
              {"1.", "I.", "2.", "I.A", "II."}),
        paper("a list's own level replaces that of its definition", {{1, 0}, {1, 1}, {1, 1}},
              kind_xml(0, three_levels) +
                  list_xml(1, 0,
                           "<w:lvlOverride w:ilvl=\"1\">" + level_xml(1, "upperLetter", "[%2]") + "</w:lvlOverride>"),
              {"1.", "[A]", "[B]"}),
        paper("formats", {{1, 0}, {1, 0}, {1, 1}, {1, 2}, {1, 1}}, kind_xml(0, words) + list_xml(1, 0),
              {"1st", "2nd", "2nd-01:", "Note", "2nd-02:"}),
        paper("a level above that never came counts as begun", {{1, 1}, {1, 1}, {1, 0}, {1, 1}},
              kind_xml(0, level_xml(0, "decimal", "%1.") + level_xml(1, "decimal", "%1.%2")) + list_xml(1, 0),
              {"1.1", "1.2", "2.", "2.1"}),
        styled_paper(),
    };
}

Labels labels_of(const DocxMaker& maker) {
    Labels out;
    const Document document = document_of(maker);
    for (const Block& block : document.blocks) out.push_back(block.label);
    return out;
}

/// The lines of each document as LibreOffice writes it as text, without white space.
std::vector<Labels> printed_by_office(const std::vector<NumberedPaper>& papers) {
    namespace fs = std::filesystem;
    const fs::path folder = fs::temp_directory_path() / ("rapporteur_docx_" + std::to_string(::getpid()));
    fs::create_directories(folder);
    std::string command = "LC_ALL=C.UTF-8 soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                          " --headless --convert-to txt:Text --outdir " + folder.string();
    for (std::size_t i = 0; i < papers.size(); ++i) {
        const fs::path file = folder / (std::to_string(i) + ".docx");
        std::ofstream(file, std::ios::binary) << papers[i].maker.bytes();
        command += " " + file.string();
    }
    std::vector<Labels> out(papers.size());
    const bool done = std::system((command + " >/dev/null 2>&1").c_str()) == 0;
    for (std::size_t i = 0; i < papers.size() && done; ++i) {
        std::ifstream lines(folder / (std::to_string(i) + ".txt"));
        for (std::string line; std::getline(lines, line);) {
            if (line.starts_with("\xEF\xBB\xBF")) line.erase(0, 3);
            std::erase_if(line, [](char c) { return c == ' ' || c == '\t' || c == '\r'; });
            if (!line.empty()) out[i].push_back(line);
        }
    }
    std::error_code ignored;
    fs::remove_all(folder, ignored);
    return out;
}

Labels printed_by_reader(const DocxMaker& maker) {
    Labels out;
    const Document document = document_of(maker);
    for (const Block& block : document.blocks) {
        std::string line = block.label + std::string(document.text_of(block));
        std::erase(line, ' ');
        out.push_back(line);
    }
    return out;
}

}  // namespace

TEST_CASE("lists print the numbers that a word processor prints") {
    for (const NumberedPaper& paper : numbered_papers()) {
        INFO(paper.what);
        const Labels labels = labels_of(paper.maker);
        REQUIRE(labels.size() == paper.labels.size());
        for (std::size_t i = 0; i < labels.size(); ++i) CHECK(labels[i] == paper.labels[i]);
    }
}

TEST_CASE("numbers are those that LibreOffice prints") {
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: soffice is not installed");
        return;
    }
    const std::vector<NumberedPaper> papers = numbered_papers();
    const std::vector<Labels> theirs = printed_by_office(papers);
    for (std::size_t i = 0; i < papers.size(); ++i) {
        INFO(papers[i].what);
        if (!papers[i].office_knows) continue;
        const Labels ours = printed_by_reader(papers[i].maker);
        REQUIRE(ours.size() == theirs[i].size());
        for (std::size_t k = 0; k < ours.size(); ++k) CHECK(ours[k] == theirs[i][k]);
    }
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
