#include "writers/pdf/pdf_outline.h"

#include <algorithm>
#include <string>

#include "support/page_label.h"
#include "writers/pdf/pdf_links.h"

namespace rapporteur {
namespace {

// A label as PDF counts it: what stands before, and a number in figures or letters; without a style it does not count.
struct CountedLabel {
    std::string prefix;
    const char* style = nullptr;
    int number = 0;

    bool follows(const CountedLabel& before) const {
        return style && before.style && *style == *before.style && prefix == before.prefix &&
               number == before.number + 1;
    }
};

CountedLabel counted(const std::string& label) {
    if (const auto known = parse_page_label(label)) {
        if (known->letter == 0) return {"", "D", known->page};
        return {std::to_string(known->page), "A", known->letter};
    }
    const std::size_t digits = label.find_last_not_of("0123456789") + 1;
    const auto number = parse_page_label(std::string_view(label).substr(digits));
    return number ? CountedLabel{label.substr(0, digits), "D", number->page} : CountedLabel{label, nullptr, 0};
}

PdfDict range_of(PdfFile& file, const CountedLabel& label) {
    PdfDict range = file.dict();
    if (label.style) {
        range.set("S", PdfName{label.style});
        range.set("St", label.number);
    }
    if (!label.prefix.empty()) range.set("P", PdfText{label.prefix});
    return range;
}

}  // namespace

void write_outline(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made) {
    std::vector<PdfDict> above;  // the open entries, outermost first
    for (const auto& entry : pages.outline) {
        if (entry.page < 0 || static_cast<std::size_t>(entry.page) >= made.size()) continue;
        const auto page = static_cast<std::size_t>(entry.page);
        const auto depth = static_cast<std::size_t>(std::max(entry.level, 1)) - 1;
        above.resize(std::min(above.size(), depth));
        PdfDict item = file.add_outline(above.empty() ? PdfDict() : above.back(), entry.title, above.empty());
        item.set("Dest", destination(file, made[page], pages.pages[page].height - entry.y));
        above.push_back(item);
    }
    if (!above.empty()) file.catalog().set("PageMode", PdfName{"UseOutlines"});
}

void write_page_labels(PdfFile& file, const Pages& pages) {
    PdfArray ranges = file.array();
    CountedLabel before;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        CountedLabel label = counted(pages.pages[i].label);
        if (i == 0 || !label.follows(before)) {
            ranges.add(static_cast<int>(i));
            ranges.add(range_of(file, label));
        }
        before = std::move(label);
    }
    file.catalog().set("PageLabels", file.indirect_dict({{"Nums", ranges}}));
}

}  // namespace rapporteur
