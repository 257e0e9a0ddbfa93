#include "writers/pdf/pdf_links.h"

#include <map>

#include "writers/live_address.h"

namespace rapporteur {
namespace {

struct Place {
    std::size_t page = 0;
    double top = 0;  // from the bottom of the page, in points
};
using Places = std::map<std::string, Place>;

Places places_of(const Pages& pages) {
    Places places;
    for (std::size_t i = 0; i < pages.pages.size(); ++i)
        for (const auto& item : pages.pages[i].items)
            if (const auto* anchor = std::get_if<AnchorItem>(&item))
                places.try_emplace(anchor->name, Place{i, pages.pages[i].height - anchor->y});
    return places;
}

PdfDict link_annotation(PdfFile& file, const LinkItem& link, double height, const std::string& says) {
    PdfArray area = file.array({link.area.x0, height - link.area.y1, link.area.x1, height - link.area.y0});
    constexpr int printed = 4;
    return file.indirect_dict({{"Type", PdfName{"Annot"}},
                               {"Subtype", PdfName{"Link"}},
                               {"Rect", area},
                               {"Border", file.array({0, 0, 0})},
                               {"F", printed},
                               {"Contents", PdfText{link.alt.empty() ? says : link.alt}}});
}

PdfDict annotation_of(PdfFile& file, const LinkItem& link, double height, const Pages& pages, const Places& places,
                      const std::vector<PdfDict>& made) {
    if (link.target.starts_with('#')) {
        const auto place = places.find(link.target.substr(1));
        if (place == places.end()) return {};
        const Place& there = place->second;
        PdfDict annotation = link_annotation(file, link, height, pages.pages[there.page].label);
        annotation.set("Dest", destination(file, made[there.page], there.top));
        return annotation;
    }
    const std::string address = live_address(link.target);
    if (address.empty()) return {};
    PdfDict annotation = link_annotation(file, link, height, address);
    annotation.set("A", file.dict({{"S", PdfName{"URI"}}, {"URI", PdfText{address}}}));
    return annotation;
}

}  // namespace

PdfArray destination(PdfFile& file, PdfDict page, double top) {
    return file.array({page, PdfName{"XYZ"}, PdfNull{}, top, PdfNull{}});
}

void write_links(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made, PdfStructure& structure) {
    const Places places = places_of(pages);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        for (const auto& item : pages.pages[i].items) {
            const auto* link = std::get_if<LinkItem>(&item);
            if (!link) continue;
            const PdfDict annotation = annotation_of(file, *link, pages.pages[i].height, pages, places, made);
            if (!annotation.known()) continue;
            file.add_annotation(made[i], annotation);
            structure.add_annotation(link->element, static_cast<int>(i), annotation, "Link");
        }
    }
}

}  // namespace rapporteur
