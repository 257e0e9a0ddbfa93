#include "readers/heading.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <optional>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_words = 16;                  // of a plain heading
constexpr int most_strong_words = 30;           // of a heading in bold or capitals
constexpr int most_title_words = 60;            // of a heading in larger print
constexpr std::size_t most_seams = 60;          // of one glued title
constexpr std::size_t most_tight_headings = 5;  // lines of one title at most
constexpr std::size_t long_text = 160;

// What opens an annex, in the languages of the United Nations and their neighbours.
constexpr std::array<std::string_view, 12> annex_words{"annex",    "annexes",   "appendix", "appendices",
                                                       "annexe",   "anexo",     "anlage",   "anhang",
                                                       "allegato", "appendice", "apéndice", "приложение"};

bool is_prose_paragraph(const Draft& draft) {
    return draft.block.kind == BlockKind::paragraph && draft.block.label.empty();
}

bool is_annex_word(std::string_view text) {
    const std::string word = to_lower(first_word(text));
    return count_words(text) <= 3 && std::find(annex_words.begin(), annex_words.end(), word) != annex_words.end();
}

bool is_capitals(std::string_view text) {
    if (!is_all_capitals(text)) return false;
    const auto letters =
        std::count_if(text.begin(), text.end(), [](char c) { return (c >= 'A' && c <= 'Z') || (c & 0x80); });
    const auto digits = std::count_if(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
    return letters >= 4 && letters > digits && !is_symbol(text);
}

/// True where the text ends inside a sentence: with a comma or semicolon, also with the mark of a note after it (";4").
bool ends_inside_sentence(std::string_view text) {
    constexpr std::size_t most_digits = 3;
    std::size_t end = text.size();
    while (end > 0 && text.size() - end < most_digits && text[end - 1] >= '0' && text[end - 1] <= '9') --end;
    const bool stops = end > 1 && (text[end - 1] == ',' || text[end - 1] == ';');
    const bool in_number = stops && end < text.size() && text[end - 2] >= '0' && text[end - 2] <= '9';
    return stops && !in_number;
}

bool may_be_heading(const Draft& draft, int words, std::string_view language) {
    const std::string& text = draft.text;
    if (text.empty() || text.size() > 500 || count_words(text) > words) return false;
    if (!starts_high(text) || ends_inside_sentence(text) || text.ends_with('.') || has_address(text)) return false;
    if (is_date_line(text) || is_place_line(text) || is_symbol(text) || ends_with_function_word(text, language))
        return false;
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return is_alpha(static_cast<unsigned char>(c)) || (c & 0x80); });
}

/// "Original: English", "Date: 3 May": a label and its value are no heading.
bool is_labelled_value(std::string_view text) {
    const std::size_t colon = text.find(": ");
    return colon != std::string_view::npos && count_words(text.substr(0, colon)) <= 2 && count_words(text) <= 6;
}

/// "Contact: the harbour office, first floor", its label in bold and its value not.
bool has_bold_label(const Draft& draft) {
    if (draft.block.bold || draft.block.runs.empty() || !draft.block.runs.front().bold) return false;
    const std::size_t colon = draft.text.find(':');
    const Range& label = draft.block.runs.front().range;
    return colon != std::string::npos && label.begin == 0 && colon <= label.end + 1 && colon + 1 < draft.text.size();
}

/// Set larger than the running text.
bool is_large(const Draft& draft, double body) {
    return body > 0 && draft.size > 1.12 * body && draft.printed_lines <= 6;
}

bool is_strong(const Draft& draft, const HeadingHints& hints) {
    const int most = is_large(draft, hints.body_size) ? most_title_words : most_strong_words;
    if (!is_prose_paragraph(draft) || !may_be_heading(draft, most, hints.language)) return false;
    if (is_labelled_value(draft.text)) return false;
    return is_capitals(draft.text) || is_annex_word(draft.text) || (draft.block.bold && draft.printed_lines <= 4) ||
           is_large(draft, hints.body_size);
}

/// Finds headings with an eye on what stands before and after each.
class HeadingFinder {
public:
    HeadingFinder(Drafts& drafts, const HeadingHints& hints)
        : drafts_(drafts),
          hints_(hints),
          lines_are_paragraphs_(hints.lines_are_paragraphs),
          language_(hints.language) {}

