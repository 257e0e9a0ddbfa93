#include "readers/healing.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>
#include <vector>

#include "readers/prose.h"
#include "readers/vocabulary.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t nothing = ~std::size_t{0};
constexpr std::size_t prose_length = 60;  // bytes from which an end without a full stop is a break, not a short line

bool is_flow(const Draft& draft) {
    const BlockKind kind = draft.block.kind;
    return !draft.block.title && !draft.verbatim && (kind == BlockKind::paragraph || kind == BlockKind::list_item);
}

bool may_go_on(const Draft& draft) { return is_flow(draft) && draft.block.label.empty() && draft.block.number.empty(); }

bool ends_in_damage(const Draft& draft) {
    return !draft.block.damaged.empty() && draft.block.damaged.back().end == draft.text.size();
}

class Healer {
public:
    Healer(Drafts& drafts, std::string_view language, bool marked)
        : drafts_(drafts), language_(language), marked_(marked) {
        for (const Draft& draft : drafts_) {
            if (is_flow(draft) && draft.text.ends_with(',')) ++comma_ends_;
        }
    }

    void heal() {
        damaged_ = is_damaged();
        numbered_ = is_numbered();
        Drafts& out = healed_;
        std::size_t open = nothing;  // the last flowing draft in `out`
        bool parted = false;         // notes or a break stand after it
        for (Draft& draft : drafts_) {
            const bool aside = draft.block.kind == BlockKind::note || draft.boxed;
            if (aside) {
                parted = true;
            } else if (open != nothing && may_go_on(draft)) {
                if (join(out[open], draft, parted || draft.after_break)) {
                    parted = false;
                    continue;
                }
                mark_cut(out[open], draft);
            } else if (open != nothing && is_flow(draft)) {
                mark_end(out[open]);
            }
            out.push_back(std::move(draft));
            if (aside) continue;
            if (open != nothing && !is_flow(out.back())) mark_end(out[open]);
            open = is_flow(out.back()) ? out.size() - 1 : nothing;
            if (open != nothing && open > 0) mark_start(out, open);
            parted = false;
        }
        if (open != nothing) mark_end(out[open]);
        drafts_ = std::move(healed_);
    }

private:
    bool unfinished(const Draft& draft) const {
        if (ends_in_damage(draft) || leads_to_next_item(draft)) return false;
        return !ends_clause(draft.text) || ends_with_function_word(draft.text, language_);
    }

    /// "…; and": an item that only the next one follows.
    static bool leads_to_next_item(const Draft& draft) {
        const std::size_t space = draft.text.rfind(' ');
        if (draft.block.kind != BlockKind::list_item || space == std::string::npos || space == 0 ||
            draft.text.size() - space > 5)
            return false;
        return draft.text[space - 1] == ';' || draft.text[space - 1] == ',';
    }

    /// A break in prose: a short line without a full stop is none.
    bool breaks_off(const Draft& draft) const {
        if (ends_in_damage(draft)) return true;
        if (!unfinished(draft)) return false;
        if (ends_with_function_word(draft.text, language_) || draft.text.ends_with('-')) return true;
        return draft.block.kind == BlockKind::paragraph && draft.text.size() >= prose_length &&
               !draft.text.ends_with(',') && !has_address(last_token(draft.text)) && is_running_text(draft.text) &&
               (draft.text.size() >= 2 * prose_length || !draft.block.bold);
    }

    static std::string_view last_token(std::string_view text) {
        const std::size_t space = text.rfind(' ');
        return space == std::string_view::npos ? text : text.substr(space + 1);
    }

    static std::string_view first_token(std::string_view text) { return text.substr(0, text.find(' ')); }

    /// The words of the document, gathered when a break in a word is first asked about.
    const Vocabulary& vocabulary() {
        if (!vocabulary_) vocabulary_.emplace(drafts_, healed_);
        return *vocabulary_;
    }

    bool ends_in_cut_word(const Draft& draft) {
        return unfinished(draft) && draft.text.size() >= prose_length && !draft.text.ends_with('-') &&
               !draft.text.ends_with(',') && vocabulary().is_cut(last_word(draft.text)) &&
               is_alpha(decode_before(draft.text, draft.text.size()).value);
    }

