#include "readers/labelling.h"

#include <algorithm>
#include <set>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/roman.h"
#include "support/text.h"

namespace rapporteur {

void set_label(Draft& draft, const Label& label) {
    draft.block.label = collapse_space(label.text);
    draft.block.number = label.number;
}

namespace {

void put_back_label(Draft& draft) {
    Draft whole;
    whole.text = std::exchange(draft.block.label, {});
    whole.block = Block();
    whole.block.page = draft.block.page;
    whole.block.line = draft.block.line;
    const Draft rest = draft;
    append(whole, rest, " ");
    draft.text = std::move(whole.text);
    draft.block.runs = std::move(whole.block.runs);
    draft.block.lines = std::move(whole.block.lines);
    draft.block.page_breaks = std::move(whole.block.page_breaks);
    if (!draft.block.lines.empty()) draft.block.lines.front().range.begin = 0;
    draft.block.range = {0, draft.text.size()};
    draft.block.number.clear();
}

/// The figure that a label begins with ("7 (d)"), 0 where it begins with another sign.
int leading_number(std::string_view label) {
    int number = 0;
    for (const char c : label) {
        if (c < '0' || c > '9' || number > 999) break;
        number = number * 10 + (c - '0');
    }
    return number;
}

/// Prose that stops at a comma.
bool asks_for_more(const Draft& draft) {
    return !draft.verbatim && draft.text.ends_with(',') && count_words(draft.text) >= 5 &&
           (draft.block.kind == BlockKind::paragraph || draft.block.kind == BlockKind::list_item);
}

}  // namespace

bool makes_item(const Label& label) {
    return label.bulleted || label.bracketed || label.style == LabelStyle::letter_lower ||
           label.style == LabelStyle::roman_lower;
}

void take_heading_number(Draft& draft) {
    const auto label = label_at(draft.text);
    if (!label || label->bulleted || label->length >= draft.text.size()) return;
    set_label(draft, *label);
    drop_front(draft, label->length);
}

bool take_label(Draft& draft, ListDepth& depth, int indent) {
    std::string probe = draft.text;
    if (draft.gap_at > 0 && draft.gap_at < probe.size()) probe[draft.gap_at] = '\t';
    const auto label = label_at(probe);
    if (!label || label->length > draft.text.size()) return false;
    set_label(draft, *label);
    drop_front(draft, label->length);
    if (makes_item(*label)) {
        draft.block.kind = BlockKind::list_item;
        draft.block.level = depth.place(*label, indent);
    } else {
        depth.start_under(*label);
    }
    return true;
}

void put_back_doubtful(Drafts& drafts) {
    std::set<int> seen;      // letters that began a paragraph, A as 1
    std::set<int> numerals;  // Roman numerals that did
    for (Draft& draft : drafts) {
        const auto label = label_at(draft.block.label + "\tX");
        if (draft.block.label.empty() || !label || label->bracketed || label->bulleted) continue;
        const bool roman = label->style == LabelStyle::roman_upper && !label->may_be_other;
        if (roman || (label->style != LabelStyle::letter_upper && label->style != LabelStyle::roman_upper)) continue;
        const int letter = value_of(*label, LabelStyle::letter_upper);
        const int numeral = roman_value(label->number);
        const bool in_sequence = letter == 1 || (numeral > 1 && numerals.contains(numeral - 1)) ||
                                 seen.contains(letter - 1) || label->number == "I" || label->number == "V" ||
                                 label->number == "X";
        if (!in_sequence && !draft.marked) {
            put_back_label(draft);
        } else {
            seen.insert(letter);
            numerals.insert(numeral);
        }
    }
}

void put_back_continued(Drafts& drafts) {
    int last = 0;  // number of the paragraph above
    const Draft* above = nullptr;
    for (Draft& draft : drafts) {
        if (draft.block.kind == BlockKind::note) continue;
        const int number = leading_number(draft.block.label);
        const bool follows = number == 0 || number == 1 || number == last || number == last + 1;
        if (!follows && above && asks_for_more(*above) && starts_low(draft.text)) {
            put_back_label(draft);
            draft.block.kind = BlockKind::paragraph;
            draft.block.level = 0;
        } else if (number > 0) {
            last = number;
        }
        above = &draft;
    }
}

void find_bare_items(Drafts& drafts) {
    const auto could_be_item = [](const Draft& draft) {
        return draft.block.kind == BlockKind::paragraph && draft.block.label.empty() && !draft.verbatim &&
               starts_low(draft.text) && !has_address(first_word(draft.text));
    };
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        const Block& lead_in = drafts[i].block;
        const bool prose = lead_in.kind == BlockKind::paragraph || lead_in.kind == BlockKind::list_item;
        if (!prose || !drafts[i].text.ends_with(':')) continue;
        std::size_t end = i + 1;
        while (end < drafts.size() && could_be_item(drafts[end])) ++end;
        if (end < i + 3) continue;
        for (std::size_t k = i + 1; k < end; ++k) {
            drafts[k].block.kind = BlockKind::list_item;
            drafts[k].block.level = lead_in.kind == BlockKind::list_item ? std::min(lead_in.level + 1, 9) : 1;
            drafts[k].bare_item = true;
        }
    }
}

void make_numbered_paragraphs(Drafts& drafts) {
    const auto is_top = [](const Draft& draft) {
        return draft.block.kind == BlockKind::list_item && draft.block.level == 1;
    };
    const auto is_prose = [](const Draft& draft) {
        return !draft.block.number.empty() && draft.block.label == draft.block.number + "." &&
               count_words(draft.text) >= 12;
    };
    for (std::size_t i = 0; i < drafts.size(); ++i) {
        if (drafts[i].block.kind != BlockKind::list_item) continue;
        std::size_t end = i;
        bool prose = is_top(drafts[i]) && (i == 0 || !drafts[i - 1].text.ends_with(':'));
        for (; end < drafts.size() && drafts[end].block.kind == BlockKind::list_item; ++end) {
            if (is_top(drafts[end]) && !drafts[end].block.label.empty()) prose = prose && is_prose(drafts[end]);
        }
        for (std::size_t k = i; k < end && prose; ++k) {
            if (is_top(drafts[k])) drafts[k].block.kind = BlockKind::paragraph;
            --drafts[k].block.level;
        }
        i = end;
    }
}

}  // namespace rapporteur