    void find() {
        const auto marked =
            std::count_if(drafts_.begin(), drafts_.end(), [](const Draft& draft) { return draft.marked; });
        marks_headings_ = marked >= 3;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (is_strong(drafts_[i], hints_) && !is_lone_word(i)) drafts_[i].block.kind = BlockKind::heading;
        }
        take_lists_back();
        find_numbered();
        for (std::size_t i = drafts_.size(); i-- > 0;) {
            if (is_plain(i)) drafts_[i].block.kind = BlockKind::heading;
        }
    }

private:
    /// One bold word that heads nothing ("Draft").
    bool is_lone_word(std::size_t i) const {
        const std::string& text = drafts_[i].text;
        if (is_capitals(text) || is_annex_word(text) || count_words(text) > 1) return false;
        if (is_large(drafts_[i], hints_.body_size)) return false;
        return i + 1 >= drafts_.size() || !heads_text(i);
    }

    /// Many strong lines set tight under each other in print head nothing: they list names, members or addresses.
    void take_lists_back() {
        for (std::size_t i = 0; i < drafts_.size();) {
            std::size_t end = i;
            while (end < drafts_.size() && is_listed(end) && (end == i || !drafts_[end].after_space)) ++end;
            if (end - i > most_tight_headings) {
                const std::size_t first = drafts_[i].text.ends_with(':') ? i + 1 : i;
                for (std::size_t k = first; k < end; ++k) drafts_[k].block.kind = BlockKind::paragraph;
            }
            i = std::max(end, i + 1);
        }
    }

    bool is_listed(std::size_t i) const {
        const Draft& draft = drafts_[i];
        return draft.block.kind == BlockKind::heading && !draft.marked && draft.block.lines.size() == 1 &&
               !is_large(draft, hints_.body_size);
    }

    /// Short numbered lines: counting on in a row they are a list, else headings of the text below them.
    void find_numbered() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (!is_numbered_line(i)) continue;
            std::size_t end = i + 1;
            while (end < drafts_.size() && is_numbered_line(end)) ++end;
            const bool list = counts_on(i, end);
            for (std::size_t k = i; k < end; ++k) {
                const bool last = k + 1 == end;
                const bool apart = !list || (last && k + 1 < drafts_.size() && drafts_[k + 1].after_space &&
                                             drafts_[k + 1].block.number.empty() && !is_item_before(k));
                if (heads(k, last) && apart) {
                    drafts_[k].block.kind = BlockKind::heading;
                } else if (list) {
                    drafts_[k].block.kind = BlockKind::list_item;
                    drafts_[k].block.level = label_of(k)->parts;
                }
            }
            i = end - 1;
        }
    }

    std::optional<Label> label_of(std::size_t i) const { return label_at(drafts_[i].block.label + "\tX"); }

    /// Two lines of one style follow each other by number without text between.
    bool counts_on(std::size_t begin, std::size_t end) const {
        std::map<std::pair<LabelStyle, int>, int> values;
        for (std::size_t i = begin; i < end; ++i) {
            const auto label = label_of(i);
            if (!label) return false;
            const int value = value_of(*label, label->style);
            int& before = values[{label->style, label->parts}];
            if (before > 0 && value == before + 1) return true;
            before = value;
        }
        return false;
    }

    bool is_item_before(std::size_t k) const {
        return k > 0 && drafts_[k - 1].block.kind == BlockKind::list_item && !drafts_[k].after_space;
    }

    bool heads(std::size_t k, bool last) const {
        const Draft& draft = drafts_[k];
        if (is_capitals(draft.text) || draft.block.bold || is_large(draft, hints_.body_size)) return true;
        return (last && k + 1 < drafts_.size() && heads_text(k)) || !last;
    }

    bool heads_text(std::size_t k) const {
        const Draft& next = drafts_[k + 1];
        return is_body(next) || next.block.kind == BlockKind::table || next.block.kind == BlockKind::list_item;
    }

    bool is_numbered_line(std::size_t i) const {
        const Draft& draft = drafts_[i];
        return draft.block.kind == BlockKind::paragraph && !draft.block.number.empty() && draft.printed_lines <= 3 &&
               may_be_heading(draft, 25, language_) && !draft.text.ends_with(':');
    }

    bool is_plain(std::size_t i) const {
        const Draft& draft = drafts_[i];
        if (marks_headings_ || !is_prose_paragraph(draft) || draft.printed_lines > 2 ||
            !may_be_heading(draft, most_words, language_))
            return false;
        if (is_labelled_value(draft.text) || has_bold_label(draft) || draft.text.find("©") != std::string::npos ||
            i + 1 >= drafts_.size())
            return false;
        const Draft& next = drafts_[i + 1];
        if (draft.text.ends_with(':') && (next.block.kind != BlockKind::paragraph || !starts_high(next.text)))
            return false;
        const bool apart = draft.after_space && next.after_space;
        if (!apart && !lines_are_paragraphs_) return false;
        if (i > 0 && runs_on_from(drafts_[i - 1])) return false;
        if (is_body(next) || next.block.kind == BlockKind::table) return true;
        if (next.block.kind == BlockKind::list_item && !next.block.label.empty()) return true;
        if (next.block.kind != BlockKind::heading || !is_plain_heading(next) || i + 2 >= drafts_.size()) return false;
        return apart || drafts_[i + 2].block.kind == BlockKind::list_item;
    }

    /// Prose above that has not come to its end may go on in this line.
    static bool runs_on_from(const Draft& above) {
        return above.block.kind == BlockKind::paragraph && above.text.size() >= long_text && !ends_clause(above.text);
    }

    Drafts& drafts_;
    const HeadingHints& hints_;
    bool marks_headings_ = false;  // the format marks them: what it does not mark and looks plain is none
    bool lines_are_paragraphs_;
    std::string_view language_;
};

