#include "writers/docx/docx_writer.h"

#include "writers/docx/docx_blocks.h"
#include "writers/docx/docx_cover.h"
#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_parts.h"
#include "writers/docx/docx_properties.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string word_type(const std::string& part) {
    return "application/vnd.openxmlformats-officedocument.wordprocessingml." + part + "+xml";
}

std::string body_of(DocxWriting& writing) {
    DocxBody body;
    if (writing.pack.cover.present) {
        add_cover(writing.pack.cover, writing.style, writing.inlines, body);
        writing.section.cover = true;
        start_section(writing, {}, body);
    }
    add_blocks(writing, writing.pack.blocks, body, {writing.body_width(), false});
    return body.take(true) + writing.furniture.properties(writing.section);
}

// Pictures are told by the ends of their names.
std::string picture_type(const std::string& path) {
    return path.ends_with(".emf") ? "image/x-emf" : path.ends_with(".jpeg") ? "image/jpeg" : "image/png";
}

std::string document_part(const std::string& body) {
    return xml_part(tag("w:document",
                        {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                         {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"},
                         {"xmlns:wp", "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"}},
                        tag("w:body", {}, body)));
}

Relationships package_relationships() {
    Relationships relationships;
    relationships.id_of("officeDocument", "word/document.xml");
    relationships.id_of("metadata/core-properties", "docProps/core.xml");
    relationships.id_of("extended-properties", "docProps/app.xml");
    return relationships;
}

// A part of the document that its relationships lead to.
void add_word_part(DocxParts& package, Relationships& relationships, const std::string& name, std::string xml) {
    relationships.id_of(name, name + ".xml");
    package.add("word/" + name + ".xml", word_type(name), std::move(xml));
}

}  // namespace

Result<std::string> write_docx(const Pack& pack, const Style& print, const Pages& pages) {
    const Style style = print.in_language(pack.meta.language);
    Relationships relationships;
    DocxPlaces places(pack, pages);
    DocxInlines inlines(style, pack.meta.language, places, relationships);
    DocxNumberingPart numbering;
    DocxFurniture furniture(pack, style, inlines, relationships);
    NotesHeights notes(pages);
    DocxWriting writing{pack, style, places, inlines, numbering, furniture, notes, pages, {}};

    DocxParts package;
    package.add_relationships("", package_relationships());
    package.add("word/document.xml", word_type("document.main"), document_part(body_of(writing)));
    add_word_part(package, relationships, "styles", docx_styles(style, pack.meta));
    add_word_part(package, relationships, "settings", docx_settings(pack.meta, inlines.has_footnotes()));
    add_word_part(package, relationships, "fontTable", docx_font_table());
    if (!numbering.empty()) add_word_part(package, relationships, "numbering", numbering.part(style));
    if (inlines.has_footnotes()) {
        add_word_part(package, relationships, "footnotes", inlines.footnotes_part());
        package.add_relationships("word/footnotes.xml", inlines.footnote_relationships());
    }
    furniture.add_parts(package);
    for (const auto& picture : inlines.pictures())
        package.add("word/" + picture.path, picture_type(picture.path), picture.mark.bytes);
    package.add_relationships("word/document.xml", relationships);
    package.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                docx_core_properties(pack.meta));
    package.add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                docx_application_properties());
    return package.write();
}

}  // namespace rapporteur
