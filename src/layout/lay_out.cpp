#include "layout/lay_out.h"

#include <iterator>

#include "layout/block_layout.h"
#include "layout/close_up.h"
#include "layout/cover_layout.h"
#include "layout/furniture.h"
#include "layout/heading_layout.h"
#include "layout/paginate.h"
#include "layout/path.h"
#include "layout/typeset.h"
#include "support/language_tag.h"
#include "support/page_label.h"

namespace rapporteur {
namespace {

void fill_page_numbers(const std::vector<PendingNumber>& numbers, const Pagination& made, std::size_t first,
                       std::vector<Page>& pages, Typesetter& typesetter) {
    for (const PendingNumber& pending : numbers) {
        const std::size_t page = first + made.page_of_heading[static_cast<std::size_t>(pending.number.heading)];
        const std::string_view role = pending.number.bold ? "contents-1" : "contents-2";
        for (PageItem& item :
             typesetter.line(pages[page].label, role, pending.number.x, pending.number.element, Align::end)) {
            move_by(item, 0, pending.number.baseline);
            pages[first + pending.page].items.push_back(std::move(item));
        }
    }
}

/// Gives each page the number that is printed on it.
void label_pages(const Flow& flow, const Pagination& made, std::size_t first, std::vector<Page>& pages) {
    const PageNumbering* numbering = nullptr;
    int next = 1;
    for (std::size_t i = 0; i < pages.size(); ++i) {
        if (const int begun = i < first ? -1 : made.numberings[i - first]; begun >= 0) {
            numbering = &flow.numberings[static_cast<std::size_t>(begun)];
            next = numbering->first;
        }
        pages[i].label = numbering
                             ? numbering->prefix + (numbering->letters ? page_letters(next) : std::to_string(next))
                             : std::to_string(i + 1);
        ++next;
    }
}

/// The last page before a heading of the same level or a higher one.
std::size_t last_page_under(std::size_t heading, const std::vector<HeadingPlace>& headings, const Pagination& made) {
    std::size_t next = heading + 1;
    while (next < headings.size() && headings[next].level > headings[heading].level) ++next;
    if (next == headings.size()) return made.stamps.empty() ? 0 : made.stamps.size() - 1;
    const std::size_t page = made.page_of_heading[next];
    return made.heading_begins_page[next] && page > made.page_of_heading[heading] ? page - 1 : page;
}

void record_headings(const std::vector<HeadingPlace>& headings, const Pagination& made, std::size_t first,
                     Pages& pages) {
    for (std::size_t i = 0; i < headings.size(); ++i) {
        const HeadingPlace& heading = headings[i];
        const std::size_t page = first + made.page_of_heading[i];
        if (!heading.anchor.empty())
            pages.heading_pages.push_back({heading.anchor, pages.pages[page].label,
                                           pages.pages[first + last_page_under(i, headings, made)].label});
        if (!heading.in_contents) continue;
        const std::string title = heading.number.empty() ? heading.title : heading.number + " " + heading.title;
        pages.outline.push_back({heading.level, title, static_cast<int>(page), made.top_of_heading[i]});
    }
}

void describe(const PackMeta& meta, Pages& pages) {
    pages.title = meta.title;
    pages.language = meta.language;
    pages.author = meta.author;
    pages.subject = meta.subject;
    pages.date_iso = meta.date_iso;
}

}  // namespace

Pages lay_out(const Pack& pack, const Style& print, const FontSet& fonts, Diagnostics& diagnostics,
              const Hyphenation& hyphenation) {
    const Style style = print.in_language(pack.meta.language);
    Pages pages;
    describe(pack.meta, pages);
    Typesetter typesetter(style, fonts, hyphenation, pack.meta.language, pages, diagnostics);
    if (pack.cover.present) pages.pages.push_back(lay_cover(pack.cover, typesetter, diagnostics));
    const std::size_t first = pages.pages.size();

    Flow flow;
    flow.headings = heading_places(pack.blocks);
    int next_heading = 0;
    flow.strips = BlockLayout(page_frame(style), flow, typesetter, next_heading).lay(pack.blocks);
    close_up(flow.strips, style);
    Pagination made;
    if (!pack.blocks.empty() || first == 0) made = paginate(flow, style);

    std::move(made.pages.begin(), made.pages.end(), std::back_inserter(pages.pages));
    label_pages(flow, made, first, pages.pages);
    fill_page_numbers(made.numbers, made, first, pages.pages, typesetter);
    record_headings(flow.headings, made, first, pages);
    for (std::size_t i = first; i < pages.pages.size(); ++i) {
        if (const int index = made.stamps[i - first]; index >= 0) {
            const Stamp& stamp = flow.stamps[static_cast<std::size_t>(index)];
            if (stamp.lying) std::swap(pages.pages[i].width, pages.pages[i].height);
            add_stamp(pages.pages[i], pack.meta, stamp, pages.pages.size(), typesetter);
        } else
            add_furniture(pages.pages[i], pack.meta, made.running[i - first], pages.pages.size(), typesetter);
    }
    if (runs_right_to_left(pages.language)) {
        for (Page& page : pages.pages)
            for (PageItem& item : page.items) mirror(item, page.width);
        for (auto& figure : pages.figures)
            for (FigurePicture& part : figure)
                for (PageItem& item : part.items) mirror(item, part.width);
    }
    return pages;
}

}  // namespace rapporteur