/// A change of emphasis between a finished word and a capital, as between "Annex" and "Title" in "Annex**Title**".
bool parts_pieces(std::string_view text, std::size_t seam) {
    if (seam < 3 || seam + 3 > text.size()) return false;
    const char32_t before = decode_before(text, seam).value;
    const bool ended = is_alpha(before) || is_digit(before) || before == U'.' || before == U')' || before == U'”';
    const std::size_t space = text.rfind(' ', seam - 1);
    const std::size_t word = space == std::string_view::npos ? seam : seam - space - 1;
    return ended && word > 1 && is_upper(decode_at(text, seam).value);
}

/// Pieces of different emphasis without white space between them were lines of their own.
void split_seams(Drafts& drafts) {
    Drafts out;
    for (Draft& draft : drafts) {
        std::vector<Draft> pieces;
        std::vector<std::size_t> seams = std::move(draft.seams);
        if (seams.size() > most_seams) seams.clear();  // no title page
        for (auto seam = seams.rbegin(); seam != seams.rend(); ++seam) {
            if (draft.block.kind == BlockKind::table || !parts_pieces(draft.text, *seam)) continue;
            pieces.push_back(split_off(draft, *seam));
            pieces.back().after_space = true;
        }
        out.push_back(std::move(draft));
        std::move(pieces.rbegin(), pieces.rend(), std::back_inserter(out));
    }
    drafts = std::move(out);
}

}  // namespace

bool is_symbol(std::string_view text) {
    if (text.find(' ') != std::string_view::npos || text.find('/') == std::string_view::npos) return false;
    if (text.find_first_of("*_|~^`\\<>{}=") != std::string::npos) return false;
    return std::any_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

bool is_body(const Draft& draft) {
    const BlockKind kind = draft.block.kind;
    if (kind != BlockKind::paragraph && kind != BlockKind::list_item) return false;
    if (draft.text.size() >= long_text || has_address(draft.text)) return true;
    return ends_clause(draft.text) && count_words(draft.text) >= 5;
}

bool is_plain_heading(const Draft& draft) {
    return draft.block.kind == BlockKind::heading && !draft.marked && !draft.block.bold && draft.block.number.empty() &&
           !is_capitals(draft.text) && !is_annex_word(draft.text);
}

void find_headings(Drafts& drafts, const HeadingHints& hints) {
    split_seams(drafts);
    for (Draft& draft : drafts) draft.block.bold = draft.block.kind != BlockKind::table && is_all_bold(draft);
    HeadingFinder(drafts, hints).find();
}

}  // namespace rapporteur
