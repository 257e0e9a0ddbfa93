#include "writers/docx/docx_writer.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "docx_file.h"
#include "support/text.h"

namespace rapporteur {
namespace {

Pages numbered_pages() {
    Pages pages;
    pages.heading_pages = {{"summary", "3", "4"}, {"agenda", "5", "5"}};
    return pages;
}

DocxFile written(const Pack& pack) {
    auto docx = write_docx(pack, house_style(), numbered_pages());
    REQUIRE_MESSAGE(docx.ok(), wording(docx.error()));
    return DocxFile(*docx);
}

std::set<std::string> as_set(const std::vector<std::string>& list) { return {list.begin(), list.end()}; }

std::string folder_of(const std::string& part) {
    const std::size_t slash = part.rfind('/');
    return slash == std::string::npos ? "" : part.substr(0, slash + 1);
}

std::string relationships_of(const std::string& part) {
    return folder_of(part) + "_rels/" + part.substr(folder_of(part).size()) + ".rels";
}

std::set<std::string> relationship_ids(const DocxFile& file, const std::string& part) {
    if (!file.has(relationships_of(part))) return {};
    return as_set(values(file.xml(relationships_of(part)), "Relationship", "Id"));
}

std::string text_of(const XmlNode& node) {
    std::string out;
    for (const auto* text : all_named(node, "w:t")) out += text->all_text();
    return out;
}

// The paragraphs in a style, as text.
std::vector<std::string> in_style(const XmlNode& document, const std::string& style) {
    std::vector<std::string> found;
    for (const auto* paragraph : all_named(document, "w:p")) {
        const XmlNode* look = paragraph->child("w:pPr");
        const XmlNode* named = look ? look->child("w:pStyle") : nullptr;
        if (named && named->attribute("w:val") == style) found.push_back(text_of(*paragraph));
    }
    return found;
}

TEST_CASE("every part of a DOCX has a content type, and relationships lead to parts") {
    const DocxFile file = written(sample_pack());
    const XmlNode types = file.xml("[Content_Types].xml");
    const auto overrides = as_set(values(types, "Override", "PartName"));
    const auto extensions = as_set(values(types, "Default", "Extension"));
    CHECK(file.names().front() == "[Content_Types].xml");
    for (const auto& name : file.names()) {
        CAPTURE(name);
        const std::string extension = name.substr(name.rfind('.') + 1);
        CHECK((overrides.contains("/" + name) || extensions.contains(extension) || name == file.names().front()));
        if (!name.ends_with(".rels")) continue;
        const std::string owner = folder_of(name).substr(0, folder_of(name).size() - 6);
        const XmlNode relationships = file.xml(name);
        for (const auto* relationship : all_named(relationships, "Relationship"))
            if (relationship->attribute("TargetMode") != "External")
                CHECK(file.has(owner + std::string(relationship->attribute("Target"))));
    }
    for (const auto& part : overrides) CHECK(file.has(part.substr(1)));
}

TEST_CASE("every id that the document names is there") {
    const DocxFile file = written(sample_pack());
    const XmlNode document = file.xml("word/document.xml");
    const auto ids = relationship_ids(file, "word/document.xml");
    for (const char* name : {"w:hyperlink", "w:headerReference", "w:footerReference"})
        for (const auto& id : values(document, name, "r:id")) CHECK(ids.contains(id));
    for (const auto& id : values(document, "a:blip", "r:embed")) CHECK(ids.contains(id));
    for (const auto& id : values(file.xml("word/footnotes.xml"), "w:hyperlink", "r:id"))
        CHECK(relationship_ids(file, "word/footnotes.xml").contains(id));

    const auto styles = as_set(values(file.xml("word/styles.xml"), "w:style", "w:styleId"));
    for (const char* name : {"w:pStyle", "w:rStyle"})
        for (const auto& style : values(document, name, "w:val")) CHECK_MESSAGE(styles.contains(style), style);
    const auto lists = as_set(values(file.xml("word/numbering.xml"), "w:num", "w:numId"));
    for (const auto& list : values(document, "w:numId", "w:val")) CHECK(lists.contains(list));
    const auto notes = as_set(values(file.xml("word/footnotes.xml"), "w:footnote", "w:id"));
    CHECK(values(document, "w:footnoteReference", "w:id") == std::vector<std::string>{"1"});
    CHECK(notes == std::set<std::string>{"-1", "0", "1"});
}

TEST_CASE("bookmarks and drawings are unique, and links lead to them") {
    const XmlNode document = written(sample_pack()).xml("word/document.xml");
    const auto names = values(document, "w:bookmarkStart", "w:name");
    CHECK(as_set(names).size() == names.size());
    CHECK(as_set(values(document, "w:bookmarkStart", "w:id")).size() == names.size());
    CHECK(values(document, "w:bookmarkEnd", "w:id").size() == names.size());
    for (const auto& name : names) CHECK(name.size() <= 40);
    const auto anchors = values(document, "w:hyperlink", "w:anchor");
    CHECK(anchors.size() > 10);
    for (const auto& anchor : anchors) CHECK(as_set(names).contains(anchor));
    const auto drawings = values(document, "wp:docPr", "id");
    CHECK(as_set(drawings).size() == drawings.size());
    for (const auto* drawing : all_named(document, "wp:docPr")) CHECK(drawing->attribute("descr") != "");
}

TEST_CASE("headings, contents and furniture are real") {
    const DocxFile file = written(sample_pack());
    const XmlNode document = file.xml("word/document.xml");
    const auto headings = in_style(document, "Heading1");
    CHECK(headings.size() == 6);
    CHECK(headings.front() == "Summary");
    CHECK(in_style(document, "ItemTitle") == std::vector<std::string>{"2Lights and leading lines after the storms"});
    const auto contents = in_style(document, "Toc1");
    REQUIRE(contents.size() == 7);
    CHECK(contents[0] == "ISummary3");
    CHECK(contents[1] == "IIAgenda5");
    CHECK(contents[2] == "IIIItem sheets");
    CHECK(contents[3] == "IVRecommendationsnew");
    CHECK(file.part("word/document.xml").find("TOC \\o") != std::string::npos);
    CHECK(file.part("word/settings.xml").find("updateFields") == std::string::npos);

    std::string furniture;
    for (const auto& name : file.names())
        if (name.starts_with("word/header") || name.starts_with("word/footer")) furniture += file.part(name);
    for (const std::string words :
         {"Restricted", "Edition 2, 9 April 2031", " PAGE ", " NUMPAGES ", "III  Item sheets, A: Item 2"})
        CHECK_MESSAGE(furniture.find(words) != std::string::npos, words);
    CHECK(all_named(document, "w:titlePg").size() == 1);
}

TEST_CASE("table heads repeat and rows stay whole") {
    const XmlNode document = written(sample_pack()).xml("word/document.xml");
    CHECK(all_named(document, "w:tblHeader").size() == 2);
    CHECK(all_named(document, "w:cantSplit").size() > 10);
    for (const auto* row : all_named(document, "w:tr")) {
        const XmlNode* look = row->child("w:trPr");
        if (!look || !look->child("w:tblHeader")) continue;
        CHECK(look->child("w:cantSplit"));
        for (const auto* paragraph : all_named(*row, "w:p")) CHECK(paragraph->child("w:pPr")->child("w:keepNext"));
    }
    for (const auto* table : all_named(document, "w:tbl")) {
        const std::size_t columns = table->child("w:tblGrid")->children.size();
        for (const auto& row : table->children) {
            if (row.name != "w:tr") continue;
            std::size_t cells = 0;
            for (const auto& cell : row.children) {
                if (cell.name != "w:tc") continue;
                const XmlNode* span = cell.child("w:tcPr")->child("w:gridSpan");
                cells += span ? std::stoul(std::string(span->attribute("w:val"))) : 1;
                CHECK(cell.children.back().name == "w:p");
            }
            CHECK(cells == columns);
        }
    }
}

TEST_CASE("tables have the look of their styles, whose rules they do not repeat") {
    const DocxFile file = written(sample_pack());
    const XmlNode document = file.xml("word/document.xml"), styles = file.xml("word/styles.xml");
    const auto used = as_set(values(document, "w:tblStyle", "w:val"));
    CHECK(used == std::set<std::string>{"PackTable", "PackAgenda", "PackRows", "PackBox", "PackNotes"});
    for (const auto* table : all_named(document, "w:tbl")) {
        const XmlNode* look = table->child("w:tblPr");
        CHECK_FALSE(look->child("w:tblBorders"));
        CHECK_FALSE(look->child("w:tblCellMar"));
        const bool head = !all_named(*table, "w:tblHeader").empty();
        CHECK(look->child("w:tblLook")->attribute("w:firstRow") == (head ? "1" : "0"));
        CHECK(look->child("w:tblCaption")->attribute("w:val") != "");
    }
    for (const auto* style : all_named(styles, "w:style")) {
        if (style->attribute("w:styleId") != "PackTable") continue;
        CHECK(values(*style, "w:tblStylePr", "w:type") == std::vector<std::string>{"firstRow"});
        const XmlNode* rules = style->child("w:tblPr")->child("w:tblBorders");
        REQUIRE(rules);
        for (const char* side : {"w:top", "w:bottom", "w:insideH"}) CHECK(rules->child(side));
    }
    // Of the rules in the table of recommendations only those around its group rows are its own.
    for (const auto* table : all_named(document, "w:tbl")) {
        if (values(*table, "w:tblStyle", "w:val").front() != "PackTable") continue;
        const auto* head = all_named(*table, "w:tr").front();
        for (const auto* cell : all_named(*head, "w:tcPr")) CHECK_FALSE(cell->child("w:tcBorders"));
    }
}

TEST_CASE("a head of more rows than one has a rule below it and none inside") {
    const auto row_of = [](const char* word) {
        return TableRow{{TableCell{{Paragraph{"table-own", {TextRun{word}}, "", ""}}, 1, false}}};
    };
    Table table;
    table.columns = {{0, 1}};
    table.head = {row_of("Lamps"), row_of("at sea")};
    table.body = {row_of("Oil"), row_of("Gas")};
    Pack pack;
    pack.blocks.push_back({table});
    const DocxFile file = written(pack);
    const XmlNode document = file.xml("word/document.xml");
    CHECK(values(document, "w:tblStyle", "w:val") == std::vector<std::string>{"PackAgenda"});
    CHECK(values(document, "w:tblLook", "w:firstRow") == std::vector<std::string>{"0"});
    std::vector<std::string> tops;
    for (const auto* row : all_named(document, "w:tr"))
        tops.push_back(all_named(*row, "w:top").empty() ? "" : values(*row, "w:top", "w:color").front());
    CHECK(tops == std::vector<std::string>{"", "", "16191C", "C3C8CC"});
}

TEST_CASE("the last row of a table stays with the note below it") {
    const auto last_row_stays = [](bool noted) {
        Pack pack;
        Table table;
        table.columns = {{0, 1}};
        for (const char* word : {"Lamp", "Oil"})
            table.body.push_back(TableRow{{TableCell{{Paragraph{"table-own", {TextRun{word}}, "", ""}}, 1, false}}});
        pack.blocks.push_back({table});
        if (noted) pack.blocks.push_back({Paragraph{"caption", {TextRun{"A note"}}, "", ""}});
        const DocxFile file = written(pack);
        const XmlNode document = file.xml("word/document.xml");
        return !all_named(*all_named(document, "w:tr").back(), "w:keepNext").empty();
    };
    CHECK(last_row_stays(true));
    CHECK_FALSE(last_row_stays(false));
}

TEST_CASE("a quotation that runs against the pack begins at the other side, a name of one line stays in its column") {
    const auto look_of = [](const std::string& words) {
        Pack pack;
        pack.meta.language = "ar";
        pack.blocks.push_back({Paragraph{"quote", {TextRun{words}}, "", ""}});
        const DocxFile file = written(pack);
        const XmlNode document = file.xml("word/document.xml");
        std::string out;
        for (const auto& each : values(*all_named(document, "w:p").front(), "w:bidi", "w:val")) out += "bidi " + each;
        for (const auto& each : values(*all_named(document, "w:p").front(), "w:jc", "w:val")) out += " " + each;
        return out;
    };
    CHECK(look_of("المنارة مضاءة.") == "");
    CHECK(look_of("Keepers of Lights") == "bidi 0 right");
    CHECK(look_of("The keepers of lights are to report every lamp that goes dark before the winter, and its oil.") ==
          "bidi 0");
}

FieldItem field_of(const PageRect& area, NotesPart part) {
    FieldItem field;
    field.area = area;
    field.part = part;
    return field;
}

TEST_CASE("a box to write in is as high as on the laid-out page") {
    const auto rows_of = [](const Pages& pages) {
        auto docx = write_docx(sample_pack(), house_style(), pages);
        REQUIRE(docx.ok());
        const XmlNode document = DocxFile(*docx).xml("word/document.xml");
        std::vector<double> heights;
        for (const auto* control : all_named(document, "w:sdt")) heights.push_back(all_named(*control, "w:p").size());
        return heights;
    };
    Pages pages;
    pages.pages.push_back(
        {595,
         842,
         "1",
         {field_of({0, 100, 400, 300}, NotesPart::position), field_of({0, 310, 400, 500}, NotesPart::notes)}});
    const auto by_page = rows_of(pages), alone = rows_of({});
    REQUIRE(by_page.size() == 2);
    CHECK(by_page[0] == 7);
    CHECK(by_page[1] == 5);
    CHECK(alone[1] > by_page[1]);
}

TEST_CASE("a long running head is cut, not broken") {
    Pack pack = sample_pack();
    pack.meta.body =
        "Board for the Safety of Harbours, Moles, Leading Lines, Foghorns and the Keeping of Lights at Sea and Ashore";
    const DocxFile file = written(pack);
    int heads = 0;
    for (const auto& name : file.names()) {
        if (!name.starts_with("word/header")) continue;
        const XmlNode head = file.xml(name);
        const std::string text = text_of(head);
        if (text.empty()) continue;
        CHECK(count_code_points(text) < 125);
        CHECK(text.find("Board for the Safety of Harbours") == 0);
        CHECK(text.find(" …") != std::string::npos);
        ++heads;
    }
    CHECK(heads == 9);
}

TEST_CASE("only web and mail addresses become links") {
    const DocxFile file = written(sample_pack());
    const auto targets = values(file.xml("word/_rels/document.xml.rels"), "Relationship", "Target");
    CHECK(std::count(targets.begin(), targets.end(), "https://example.org/harbour?lights=1&q=x") == 1);
    for (const auto& target : targets) CHECK(target.find("javascript") == std::string::npos);
}

TEST_CASE("text in other languages is marked, right to left where it runs so") {
    Pack pack;
    pack.meta.language = "en";
    Paragraph paragraph{"quote", {}, "", "ar"};
    TextRun run;
    run.text = "مرفأ";
    paragraph.content.emplace_back(run);
    pack.blocks.push_back({paragraph});
    const DocxFile file = written(pack);
    const XmlNode document = file.xml("word/document.xml");
    CHECK(values(document, "w:lang", "w:bidi") == std::vector<std::string>{"ar-SA"});
    CHECK(all_named(document, "w:rtl").size() == 1);
    CHECK(all_named(document, "w:bidi").size() == 1);
    CHECK(values(file.xml("word/styles.xml"), "w:lang", "w:val") == std::vector<std::string>{"en-GB"});
}

TEST_CASE("a pack in Arabic runs from right to left, its symbols and foreign words from left to right") {
    Pack pack = sample_pack();
    pack.meta.language = "ar";
    Paragraph paragraph{"own", {}, "", ""};
    paragraph.content.emplace_back(TextRun{"تقرير Delta المجلس"});
    paragraph.content.emplace_back(Citation{"114 EX/12، الفقرة 31", "", ""});
    pack.blocks.push_back({paragraph});
    const DocxFile file = written(pack);
    const XmlNode document = file.xml("word/document.xml");
    for (const auto* table : all_named(document, "w:tbl")) CHECK(table->child("w:tblPr")->child("w:bidiVisual"));
    for (const auto* section : all_named(document, "w:sectPr")) CHECK(section->child("w:bidi"));
    bool symbol = false;
    for (const auto* run : all_named(document, "w:r")) {
        const std::string text = text_of(*run);
        const XmlNode* look = run->child("w:rPr");
        const bool from_right = look && look->child("w:rtl");
        if (text.find("المجلس") != text.npos || text.find("الفقرة") != text.npos) CHECK(from_right);
        if (text.find("Delta") != text.npos) CHECK_FALSE(from_right);
        if (text == "114\u00a0EX/12") symbol = !from_right;
    }
    CHECK(symbol);
    const XmlNode styles = file.xml("word/styles.xml");
    CHECK(values(styles, "w:lang", "w:bidi") == std::vector<std::string>{"ar-SA"});
    CHECK(values(styles, "w:lang", "w:val") == std::vector<std::string>{"en-GB"});
}

TEST_CASE("hostile text stays text") {
    Pack pack = sample_pack();
    std::string bad = "<w:p/> & ]]> \" ' \x01\x02\x1f\x7f \xff\xfe \xEF\xBF\xBF end";
    for (int i = 0; i < 3000; ++i) bad += " endless";
    pack.meta.title = pack.meta.body = pack.meta.classification = pack.meta.edition = bad;
    pack.meta.page_words = "{page} {pages {unknown} }{";
    pack.cover.title = bad;
    Heading heading;
    heading.number = heading.anchor = heading.running = heading.kicker = bad;
    TextRun run;
    run.text = run.language = bad;
    run.target = "https://example.org/\"><w:r>" + bad;
    heading.content.emplace_back(run);
    pack.blocks.push_back({heading});
    pack.blocks.push_back({heading});
    pack.blocks.push_back({LabelledRow{}});
    pack.blocks.push_back({Table{}});
    Table narrow;
    narrow.columns = {{500, 0}, {0, 1}};
    narrow.body = {TableRow{{TableCell{{}, 9, false}, TableCell{}, TableCell{}}, RowKind::body, bad}, TableRow{}};
    pack.blocks.push_back({narrow});
    pack.blocks.push_back({Paragraph{"no-such-role", {run}, bad, ""}});
    pack.blocks.push_back({List{}});
    pack.blocks.push_back({Grid{{{}, {}, {}}}});
    pack.blocks.push_back({PageBreak{}});
    const DocxFile file = written(pack);
    for (const auto& name : file.names())
        if (name.ends_with(".xml")) file.xml(name);
    CHECK(text_of(file.xml("word/document.xml")).find("<w:p/> & ]]>") != std::string::npos);
}

TEST_CASE("the same pack gives the same bytes") {
    const auto write = [] { return *write_docx(sample_pack(), house_style(), numbered_pages()); };
    CHECK(write() == write());
}

TEST_CASE("an empty pack is a document too") {
    const XmlNode document = written(Pack{}).xml("word/document.xml");
    CHECK(all_named(document, "w:sectPr").size() == 1);
}

}  // namespace
}  // namespace rapporteur
