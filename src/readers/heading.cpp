#include "readers/heading.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_words = 16;         // of a plain heading
constexpr int most_strong_words = 30;  // of a heading in bold or capitals
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
    std::size_t letters = 0;
    for (const Range& word : words(text)) letters += word.size();
    return letters >= 4 && !is_symbol(text);
}

bool may_be_heading(const Draft& draft, int words, std::string_view language) {
    const std::string& text = draft.text;
    if (text.empty() || text.size() > 320 || count_words(text) > words) return false;
    if (!starts_high(text) || text.ends_with(',') || text.ends_with(';') || text.ends_with('.') || has_address(text))
        return false;
    if (is_date_line(text) || is_symbol(text) || ends_with_function_word(text, language)) return false;
    return std::any_of(text.begin(), text.end(),
                       [](char c) { return is_alpha(static_cast<unsigned char>(c)) || (c & 0x80); });
}

/// "Original: English", "Date: 3 May": a label and its value are no heading.
bool is_labelled_value(std::string_view text) {
    const std::size_t colon = text.find(": ");
    return colon != std::string_view::npos && count_words(text.substr(0, colon)) <= 2 && count_words(text) <= 6;
}

bool is_strong(const Draft& draft, std::string_view language) {
    if (!is_prose_paragraph(draft) || !may_be_heading(draft, most_strong_words, language)) return false;
    if (is_labelled_value(draft.text)) return false;
    return is_capitals(draft.text) || is_annex_word(draft.text) || (draft.block.bold && draft.printed_lines <= 4);
}

/// Finds headings with an eye on what stands before and after each.
class HeadingFinder {
public:
    HeadingFinder(Drafts& drafts, bool lines_are_paragraphs, std::string_view language)
        : drafts_(drafts), lines_are_paragraphs_(lines_are_paragraphs), language_(language) {}

    void find() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (is_strong(drafts_[i], language_) && !is_lone_word(i)) drafts_[i].block.kind = BlockKind::heading;
        }
        number_lists();
        for (std::size_t i = drafts_.size(); i-- > 0;) {
            if (is_plain(i)) drafts_[i].block.kind = BlockKind::heading;
        }
    }

private:
    /// One bold word that heads nothing ("Draft").
    bool is_lone_word(std::size_t i) const {
        const std::string& text = drafts_[i].text;
        if (is_capitals(text) || is_annex_word(text) || count_words(text) > 1) return false;
        return i + 1 >= drafts_.size() || !heads_text(i);
    }

    /// Short numbered lines: in a row they are a list, above text they are headings.
    void number_lists() {
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (!is_numbered_line(i)) continue;
            std::size_t end = i + 1;
            while (end < drafts_.size() && is_numbered_line(end)) ++end;
            for (std::size_t k = i; k < end; ++k) set_numbered(k, k + 1 == end, end - i);
            i = end - 1;
        }
    }

    /// The last of a row is a heading where text follows it; the others are items unless a deeper number follows.
    void set_numbered(std::size_t k, bool last, std::size_t count) {
        Draft& draft = drafts_[k];
        const auto label = label_at(draft.block.label + " x");
        const int depth = label ? label->parts : 1;
        const bool heads =
            (last && k + 1 < drafts_.size() && heads_text(k)) || is_capitals(draft.text) || draft.block.bold;
        if (heads && (count == 1 || !last || drafts_[k + 1].after_space)) {
            draft.block.kind = BlockKind::heading;
        } else if (count > 1) {
            draft.block.kind = BlockKind::list_item;
            draft.block.level = depth;
        }
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
        if (!is_prose_paragraph(draft) || draft.printed_lines > 2 || !may_be_heading(draft, most_words, language_))
            return false;
        if (is_labelled_value(draft.text) || draft.text.find("©") != std::string::npos || i + 1 >= drafts_.size())
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
        const std::vector<std::size_t> seams = std::move(draft.seams);
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

void find_headings(Drafts& drafts, bool lines_are_paragraphs, std::string_view language) {
    split_seams(drafts);
    for (Draft& draft : drafts) draft.block.bold = draft.block.kind != BlockKind::table && is_all_bold(draft);
    HeadingFinder(drafts, lines_are_paragraphs, language).find();
}

}  // namespace rapporteur
