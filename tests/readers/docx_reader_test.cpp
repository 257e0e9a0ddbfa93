#include <doctest/doctest.h>

#include "readers/document_check.h"
#include "readers/docx/docx_reader.h"
#include "readers/docx_maker.h"

namespace rapporteur {
namespace {

using Lines = std::vector<std::string>;

const std::string harbour_text = "The Harbour Council may wish to renew the lease of the northern quay for ten years.";

std::string left_out_of(const Document& document) {
    std::string out;
    for (const LeftOut& left : document.left_out) out += left.reason + ": " + left.text + "\n";
    return out;
}

std::string field_xml(const std::string& instruction, const std::string& result) {
    const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType=\"" + type + "\"/></w:r>"; };
    return mark("begin") + "<w:r><w:instrText xml:space=\"preserve\">" + instruction + "</w:instrText></w:r>" +
           mark("separate") + result + mark("end");
}

std::string style_xml(const std::string& id, const std::string& name, const std::string& rest) {
    return "<w:style w:type=\"paragraph\" w:styleId=\"" + id + "\"><w:name w:val=\"" + name + "\"/>" + rest +
           "</w:style>";
}

std::string cell_xml(const std::string& content, const std::string& properties = "") {
    return "<w:tc>" + (properties.empty() ? "" : "<w:tcPr>" + properties + "</w:tcPr>") + content + "</w:tc>";
}

}  // namespace

TEST_CASE("headings are those of styles and outline levels, whatever the language of their names") {
    DocxMaker maker(paragraph_xml("Upkeep of the harbour", "<w:pStyle w:val=\"T\"/>") +
                    paragraph_xml("Quays", "<w:pStyle w:val=\"U1\"/>") + paragraph_xml(harbour_text) +
                    paragraph_xml("North quay", "<w:pStyle w:val=\"U2\"/>") + paragraph_xml(harbour_text) +
                    paragraph_xml("Lamps and buoys", "<w:outlineLvl w:val=\"0\"/>") + paragraph_xml(harbour_text));
    maker.styles(style_xml("T", "Title", "") + style_xml("U1", "Überschrift 1", "") +
                 style_xml("U2", "heading 2", "<w:basedOn w:val=\"U1\"/><w:pPr><w:outlineLvl w:val=\"1\"/></w:pPr>"));
    const Document document = document_of(maker);
    CHECK(lines_of_blocks(document) ==
          Lines{"heading1 Upkeep of the harbour", "heading2 Quays", "paragraph " + harbour_text, "heading3 North quay",
                "paragraph " + harbour_text, "heading2 Lamps and buoys", "paragraph " + harbour_text});
    CHECK(document.blocks[0].title);
    CHECK(faults_of(document).empty());
}

TEST_CASE("emphasis comes from runs and styles, a property twice in styles cancels out") {
    DocxMaker maker("<w:p><w:pPr><w:pStyle w:val=\"S\"/></w:pPr>" + run_xml("The lease ") +
                    run_xml("runs out", "<w:rStyle w:val=\"Strong\"/>") +
                    run_xml(" and the council ", "<w:b w:val=\"0\"/>") + run_xml("meets", "<w:i/>") +
                    run_xml(" in the spring.") + "</w:p>");
    maker.styles(
        style_xml("S", "Strong text", "<w:rPr><w:b/></w:rPr>") +
        "<w:style w:type=\"character\" w:styleId=\"Strong\"><w:name w:val=\"Strong\"/><w:rPr><w:b/></w:rPr></w:style>");
    const Document document = document_of(maker);
    REQUIRE(document.blocks.size() == 1);
    std::string runs;
    for (const Run& run : document.blocks[0].runs) {
        runs += std::string(run.bold ? "b" : "") + (run.italic ? "i" : "") + "(" +
                std::string(document.slice(run.range)) + ")";
    }
    CHECK(runs == "b(The lease )bi(meets)b( in the spring.)");
}

TEST_CASE("links are those of relations, anchors and fields; instructions are not read") {
    DocxMaker maker("<w:p>" + run_xml("See ") + "<w:hyperlink r:id=\"L\" w:anchor=\"p2\">" + run_xml("the lease") +
                    "</w:hyperlink>" + run_xml(", page ") + field_xml(" PAGEREF lease \\h ", run_xml("12")) +
                    run_xml(" and ") +
                    field_xml(" HYPERLINK \"https://harbour.example/quay\" ",
                              run_xml("the quay") + field_xml(" REF a ", run_xml(" plan"))) +
                    "<w:fldSimple w:instr=\" DATE \">" + run_xml(" of May.") + "</w:fldSimple></w:p>");
    maker.link("L", "https://harbour.example/lease?a=1&amp;b=2");
    const Document document = document_of(maker);
    CHECK(document.text == "See the lease, page 12 and the quay plan of May.");
    REQUIRE(document.blocks[0].runs.size() == 2);
    CHECK(document.blocks[0].runs[0].link == "https://harbour.example/lease?a=1&b=2#p2");
    CHECK(document.slice(document.blocks[0].runs[1].range) == "the quay plan");
    CHECK(document.blocks[0].runs[1].link == "https://harbour.example/quay");
}

