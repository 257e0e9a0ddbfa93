#include "app/annex_sheets.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_page_text = 24000;  // bytes that a screen reader gets of one page

class SheetMaker {
public:
    SheetMaker(const std::vector<SourcePage>& pages, const Annex& annex, const std::string& prefix) {
        for (std::size_t i = 0; i < pages.size(); ++i) {
            SourceSheet sheet;
            sheet.width = pages[i].readable ? pages[i].width : 0;
            sheet.height = pages[i].readable ? pages[i].height : 0;
            sheet.anchor = anchor(prefix, i);
            sheet.alt = replace_first(annex.alt, "{page}", std::to_string(i + 1));
            if (!pages[i].readable) sheet.missing = annex.page_damaged;
            without_words_.push_back(pages[i].broken_picture ? annex.page_damaged : std::string());
            for (const SourceLink& link : pages[i].links)
                sheet.links.push_back({link.area, link.address.empty()
                                                      ? "#" + anchor(prefix, static_cast<std::size_t>(link.page))
                                                      : link.address});
            sheets_.push_back(std::move(sheet));
        }
    }

    void add(const Document& document, const std::vector<CitedWords>& cited) {
        for (const Block& block : document.blocks) {
            add_text(document, block);
            for (const CitedWords& words : cited)
                if (words.range.overlaps(block.range)) mark(words, block);
        }
    }

    /// A page whose picture cannot be shown and that has no words is as good as unreadable.
    std::vector<SourceSheet> take() {
        for (std::size_t i = 0; i < sheets_.size(); ++i) {
            if (!sheets_[i].text.empty() || without_words_[i].empty()) continue;
            sheets_[i].missing = without_words_[i];
            sheets_[i].width = sheets_[i].height = 0;
        }
        return std::move(sheets_);
    }

private:
    static std::string anchor(const std::string& prefix, std::size_t page) {
        return prefix + "page-" + std::to_string(page + 1);
    }

    static std::string replace_first(std::string text, std::string_view what, const std::string& with) {
        if (const std::size_t at = text.find(what); at != std::string::npos) text.replace(at, what.size(), with);
        return text;
    }

    SourceSheet* sheet(int page) {
        return page >= 1 && static_cast<std::size_t>(page) <= sheets_.size()
                   ? &sheets_[static_cast<std::size_t>(page) - 1]
                   : nullptr;
    }

    void append(int page, std::string_view text) {
        SourceSheet* to = sheet(page);
        if (!to || to->text.size() + text.size() > most_page_text) return;
        if (!to->text.empty()) to->text += ' ';
        to->text += text;
    }

    void add_text(const Document& document, const Block& block) {
        if (block.lines.empty()) return append(block.page, document.text_of(block));
        for (const LineBox& line : block.lines) append(line.box.page, trim(document.slice(line.range)));
    }

    /// One area on each page that carries some of the words; where no boxes are known, the page's top.
    void mark(const CitedWords& words, const Block& block) {
        for (const LineBox& line : block.lines)
            if (words.range.overlaps(line.range)) extend(words.place, line.box);
        if (block.lines.empty())
            if (SourceSheet* top = sheet(page_at(block, std::max(words.range.begin, block.range.begin))))
                top->cited.push_back({words.place, {}});
    }

    void extend(const std::string& place, const Box& box) {
        SourceSheet* on = sheet(box.page);
        if (!on) return;
        const PageRect area{box.x0, on->height - box.y1, box.x1, on->height - box.y0};
        CitedArea* last = on->cited.empty() ? nullptr : &on->cited.back();
        if (!last || last->place != place) {
            on->cited.push_back({place, area});
            return;
        }
        last->area = {std::min(last->area.x0, area.x0), std::min(last->area.y0, area.y0),
                      std::max(last->area.x1, area.x1), std::max(last->area.y1, area.y1)};
    }

    std::vector<SourceSheet> sheets_;
    std::vector<std::string> without_words_;  // what a page says where it has no words; empty where it needs none
};

}  // namespace

std::vector<SourceSheet> sheets_of(const std::vector<SourcePage>& pages, const Document* document,
                                   const std::vector<CitedWords>& cited, const Annex& annex,
                                   const std::string& prefix) {
    SheetMaker maker(pages, annex, prefix);
    if (document) maker.add(*document, cited);
    return maker.take();
}

}  // namespace rapporteur
