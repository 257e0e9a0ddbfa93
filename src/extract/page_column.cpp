#include "extract/page_column.h"

#include <algorithm>
#include <string_view>

namespace rapporteur {
namespace {

constexpr std::size_t fewest_pages = 3;
constexpr std::size_t most_figures = 3;  // of a page number

/// Where the number that a title ends with begins, its space before it included; the title's size where it ends with
/// none.
std::size_t page_begin(std::string_view title) {
    std::size_t at = title.size();
    while (at > 0 && title[at - 1] >= '0' && title[at - 1] <= '9') --at;
    const std::size_t figures = title.size() - at;
    const bool page = figures > 0 && figures <= most_figures && at > 1 && title[at - 1] == ' ' && title[at] != '0';
    return page ? at - 1 : title.size();
}

int page_of(std::string_view title, std::size_t begin) {
    int page = 0;
    for (const char c : title.substr(begin + 1)) page = 10 * page + (c - '0');
    return page;
}

}  // namespace

void cut_page_column(std::vector<ItemDraft>& drafts) {
    std::size_t pages = 0, numbered = 0;
    int last = 0;
    for (const ItemDraft& draft : drafts) {
        const std::string& title = draft.item.title;
        if (draft.item.number.empty()) continue;
        ++numbered;
        const std::size_t begin = page_begin(title);
        if (begin == title.size()) continue;
        const int page = page_of(title, begin);
        if (page < last) return;
        last = page;
        ++pages;
    }
    if (pages < fewest_pages || 3 * pages < 2 * numbered) return;
    for (ItemDraft& draft : drafts) {
        std::string& title = draft.item.title;
        const std::size_t cut = title.size() - page_begin(title);
        title.resize(title.size() - cut);
        draft.range.end -= std::min(cut, draft.range.size());
    }
}

}  // namespace rapporteur
