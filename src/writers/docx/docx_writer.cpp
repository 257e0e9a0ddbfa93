#include "writers/docx/docx_writer.h"

#include "writers/docx/docx_blocks.h"
#include "writers/docx/docx_cover.h"
#include "writers/docx/docx_headings.h"
#include "writers/docx/docx_parts.h"
#include "writers/docx/docx_properties.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"
#include "writers/docx/house_styles.h"

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
    relationships.id_of("custom-properties", "docProps/custom.xml");
    return relationships;
}

DocxNumberingPart numbering_for(const HouseDocument* house) {
    return house && house->numbering ? DocxNumberingPart(*house->numbering) : DocxNumberingPart();
}

// Puts the parts together.
class PackageMaker {
public:
    PackageMaker(DocxWriting& writing, Relationships& relationships, const HouseDocument* house)
        : writing_(writing), relationships_(relationships), house_(house) {}

    Result<std::string> write() {
        const PackMeta& meta = writing_.pack.meta;
        const std::string document = document_part(body_of(writing_));
        const std::string own_styles = docx_styles(writing_.style, meta, counted_headings());
        if (house_) styles_ = house_styles(*house_, own_styles);
        package_.add_relationships("", package_relationships());
        package_.add("word/document.xml", word_type("document.main"), in_styles(document));
        add("styles", house_ ? styles_->part : own_styles);
        add("settings", docx_settings(meta, writing_.inlines.has_footnotes(), house_));
        add("fontTable", docx_font_table());
        if (!writing_.numbering.empty()) add("numbering", writing_.numbering.part(writing_.style, heading_look()));
        if (writing_.inlines.has_footnotes()) {
            add("footnotes", in_styles(writing_.inlines.footnotes_part()));
            package_.add_relationships("word/footnotes.xml", writing_.inlines.footnote_relationships());
        }
        if (house_ && house_->has_theme) relationships_.id_of("theme", "theme/house-theme.xml");
        writing_.furniture.add_parts(package_, [this](const std::string& xml) { return in_styles(xml); });
        for (const auto& picture : writing_.inlines.pictures())
            package_.add("word/" + picture.path, picture_type(picture.path), picture.mark.bytes);
        package_.add_relationships("word/document.xml", relationships_);
        add_properties();
        return package_.write();
    }

private:
    std::string in_styles(const std::string& xml) const { return styles_ ? in_house_styles(xml, *styles_) : xml; }

    CountedHeadings counted_headings() const {
        CountedHeadings counted{writing_.numbering.heading_list(), {}};
        const DocxHeadingList& headings = writing_.numbering.headings();
        for (std::size_t i = 0; i < heading_depth; ++i)
            if (headings.counts(i)) counted.hangs[i] = headings.hang(i, writing_.style, writing_.right_to_left());
        return counted;
    }

    // Styles of a house that count headings in a way of their own keep it; a pack's headings name our list themselves.
    HeadingLook heading_look() const {
        HeadingLook look{{}, !house_, writing_.right_to_left()};
        for (std::size_t i = 0; i < heading_depth; ++i) {
            std::string id = style_id(writing_.style, heading_roles[i]);
            if (styles_ && styles_->ids.contains(id)) id = styles_->ids.at(id);
            if (!styles_ || !styles_->numbered.contains(id)) look.styles[i] = id;
        }
        return look;
    }

    // A part of the document that its relationships lead to.
    void add(const std::string& name, std::string xml) {
        relationships_.id_of(name, name + ".xml");
        package_.add("word/" + name + ".xml", word_type(name), std::move(xml));
    }

    void add_properties() {
        package_.add("docProps/core.xml", "application/vnd.openxmlformats-package.core-properties+xml",
                     docx_core_properties(writing_.pack.meta));
        package_.add("docProps/app.xml", "application/vnd.openxmlformats-officedocument.extended-properties+xml",
                     docx_application_properties());
        package_.add("docProps/custom.xml", "application/vnd.openxmlformats-officedocument.custom-properties+xml",
                     docx_custom_properties(writing_.properties));
    }

    DocxWriting& writing_;
    Relationships& relationships_;
    const HouseDocument* house_;
    std::optional<HouseStyles> styles_;
    DocxParts package_;
};

}  // namespace

Result<std::string> write_docx(const Pack& pack, const Style& print, const Pages& pages, const HouseDocument* house) {
    const Style style = print.in_language(pack.meta.language);
    Relationships relationships;
    DocxPlaces places(pack, pages);
    DocxInlines inlines(style, pack.meta.language, places, relationships);
    DocxNumberingPart numbering = numbering_for(house);
    DocxFurniture furniture(pack, style, inlines, relationships, house);
    DocxWriting writing{
        pack, style, places, inlines, numbering, furniture, pages, notes_heights(pages), house != nullptr};
    writing.heading = pack.meta.title;
    writing.properties = pack_properties(pack.meta);
    return PackageMaker(writing, relationships, house).write();
}

Diagnostics style_conflicts(const HouseDocument& house, const Style& style, const std::string& file) {
    Diagnostics told;
    for (const std::string& conflict : house_styles(house, docx_styles(style, {})).conflicts)
        told.push_back({Code::style_conflict, {file}, conflict});
    return told;
}

}  // namespace rapporteur
