#include "writers/pdf/pdf_links.h"

#include <algorithm>
#include <map>
#include <string_view>

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

bool starts_with_ignoring_case(std::string_view text, std::string_view start) {
    const auto lower = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
    return text.size() > start.size() &&
           std::equal(start.begin(), start.end(), text.begin(), [&](char a, char b) { return a == lower(b); });
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

std::string live_address(const std::string& target) {
    constexpr std::string_view schemes[] = {"http://", "https://", "mailto:"};
    constexpr std::string_view unsafe = " \"<>\\^`{|}";
    constexpr std::string_view digits = "0123456789ABCDEF";
    if (std::none_of(std::begin(schemes), std::end(schemes),
                     [&](std::string_view scheme) { return starts_with_ignoring_case(target, scheme); }))
        return {};
    std::string address;
    for (const char c : target) {
        const auto byte = static_cast<unsigned char>(c);
        if (byte < 0x20 || byte == 0x7F) continue;
        if (byte < 0x7F && unsafe.find(c) == std::string_view::npos)
            address += c;
        else
            (address += '%') += {digits[byte >> 4U], digits[byte & 15U]};
    }
    return address;
}

PdfArray destination(PdfFile& file, PdfDict page, double top) {
    return file.array({page, PdfName{"XYZ"}, PdfNull{}, top, PdfNull{}});
}

void write_links(PdfFile& file, const Pages& pages, const std::vector<PdfDict>& made, PdfStructure& structure) {
    const Places places = places_of(pages);
    for (std::size_t i = 0; i < pages.pages.size(); ++i) {
        PdfArray annotations;
        for (const auto& item : pages.pages[i].items) {
            const auto* link = std::get_if<LinkItem>(&item);
            if (!link) continue;
            const PdfDict annotation = annotation_of(file, *link, pages.pages[i].height, pages, places, made);
            if (!annotation.known()) continue;
            if (!annotations.object()) annotations = file.array();
            annotations.add(annotation);
            structure.add_annotation(link->element, static_cast<int>(i), annotation, "Link");
        }
        if (annotations.object()) PdfDict(made[i]).set("Annots", annotations);
    }
}

}  // namespace rapporteur