    Hyphen across_hyphen(const Draft& above, const Draft& below) {
        return vocabulary().across_hyphen(last_word(above.text), first_word(below.text));
    }

    /// What to put between the two (after taking the hyphen away), or nothing where they do not belong together.
    std::optional<std::string_view> glue(Draft& above, const Draft& below, bool parted) {
        if (parted && goes_over_page(above, below)) return " ";
        if (!unfinished(above) || above.text.empty() || !above.block.damaged.empty()) return std::nullopt;
        if (above.text.ends_with('-') && !above.text.ends_with(" -")) {
            Hyphen hyphen = across_hyphen(above, below);
            const bool goes_on = above.size > 0 && parted && starts_low(below.text) && !damaged_;
            if (hyphen == Hyphen::unknown && goes_on) {
                const bool keeps = vocabulary().keeps_hyphen(last_word(above.text), first_word(below.text));
                hyphen = keeps ? Hyphen::of_the_word : Hyphen::of_the_break;
            }
            if (hyphen == Hyphen::of_the_break) above.text.pop_back();
            return hyphen == Hyphen::unknown ? std::nullopt : std::optional<std::string_view>("");
        }
        return belong_together(above, below, parted) ? std::optional<std::string_view>(" ") : std::nullopt;
    }

    /// Where every paragraph has a number, one without that stands at the head of a page goes on from the page before
    /// even where a sentence ended there, if that page's last line was full.
    bool goes_over_page(const Draft& above, const Draft& below) const {
        const auto is_prose = [](const Draft& draft) {
            return draft.size > 0 && draft.text.size() >= prose_length && !is_all_bold(draft) && !is_all_italic(draft);
        };
        return numbered_ && below.after_break && above.reaches_edge && !above.block.number.empty() &&
               above.block.kind == BlockKind::paragraph && below.block.kind == BlockKind::paragraph &&
               is_prose(above) && is_prose(below) && std::abs(above.size - below.size) < 0.5 &&
               last_page(above) + 1 == below.block.page && ends_sentence(above.text);
    }

    /// Nearly all paragraphs of prose have a number.
    bool is_numbered() const {
        std::size_t with = 0;
        std::size_t without = 0;
        for (const Draft& draft : drafts_) {
            if (draft.block.kind != BlockKind::paragraph || draft.block.title || draft.text.size() < 3 * prose_length)
                continue;
            if (draft.block.number.empty())
                without += draft.after_break ? 0 : 1;
            else
                ++with;
        }
        return with >= 6 && with >= 5 * without;
    }

    bool belong_together(const Draft& above, const Draft& below, bool parted) {
        if (damaged_ || has_address(first_token(below.text))) return false;
        const bool line_apart = below.block.kind == BlockKind::list_item;  // a line that the item's author set apart
        if (line_apart &&
            (above.text.size() < prose_length || above.text.ends_with(')') || above.text.ends_with(']'))) {
            return ends_with_function_word(above.text, language_);
        }
        const bool full = above.reaches_edge || (parted && had_no_room(above, below));
        const bool stops_short = above.size > 0 && !full;  // on paper, far from the end of its line
        if (stops_short && !ends_with_function_word(above.text, language_)) return false;
        const bool across = parted && full && below.size > 0 && std::abs(above.size - below.size) < 0.5;
        if (across && !above.text.ends_with(',') && above.text.size() >= prose_length) return true;
        if (marked_ && !parted) return starts_low(below.text) && ends_with_function_word(above.text, language_);
        if (below.bare_item) return ends_with_function_word(above.text, language_);
        if (starts_low(below.text) && count_words(head(above.text, prose_length)) >= 4 && !ends_in_cut_word(above))
            return true;
        if (ends_with_function_word(above.text, language_) && count_words(head(above.text, prose_length)) >= 5)
            return true;
        if (counts_on(above.text, below.text)) return true;
        return above.text.ends_with(',') && parted && comma_ends_ <= 1;
    }

    /// Uneven lines: the first word of what follows would not have fitted on the last one.
    static bool had_no_room(const Draft& above, const Draft& below) {
        return below.first_word > 0 && above.room < below.first_word + 0.25 * above.size;
    }

