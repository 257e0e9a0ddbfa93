#include "attack/attack.h"
#include "support/zip.h"

namespace rapporteur::attack {
namespace {

const std::string w = R"(xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main")";
const std::string sentence = "<w:p><w:r><w:t>The Council should act.</w:t></w:r></w:p>";

std::string zip(const std::vector<ZipEntry>& entries) { return *write_zip(entries); }

std::string document(const std::string& body, const std::string& prologue = "") {
    return prologue + "<w:document " + w + "><w:body>" + body + "</w:body></w:document>";
}

std::string docx(const std::string& body, std::vector<ZipEntry> more = {}) {
    more.insert(more.begin(), {"word/document.xml", document(body)});
    return zip(more);
}

std::string raw_docx(const std::string& xml) { return zip({{"word/document.xml", xml}}); }

std::string with_styles(const std::string& styles) {
    return docx(R"(<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>The Council should act.</w:t></w:r></w:p>)",
                {{"word/styles.xml", "<w:styles " + w + ">" + styles + "</w:styles>"}});
}

std::string with_numbering(const std::string& numbering) {
    return docx(R"(<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr></w:pPr>)"
                R"(<w:r><w:t>The Council should act.</w:t></w:r></w:p>)",
                {{"word/numbering.xml", "<w:numbering " + w + ">" + numbering + "</w:numbering>"}});
}

std::string level(const std::string& start, const std::string& format, const std::string& text) {
    return "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:start w:val=\"" + start +
           "\"/><w:numFmt w:val=\"" + format + "\"/><w:lvlText w:val=\"" + text +
           "\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>";
}

std::string laughs() {
    std::string entities = "<!ENTITY a0 \"ha\">";
    for (int i = 1; i < 30; ++i) {
        const std::string before = "&a" + std::to_string(i - 1) + ";";
        entities += "<!ENTITY a" + std::to_string(i) + " \"" + before + before + "\">";
    }
    return document("<w:p><w:r><w:t>&a29;</w:t></w:r></w:p>", "<!DOCTYPE x [" + entities + "]>");
}

std::string nested_tables(std::size_t depth) {
    return times(depth, "<w:tbl><w:tr><w:tc>") + sentence + times(depth, "</w:tc></w:tr></w:tbl>");
}

std::string odt(const std::string& body) {
    return zip(
        {{"mimetype", "application/vnd.oasis.opendocument.text"},
         {"content.xml",
          R"(<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" )"
          R"(xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" )"
          R"(xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>)" +
              body +
              "<text:p>The Council should act.</text:p></office:text></office:body></office:document-content>"}});
}

std::vector<Attack> odt_attacks() {
    return {
        {"cell-repeated-a-milliard-times.odt",
         odt(R"(<table:table><table:table-row><table:table-cell table:number-columns-repeated="1000000000"/>)"
             R"(</table:table-row></table:table>)")},
        {"row-repeated-a-milliard-times.odt",
         odt(R"(<table:table><table:table-row table:number-rows-repeated="1000000000"><table:table-cell>)"
             R"(<text:p>x</text:p></table:table-cell></table:table-row></table:table>)")},
        {"a-milliard-spaces.odt", odt(R"(<text:p><text:s text:c="1000000000"/>x</text:p>)")},
        {"lists-in-lists.odt",
         odt(times(5000, "<text:list><text:list-item>") + times(5000, "</text:list-item></text:list>"))},
        {"negative-spans.odt",
         odt(R"(<table:table><table:table-row><table:table-cell table:number-columns-spanned="-1" )"
             R"(table:number-rows-spanned="99999999999999"/></table:table-row></table:table>)")},
    };
}

}  // namespace

std::vector<Attack> package_attacks() {
    std::vector<Attack> attacks{
        {"three-hundred-megabytes-of-blanks.docx", raw_docx(document(times(300 << 10, times(1024, " "))))},
        {"entities-that-double.docx", raw_docx(laughs())},
        {"entity-from-a-file.docx", raw_docx(document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>" + sentence,
                                                      R"(<!DOCTYPE x [<!ENTITY x SYSTEM "file:///etc/passwd">]>)"))},
        {"elements-in-elements.docx", raw_docx(document(times(100'000, "<w:sdt>") + times(100'000, "</w:sdt>")))},
        {"tables-in-tables.docx", docx(nested_tables(3000))},
        {"element-of-a-hundred-thousand-attributes.docx",
         raw_docx(document("<w:p " + times(100'000, "w:a=\"1\" ") + ">" + sentence + "</w:p>"))},
        {"style-that-is-its-own-base.docx", with_styles(R"(<w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>)"
                                                        R"(<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style>)")},
        {"numbering-that-links-to-itself.docx",
         with_numbering(R"(<w:abstractNum w:abstractNumId="0"><w:numStyleLink w:val="A"/></w:abstractNum>)"
                        R"(<w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>)")},
        {"roman-number-of-two-milliards.docx", with_numbering(level("2147483647", "upperRoman", "%1."))},
        {"letters-for-two-milliards.docx", with_numbering(level("2147483647", "lowerLetter", "%1)"))},
        {"number-below-zero.docx", with_numbering(level("-99999999999", "decimal", "%1.%9%0%"))},
        {"cell-over-two-milliards-of-columns.docx",
         docx(R"(<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2147483647"/></w:tcPr>)" + sentence +
              "</w:tc></w:tr></w:tbl>")},
        {"row-that-skips-two-milliards-of-columns.docx",
         docx(R"(<w:tbl><w:tr><w:trPr><w:gridBefore w:val="2147483647"/></w:trPr><w:tc>)" + sentence +
              "</w:tc></w:tr></w:tbl>")},
        {"note-that-notes-itself.docx",
         docx(R"(<w:p><w:r><w:t>x</w:t><w:footnoteReference w:id="2"/></w:r></w:p>)",
              {{"word/footnotes.xml",
                "<w:footnotes " + w +
                    R"(><w:footnote w:id="2"><w:p><w:r><w:t>y</w:t>)"
                    R"(<w:footnoteReference w:id="2"/></w:r></w:p></w:footnote></w:footnotes>)"}})},
        {"fields-that-never-end.docx",
         docx("<w:p>" + times(50'000, R"(<w:r><w:fldChar w:fldCharType="begin"/></w:r>)") + "</w:p>" + sentence)},
        {"link-to-a-script.docx",
         docx(
             R"(<w:p><w:hyperlink r:id="r1" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">)"
             "<w:r><w:t>The Council should act.</w:t></w:r></w:hyperlink></w:p>",
             {{"word/_rels/document.xml.rels",
               R"(<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" )"
               R"(Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink" )"
               R"x(Target="javascript:alert(1)" TargetMode="External"/></Relationships>)x"}})},
        {"text-that-is-no-text.docx", raw_docx(document("<w:p><w:r><w:t>\x01\xFF\xC0\x80&#0;</w:t></w:r></w:p>"))},
        {"tags-crossed.docx", raw_docx("<w:document " + w + "><w:body><w:p></w:body></w:p>")},
        {"no-text-at-all.docx", docx("")},
    };
    for (Attack& attack : odt_attacks()) attacks.push_back(std::move(attack));
    return attacks;
}

}  // namespace rapporteur::attack
