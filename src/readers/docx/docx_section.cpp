#include "readers/docx/docx_section.h"

#include "readers/docx/docx_xml.h"

namespace rapporteur {

using namespace docx_space;

DocxNoteFormat read_docx_note_format(XmlStream& xml) {
    DocxNoteFormat out;
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (xml.is(word, "numFmt")) out.format = xml.value("val");
        if (xml.is(word, "numStart")) out.start = docx_number(xml, "val");
        if (xml.is(word, "numRestart")) out.anew_in_sections = xml.raw("val") == "eachSect";
    }
    return out;
}

DocxSection read_docx_section(XmlStream& xml) {
    DocxSection out;
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (xml.is_text()) continue;
        if (xml.is(word, "headerReference")) {
            out.heads[xml.value("type")] = xml.value("id");
        } else if (xml.is(word, "footerReference")) {
            out.feet[xml.value("type")] = xml.value("id");
        } else if (xml.is(word, "titlePg")) {
            out.own_first_page = docx_is_on(xml);
        } else if (xml.is(word, "footnotePr")) {
            out.footnotes = read_docx_note_format(xml);
        } else if (xml.is(word, "endnotePr")) {
            out.endnotes = read_docx_note_format(xml);
        } else {
            xml.skip();
        }
    }
    return out;
}

}  // namespace rapporteur
