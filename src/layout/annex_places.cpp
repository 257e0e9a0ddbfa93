#include "layout/annex_places.h"

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace rapporteur {
namespace {

using Labels = std::map<std::string_view, std::string_view>;  // page labels by anchor

Labels labels_of(const Pages& pages) {
    Labels labels;
    for (const Page& page : pages.pages)
        for (const PageItem& item : page.items)
            if (const auto* anchor = std::get_if<AnchorItem>(&item)) labels.try_emplace(anchor->name, page.label);
    return labels;
}

/// Hands every citation and every list of citing pages in blocks on.
template <class Take>
class CitationWalk {
public:
    explicit CitationWalk(Take take) : take_(std::move(take)) {}

    void walk(std::vector<PackBlock>& blocks) {
        for (PackBlock& block : blocks) std::visit(*this, block.content);
    }

    void operator()(Paragraph& paragraph) { walk(paragraph.content); }
    void operator()(Heading& heading) { walk(heading.content); }
    void operator()(List& list) {
        for (List::Item& item : list.items) walk(item.content);
    }
    void operator()(LabelledRow& row) {
        walk(row.label);
        walk(row.content);
    }
    void operator()(Table& table) {
        walk(table.head);
        walk(table.body);
    }
    void operator()(TintedBox& box) { walk(box.content); }
    void operator()(Columns& columns) {
        for (Columns::Entry& entry : columns.entries) walk(entry.expansion);
    }
    void operator()(Grid& grid) {
        for (auto& cell : grid.cells) walk(cell);
    }
    void operator()(CitingPages& citing) { take_(citing); }
    void operator()(NotesBox&) {}
    void operator()(PageBreak&) {}
    void operator()(Contents&) {}
    void operator()(Annex&) {}
    void operator()(Figure&) {}  // the rows that it is drawn from have its citations

private:
    void walk(std::vector<Paragraph>& paragraphs) {
        for (Paragraph& paragraph : paragraphs) walk(paragraph.content);
    }
    void walk(std::vector<TableRow>& rows) {
        for (TableRow& row : rows)
            for (TableCell& cell : row.cells) walk(cell.content);
    }
    void walk(Inlines& inlines) {
        for (Inline& item : inlines)
            if (auto* cite = std::get_if<Citation>(&item)) take_(*cite);
    }

    Take take_;
};

struct Aim {
    const Pages& pages;
    const Labels& labels;
    bool& changed;

    void operator()(Citation& cite) const {
        const auto label = cite.place.empty() ? labels.end() : labels.find(cite.place);
        if (label == labels.end()) return;
        std::string page = "[" + std::string(label->second) + "]";
        changed |= page != cite.page_in_pack || cite.target != "#" + cite.place;
        cite.page_in_pack = std::move(page);
        cite.target = "#" + cite.place;
    }

    void operator()(CitingPages& citing) const {
        std::string words = pages_citing(citing);
        changed |= words != citing.pages;
        citing.pages = std::move(words);
    }

    std::string pages_citing(const CitingPages& citing) const {
        std::vector<std::string_view> found;
        for (const Page& page : pages.pages)
            for (const PageItem& item : page.items) {
                const auto* link = std::get_if<LinkItem>(&item);
                if (!link || !link->target.starts_with("#" + citing.prefix)) continue;
                if (found.empty() || found.back() != page.label) found.emplace_back(page.label);
            }
        std::string words;
        for (std::size_t i = 0; i < found.size(); ++i) {
            if (i > 0) words += i + 1 == found.size() ? citing.last : citing.separator;
            words += found[i];
        }
        return words;
    }
};

struct Gather {
    std::set<std::string>& places;

    void operator()(const Citation& cite) const {
        if (!cite.place.empty()) places.insert(cite.place);
    }
    void operator()(const CitingPages&) const {}
};

}  // namespace

std::set<std::string> cited_places(Pack& pack) {
    std::set<std::string> places;
    CitationWalk(Gather{places}).walk(pack.blocks);
    return places;
}

bool aim_citations(Pack& pack, const Pages& pages) {
    bool changed = false;
    const Labels labels = labels_of(pages);
    CitationWalk(Aim{pages, labels, changed}).walk(pack.blocks);
    return changed;
}

}  // namespace rapporteur
