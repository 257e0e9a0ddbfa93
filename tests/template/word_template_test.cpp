#include "template/word/word_template.h"

#include <doctest/doctest.h>

#include "template/word_maker.h"

using namespace rapporteur;

namespace {

Value recommendation(const std::string& number, const std::string& text) {
    Value quotation = Value::object();
    quotation.set("text", text).set("lead_in", false).set("cut", false);
    quotation.set("cites", Value::List{}).set("has_cites", false);
    Value row = Value::object();
    row.set("number", number).set("anchor", number).set("quotation", quotation);
    return row;
}

Value values() {
    Value recommendations = Value::object();
    recommendations.set("rows", Value::List{recommendation("R1", "Keep the harbour open."),
                                            recommendation("R2", "Dredge < twice & \"often\".\nReport.")});
    recommendations.set("notes", Value::List{}).set("has_notes", false);
    Value out = Value::object();
    out.set("title", "Harbour Forum").set("by_theme", false).set("recommendations", recommendations);
    Value meta = Value::object();
    meta.set("date", "2026-03-04").set("body", "Harbour council");
    return out.set("meta", meta);
}

/// The body that a template's body becomes, with plain paragraphs and cells written short.
std::string made(const std::string& body) {
    const auto bytes = word::filled({{"letter.docx", word::file(body)}, {}, word::labels}, values());
    if (!bytes) return bytes.error().detail;
    std::string out = word::body_of(*bytes);
    for (const auto& [from, to] : {std::pair<std::string, std::string>{"<w:t xml:space=\"preserve\">", ""},
                                   {"</w:t>", ""},
                                   {"<w:tcPr/>", ""},
                                   {"<w:tblPr/><w:tblGrid/>", ""}})
        for (std::size_t at = out.find(from); at != out.npos; at = out.find(from)) out.replace(at, from.size(), to);
    return out;
}

const std::string open = "{{#recommendations}}{{#rows}}", close = "{{/rows}}{{/recommendations}}";

}  // namespace

TEST_CASE("values stand in the look of their tags, however Word has split these") {
    CHECK(made(word::p("On {{title}}.")) == "<w:p><w:r>On Harbour Forum.</w:r></w:p>");
    CHECK(made("<w:p>" + word::run("On {") + "<w:proofErr w:type=\"spellStart\"/>" + word::run("{ti") +
               word::run("tle}", "<w:rPr><w:b/></w:rPr>") + word::run("}, again") + "</w:p>") ==
          "<w:p><w:r>On Harbour Forum</w:r><w:proofErr w:type=\"spellStart\"/><w:r>, again</w:r></w:p>");
    CHECK(made(word::p("{{{title}}} {{&amp; title}} {{=[[ ]]=}}[[title]] {{title}}")) ==
          "<w:p><w:r>Harbour Forum Harbour Forum </w:r><w:r>Harbour Forum {{title}}</w:r></w:p>");
}

TEST_CASE("values are text, never markup") {
    const std::string out = made(word::p(open + "{{quotation.text}}" + close));
    CHECK(out.find("Dredge &lt; twice &amp; &quot;often&quot;.<w:br/>Report.") != std::string::npos);
}

TEST_CASE("sections repeat words, paragraphs and rows") {
    CHECK(made(word::p("All: " + open + "{{number}}, " + close + "end")) ==
          "<w:p><w:r>All: </w:r><w:r>R1, </w:r><w:r>R2, </w:r><w:r>end</w:r></w:p>");
    const std::string two = "<w:p><w:r>R1</w:r></w:p><w:p><w:r>R2</w:r></w:p>";
    CHECK(made(word::p(open) + word::p("{{number}}") + word::p(close)) == two);
    CHECK(made(word::p("{{#recommendations}}") + word::p("{{! note }}") + word::p("{{#rows}}") + word::p("{{number}}") +
               word::p(close)) == two);
    CHECK(made(word::p(open + "{{number}}") + word::p("x" + close)) ==
          "<w:p><w:r>R1</w:r></w:p><w:p><w:r>x</w:r></w:p><w:p><w:r>R2</w:r></w:p><w:p><w:r>x</w:r></w:p>");
    const std::string rows =
        "<w:tbl><w:tr><w:tc><w:p><w:r>R1</w:r></w:p></w:tc><w:tc><w:p><w:r>x</w:r></w:p></w:tc></w:tr>"
        "<w:tr><w:tc><w:p><w:r>R2</w:r></w:p></w:tc><w:tc><w:p><w:r>x</w:r></w:p></w:tc></w:tr></w:tbl>";
    CHECK(made(word::table({word::row({open + "{{number}}", "x" + close})})) == rows);
    CHECK(made(word::table({word::row({open, ""}), word::row({"{{number}}", "x"}), word::row({"", close})})) == rows);
}

