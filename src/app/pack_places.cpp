#include "app/pack_places.h"

namespace rapporteur {

PrintedPages printed_pages(const Pages& pages) {
    PrintedPages out;
    for (const Page& page : pages.pages) {
        for (const PageItem& item : page.items) {
            const auto* anchor = std::get_if<AnchorItem>(&item);
            if (!anchor || anchor->name.empty()) continue;
            std::vector<std::string>& labels = out.of_spot[anchor->name];
            if (labels.empty() || labels.back() != page.label) labels.push_back(page.label);
        }
        out.last = page.label;
    }
    for (const HeadingPages& heading : pages.heading_pages) out.ends.emplace(heading.anchor, heading.last);
    return out;
}

}  // namespace rapporteur
