#include "writers/docx/docx_lists.h"

#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

class ListWriter {
public:
    ListWriter(DocxWriting& writing, const List& list, DocxBody& body, const DocxMeasure& measure)
        : writing_(writing), list_(list), body_(body), measure_(measure) {}

    void write() {
        const std::vector<std::string> numbers = writing_.numbering.numbers_of(list_);
        for (std::size_t i = 0; i < list_.items.size(); ++i) add_item(list_.items[i], numbers[i], i == 0);
    }

private:
    void add_item(const List::Item& item, const std::string& number, bool first_item) {
        bool first = true;
        for (const auto& paragraph : item.content) {
            add_item_paragraph(paragraph, first ? number : "", first ? item.label : "", first && !first_item);
            first = false;
        }
        if (item.content.empty()) add_item_paragraph({}, number, item.label, !first_item);
    }

    void add_item_paragraph(const Paragraph& paragraph, const std::string& number, const std::string& label,
                            bool follows) {
        const std::string role = writing_.known_role(paragraph.role, "own");
        const double base = is_indented(role) && !measure_.in_cell ? writing_.text_indent() : 0;
        const double hang = writing_.style.text.list_hang;
        ParagraphLook look = look_of(writing_, role, measure_);
        look.numbering = number;
        look.indent = base + hang;
        const bool spelled = number.empty() && !label.empty();
        if (!number.empty() || spelled) look.hanging = hang;
        std::string runs = writing_.inlines.runs(paragraph.content, role, paragraph.language);
        if (spelled) runs = writing_.inlines.text(label + " ") + run_around({}, "<w:tab/>") + runs;
        const Space styled = styled_space(writing_.style, role);
        const Space space =
            follows || number.empty() ? Space{writing_.style.text.list_above, 0} : writing_.style.space("list");
        body_.add_paragraph(look, writing_.places.placed(writing_.places.bookmark(paragraph.anchor), runs), space,
                            styled);
    }

    DocxWriting& writing_;
    const List& list_;
    DocxBody& body_;
    const DocxMeasure& measure_;
};

}  // namespace

void add_list(DocxWriting& writing, const List& list, DocxBody& body, const DocxMeasure& measure) {
    ListWriter(writing, list, body, measure).write();
}

}  // namespace rapporteur