TEST_CASE("what a section leaves empty does not break the file") {
    const std::string none = "{{#recommendations}}{{#notes}}", end = "{{/notes}}{{/recommendations}}";
    CHECK(made(word::table({word::row({none + "{{.}}", "x" + end})})).empty());
    CHECK(made(word::table({word::row({"<w:tc><w:tcPr/>" + word::p(none) + word::p("{{.}}") + word::p(end) +
                                       "</w:tc>"})})) == "<w:tbl><w:tr><w:tc><w:p></w:p></w:tc></w:tr></w:tbl>");
    CHECK(made(word::p("a") + "<w:p><w:pPr><w:sectPr/></w:pPr>" + word::run("{{#by_theme}}") + "</w:p>" +
               word::p("{{/by_theme}}")) == "<w:p><w:r>a</w:r></w:p>");
}

TEST_CASE("cells merged over rows begin anew where their first row is gone") {
    const auto merged = [](const std::string& text, const std::string& value) {
        return "<w:tc><w:tcPr><w:vMerge" + value + "/></w:tcPr>" + word::p(text) + "</w:tc>";
    };
    const std::string out =
        made(word::table({word::row({merged("{{#by_theme}}a", " w:val=\"restart\""), "b{{/by_theme}}"}),
                          word::row({merged("c", ""), "d"}), word::row({merged("e", ""), "f"})}));
    CHECK(out.find("restart") < out.find("<w:r>c"));
    CHECK(out.find("continue") < out.find("<w:r>e"));
    CHECK(out.find("continue") > out.find("<w:r>c"));
}

TEST_CASE("what may stand once stands once") {
    const std::string body = "<w:p w14:paraId=\"12345678\"><w:bookmarkStart w:id=\"7\" w:name=\"one\"/>" +
                             word::run("{{number}}") +
                             "<w:r><w:drawing><wp:inline><wp:docPr id=\"3\" name=\"x\"/></wp:inline></w:drawing></w:r>"
                             "<w:bookmarkEnd w:id=\"7\"/></w:p>";
    const std::string out = made(word::p(open) + body + word::p(close));
    CHECK(out.find("paraId") == std::string::npos);
    for (const char* once : {"w:name=\"one\"", "w:name=\"one_2\"", "<wp:docPr id=\"1\"", "<wp:docPr id=\"2\"",
                             "<w:bookmarkStart w:id=\"1\"", "<w:bookmarkEnd w:id=\"2\""}) {
        CAPTURE(once);
        CHECK(out.find(once) != std::string::npos);
        CHECK(out.find(once) == out.rfind(once));
    }
}

TEST_CASE("notes are copied with the section that refers to them") {
    const std::string notes =
        "<w:footnotes " + word::spaces +
        "><w:footnote w:type=\"separator\" w:id=\"0\"><w:p/></w:footnote><w:footnote w:id=\"4\">" +
        word::p("Of {{number}}") + "</w:footnote></w:footnotes>";
    const std::string body = word::p(open) + "<w:p><w:r><w:footnoteReference w:id=\"4\"/></w:r></w:p>" + word::p(close);
    const auto bytes = word::filled(
        {{"letter.docx", word::file(body, {{"footnotes.xml", "footnotes", notes}})}, {}, word::labels}, values());
    REQUIRE(bytes.ok());
    const std::string out = word::part_of(*bytes, "word/footnotes.xml"), text = word::body_of(*bytes);
    CHECK(out.find("<w:footnote w:id=\"1\">" + word::p("Of R1")) != std::string::npos);
    CHECK(out.find("<w:footnote w:id=\"2\">" + word::p("Of R2")) != std::string::npos);
    CHECK(text.find("<w:footnoteReference w:id=\"2\"/>") != std::string::npos);
}

