#include "writers/pdf/pdf_outline.h"

#include <algorithm>
#include <charconv>
#include <optional>

#include "writers/pdf/pdf_links.h"

namespace rapporteur {
namespace {

// The number that a label prints; none for what PDF's decimal style would print otherwise.
std::optional<int> number_of(const std::string& label) {
    int number = 0;
    const auto end = label.data() + label.size();
    const auto [rest, error] = std::from_chars(label.data(), end, number);
    if (error != std::errc() || rest != end || number < 1 || label != std::to_string(number)) return std::nullopt;
    return number;
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
    std::optional<int> before;
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        const std::string& label = pages.pages[i].label;
        const std::optional<int> number = number_of(label);
        if (i == 0 || !number || !before || *number != *before + 1) {
            PdfDict range = file.dict();
            if (number) {
                range.set("S", PdfName{"D"});
                range.set("St", *number);
            } else {
                range.set("P", PdfText{label});
            }
            ranges.add(static_cast<int>(i));
            ranges.add(range);
        }
        before = number;
    }
    file.catalog().set("PageLabels", file.indirect_dict({{"Nums", ranges}}));
}

}  // namespace rapporteur
