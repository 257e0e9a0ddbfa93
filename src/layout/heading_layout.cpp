#include "layout/heading_layout.h"

#include <algorithm>

#include "layout/annex_layout.h"
#include "layout/frame.h"

namespace rapporteur {
namespace {

constexpr std::string_view kBetween = "\u2003";  // between number and title in the running head

void collect(const std::vector<PackBlock>& blocks, std::vector<HeadingPlace>& places);

HeadingPlace place_of(const Heading& heading, std::size_t index) {
    HeadingPlace place;
    const std::string title = plain_text(heading.content);
    place.level = heading.level;
    place.in_contents = heading.in_contents;
    place.number = heading.contents_number.empty() ? heading.number : heading.contents_number;
    place.title = heading.contents_title.empty() ? title : heading.contents_title;
    place.change = heading.change;
    place.anchor = heading.anchor.empty() ? "heading-" + std::to_string(index + 1) : heading.anchor;
    place.running = heading.running;
    if (heading.running.empty() && (heading.level == 1 || heading.verbatim))
        place.running = heading.number.empty() ? title : heading.number + std::string(kBetween) + title;
    return place;
}

/// Finds headings in blocks and in what blocks hold.
struct HeadingFinder {
    std::vector<HeadingPlace>& places;

    void operator()(const Heading& heading) const { places.push_back(place_of(heading, places.size())); }
    void operator()(const TintedBox& box) const { collect(box.content, places); }
    void operator()(const Annex& annex) const { collect(annex.blocks, places); }
    void operator()(const Grid& grid) const {
        for (const auto& cell : grid.cells) collect(cell, places);
    }
    template <class Other>
    void operator()(const Other&) const {}
};

void collect(const std::vector<PackBlock>& blocks, std::vector<HeadingPlace>& places) {
    for (const PackBlock& block : blocks) std::visit(HeadingFinder{places}, block.content);
}

std::vector<Strip> one_line(const std::string& text, std::string_view role, const TextSetting& setting,
                            Typesetter& typesetter) {
    if (text.empty()) return {};
    return typesetter.text({TextRun{text}}, role, setting);
}

/// Small words, then number and title under them: an item sheet's head or an annex's.
std::vector<Strip> lay_item_title(const Heading& heading, const TextSetting& number, const TextSetting& title,
                                  Typesetter& typesetter) {
    auto left = one_line(heading.kicker, "kicker", number, typesetter);
    auto right = one_line(heading.kicker_text, heading.lowered ? "row-label" : "kicker-text", title, typesetter);
    const double head = std::max(height_of(left), height_of(right));
    const auto append = [&](std::vector<Strip>& cell, std::vector<Strip> more) {
        if (more.empty()) return;
        more.front().before = head - height_of(cell);
        std::move(more.begin(), more.end(), std::back_inserter(cell));
    };
    append(left, one_line(heading.number, heading.lowered ? "annex-number" : "item-number", number, typesetter));
    append(right, typesetter.text(heading.content, "item-title", title));
    return side_by_side({std::move(left), std::move(right)},
                        std::max(height_of(left), height_of(right)) > typesetter.style().body_height() / 2);
}

/// What kind of pack it is stands beside its title.
std::vector<Strip> lay_opening(const Heading& heading, const TextSetting& number, const TextSetting& title,
                               Typesetter& typesetter) {
    auto left = one_line(heading.kicker, "cover-fact", number, typesetter);
    auto below = one_line(heading.kicker_text, "affiliation", number, typesetter);
    std::move(below.begin(), below.end(), std::back_inserter(left));
    return side_by_side({std::move(left), typesetter.text(heading.content, "pack-title", title)}, false);
}

std::vector<Strip> lay_numbered_title(const Heading& heading, const TextSetting& number, const TextSetting& title,
                                      Typesetter& typesetter) {
    const std::string role = "h" + std::to_string(std::clamp(heading.level, 1, 3));
    auto left = one_line(heading.number, role + "-number", number, typesetter);
    auto right = typesetter.text(heading.content, role, title);
    const bool tall = height_of(right) > typesetter.style().body_height() / 2;
    return side_by_side({std::move(left), std::move(right)}, tall);
}

std::vector<Strip> lay_on_page(const Heading& heading, int element, const Frame& frame, Typesetter& typesetter) {
    TextSetting number{{frame.label.x, frame.number_right - frame.label.x}};
    TextSetting title{frame.text};
    number.parent = title.parent = element;
    number.bare = title.bare = title.even = true;
    if (heading.level > 1 && !heading.verbatim) number.align = Align::end;
    if (heading.opens) return lay_opening(heading, number, title, typesetter);
    return heading.verbatim ? lay_item_title(heading, number, title, typesetter)
                            : lay_numbered_title(heading, number, title, typesetter);
}

std::vector<Strip> lay_inside(const Heading& heading, int element, const Frame& frame, Typesetter& typesetter) {
    TextSetting setting{frame.words};
    setting.parent = element;
    setting.bare = true;
    Inlines content = heading.content;
    if (!heading.number.empty()) content.insert(content.begin(), TextRun{heading.number + " "});
    return typesetter.text(content, "box-title", setting);
}

}  // namespace

std::vector<HeadingPlace> heading_places(const std::vector<PackBlock>& blocks) {
    std::vector<HeadingPlace> places;
    collect(blocks, places);
    return places;
}

std::string plain_text(const Inlines& inlines) {
    std::string text;
    for (const Inline& item : inlines) {
        if (const auto* run = std::get_if<TextRun>(&item)) text += run->text;
        if (std::holds_alternative<LineBreak>(item)) text += ' ';
    }
    return text;
}

std::string_view space_of(const Heading& heading) {
    if (heading.lowered) return "annex-title";
    if (heading.verbatim) return "item-title";
    if (heading.level == 1) return "h1";
    if (heading.level == 2) return heading.compact ? "h2-compact" : "h2";
    return "h3";
}

std::vector<Strip> lay_heading(const Heading& heading, int index, const HeadingPlace& place, const Frame& frame,
                               Typesetter& typesetter) {
    const bool on_page = frame.place == Frame::Place::page;
    std::vector<Strip> strips;
    if (heading.printed) {
        const int element = typesetter.add_element("H" + std::to_string(std::clamp(heading.level, 1, 3)), -1);
        strips = on_page ? lay_on_page(heading, element, frame, typesetter)
                         : lay_inside(heading, element, frame, typesetter);
    }
    if (strips.empty()) strips.emplace_back();
    for (Strip& strip : strips) strip.keep = Keep::hard;
    strips.front().heading = index;
    strips.front().keeps_space = heading.lowered;
    strips.front().new_page = on_page && (heading.level == 1 || heading.verbatim);
    strips.front().items.emplace_back(AnchorItem{place.anchor, frame.full.x, 0});
    mark_cited(heading.places, frame.text.x, typesetter.style(), strips);
    return strips;
}

}  // namespace rapporteur