TEST_CASE("headers, text boxes and properties are filled in") {
    const std::string header = "<w:hdr " + word::spaces + ">" + word::p("{{meta.body}}") + "</w:hdr>";
    const std::string box =
        "<w:p><w:r><w:pict><w:txbxContent>" + word::p("{{title}}") + "</w:txbxContent></w:pict></w:r></w:p>";
    const auto bytes = word::filled(
        {{"letter.docx", word::file(box, {{"header1.xml", "header", header}})}, {}, word::labels}, values());
    REQUIRE(bytes.ok());
    CHECK(word::part_of(*bytes, "word/header1.xml").find("Harbour council") != std::string::npos);
    CHECK(word::body_of(*bytes).find(word::p("Harbour Forum")) != std::string::npos);
    const std::string core = word::part_of(*bytes, "docProps/core.xml");
    CHECK(core.find(">Harbour Forum<") != std::string::npos);
    CHECK(core.find(">2026-03-04T00:00:00Z<") != std::string::npos);
    CHECK(word::filled({{"letter.docx", word::file(box, {{"header1.xml", "header", header}})}, {}, word::labels},
                       values())
              .value() == *bytes);
}

TEST_CASE("partials bring their paragraphs in with what these need, or their words") {
    const std::string uri = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
    const std::string clause =
        word::file("<w:p><w:pPr><w:pStyle w:val=\"Clause\"/></w:pPr>" + word::run("Clause {{number}}") +
                       "</w:p><w:p><w:hyperlink r:id=\"x\">" + word::run("link") + "</w:hyperlink></w:p>",
                   {{"styles.xml", "styles",
                     "<w:styles " + word::spaces +
                         "><w:style w:styleId=\"Clause\"><w:basedOn w:val=\"Base\"/></w:style><w:style "
                         "w:styleId=\"Base\"/><w:style w:styleId=\"Other\"/></w:styles>"}},
                   "<Relationship Id=\"x\" Type=\"" + uri +
                       "hyperlink\" Target=\"https://example.org\" TargetMode=\"External\"/>");
    const std::string house = "<w:styles " + word::spaces + "><w:style w:styleId=\"Base\"/></w:styles>";
    const WordFolder folder{{"clause.docx", "tail.mustache"}, [&](const std::string& name) -> Result<NamedText> {
                                return NamedText{name, name == "clause.docx" ? clause : "to {{number}}\nand on\n"};
                            }};
    const std::string body = word::p(open) + word::p("{{> clause}}") + word::p("go {{> tail}}!") + word::p(close);
    const auto bytes = word::filled(
        {{"letter.docx", word::file(body, {{"styles.xml", "styles", house}})}, folder, word::labels}, values());
    REQUIRE(bytes.ok());
    const std::string out = word::body_of(*bytes), styles = word::part_of(*bytes, "word/styles.xml");
    CHECK(out.find("Clause R2") != std::string::npos);
    CHECK(out.find("to R1</w:t><w:br/><w:t xml:space=\"preserve\">and on") != std::string::npos);
    CHECK(out.find("r:id=\"x\"") == std::string::npos);
    CHECK(word::part_of(*bytes, "word/_rels/document.xml.rels").find("https://example.org") != std::string::npos);
    CHECK(styles.find("\"Clause\"") != std::string::npos);
    CHECK(styles.find("w:styleId=\"Base\"") == styles.rfind("w:styleId=\"Base\""));
    CHECK(styles.find("Other") == std::string::npos);
}

