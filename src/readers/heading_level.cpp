#include "readers/heading_level.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <utility>

#include "readers/heading.h"
#include "readers/label.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int first_level = 2;  // the title is level 1
constexpr int last_level = 9;

enum Look { annex, capitals, roman, letter, decimal_1, decimal_2, decimal_3, bold, plain, italic };

std::optional<Label> label_of(const Draft& draft) {
    return draft.block.label.empty() ? std::nullopt : label_at(draft.block.label + "\tX");
}

Look look_of(const Draft& draft) {
    if (const auto label = label_of(draft)) {
        if (label->style == LabelStyle::roman_upper || label->style == LabelStyle::roman_lower) return roman;
        if (label->style == LabelStyle::letter_upper || label->style == LabelStyle::letter_lower) return letter;
        return static_cast<Look>(std::min(decimal_1 + label->parts - 1, static_cast<int>(decimal_3)));
    }
    if (is_plain_heading(draft)) return is_all_italic(draft) ? italic : plain;
    const std::string low = to_lower(draft.text.substr(0, 5));
    if (low.starts_with("annex") || low.starts_with("appen") || low.starts_with("anexo")) return annex;
    return is_all_capitals(draft.text) ? capitals : bold;
}

/// What outranks what: the larger print first, then the look.
using Rank = std::pair<long, Look>;

Rank rank_of(const Draft& draft) { return {-std::lround(draft.size * 2), look_of(draft)}; }

/// Numbered headings of one sequence stand on one level, whatever the file marks them as.
void align_siblings(Drafts& drafts) {
    struct Sibling {
        int value = 0;
        int level = 0;
    };
    std::map<std::pair<LabelStyle, int>, Sibling> open;
    for (Draft& draft : drafts) {
        if (draft.block.kind != BlockKind::heading) continue;
        const auto label = label_of(draft);
        if (!label) continue;
        const int value = value_of(*label, label->style);
        Sibling& sibling = open[{label->style, label->parts}];
        if (draft.marked && value == sibling.value + 1 && sibling.level > 0) draft.block.level = sibling.level;
        sibling = {value, draft.block.level};
    }
}

/// Levels of the headings from `begin` to `end`, which share one scheme.
void set_levels_of(Drafts& drafts, std::size_t begin, std::size_t end) {
    const auto is_free = [](const Draft& draft) {
        return draft.block.kind == BlockKind::heading && !draft.block.title && !draft.marked;
    };
    std::map<Rank, int> levels;
    for (std::size_t i = begin; i < end; ++i) {
        if (is_free(drafts[i]) && look_of(drafts[i]) != annex) levels[rank_of(drafts[i])] = 0;
    }
    int level = first_level;
    for (auto& [rank, its_level] : levels) its_level = std::min(level++, last_level);
    for (std::size_t i = begin; i < end; ++i) {
        Draft& draft = drafts[i];
        if (!is_free(draft)) continue;
        draft.block.level = look_of(draft) == annex ? 1 : levels.at(rank_of(draft));
        const Draft* above = i > begin && !drafts[i - 1].block.title ? &drafts[i - 1] : nullptr;
        const bool below_its_like = above && is_plain_heading(draft) && is_plain_heading(*above);
        if (below_its_like) draft.block.level = std::min(above->block.level + 1, last_level);
    }
}

}  // namespace

void set_levels(Drafts& drafts) {
    std::size_t begin = 0;
    for (std::size_t i = 0; i <= drafts.size(); ++i) {
        const bool part = i < drafts.size() && drafts[i].block.kind == BlockKind::heading && !drafts[i].marked &&
                          !drafts[i].block.title && look_of(drafts[i]) == annex;
        if (!part && i < drafts.size()) continue;
        set_levels_of(drafts, begin, i);
        begin = i;
    }
    align_siblings(drafts);
}

}  // namespace rapporteur