TEST_CASE("tracked changes are read as accepted, or as before them") {
    const std::string body =
        "<w:p>" + run_xml("Dredging begins in ") +
        "<w:del w:id=\"1\"><w:r><w:delText>March</w:delText></w:r></w:del><w:ins w:id=\"2\">" + run_xml("April") +
        "</w:ins>" + run_xml(".") + "</w:p><w:p><w:pPr><w:rPr><w:del w:id=\"3\"/></w:rPr></w:pPr>" +
        run_xml("The pilot boats stay ") + "</w:p>" + paragraph_xml("in the inner basin.") +
        "<w:p><w:pPr><w:rPr><w:ins w:id=\"4\"/></w:rPr></w:pPr><w:ins w:id=\"5\">" + run_xml("All ropes are new.") +
        "</w:ins></w:p><w:p><w:moveFrom w:id=\"6\">" + run_xml("Ferries moor at the east pier.") +
        "</w:moveFrom></w:p><w:p>" + run_xml("Lamps burn at night.") + "<w:moveTo w:id=\"7\">" +
        run_xml(" Ferries moor at the east pier.") +
        "</w:moveTo></w:p>"
        "<w:tbl><w:tr>" +
        cell_xml(paragraph_xml("Pier")) + cell_xml(paragraph_xml("Depth")) +
        "</w:tr><w:tr><w:trPr><w:del w:id=\"8\"/></w:trPr>" + cell_xml(paragraph_xml("East")) +
        cell_xml(paragraph_xml("4 m")) + "</w:tr></w:tbl>";
    CHECK(lines_of_blocks(document_of(DocxMaker(body))) ==
          Lines{"paragraph Dredging begins in April.", "paragraph The pilot boats stay in the inner basin.",
                "paragraph All ropes are new.", "paragraph Lamps burn at night. Ferries moor at the east pier.",
                "table Pier | Depth"});
    CHECK(lines_of_blocks(document_of(DocxMaker(body), {"", Tracked::original})) ==
          Lines{"paragraph Dredging begins in March.", "paragraph The pilot boats stay",
                "paragraph in the inner basin.", "paragraph Ferries moor at the east pier.",
                "paragraph Lamps burn at night.", "table Pier | Depth\nEast | 4 m"});
}

TEST_CASE("notes stand after the paragraph of their mark, apart from the text") {
    const std::string mark = "<w:r><w:footnoteReference w:id=\"2\"/></w:r>";
    const std::string own = "<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"3\"/><w:t>*</w:t></w:r>";
    DocxMaker maker("<w:p>" + run_xml("Berths are let") + mark + run_xml(" by the season") + own + run_xml(".") +
                    "<w:r><w:endnoteReference w:id=\"2\"/></w:r></w:p>" + paragraph_xml("Cranes are let by the hour."));
    maker.footnotes("<w:footnote w:type=\"separator\" w:id=\"0\">" + paragraph_xml("----") +
                    "</w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:footnoteRef/></w:r>" +
                    run_xml(" From April to October.") + "</w:p>" + paragraph_xml("Winter is free.") +
                    "</w:footnote><w:footnote w:id=\"3\">" + paragraph_xml("* Except for pilots.") + "</w:footnote>");
    maker.endnotes("<w:endnote w:id=\"2\">" + paragraph_xml("Rules of the harbour, part two.") + "</w:endnote>");
    CHECK(lines_of_blocks(document_of(maker)) ==
          Lines{"paragraph Berths are let by the season.", "note [1] From April to October. Winter is free.",
                "note [*] Except for pilots.", "paragraph Cranes are let by the hour.",
                "note [i] Rules of the harbour, part two."});
}

