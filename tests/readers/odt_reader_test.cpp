#include "readers/odt/odt_reader.h"

#include <doctest/doctest.h>
#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <sstream>

#include "readers/document_check.h"
#include "support/text.h"
#include "support/zip.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view spaces =
    R"(xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
    R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
    R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0" )"
    R"(xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" )"
    R"(xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" )"
    R"(xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0" )"
    R"(office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text")";

/// A flat OpenDocument text of these styles and this body.
std::string flat(const std::string& styles, const std::string& body) {
    return "<?xml version=\"1.0\"?><office:document " + std::string(spaces) + "><office:styles>" + styles +
           "</office:styles><office:body><office:text>" + body + "</office:text></office:body></office:document>";
}

Document read(const std::string& bytes, Tracked tracked = Tracked::accepted) {
    auto document = read_document({"a.fodt", bytes}, {"", tracked});
    REQUIRE(document.ok());
    CHECK(faults_of(*document).empty());
    return std::move(document).value();
}

std::string file_bytes(const fs::path& path) {
    std::ifstream in(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

std::string golden_source() {
    return file_bytes(fs::path(RAPPORTEUR_SOURCE_DIR) / "tests/readers/golden/board_minutes.fodt");
}

std::string number_level(int level, const std::string& format, const std::string& more) {
    return "<text:list-level-style-number text:level=\"" + std::to_string(level) + "\" style:num-format=\"" + format +
           "\" " + more + "/>";
}

/// Lists of every sort that word processors write.
std::string numbered_document() {
    const std::string styles =
        "<style:style style:name=\"H1\" style:family=\"paragraph\" style:default-outline-level=\"1\"/>"
        "<style:style style:name=\"H2\" style:family=\"paragraph\" style:default-outline-level=\"2\"/>"
        "<text:outline-style style:name=\"Outline\">"
        "<text:outline-level-style text:level=\"1\" style:num-format=\"I\" style:num-suffix=\".\"/>"
        "<text:outline-level-style text:level=\"2\" style:num-format=\"1\" style:num-suffix=\".\" "
        "text:display-levels=\"2\"/></text:outline-style>"
        "<text:list-style style:name=\"L\">" +
        number_level(1, "1", "style:num-suffix=\".\"") +
        number_level(2, "1", "style:num-suffix=\".\" text:display-levels=\"2\"") +
        number_level(3, "a", "style:num-prefix=\"(\" style:num-suffix=\")\"") +
        number_level(4, "i", "style:num-suffix=\")\" text:display-levels=\"2\"") +
        "</text:list-style><text:list-style style:name=\"A\">" +
        number_level(1, "A", "style:num-suffix=\".\" text:start-value=\"25\"") + number_level(2, "I", "") +
        "</text:list-style>";
    const auto p = [](const std::string& text) { return "<text:p>" + text + "</text:p>"; };
    const auto item = [](const std::string& inside, const std::string& with = "") {
        return "<text:list-item" + with + ">" + inside + "</text:list-item>";
    };
    const auto list = [](const std::string& inside, const std::string& with = "") {
        return "<text:list" + with + ">" + inside + "</text:list>";
    };
    const std::string three =
        list(item(p("sub-sub")) + item(p("sub-sub") + list(item(p("fourth")) + item(p("fourth")))));
    const std::string body =
        "<text:h text:style-name=\"H1\" text:outline-level=\"1\">first part</text:h>" +
        list(item(p("one")) + item(p("two") + list(item(p("under two")) + item(p("under two") + three))) +
                 item(p("three") + list(item(p("under three")))),
             " xml:id=\"l1\" text:style-name=\"L\"") +
        p("between") + list(item(p("four")), " text:continue-list=\"l1\" text:style-name=\"L\"") +
        "<text:h text:style-name=\"H2\" text:outline-level=\"2\">a section</text:h>" +
        list(item(p("afresh")) + item(p("nine"), " text:start-value=\"9\"") + item(p("ten")),
             " xml:id=\"l2\" text:style-name=\"L\"") +
        "<text:h text:style-name=\"H2\" text:outline-level=\"2\">a section</text:h>"
        "<text:h text:style-name=\"H1\" text:outline-level=\"1\">second part</text:h>"
        "<text:h text:style-name=\"H2\" text:outline-level=\"2\">a section</text:h>" +
        list("<text:list-header>" + p("headed") + "</text:list-header>" + item(p("letter")) + item(p("letter")) +
                 item(p("letter") + p("more of it") + list(item(p("roman")) + item(p("roman")))),
             " xml:id=\"l3\" text:style-name=\"A\"") +
        list(item(list(item(p("deep at once")) + item(p("deep again")))), " xml:id=\"l4\" text:style-name=\"L\"");
    return flat(styles, body);
}

/// What the reader says is printed: label and text of each block.
std::vector<std::string> printed_by_reader(const std::string& bytes) {
    const auto reading = read_odt(bytes, Tracked::accepted, "a.fodt");
    REQUIRE(reading.ok());
    std::vector<std::string> out;
    for (const Draft& draft : reading->drafts) {
        out.push_back(draft.block.label + (draft.block.label.empty() ? "" : " ") + draft.text);
    }
    return out;
}

std::vector<std::string> printed_by_office(const std::string& bytes) {
    const fs::path folder = fs::temp_directory_path() / ("rapporteur_odt_" + std::to_string(::getpid()));
    fs::remove_all(folder);
    fs::create_directories(folder);
    std::ofstream(folder / "a.fodt", std::ios::binary) << bytes;
    const std::string command = "LC_ALL=C.UTF-8 soffice -env:UserInstallation=file://" + (folder / "profile").string() +
                                " --headless --convert-to txt:Text --outdir " + folder.string() + " " +
                                (folder / "a.fodt").string() + " >/dev/null 2>&1";
    const int status = std::system(command.c_str());
    std::vector<std::string> out;
    std::istringstream lines(status == 0 ? file_bytes(folder / "a.txt") : "");
    for (std::string line; std::getline(lines, line);) {
        line = collapse_space(line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line);
        if (!line.empty()) out.push_back(line);
    }
    fs::remove_all(folder);
    return out;
}

}  // namespace

TEST_CASE("numbers of lists and headings are those that LibreOffice prints") {
    const std::vector<std::string> ours = printed_by_reader(numbered_document());
    CHECK(ours[1] == "1. one");
    if (std::system("command -v soffice >/dev/null 2>&1") != 0) {
        MESSAGE("skipped: soffice is not installed");
        return;
    }
    const std::vector<std::string> theirs = printed_by_office(numbered_document());
    REQUIRE(ours.size() == theirs.size());
    for (std::size_t i = 0; i < ours.size(); ++i) CHECK(ours[i] == theirs[i]);
}

TEST_CASE("tracked changes are read as accepted or as if they had not been made") {
    const std::string source = golden_source();
    CHECK(read(source).text.find("agreed on three measures") != std::string::npos);
    const Document original = read(source, Tracked::original);
    CHECK(original.text.find("agreed on two measures") != std::string::npos);
    const auto inserted = std::find_if(original.left_out.begin(), original.left_out.end(), [](const LeftOut& left) {
        return left.reason == "inserted in a tracked change";
    });
    REQUIRE(inserted != original.left_out.end());
    CHECK(inserted->text == "three");
}

TEST_CASE("a paragraph that an unaccepted insertion split is one again") {
    const std::string body =
        "<text:tracked-changes><text:changed-region text:id=\"c\"><text:insertion/></text:changed-region>"
        "</text:tracked-changes><text:p>The Board<text:change-start text:change-id=\"c\"/> met.</text:p>"
        "<text:p>It<text:change-end text:change-id=\"c\"/> agreed.</text:p>";
    CHECK(read(flat("", body)).text == "The Board met.\n\nIt agreed.");
    CHECK(read(flat("", body), Tracked::original).text == "The Board agreed.");
}

TEST_CASE("a packed document reads as the flat one") {
    const std::string styles = "<text:list-style style:name=\"L\">" +
                               number_level(1, "1", "loext:num-list-format=\"Item %1%:\"") + "</text:list-style>";
    const std::string body =
        "<text:list text:style-name=\"L\"><text:list-item><text:p>First</text:p></text:list-item>"
        "<text:list-item><text:p>Second</text:p></text:list-item></text:list>";
    const std::string head = "<?xml version=\"1.0\"?><office:document-";
    const std::string packed =
        write_zip({{"mimetype", "application/vnd.oasis.opendocument.text"},
                   {"content.xml", head + "content " + std::string(spaces) + "><office:body><office:text>" + body +
                                       "</office:text></office:body></office:document-content>"},
                   {"styles.xml", head + "styles " + std::string(spaces) + "><office:styles>" + styles +
                                      "</office:styles></office:document-styles>"}})
            .value();
    const Document document = read(packed);
    CHECK(document.text == read(flat(styles, body)).text);
    CHECK(document.text == "Item 1: First\n\nItem 2: Second");
    CHECK(document.media_type == MediaType::odt);
}

TEST_CASE("hostile files are bounded and what stands before the damage is kept") {
    const std::string whole = flat("", "<text:p>The Board met in June.</text:p>");
    const Document cut = read(whole.substr(0, whole.find("</office:text>") + 5));
    CHECK(cut.text == "The Board met in June.");
    REQUIRE(cut.warnings.size() == 1);
    CHECK(cut.warnings.front().code == Code::text_cut_off);
    std::string deep = "<text:p>Here.</text:p>";
    for (int i = 0; i < 100000; ++i) deep += "<text:list><text:list-item>";
    CHECK(read(flat("", deep)).text == "Here.");
    const std::string wide =
        "<table:table><table:table-row><table:table-cell table:number-columns-repeated=\"999999999\">"
        "<text:p>x</text:p></table:table-cell></table:table-row></table:table>";
    CHECK(read(flat("", wide)).blocks.front().rows.front().cells.size() <= 64);
    const std::string loop =
        "<style:style style:name=\"A\" style:family=\"paragraph\" style:parent-style-name=\"B\"/>"
        "<style:style style:name=\"B\" style:family=\"paragraph\" style:parent-style-name=\"A\"/>";
    CHECK(read(flat(loop, "<text:p text:style-name=\"A\">Round.</text:p>")).text == "Round.");
    const auto empty = read_document({"a.fodt", flat("", "<text:p/>")});
    REQUIRE_FALSE(empty.ok());
    CHECK(empty.error().code == Code::document_empty);
}

}  // namespace rapporteur