TEST_CASE("citations lead to anchors that are there, and to no other place") {
    const auto cite = [](const std::string& words, const std::string& target) {
        return Value::object().set("words", words).set("target", target).set("place", false);
    };
    Value quotation = Value::object();
    quotation.set("text", "Said.").set("lead_in", false).set("cut", false);
    quotation.set("cites", Value::List{cite("X, p. 1", "#R1"), cite("Y", "#nowhere")}).set("has_cites", true);
    Value row = Value::object();
    row.set("anchor", "R1").set("quotation", quotation);
    Value all = Value::object();
    all.set("rows", Value::List{row});
    Value out = Value::object();
    out.set("title", "T").set("meta", Value::object().set("date", "2026-01-01")).set("recommendations", all);
    const auto bytes = word::filled(
        {{"letter.docx", word::file(word::p(open + "{{anchor}}{{quotation}}" + close))}, {}, word::labels}, out);
    REQUIRE(bytes.ok());
    const std::string body = word::body_of(*bytes);
    CHECK(body.find("<w:bookmarkStart w:id=\"1\" w:name=\"R1\"/>") != std::string::npos);
    CHECK(body.find("<w:hyperlink w:anchor=\"R1\" w:history=\"1\">" + word::run("X, p. 1")) != std::string::npos);
    CHECK(body.find(word::run("; ") + "<w:hyperlink>" + word::run("Y")) != std::string::npos);
}

TEST_CASE("macros and templates elsewhere are left behind, and told") {
    const std::string bytes =
        word::file(word::p("a"), {{"vbaProject.bin", "vbaProject", "x"},
                                  {"settings.xml", "settings",
                                   "<w:settings " + word::spaces + "><w:attachedTemplate r:id=\"t\"/></w:settings>"}});
    Diagnostics problems;
    const WordTemplate made = load_word_template({{"letter.docx", bytes}, {}, word::labels}, problems);
    CHECK(made.notes().size() == 1);
    const auto out = made.render(values(), {});
    REQUIRE(out.ok());
    CHECK(word::part_of(*out, "word/vbaProject.bin").empty());
    CHECK(word::part_of(*out, "word/settings.xml").find("attachedTemplate") == std::string::npos);
}

TEST_CASE("every mistake of a Word template is told at its place") {
    const std::pair<std::string, std::string> mistakes[] = {
        {word::p("a") + word::p("{{titel}}"),
         "document, paragraph 2: the template names what is unknown: titel (nearest: title)"},
        {word::table({word::row({"a", "{{titel}}"})}), "document, table 1, row 1, column 2, paragraph 1: "},
        {word::p("{{#cover}}"), "{{#cover}} is not closed"},
        {word::p("{{/cover}}"), "nothing is open that {{/cover}} closes"},
        {word::p("{{#cover}}{{#meta}}{{/cover}}{{/meta}}"), "stands where {{#meta}} of document, paragraph 1 is open"},
        {word::p("{{title"), "a tag that is not closed"},
        {word::p("a {{#cover}} b") + word::p("c {{/cover}} d"), "stand in different paragraphs"},
        {word::table({word::row({"a", "{{#cover}}b", "c{{/cover}}", "d"})}), "stand in cells that do not match"},
        {word::p("{{#cover}}") + word::table({word::row({"a{{/cover}}"})}), "stand not both in this table"},
        {word::p("{{> clause}}"), "partial clause"},
        {word::p("{{cover}}"), "cover is not a text"},
    };
    for (const auto& [body, words] : mistakes) {
        CAPTURE(words);
        const std::string told = word::mistakes_of({{"letter.docx", word::file(body)}, {}, word::labels});
        CAPTURE(told);
        CHECK(told.find(words) != std::string::npos);
        CHECK(told.starts_with("letter.docx: document, "));
    }
}

TEST_CASE("files that are no Word templates are refused") {
    for (const std::string& bytes : {std::string("words"), std::string("\xD0\xCF\x11\xE0"), *write_zip({{"a", "b"}}),
                                     word::file("<w:p>"), word::file("<!DOCTYPE a><w:p/>")})
        CHECK(!word::mistakes_of({{"letter.docx", bytes}, {}, word::labels}).empty());
    std::string deep;
    for (int i = 0; i < 5000; ++i) deep += "<w:sdt>";
    CHECK(word::mistakes_of({{"letter.docx", word::file(deep)}, {}, word::labels}).find("nested too deeply") !=
          std::string::npos);
}