TEST_CASE("tables keep spans, head rows and the lines of their cells; tables inside follow") {
    const std::string inner =
        "<w:tbl><w:tr>" + cell_xml(paragraph_xml("Tug")) + cell_xml(paragraph_xml("2")) + "</w:tr></w:tbl>";
    DocxMaker maker("<w:tbl><w:tr><w:trPr><w:tblHeader/></w:trPr>" +
                    cell_xml(paragraph_xml("Basin"), "<w:vMerge w:val=\"restart\"/>") +
                    cell_xml(paragraph_xml("Boats and crews"), "<w:gridSpan w:val=\"2\"/>") + "</w:tr><w:tr>" +
                    cell_xml("<w:p/>", "<w:vMerge/>") +
                    cell_xml(paragraph_xml("Boats") + paragraph_xml("of all kinds")) +
                    cell_xml(paragraph_xml("Crews") + inner + "<w:p/>") +
                    "</w:tr><w:tr><w:trPr><w:gridBefore w:val=\"1\"/></w:trPr>" + cell_xml(paragraph_xml("12")) +
                    cell_xml(paragraph_xml("30")) + "</w:tr></w:tbl>");
    const Document document = document_of(maker);
    REQUIRE(document.blocks.size() == 2);
    const Block& table = document.blocks[0];
    REQUIRE(table.rows.size() == 3);
    CHECK(table.rows[0].header);
    CHECK_FALSE(table.rows[1].header);
    CHECK(table.rows[0].cells[0].rows == 2);
    CHECK(table.rows[0].cells[1].columns == 2);
    CHECK(table.rows[1].cells.size() == 2);
    CHECK(document.slice(table.rows[1].cells[0].range) == "Boats\nof all kinds");
    CHECK(table.rows[2].cells.size() == 3);
    CHECK(table.rows[2].cells[0].range.empty());
    CHECK(document.text_of(document.blocks[1]) == "Tug | 2");
    CHECK(faults_of(document).empty());
}

TEST_CASE("a text box is read once, after its paragraph") {
    const std::string box = "<w:txbxContent>" + paragraph_xml("Visitors moor at pier four.") + "</w:txbxContent>";
    DocxMaker maker("<w:p>" + run_xml("The harbour is open.") +
                    "<w:r><mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wps:wsp><wps:txbx>" + box +
                    "</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>" + box +
                    "</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>");
    CHECK(lines_of_blocks(document_of(maker)) ==
          Lines{"paragraph The harbour is open.", "paragraph Visitors moor at pier four."});
}

TEST_CASE("what is not printed text is left out and told") {
    DocxMaker maker(
        "<w:p>" + run_xml("The tide turns") + run_xml(" in secret", "<w:vanish/>") + run_xml(" twice", "<w:strike/>") +
        run_xml(" a day.") +
        "<w:r><w:commentReference w:id=\"1\"/></w:r></w:p><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>" +
        paragraph_xml("Click here to enter text.") + "</w:sdtContent></w:sdt><w:sdt><w:sdtContent>" +
        paragraph_xml("The ebb is strong.") + "</w:sdtContent></w:sdt>");
    maker.comments("<w:comment w:id=\"1\" w:author=\"Harbour Master\">" + paragraph_xml("Is it?") + "</w:comment>");
    const Document document = document_of(maker);
    CHECK(lines_of_blocks(document) == Lines{"paragraph The tide turns a day.", "paragraph The ebb is strong."});
    CHECK(left_out_of(document) ==
          "hidden text: in secret\nstruck out: twice\nplaceholder: Click here to enter text.\ncomment: Harbour Master: "
          "Is it?\n");
}

TEST_CASE("signs, hyphens, breaks, formulas and wrappers") {
    DocxMaker maker(
        "<w:p>" + run_xml("Low") + "<w:r><w:noBreakHyphen/></w:r>" + run_xml("water mark") +
        "<w:r><w:softHyphen/></w:r>" + run_xml("s ") + "<w:r><w:sym w:font=\"Symbol\" w:char=\"F0B3\"/></w:r>" +
        run_xml(" 2 m") + run_xml("2", "<w:vertAlign w:val=\"superscript\"/>") + run_xml(" at ") +
        "<m:oMath><m:f><m:num><m:r><m:t>h</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f></m:oMath>" +
        "<w:smartTag w:element=\"place\">" + run_xml(" Cape Tern") + "</w:smartTag></w:p><w:p>" +
        run_xml("Place: Cape Tern") + "<w:r><w:br/></w:r>" + run_xml("Time: at noon") + "</w:p>");
    CHECK(lines_of_blocks(document_of(maker)) == Lines{"paragraph Low-water marks ≥ 2 m² at h/2 Cape Tern",
                                                       "paragraph Place: Cape Tern", "paragraph Time: at noon"});
}

TEST_CASE("the first page's own head is the document's face, others are left out") {
    const std::string head = "<w:hdr xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\">";
    DocxMaker maker(paragraph_xml("Report on the tides") + paragraph_xml(harbour_text) +
                    "<w:sectPr><w:headerReference w:type=\"first\" r:id=\"h1\"/><w:headerReference w:type=\"default\" "
                    "r:id=\"h2\"/><w:titlePg/></w:sectPr>");
    maker.part("h1", "header",
               head + "<w:tbl><w:tr>" + cell_xml(paragraph_xml("Harbour Council")) +
                   cell_xml(paragraph_xml("HC/2031/7")) + "</w:tr></w:tbl></w:hdr>");
    maker.part("h2", "header", head + paragraph_xml("HC/2031/7, page 2") + "</w:hdr>");
    const Document document = document_of(maker);
    REQUIRE(document.blocks.size() == 4);
    CHECK(document.text_of(document.blocks[0]) == "Harbour Council");
    CHECK(document.text_of(document.blocks[1]) == "HC/2031/7");
    CHECK(document.blocks[1].title);
    CHECK(left_out_of(document) == "running head: HC/2031/7, page 2\n");
}

