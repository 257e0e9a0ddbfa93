#include "writers/docx/house_document.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <map>

#include "docx_check.h"
#include "docx_file.h"
#include "readers/reader.h"
#include "writers/docx/docx_writer.h"

namespace rapporteur {
namespace {

constexpr const char* word_space = "xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
constexpr const char* relation_space =
    "xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"";

std::string relation(const std::string& id, const std::string& type, const std::string& target, bool external = false) {
    return "<Relationship Id=\"" + id +
           "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/" + type + "\" Target=\"" +
           target + "\"" + (external ? " TargetMode=\"External\"" : "") + "/>";
}

std::string relations(const std::string& all) {
    return "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">" + all +
           "</Relationships>";
}

std::string style(const std::string& type, const std::string& id, const std::string& name,
                  const std::string& rest = "") {
    return "<w:style w:type=\"" + type + "\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest +
           "</w:style>";
}

/// The parts of a house document as a German Word may have saved it: letter paper, a logo in the head, macros.
std::map<std::string, std::string> house_parts() {
    const std::string w = word_space, r = relation_space;
    const std::string picture =
        "<w:pict><v:shape style=\"width:40pt;height:20pt\"><v:imagedata r:id=\"logo\"/></v:shape></w:pict>";
    const std::string linked = "<w:pict><v:shape><v:imagedata r:id=\"spy\"/></v:shape></w:pict>";
    const std::string field =
        "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>INCLUDE</w:instrText></w:r>"
        "<w:r><w:instrText>PICTURE \"https://example.org/spy.png\"</w:instrText></w:r>"
        "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    return {
        {"_rels/.rels", relations(relation("r1", "officeDocument", "word/document.xml"))},
        {"word/document.xml",
         "<w:document " + w + " " + r +
             "><w:body><w:p/><w:sectPr><w:headerReference w:type=\"default\" r:id=\"head\"/>"
             "<w:footerReference w:type=\"default\" r:id=\"foot\"/><w:pgSz w:w=\"12240\" w:h=\"15840\"/>"
             "<w:pgMar w:top=\"2000\" w:right=\"1000\" w:bottom=\"1600\" w:left=\"1300\" w:header=\"500\" "
             "w:footer=\"500\" w:gutter=\"0\"/></w:sectPr></w:body></w:document>"},
        {"word/_rels/document.xml.rels",
         relations(relation("head", "header", "header1.xml") + relation("foot", "footer", "footer1.xml") +
                   relation("s", "styles", "styles.xml") + relation("t", "theme", "theme/theme1.xml") +
                   relation("set", "settings", "settings.xml") + relation("m", "vbaProject", "vbaProject.bin") +
                   relation("n", "numbering", "numbering.xml"))},
        {"word/header1.xml", "<w:hdr " + w + " " + r + " xmlns:v=\"urn:schemas-microsoft-com:vml\"><w:p><w:r>" +
                                 picture +
                                 "</w:r><w:r><w:t>House</w:t></w:r><w:r><w:t xml:space=\"preserve\"> </w:t>"
                                 "</w:r><w:r><w:t>of Lamps</w:t></w:r></w:p><w:p><w:r>" +
                                 linked + "</w:r>" + field + "</w:p></w:hdr>"},
        {"word/_rels/header1.xml.rels", relations(relation("logo", "image", "media/image1.png") +
                                                  relation("spy", "image", "https://example.org/spy.png", true))},
        {"word/media/image1.png", "\x89PNG\r\n\x1a\nlogo"},
        {"word/footer1.xml", "<w:ftr " + w + "><w:p><w:r><w:t>12 Quay Street</w:t></w:r></w:p></w:ftr>"},
        {"word/settings.xml",
         "<w:settings " + w + " " + r + "><w:attachedTemplate r:id=\"x\"/><w:evenAndOddHeaders/></w:settings>"},
        {"word/_rels/settings.xml.rels", relations(relation("x", "attachedTemplate", "file:///c:/evil.dotm", true))},
        {"word/theme/theme1.xml",
         "<a:theme xmlns:a=\"http://schemas.openxmlformats.org/drawingml/2006/main\" name=\"House\"><a:themeElements>"
         "<a:clrScheme name=\"c\"><a:accent1><a:srgbClr val=\"AA3311\"/></a:accent1></a:clrScheme>"
         "</a:themeElements></a:theme>"},
        {"word/numbering.xml",
         "<w:numbering " + w +
             "><w:abstractNum w:abstractNumId=\"7\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"1\"/>"
             "</w:lvl></w:abstractNum><w:num w:numId=\"9\"><w:abstractNumId w:val=\"7\"/></w:num></w:numbering>"},
        {"word/styles.xml",
         "<w:styles " + w + ">" + style("paragraph", "Standard", "Normal").replace(8, 0, " w:default=\"1\"") +
             style("paragraph", "berschrift1", "heading 1",
                   "<w:basedOn w:val=\"Standard\"/><w:pPr><w:numPr><w:numId w:val=\"9\"/></w:numPr></w:pPr>"
                   "<w:rPr><w:color w:val=\"AA3311\"/></w:rPr>") +
             style("paragraph", "Zitat", "Citation") + style("paragraph", "Heading2", "Something else") +
             "</w:styles>"},
        {"word/vbaProject.bin", "macros"}};
}

std::string packed(const std::map<std::string, std::string>& parts) {
    std::vector<ZipEntry> entries;
    for (const auto& [path, bytes] : parts) entries.push_back({path, bytes});
    return *write_zip(entries);
}

std::string words_of_all(const Diagnostics& told) {
    std::string out;
    for (const Diagnostic& each : told) out += wording(each) + "\n";
    return out;
}

struct Housed {
    std::string docx, told;
};

Housed in_house_of(const std::map<std::string, std::string>& parts) {
    Diagnostics told;
    const auto house = read_house_document(packed(parts), "house.docx", told);
    REQUIRE_MESSAGE(house.ok(), wording(house.error()));
    const Style adapted = in_house(house_style(), *house);
    const Diagnostics conflicts = style_conflicts(*house, adapted, "house.docx");
    told.insert(told.end(), conflicts.begin(), conflicts.end());
    auto docx = write_docx(sample_pack(), adapted, {}, &*house);
    REQUIRE(docx.ok());
    return {*docx, words_of_all(told)};
}

std::string refusal(const std::map<std::string, std::string>& parts) {
    Diagnostics told;
    const auto house = read_house_document(packed(parts), "house.docx", told);
    return house.ok() ? "" : wording(house.error());
}

bool holds(const std::string& text, const std::string& words) { return text.find(words) != std::string::npos; }

TEST_CASE("a pack on a house's paper has its page, head, foot, logo, theme and styles") {
    const Housed housed = in_house_of(house_parts());
    CHECK(docx_faults(housed.docx) == "");
    const DocxFile file(housed.docx);
    const XmlNode document = file.xml("word/document.xml");
    for (const auto& width : values(document, "w:pgSz", "w:w")) CHECK(width == "12240");
    CHECK(values(document, "w:pgMar", "w:left").front() == "1300");
    CHECK(values(document, "w:headerReference", "w:type") == std::vector<std::string>{"default"});
    CHECK(holds(file.part("word/house-header-default.xml"), "<w:t xml:space=\"preserve\"> </w:t>"));
    CHECK(file.part("word/media/house-1.png") == house_parts()["word/media/image1.png"]);
    CHECK(holds(file.part("word/house-footer-default.xml"), "12 Quay Street"));
    // A house's foot cannot know the pack's marking, edition and pages.
    CHECK(holds(file.part("word/house-footer-default.xml"), "Restricted"));
    CHECK(holds(file.part("word/house-footer-default.xml"), " NUMPAGES "));
    CHECK(holds(file.part("word/settings.xml"), "<w:evenAndOddHeaders/>"));
    CHECK(holds(file.part("word/theme/house-theme.xml"), "AA3311"));

    const XmlNode styles = file.xml("word/styles.xml");
    std::size_t headings = 0;
    for (const auto& id : values(document, "w:pStyle", "w:val")) headings += id == "berschrift1";
    CHECK(headings == 6);
    CHECK_FALSE(holds(file.part("word/document.xml"), "w:pStyle w:val=\"Heading1\""));
    for (const auto* one : all_named(styles, "w:style"))
        if (one->attribute("w:styleId") == "RowLabel") CHECK(one->child("w:basedOn")->attribute("w:val") == "Standard");
    CHECK(holds(file.part("word/styles.xml"), "w:asciiTheme=\"minorHAnsi\""));
    CHECK_FALSE(holds(file.part("word/styles.xml"), "0B4A66"));
    // The house numbers its headings; those of packs bring their numbers along.
    CHECK(holds(file.part("word/document.xml"), "<w:pStyle w:val=\"berschrift1\"/><w:numPr>"));
    const auto lists = values(file.xml("word/numbering.xml"), "w:num", "w:numId");
    CHECK(std::find(lists.begin(), lists.end(), "9") != lists.end());
    CHECK(lists.size() > 2);
}

/// Numbers and words of headings as a reader that counts like Word has them.
std::string headings_of(const std::string& docx) {
    const auto document = read_document({"pack.docx", docx});
    REQUIRE(document.ok());
    std::string out;
    for (const Block& block : document->blocks)
        if (block.kind == BlockKind::heading && !block.label.empty())
            out += block.label + " " + document->text.substr(block.range.begin, block.range.end - block.range.begin) +
                   "\n";
    return out;
}

TEST_CASE("on a house's paper headings have the pack's numbers, once") {
    const auto plain = write_docx(sample_pack(), house_style(), {});
    REQUIRE(plain.ok());
    const std::string expected = headings_of(*plain);
    CHECK(holds(expected, "I Summary\nA Strongest recommendations\nB What the others say\nII Agenda\n"));
    // Numbered by the house.
    CHECK(headings_of(in_house_of(house_parts()).docx) == expected);
    // Not numbered by the house: its style counts what is added, those based on it do not.
    auto parts = house_parts();
    std::string& styles = parts["word/styles.xml"];
    const std::string list = "<w:numPr><w:numId w:val=\"9\"/></w:numPr>";
    styles.replace(styles.find(list), list.size(), "<w:keepNext/><w:spacing w:after=\"40\"/>");
    styles.insert(styles.find("</w:styles>"),
                  style("paragraph", "ToC", "TOC Heading", "<w:basedOn w:val=\"berschrift1\"/>"));
    const Housed housed = in_house_of(parts);
    CHECK(docx_faults(housed.docx) == "");
    CHECK(headings_of(housed.docx) == expected);
    const DocxFile file(housed.docx);
    const XmlNode numbering = file.xml("word/numbering.xml"), all = file.xml("word/styles.xml");
    const auto bound = values(numbering, "w:pStyle", "w:val");
    CHECK(std::find(bound.begin(), bound.end(), "berschrift1") != bound.end());
    for (const auto* one : all_named(all, "w:style")) {
        const auto lists = values(*one, "w:numId", "w:val");
        if (one->attribute("w:styleId") == "ToC") CHECK(lists == std::vector<std::string>{"0"});
        if (one->attribute("w:styleId") != "berschrift1") continue;
        REQUIRE(lists.size() == 1);
        CHECK(std::stoi(lists.front()) > 9);
        CHECK(one->child("w:pPr")->children[1].name == "w:numPr");  // in the place that the schema has for it
    }
}

TEST_CASE("what the house has no style for goes with the size of its running text") {
    auto parts = house_parts();
    const auto size_of = [&](const std::string& id) {
        const XmlNode all = DocxFile(in_house_of(parts).docx).xml("word/styles.xml");
        for (const auto* one : all_named(all, "w:style"))
            if (one->attribute("w:styleId") == id)
                return std::string(one->child("w:rPr")->child("w:sz")->attribute("w:val"));
        return std::string();
    };
    const std::string usual = size_of("Quote"), label = size_of("RowLabel");
    CHECK(usual == "20");
    const std::string default_size =
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val=\"22\"/></w:rPr></w:rPrDefault></w:docDefaults>";
    std::string& styles = parts["word/styles.xml"];
    styles.insert(styles.find('>') + 1, default_size);
    CHECK(size_of("Quote") == "22");
    const std::size_t normal = styles.find("</w:style>");
    styles.insert(normal, "<w:rPr><w:sz w:val=\"24\"/></w:rPr>");
    CHECK(size_of("Quote") == "24");
    CHECK(std::stoi(size_of("RowLabel")) > std::stoi(label));
    styles.replace(styles.find("w:val=\"24\""), 10, "w:val=\"960\"");
    CHECK(size_of("Quote") == "25");  // no larger than a page can carry
    styles.replace(styles.find("w:val=\"960\""), 11, "w:val=\"x\"");
    CHECK(size_of("Quote") == "20");
}

TEST_CASE("what runs, loads or leads away never survives, and is told") {
    const Housed housed = in_house_of(house_parts());
    const DocxFile file(housed.docx);
    for (const auto& name : file.names()) {
        CHECK_FALSE(holds(name, "vba"));
        CHECK_FALSE(holds(file.part(name), "spy.png"));
        CHECK_FALSE(holds(file.part(name), "evil.dotm"));
        CHECK_FALSE(holds(file.part(name), "INCLUDE"));
    }
    for (const std::string words : {"macros", "the link to a template", "links to other files",
                                    "pictures that are linked", "fields that load or run something"})
        CHECK_MESSAGE(holds(housed.told, "house.docx: left out of the house document: " + words), words);
    CHECK(holds(housed.told, "\"Citation\" is a paragraph style there and a character style of packs"));
}

TEST_CASE("a house document without styles, heads or a page that fits is used as far as it goes") {
    auto parts = house_parts();
    parts.erase("word/styles.xml");
    parts.erase("word/header1.xml");
    parts["word/document.xml"].replace(parts["word/document.xml"].find("12240"), 5, "00240");
    const Housed housed = in_house_of(parts);
    CHECK(docx_faults(housed.docx) == "");
    for (const std::string words : {"styles: it has none", "a header that is missing", "the page set-up"})
        CHECK_MESSAGE(holds(housed.told, words), words);
}

TEST_CASE("house documents that are none, damaged, strict, with a document type or far too large are refused") {
    Diagnostics told;
    CHECK_FALSE(read_house_document("", "x.docx", told).ok());
    CHECK_FALSE(read_house_document("no archive at all", "x.docx", told).ok());
    auto parts = house_parts();
    CHECK_FALSE(read_house_document(packed(parts).substr(0, 1500), "x.docx", told).ok());
    parts["word/styles.xml"] = "<!DOCTYPE w [<!ENTITY a \"b\">]>" + parts["word/styles.xml"];
    CHECK(holds(refusal(parts), "has a document type"));
    parts = house_parts();
    parts["word/styles.xml"] = "<w:styles xmlns:w=\"http://purl.oclc.org/ooxml/wordprocessingml/main\"/>";
    CHECK(holds(refusal(parts), "Strict"));
    parts = house_parts();
    parts["word/header1.xml"] = "<w:hdr>";
    CHECK(holds(refusal(parts), "word/header1.xml"));
    parts = house_parts();
    parts["word/styles.xml"] = "<w:styles>" + std::string(9 << 20, ' ') + "</w:styles>";
    CHECK(holds(refusal(parts), "too large"));
    CHECK(holds(refusal({{"word/other.xml", "<x/>"}}), "holds no document"));
}

}  // namespace
}  // namespace rapporteur
