#include "writers/pdf/pdf_form.h"

#include <algorithm>
#include <set>

#include "writers/pdf/pdf_content.h"
#include "writers/pdf/pdf_form_font.h"
#include "writers/pdf/pdf_syntax.h"
#include "writers/pdf/pdf_text.h"

namespace rapporteur {
namespace {

constexpr const char* appearance = "/Entry 10 Tf 0 g";

struct PlacedField {
    const FieldItem* field;
    std::size_t page;
    int element;  // of the text before it
};

std::vector<PlacedField> fields_of(const Pages& pages) {
    std::vector<PlacedField> fields;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        int element = -1;
        for (const auto& item : pages.pages[i].items) {
            if (const auto* text = std::get_if<TextItem>(&item))
                if (text->element >= 0) element = text->element;
            if (const auto* field = std::get_if<FieldItem>(&item)) fields.push_back({field, i, element});
        }
    }
    return fields;
}

// Partial names hold no full stop (ISO 32000-1, 12.7.3.2) and have to differ.
std::string unique_name(const std::string& wanted, std::set<std::string>& taken) {
    std::string name = wanted.empty() ? "field" : wanted;
    std::replace(name.begin(), name.end(), '.', '_');
    const std::string stem = name;
    while (!taken.insert(name).second) name = stem + " " + std::to_string(taken.size());
    return name;
}

// What the field looks like; of an empty one nothing, but readers want it said.
PdfDict appearance_of(PdfFile& file, const PageRect& area, const std::string& shown, PdfDict fonts) {
    PdfDict form = file.stream("/Tx BMC\n" + shown + "EMC\n", Compression::none);
    form.set("Type", PdfName{"XObject"});
    form.set("Subtype", PdfName{"Form"});
    form.set("BBox", file.array({0.0, 0.0, area.x1 - area.x0, area.y1 - area.y0}));
    form.set("Resources", file.dict({{"Font", fonts}}));
    return form;
}

struct Widget {
    const FieldItem& field;
    std::string name, shown;
    double page_height;
    PdfDict page, entry_fonts, page_fonts;
};

PdfDict widget(PdfFile& file, const Widget& made) {
    constexpr int printed = 4, multiline = 1 << 12;
    const FieldItem& field = made.field;
    const PageRect& area = field.area;
    const PdfDict look = appearance_of(file, area, made.shown, made.shown.empty() ? made.entry_fonts : made.page_fonts);
    PdfDict out = file.indirect_dict(
        {{"Type", PdfName{"Annot"}},
         {"Subtype", PdfName{"Widget"}},
         {"FT", PdfName{"Tx"}},
         {"Ff", multiline},
         {"T", PdfText{made.name}},
         {"TU", PdfText{field.label.empty() ? made.name : field.label}},
         {"DA", PdfText{appearance}},
         {"F", printed},
         {"P", made.page},
         {"Rect", file.array({area.x0, made.page_height - area.y1, area.x1, made.page_height - area.y0})},
         {"AP", file.dict({{"N", look}})}});
    if (!field.value.empty()) out.set("V", PdfText{field.value});
    return out;
}

std::string shown_text(const FieldItem& field, std::vector<PdfFont>& fonts) {
    std::string out;
    const double height = field.area.y1;  // the field's own foot is at zero
    for (TextItem item : field.shown) {
        if (item.face < 0 || static_cast<std::size_t>(item.face) >= fonts.size() || item.glyphs.empty()) continue;
        item.x -= field.area.x0;
        out += "BT\n/" + font_name(item.face) + " ";
        append_number(out, item.size);
        out += " Tf\n";
        for (const unsigned part : {item.colour.r, item.colour.g, item.colour.b}) {
            append_number(out, part / 255.0);
            out += ' ';
        }
        out += "rg\n";
        append_text(out, item, height, fonts[static_cast<std::size_t>(item.face)], true);
        out += "ET\n";
    }
    return out;
}

}  // namespace

std::vector<std::string> field_appearances(const Pages& pages, std::vector<PdfFont>& fonts) {
    std::vector<std::string> out;
    for (const PlacedField& placed : fields_of(pages)) out.push_back(shown_text(*placed.field, fonts));
    return out;
}

void write_form(PdfFile& file, const Pages& pages, const PdfFormParts& parts, PdfStructure& structure) {
    const std::vector<PlacedField> fields = fields_of(pages);
    const auto font = fields.empty() ? std::nullopt : write_form_font(file, parts.faces);
    if (!font) return;
    PdfDict fonts = file.indirect_dict({{"Entry", *font}});
    PdfArray all = file.array();
    std::set<std::string> names;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto& [field, page, element] = fields[i];
        const PdfDict made = widget(file, {*field, unique_name(field->name, names), parts.appearances[i],
                                           pages.pages[page].height, parts.pages[page], fonts, parts.fonts});
        all.add(made);
        file.add_annotation(parts.pages[page], made);
        structure.add_annotation(element, static_cast<int>(page), made, "Form");
    }
    file.catalog().set(
        "AcroForm",
        file.indirect_dict({{"Fields", all}, {"DA", PdfText{appearance}}, {"DR", file.dict({{"Font", fonts}})}}));
}

}  // namespace rapporteur
