#include "readers/title.h"

#include <algorithm>

#include "readers/furniture.h"
#include "readers/heading.h"
#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_title = 40;  // drafts

/// A heading that the format marks, below another one of other words.
bool repeats_nothing(const Drafts& drafts, std::size_t at) {
    bool marked = false;
    for (std::size_t i = 0; i < at; ++i) {
        if (fold(drafts[i].text) == fold(drafts[at].text)) return false;
        marked = marked || drafts[i].marked;
    }
    return marked;
}

/// A clause of a resolution, also with the mark of a note behind it (";4"): no line of a title ends so.
bool ends_clause(std::string_view text) {
    const std::size_t last = text.find_last_not_of("0123456789");
    return last != std::string_view::npos && text[last] == ';' && count_words(text) >= 4;
}

/// True where the document's text has begun: prose, a list, a table, or a section's heading below the title's.
bool begins_text(const Drafts& drafts, std::size_t i) {
    const Draft& draft = drafts[i];
    if (draft.after_rule && i > 0) return true;
    switch (draft.block.kind) {
        case BlockKind::table:
        case BlockKind::list_item:
            return true;
        case BlockKind::heading:
            return draft.marked && repeats_nothing(drafts, i);
        case BlockKind::paragraph:
            break;
        default:
            return false;
    }
    if (!draft.block.number.empty() && count_words(draft.text) >= 6) return true;
    if (ends_clause(draft.text)) return true;
    if (draft.text.size() >= 160 && !draft.text.starts_with('[')) return true;
    if (count_words(draft.text) >= 14 && !draft.block.bold && !is_all_capitals(draft.text) &&
        !draft.text.starts_with('['))
        return true;
    const bool opening = draft.text.ends_with(',') && i + 1 < drafts.size() &&
                         (drafts[i + 1].text.size() >= 100 || is_body(drafts[i + 1]));
    return opening || (ends_sentence(draft.text) && count_words(draft.text) >= 8 && !draft.text.starts_with('['));
}

bool is_resolution(const Draft& draft) {
    const auto label = label_at(draft.block.label + "\tX");
    return label && label->style == LabelStyle::resolution;
}

/// A heading that others repeat with other numbers ("Resolution 3") is one of a series of sections.
bool is_one_of_series(const Drafts& drafts, std::size_t at) {
    const Draft& draft = drafts[at];
    if (draft.block.kind != BlockKind::heading || draft.text.find_first_of("0123456789") == std::string::npos)
        return false;
    const std::string shape = without_numbers(draft.text);
    return std::count_if(drafts.begin(), drafts.end(), [&](const Draft& other) {
               return other.block.kind == BlockKind::heading && without_numbers(other.text) == shape &&
                      other.text != draft.text;
           }) >= 1;
}

/// The last heading before the text belongs to its section, not to the title, where a fuller title stands above it.
bool heads_section(const Drafts& drafts, std::size_t at) {
    const Draft& last = drafts[at];
    if (last.block.kind != BlockKind::heading || is_resolution(last)) return false;
    if (last.text.ends_with(':') || (!last.block.number.empty() && !is_resolution(last))) return true;
    bool fuller = false;
    for (std::size_t i = 0; i < at; ++i) {
        if (drafts[i].block.kind != BlockKind::heading) continue;
        if (fold(drafts[i].text) == fold(last.text)) return false;
        const bool below = last.marked && last.block.level >= 2;
        const bool stronger = is_plain_heading(last) && !is_plain_heading(drafts[i]);
        fuller = fuller || stronger || below || (count_words(drafts[i].text) >= 3 && count_words(last.text) <= 2) ||
                 (drafts[i].marked && drafts[i].block.level < last.block.level);
    }
    return fuller;
}

}  // namespace

void find_title(Drafts& drafts, std::string_view language) {
    std::size_t end = 0;
    while (end < drafts.size() && end < longest_title && !begins_text(drafts, end)) ++end;
    std::size_t series = end;
    while (series > 0 && is_one_of_series(drafts, series - 1)) --series;
    if (series < end)
        end = series;
    else if (end > 0 && heads_section(drafts, end - 1))
        --end;
    for (std::size_t i = 0; i < end; ++i) {
        Draft& draft = drafts[i];
        if (draft.block.kind == BlockKind::note || draft.block.kind == BlockKind::damaged) continue;
        draft.block.title = true;
        if (draft.block.kind == BlockKind::heading) draft.block.level = 1;
        if (is_resolution(draft) && draft.block.kind == BlockKind::paragraph) {
            draft.block.kind = BlockKind::heading;
            draft.block.level = 1;
        }
        draft.block.cut_after = ends_with_function_word(draft.text, language);
    }
}

}  // namespace rapporteur
