#include "writers/pdf/pdf_spaces.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>
#include <unordered_map>

#include "support/text.h"

namespace rapporteur {
namespace {

struct Place {
    std::size_t page = 0, item = 0;
    const TextItem* text = nullptr;
};

bool is_inline(std::string_view role) {
    constexpr std::array<std::string_view, 6> roles = {"Span", "Link", "Quote", "Reference", "Code", "Annot"};
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

// The block that each element's text runs in: links and spans belong to the paragraph around them.
std::vector<int> blocks_of(const std::vector<Element>& elements) {
    std::vector<int> blocks(elements.size());
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const auto own = static_cast<int>(i);
        const int parent = elements[i].parent;
        blocks[i] =
            is_inline(elements[i].role) && parent >= 0 && parent < own ? blocks[static_cast<std::size_t>(parent)] : own;
    }
    return blocks;
}

// Scripts that write no space between words.
bool is_unspaced(char32_t c) {
    return (c >= 0x2E80 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF00 && c <= 0xFFEF) || c >= 0x20000;
}

bool is_hyphen(char32_t c) { return c == '-' || c == '/' || c == 0xAD || c == 0x2010 || c == 0x2013 || c == 0x2014; }

bool is_apart(const Place& before, const Place& next) {
    constexpr double least_gap = 0.15;  // em
    const double size = std::max(before.text->size, next.text->size);
    if (before.page != next.page || std::abs(before.text->baseline - next.text->baseline) > size / 2) return true;
    const double left = std::min(before.text->x, next.text->x), right = std::max(before.text->x, next.text->x);
    const double width = before.text->x <= next.text->x ? before.text->width : next.text->width;
    return right - left - width > least_gap * size;
}

bool needs_space(const Place& before, const Place& next) {
    const std::string& ended = before.text->text;
    const std::string& begun = next.text->text;
    if (ended.empty() || begun.empty()) return false;
    const char32_t last = decode_before(ended, ended.size()).value, first = decode_at(begun, 0).value;
    if (is_space(last) || is_space(first) || is_hyphen(last)) return false;
    if (is_unspaced(last) && is_unspaced(first)) return false;
    return is_apart(before, next);
}

}  // namespace

std::vector<std::vector<bool>> spaces_after(const Pages& pages) {
    const std::vector<int> blocks = blocks_of(pages.elements);
    std::vector<std::vector<bool>> spaces;
    std::unordered_map<int, Place> last;  // by block
    for (std::size_t page = 0; page < pages.pages.size(); ++page) {
        const auto& items = pages.pages[page].items;
        spaces.emplace_back(items.size());
        for (std::size_t i = 0; i < items.size(); ++i) {
            const auto* text = std::get_if<TextItem>(&items[i]);
            if (!text || text->element < 0 || static_cast<std::size_t>(text->element) >= blocks.size()) continue;
            Place& before = last[blocks[static_cast<std::size_t>(text->element)]];
            const Place here{page, i, text};
            if (before.text && needs_space(before, here)) spaces[before.page][before.item] = true;
            before = here;
        }
    }
    return spaces;
}

}  // namespace rapporteur
