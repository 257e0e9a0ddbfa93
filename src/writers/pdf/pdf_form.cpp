#include "writers/pdf/pdf_form.h"

#include <algorithm>
#include <set>

#include "writers/pdf/pdf_form_font.h"

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

// What the empty field looks like: nothing, but readers want it said.
PdfDict empty_appearance(PdfFile& file, const PageRect& area, PdfDict fonts) {
    PdfDict form = file.stream("/Tx BMC\nEMC\n", Compression::none);
    form.set("Type", PdfName{"XObject"});
    form.set("Subtype", PdfName{"Form"});
    form.set("BBox", file.array({0.0, 0.0, area.x1 - area.x0, area.y1 - area.y0}));
    form.set("Resources", file.dict({{"Font", fonts}}));
    return form;
}

PdfDict widget(PdfFile& file, const FieldItem& field, const std::string& name, double height, PdfDict page,
               PdfDict fonts) {
    constexpr int printed = 4, multiline = 1 << 12;
    const PageRect& area = field.area;
    return file.indirect_dict({{"Type", PdfName{"Annot"}},
                               {"Subtype", PdfName{"Widget"}},
                               {"FT", PdfName{"Tx"}},
                               {"Ff", multiline},
                               {"T", PdfText{name}},
                               {"TU", PdfText{field.label.empty() ? name : field.label}},
                               {"DA", PdfText{appearance}},
                               {"F", printed},
                               {"P", page},
                               {"Rect", file.array({area.x0, height - area.y1, area.x1, height - area.y0})},
                               {"AP", file.dict({{"N", empty_appearance(file, area, fonts)}})}});
}

}  // namespace

void write_form(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made,
                const std::vector<hb_face_t*>& faces, PdfStructure& structure) {
    const std::vector<PlacedField> fields = fields_of(pages);
    const auto font = fields.empty() ? std::nullopt : write_form_font(file, faces);
    if (!font) return;
    PdfDict fonts = file.indirect_dict({{"Entry", *font}});
    PdfArray all = file.array();
    std::set<std::string> names;
    for (const auto& [field, page, element] : fields) {
        const PdfDict made_widget =
            widget(file, *field, unique_name(field->name, names), pages.pages[page].height, made[page], fonts);
        all.add(made_widget);
        file.add_annotation(made[page], made_widget);
        structure.add_annotation(element, static_cast<int>(page), made_widget, "Form");
    }
    file.catalog().set(
        "AcroForm",
        file.indirect_dict({{"Fields", all}, {"DA", PdfText{appearance}}, {"DR", file.dict({{"Font", fonts}})}}));
}

}  // namespace rapporteur