TEST_CASE("pages are those of the last printing, where the file has all of them") {
    const std::string turn = "<w:r><w:lastRenderedPageBreak/></w:r>";
    const std::string body = "<w:p>" + run_xml("The first page ends ") + turn + run_xml("on the second.") +
                             "</w:p><w:p><w:r><w:br w:type=\"page\"/></w:r></w:p><w:p>" + turn + run_xml("The third.") +
                             "</w:p>";
    const auto counted = [](const std::string& pages) {
        return "<Properties xmlns=\"urn:x\"><Pages>" + pages + "</Pages></Properties>";
    };
    const Document whole = document_of(DocxMaker(body).property_part(counted("3")));
    CHECK(whole.pages == 3);
    CHECK(whole.blocks[0].page == 1);
    REQUIRE(whole.blocks[0].page_breaks.size() == 1);
    CHECK(whole.slice({0, whole.blocks[0].page_breaks[0]}) == "The first page ends ");
    CHECK(whole.blocks[1].page == 3);
    const Document partial = document_of(DocxMaker(body).property_part(counted("9")));
    CHECK(partial.pages == 0);
    CHECK(partial.blocks[0].page == 0);
}

TEST_CASE("strict files read like transitional ones") {
    const std::string body = paragraph_xml("Quays", "<w:outlineLvl w:val=\"0\"/>") + paragraph_xml(harbour_text);
    CHECK(lines_of_blocks(document_of(DocxMaker(body).strict())) == lines_of_blocks(document_of(DocxMaker(body))));
}

TEST_CASE("damaged packages fail with a reason or give what can be read") {
    const DocxMaker maker(paragraph_xml(harbour_text) + paragraph_xml("The lamps are lit at dusk.") +
                          "<w:p><w:r><w:t>Broken");
    const Document partial = document_of(maker);
    CHECK(lines_of_blocks(partial)[0] == "paragraph " + harbour_text);
    REQUIRE(partial.warnings.size() == 1);
    CHECK(partial.warnings[0].code == Code::text_cut_off);
}

TEST_CASE("a package that is cut off in the middle of the text gives what stands before the cut") {
    std::string body;
    for (int i = 0; i < 400; ++i) body += paragraph_xml(harbour_text + " Berth " + std::to_string(i * i) + ".");
    const std::string bytes = DocxMaker(body).bytes();
    const std::size_t text = bytes.find("word/document.xml");
    const std::size_t list = bytes.find("PK\1\2");
    REQUIRE(text < list);
    const auto partial = read_document({"cut.docx", bytes.substr(0, text + (list - text) / 2)});
    REQUIRE(partial.ok());
    CHECK(partial->media_type == MediaType::docx);
    CHECK(partial->blocks.size() > 20);
    CHECK(partial->blocks.size() < 400);
    CHECK(partial->text_of(partial->blocks[0]) == harbour_text + " Berth 0.");
    REQUIRE(!partial->warnings.empty());
    CHECK(partial->warnings[0].code == Code::text_cut_off);
    const auto without_list = read_document({"cut.docx", bytes.substr(0, list + 7)});
    REQUIRE(without_list.ok());
    CHECK(without_list->blocks.size() == 400);
    REQUIRE(without_list->warnings.size() == 1);
    CHECK(without_list->warnings[0].code == Code::text_cut_off);
}

TEST_CASE("a package that is cut off before the text fails with a reason") {
    const std::string bytes = DocxMaker(paragraph_xml(harbour_text)).bytes();
    const std::string cut = bytes.substr(0, bytes.find("word/document.xml") - 4);
    const auto truncated = read_docx(cut, Tracked::accepted, "cut.docx");
    REQUIRE_FALSE(truncated.ok());
    CHECK(truncated.error().code == Code::document_damaged);
    CHECK(truncated.error().place.file == "cut.docx");
}

TEST_CASE("nesting without end is bounded") {
    std::string body;
    for (int i = 0; i < 20000; ++i) body += "<w:sdt><w:sdtContent>";
    body += paragraph_xml("Deep.");
    for (int i = 0; i < 20000; ++i) body += "</w:sdtContent></w:sdt>";
    const Document document =
        document_of(DocxMaker(paragraph_xml(harbour_text) + body + paragraph_xml("The end is read.")));
    CHECK(lines_of_blocks(document) == Lines{"paragraph " + harbour_text, "paragraph The end is read."});
    CHECK(document.warnings.size() == 1);
}

}  // namespace rapporteur
