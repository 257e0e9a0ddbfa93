#include "readers/docx/docx_properties.h"

#include <algorithm>

#include "readers/docx/docx_xml.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using namespace docx_space;

DocxToggle toggle(const XmlStream& xml) { return docx_is_on(xml) ? DocxToggle::on : DocxToggle::off; }

DocxVertical vertical(std::string_view value) {
    if (value == "superscript") return DocxVertical::raised;
    return value == "subscript" ? DocxVertical::lowered : DocxVertical::baseline;
}

void take_run_property(XmlStream& xml, DocxRunProperties& out) {
    if (xml.named("b")) {
        out.bold = toggle(xml);
    } else if (xml.named("i")) {
        out.italic = toggle(xml);
    } else if (xml.named("sz")) {
        out.half_points = std::clamp(docx_number(xml, "val"), 0, 3276);
    } else if (xml.named("rStyle")) {
        out.style = xml.raw("val");
    } else if (xml.named("vanish") || xml.named("specVanish")) {
        out.hidden = toggle(xml);
    } else if (xml.named("strike") || xml.named("dstrike")) {
        if (out.struck != DocxToggle::on) out.struck = toggle(xml);
    } else if (xml.named("vertAlign")) {
        out.vertical = vertical(xml.raw("val"));
    } else if (xml.named("rFonts")) {
        const std::string_view font = xml.has("hAnsi") ? xml.raw("hAnsi") : xml.raw("ascii");
        if (!font.empty()) out.font = docx_font_named(font);
    } else if (xml.named("ins") || xml.named("moveTo")) {
        out.inserted = true;
    } else if (xml.named("del") || xml.named("moveFrom")) {
        out.deleted = true;
    }
}

void read_list(XmlStream& xml, DocxParagraphProperties& out) {
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (xml.is(word, "numId")) out.list = docx_number(xml, "val");
        if (xml.is(word, "ilvl")) out.depth = std::clamp(docx_number(xml, "val"), 0, 8);
    }
}

void read_indent(const XmlStream& xml, DocxParagraphProperties& out) {
    for (const std::string_view name : {"start", "left"}) {
        if (xml.has(name)) out.indent = docx_number(xml, name);
    }
}

/// What the paragraph was before a tracked change of its properties.
void read_former(XmlStream& xml, DocxAge age, DocxParagraphProperties& out) {
    if (age == DocxAge::now) return xml.skip();
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (!xml.is(word, "pPr")) continue;
        DocxParagraphProperties former = read_docx_paragraph_properties(xml, DocxAge::now);
        former.mark = out.mark;
        former.ends_section = out.ends_section;
        out = former;
    }
}

}  // namespace

DocxFont docx_font_named(std::string_view name) {
    const std::string low = to_lower(name);
    if (low == "symbol") return DocxFont::symbol;
    return low.starts_with("wingdings") || low == "webdings" ? DocxFont::wingdings : DocxFont::text;
}

DocxRunProperties read_docx_run_properties(XmlStream& xml, DocxAge age) {
    DocxRunProperties out;
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (xml.is_text()) continue;
        if (xml.is(word, "rPrChange")) {
            if (age == DocxAge::now) {
                xml.skip();
                continue;
            }
            const DocxRunProperties mark = out;
            out = DocxRunProperties();
            out.inserted = mark.inserted;
            out.deleted = mark.deleted;
        } else if (xml.space() == word) {
            take_run_property(xml, out);
        }
    }
    return out;
}

void take_docx_paragraph_property(XmlStream& xml, DocxAge age, DocxParagraphProperties& out) {
    if (xml.space() != word) return xml.skip();
    if (xml.named("pStyle")) {
        out.style = xml.raw("val");
    } else if (xml.named("numPr")) {
        read_list(xml, out);
    } else if (xml.named("outlineLvl")) {
        out.outline = std::clamp(docx_number(xml, "val", 9), 0, 9);
    } else if (xml.named("ind")) {
        read_indent(xml, out);
    } else if (xml.named("pageBreakBefore")) {
        out.page_break = toggle(xml);
    } else if (xml.named("framePr")) {
        out.drop_cap = xml.raw("dropCap") == "drop" || xml.raw("dropCap") == "margin";
    } else if (xml.named("rPr")) {
        out.mark = read_docx_run_properties(xml, age);
    } else if (xml.named("pPrChange")) {
        read_former(xml, age, out);
    } else {
        xml.skip();
    }
}

DocxParagraphProperties read_docx_paragraph_properties(XmlStream& xml, DocxAge age) {
    DocxParagraphProperties out;
    const int level = xml.depth();
    while (xml.inside(level)) {
        if (!xml.is_text()) take_docx_paragraph_property(xml, age, out);
    }
    return out;
}

}  // namespace rapporteur