    /// "items 5, 6," and "7 and 15 should be taken together".
    static bool counts_on(std::string_view above, std::string_view below) {
        return above.ends_with(',') && is_figure(last_word(above)) && is_figure(first_word(below)) &&
               is_digit(decode_at(below, 0).value) && !is_date_line(below);
    }

    static bool is_figure(std::string_view word) {
        return !word.empty() && std::all_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
    }

    bool join(Draft& above, const Draft& below, bool parted) {
        const auto between = glue(above, below, parted);
        if (between) append(above, below, *between);
        return between.has_value();
    }

    void mark_cut(Draft& above, Draft& below) {
        mark_end(above);
        if (!damaged_) return;
        if (breaks_off(above) || ends_in_cut_word(above)) below.block.cut_before = true;
    }

    void mark_end(Draft& draft) const {
        if (draft.text.size() < prose_length && draft.text.find(' ') == std::string::npos) return;  // "N/A" in a form
        const bool plain_end = ends_with_function_word(draft.text, language_) || draft.text.ends_with('-');
        if (damaged_ ? breaks_off(draft) : plain_end && unfinished(draft)) draft.block.cut_after = true;
    }

    /// Prose that begins with a small letter though nothing before it asks to be continued.
    void mark_start(Drafts& out, std::size_t at) const {
        Draft& draft = out[at];
        if (!may_go_on(draft) || draft.block.kind != BlockKind::paragraph || !starts_low(draft.text)) return;
        if (has_address(first_token(draft.text))) return;
        const Draft& above = out[at - 1];
        const bool led_in =
            is_flow(above) && (above.text.ends_with(':') || above.text.ends_with(',') || above.text.ends_with(';'));
        if (!led_in && draft.text.size() >= prose_length) draft.block.cut_before = true;
    }

    /// Weighs what cannot be healed against the length of the document. Where most paragraphs end without a full stop,
    /// that is its author's way.
    bool is_damaged() {
        int signs = 0;
        int breaks = 0;  // long paragraphs that stop in the middle
        int finished = 0;
        int paragraphs = 0;
        const Draft* above = nullptr;
        for (const Draft& draft : drafts_) {
            if (draft.block.kind == BlockKind::damaged) signs += 2;
            if (draft.block.kind == BlockKind::note) continue;
            if (is_flow(draft) && draft.text.size() >= prose_length) ++paragraphs;
            if (!draft.block.damaged.empty()) signs += 2;
            if (is_long(draft) && ends_clause(draft.text)) ++finished;
            if (above && is_flow(*above) && may_go_on(draft)) {
                signs += signs_between(*above, draft);
                breaks += stops_before(*above, draft) ? 1 : 0;
            }
            above = &draft;
        }
        if (breaks <= finished) signs += breaks;
        return signs >= 4 && signs * 6 >= paragraphs;
    }

    int signs_between(const Draft& above, const Draft& below) {
        if (ends_in_cut_word(above)) return 2;
        if (above.text.ends_with('-') && !above.text.ends_with(" -"))
            return across_hyphen(above, below) == Hyphen::unknown ? 1 : 0;
        const bool headless = starts_low(below.text) && below.text.size() >= prose_length && ends_sentence(above.text);
        return headless ? 1 : 0;
    }

    /// A long paragraph that stops where nothing goes on from it.
    bool stops_before(const Draft& above, const Draft& below) {
        return is_long(above) && unfinished(above) && is_running_text(above.text) &&
               !ends_open(above.text, language_) && !starts_low(below.text) && !below.after_break &&
               !ends_in_cut_word(above);
    }

    static bool is_long(const Draft& draft) {
        return draft.block.kind == BlockKind::paragraph && is_flow(draft) && draft.text.size() >= 3 * prose_length;
    }

    Drafts& drafts_;
    Drafts healed_;  // taken from them
    std::string_view language_;
    std::optional<Vocabulary> vocabulary_;
    int comma_ends_ = 0;
    bool marked_;
    bool damaged_ = false;
    bool numbered_ = false;
};

}  // namespace

void heal(Drafts& drafts, std::string_view language, bool paragraphs_are_marked) {
    Healer(drafts, language, paragraphs_are_marked).heal();
}

}  // namespace rapporteur
