#include "readers/pdf/pdf_paragraphs.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "readers/damage.h"
#include "readers/label.h"
#include "readers/prose.h"
#include "support/roman.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_title = 12;  // lines
constexpr std::size_t longest_item = 40;   // lines
constexpr std::size_t stub_lines = 3;
constexpr double stub_reach = 0.6;  // of the column

/// A footnote mark: a raised number, letter or sign that is no ordinal's ending and no unit's exponent.
bool is_note_mark(const PdfWord& word, std::string_view before) {
    if (!word.raised) return false;
    const std::string& text = word.text;
    const bool ordinal =
        count_code_points(text) == 2 || text == "e" || text == "o" || text == "a" || text == "º" || text == "ª";
    const bool after_digit = !before.empty() && is_digit(decode_before(before, before.size()).value);
    const bool letters =
        std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); });
    if (letters && text.size() > 1) return false;
    if (letters && ordinal && after_digit) return false;
    if (text == "2" || text == "3") {
        for (const std::string_view unit : {" m", " km", " cm", " mm", "/m"}) {
            if (before.ends_with(unit)) return false;
        }
    }
    return true;
}

/// "troop- and police-": a hyphen of words that share their second part, which goes on after the line's end.
bool is_suspended(std::string_view text) {
    const std::size_t last = text.rfind(' ');
    if (last == std::string_view::npos || last == 0) return false;
    const std::size_t link = text.rfind(' ', last - 1);
    return link != std::string_view::npos && link > 0 && text[link - 1] == '-' && last - link <= 4;
}

/// Adds words to a draft as runs of one look.
class DraftMaker {
public:
    explicit DraftMaker(const PdfPage& page) : page_(page) {}

    void add(const PdfLine& line, const Vocabulary& vocabulary) {
        const std::size_t begin = start_line(line, vocabulary);
        const PdfWord* last = nullptr;
        for (const PdfWord& word : line.words) {
            if (is_note_mark(word, draft_.text)) continue;
            const bool apart = last && !touches(*last, word);
            if (apart) draft_.text += ' ';
            const std::size_t at = draft_.text.size();
            draft_.text += word.text;
            draft_.block.runs.push_back({{at, draft_.text.size()}, word.bold, word.italic, word.link});
            if (word.doubtful) add_doubt({at, draft_.text.size()});
            last = &word;
        }
        if (!last) return;
        const std::size_t end = draft_.text.size();
        if (end > begin) draft_.block.lines.push_back({{begin, end}, box_of(line)});
        ++lines_;
    }

    Draft finish() {
        draft_.block.range = {0, draft_.text.size()};
        draft_.block.page = page_.number;
        draft_.printed_lines = lines_;
        tidy_runs(draft_.block.runs);
        return std::move(draft_);
    }

private:
    Box box_of(const PdfLine& line) const {
        double bottom = line.bottom();
        double top = line.top();
        for (const PdfWord& word : line.words) {
            if (word.turned_top <= word.turned_bottom) continue;
            bottom = std::min(bottom, word.turned_bottom);
            top = std::max(top, word.turned_top);
        }
        return to_page(page_, line.x0, bottom, line.x1, top);
    }

    /// Doubtful words that follow one another are one stretch.
    void add_doubt(const Range& range) {
        std::vector<Range>& damaged = draft_.block.damaged;
        if (!damaged.empty() && damaged.back().end + 1 >= range.begin) {
            damaged.back().end = range.end;
        } else {
            damaged.push_back(range);
        }
    }

    /// Parts the new line from the one above, or makes the word whole that the line's end cut; where the new line
    /// begins.
    std::size_t start_line(const PdfLine& line, const Vocabulary& vocabulary) {
        std::string& text = draft_.text;
        if (text.empty()) return 0;
        const bool cut = text.size() > 2 && text.back() == '-' && is_alpha(decode_before(text, text.size() - 1).value);
        if (!cut) {
            text += ' ';
            return text.size();
        }
        if (!is_suspended(text) && !vocabulary.keeps_hyphen(last_word(text), first_word(line.words.front().text))) {
            text.pop_back();
            Block& block = draft_.block;
            if (!block.lines.empty()) block.lines.back().range.end = text.size();
            if (!block.runs.empty()) block.runs.back().range.end = std::min(block.runs.back().range.end, text.size());
            if (!block.damaged.empty()) block.damaged.back().end = std::min(block.damaged.back().end, text.size());
        }
        return text.size();
    }

    const PdfPage& page_;
    Draft draft_;
    int lines_ = 0;
};

/// A wide gap after the first word of a line, as after a number.
bool has_gap_after_first(const PdfLine& line) {
    return line.words.size() > 1 && line.words[1].x0 - line.words[0].x1 > 0.8 * line.size;
}

std::string text_with_tab(const PdfLine& line) {
    std::string text = text_of(line);
    const std::size_t space = has_gap_after_first(line) ? text.find(' ') : std::string::npos;
    if (space != std::string::npos) text[space] = '\t';
    return text;
}

/// A paragraph that begins with a footnote mark is the note, as under tables.
void make_note(const PdfLine& first, Draft& draft) {
    if (first.words.size() < 2 || !first.words.front().raised || first.words.front().text.size() > 4) return;
    draft.block.kind = BlockKind::note;
    draft.block.number = draft.block.label = first.words.front().text;
}

double first_word_width(const PdfLine& line) { return line.words.front().x1 - line.words.front().x0; }

/// Counts the distances of baselines, as shares of the font size.
class Distances {
public:
    void add(const PdfLine& above, const PdfLine& line) {
        const double share = (above.baseline - line.baseline) / std::max(line.size, 1.0);
        const bool alike = std::abs(above.size - line.size) < 0.1 * line.size && line.words.size() >= 4;
        if (alike && share > 0.8 && share < 2.6) ++counts_[std::lround(share * steps)];
    }

    /// The most common one, where it was seen that often.
    std::optional<double> usual(std::size_t least) const {
        const auto most = std::max_element(counts_.begin(), counts_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        if (most == counts_.end() || most->second < least) return std::nullopt;
        return static_cast<double>(most->first) / steps;
    }

private:
    static constexpr int steps = 20;
    std::map<long, std::size_t> counts_;
};

/// Decides line by line where paragraphs begin.
class ParagraphBreaker {
public:
    ParagraphBreaker(const PdfRegion& region, const PdfStyle& style) : lines_(region.lines), style_(style) {
        for (const PdfLine& line : lines_) {
            texts_.push_back(text_of(line));
            labels_.push_back(label_at(text_with_tab(line)));
            damaged_.push_back(is_rubbish(texts_.back()));
            counted_.push_back(labels_.back() && counts_on(*labels_.back()));
            left_ = std::min(left_, line.x0);
        }
        // Some short lines before a table say nothing of how far a full one reaches.
        const double least = lines_.size() <= stub_lines ? left_ + stub_reach * (region.x1 - left_) : 0;
        right_ = std::min(region.x1, std::max(reach(), least));
        region_width_ = region.x1 - left_;
        Distances distances;  // of lines below full ones, which are running text
        for (std::size_t i = 1; i < lines_.size(); ++i) {
            if (lines_[i - 1].x1 > right_ - 3 * lines_[i - 1].size) distances.add(lines_[i - 1], lines_[i]);
        }
        leading_ = std::max(style.leading, distances.usual(4).value_or(0));
    }

    /// Whether a paragraph begins with line i; to be asked line by line from the top.
    bool next_breaks(std::size_t i) {
        const bool breaks = breaks_before(i);
        joined_ = !breaks;
        if (breaks) begin_ = i;
        if (!breaks && labels_[i]) follows_inline_at_.insert(i);
        return breaks;
    }

    /// More than the usual white space stands above the line.
    bool is_spaced(std::size_t i) const {
        const double size = std::max(lines_[i - 1].size, lines_[i].size);
        return lines_[i - 1].baseline - lines_[i].baseline > (leading_ + 0.32) * size;
    }

    double right() const { return right_; }

private:
    bool breaks_before(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const PdfLine& line = lines_[i];
        const double size = std::max(above.size, line.size);
        const double distance = above.baseline - line.baseline;
        if (is_spaced(i) || distance < 0.3 * size || damaged_[i] || damaged_[i - 1]) return true;
        const double change = std::abs(above.size - line.size) / size;
        if (change > 0.25 || (change > 0.08 && !mid_sentence(i))) return true;
        const bool full = wraps(i) && line.x1 > right_ - 0.05 * (right_ - left_);  // emphasis within running text
        if (above.words.back().bold != line.words.front().bold && above.bold != line.bold && !mid_sentence(i) && !full)
            return true;
        const bool goes_on = wraps(i) && std::abs(above.x0 - line.x0) < 1;
        const bool new_line = is_all_capitals(texts_[i - 1]) && is_all_capitals(texts_[i]) && !goes_on &&
                              texts_[i].find_first_of("0123456789") == 0;
        if (new_line) return true;  // "2019 SCHEDULE" below a body's name
        if (is_leader(texts_[i]) || is_leader(texts_[i - 1]) || open_alike(i)) return true;
        if ((labels_[i] && labels(i)) || line.words.front().raised) return true;
        if (wraps(i) || goes_on_large(i)) return false;
        if ((mid_sentence(i) || nearly_full(i)) && !indented(i)) return false;
        return true;
    }

    /// Two lines of a list of names that begin with one abbreviation: "Mr. …", "Mr. …".
    bool open_alike(std::size_t i) const {
        const std::string& first = lines_[i].words.front().text;
        return first.size() > 1 && first.back() == '.' && !is_digit(decode_at(first, 0).value) &&
               lines_[i - 1].words.front().text == first && std::abs(lines_[i].x0 - lines_[i - 1].x0) < 2;
    }

    /// How far the longest lines of the region reach.
    double reach() const {
        double out = 0;
        for (const PdfLine& line : lines_) out = std::max(out, line.x1);
        return out;
    }

    /// "Introduction ........ 3": a line of a table of contents.
    static bool is_leader(const std::string& text) {
        return text.find(".....") != std::string::npos || text.find(". . . .") != std::string::npos;
    }

    bool mid_sentence(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const double width = above.bold && lines_[i].bold ? title_reach(i) : right_ - left_;
        const bool half = above.x1 - left_ > 0.55 * width;
        if (ends_clause(texts_[i - 1])) return false;
        const bool near = half || same_axis(i) || stacked(i);
        const bool open = ends_with_function_word(texts_[i - 1], style_.language) || texts_[i - 1].ends_with('&');
        return near && (open || starts_low(texts_[i]));
    }

    /// The line above fills most of the column and its sentence has not ended.
    bool nearly_full(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const bool same_look = above.bold == lines_[i].bold && above.italic == lines_[i].italic;
        return same_look && above.x1 - left_ > 0.8 * (right_ - left_) && above.words.size() >= 4 &&
               !ends_clause(texts_[i - 1]) && !texts_[i - 1].ends_with(',');
    }

    /// Both lines are centred on one axis.
    bool same_axis(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        return std::abs(above.x0 + above.x1 - lines_[i].x0 - lines_[i].x1) < 6 &&
               std::abs(above.x0 - lines_[i].x0) > 3 && std::abs(above.size - lines_[i].size) < 0.5;
    }

    /// Two short lines right below one another, as in a body's name beside its emblem.
    bool stacked(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const PdfLine& line = lines_[i];
        const double widest = 0.55 * (right_ - left_);
        return std::abs(above.x0 - line.x0) < 2 && above.x1 - left_ < widest && line.x1 - left_ < widest &&
               above.bold == line.bold && std::abs(above.size - line.size) < 0.5;
    }

    /// Two lines of one large title, which breaks where its author likes.
    bool goes_on_large(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const PdfLine& line = lines_[i];
        const bool begun = i >= 2 && joined_ && above.bold && line.bold;  // its lines have proved to break anywhere
        const bool large = begun || line.size >= 1.28 * style_.body ||
                           (is_all_capitals(texts_[i - 1]) && is_all_capitals(texts_[i]) && line.bold);
        const bool aligned = std::abs(above.x0 - line.x0) < 2 || std::abs(above.x0 + above.x1 - line.x0 - line.x1) < 6;
        if (!large || !aligned || above.bold != line.bold || label_at(texts_[i])) return false;
        if (texts_[i].find_first_of("0123456789") == 0 || is_date_line(texts_[i]) || is_place_line(texts_[i]) ||
            ends_sentence(texts_[i - 1]) || (ends_in_figure(texts_[i - 1]) && ends_in_figure(texts_[i])))
            return false;
        return above.x1 - above.x0 + first_word_width(line) > title_reach(i);
    }

    /// "JANUARY 10" above "MARCH 14": a list of days, or of amounts.
    static bool ends_in_figure(const std::string& text) {
        return !text.empty() && text.size() <= 20 && is_digit(decode_before(text, text.size()).value);
    }

    /// The longest of the lines around line i that look like it.
    double title_reach(std::size_t i) const {
        const auto alike = [&](std::size_t k) {
            return lines_[k].bold == lines_[i].bold && std::abs(lines_[k].size - lines_[i].size) < 0.5;
        };
        double out = 0;
        for (std::size_t k = i; k-- > 0 && k + longest_title > i && alike(k);) {
            out = std::max(out, lines_[k].x1 - lines_[k].x0);
            if (k > 0 && is_spaced(k)) break;
        }
        for (std::size_t k = i; k < std::min(lines_.size(), i + longest_title) && alike(k) && (k == i || !is_spaced(k));
             ++k) {
            out = std::max(out, lines_[k].x1 - lines_[k].x0);
        }
        return out;
    }

    /// The label of line i starts something new unless the sentence above it runs on.
    bool labels(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const Label& label = *labels_[i];
        const bool runs_on = wraps(i) && !ends_clause(texts_[i - 1]) && !ends_list_item(texts_[i - 1]);
        if (label.bulleted) return !(runs_on && std::abs(above.x0 - lines_[i].x0) < 1 && !labels_[i - 1]);
        if (label.bracketed && follows_inline(i)) return false;
        if (label.bracketed) return !runs_on || counted_[i];
        const bool same_edge = std::abs(above.x0 - lines_[i].x0) < 2 && !labels_[i - 1];
        return !(same_edge && wraps(i) && !ends_clause(texts_[i - 1]));
    }

    /// The running text of the same paragraph, at the same edge, holds the label before this one: "(a) …; and" goes on
    /// with "(b)" at the start of a line by chance.
    bool follows_inline(std::size_t i) const {
        const Label& label = *labels_[i];
        if (lines_[i].x0 > lines_[i - 1].x0 + 2 || !wraps(i)) return false;
        const std::string before = mark_before(label);
        if (before.empty()) return false;
        const std::size_t from = std::max(begin_, i > longest_item ? i - longest_item : 0);
        for (std::size_t k = i; k-- > from;) {
            const std::size_t at = texts_[k].find(before);
            if (at != std::string::npos && (at > 0 || follows_inline_at_.contains(k))) return true;
        }
        return false;
    }

    /// The label before a bracketed one as it stands in text: "(a)" for "(b)".
    static std::string mark_before(const Label& label) {
        if (label.number.empty() || label.bulleted) return "";
        if (label.style == LabelStyle::letter_lower && label.number.size() == 1 && label.number[0] > 'a')
            return std::string("(") + static_cast<char>(label.number[0] - 1) + ")";
        const int value = value_of(label, label.style);
        if (label.style == LabelStyle::decimal && value > 1) return "(" + std::to_string(value - 1) + ")";
        const bool roman = label.style == LabelStyle::roman_lower && value > 1;
        return roman ? "(" + roman_numeral(value - 1) + ")" : "";
    }

    /// The label is the first of its kind or the next after one above it.
    bool counts_on(const Label& label) {
        bool out = false;
        for (const LabelStyle style : {label.style, label.may_be_other ? other_reading(label.style) : label.style}) {
            const int value = value_of(label, style);
            int& last = last_values_[style];
            out = out || value == 1 || value == last + 1;
            last = value;
        }
        return out;
    }

    static bool ends_list_item(const std::string& text) {
        return text.ends_with("and") || text.ends_with("or") || text.ends_with(',');
    }

    /// The line above was full: the first word of this one found no room on it.
    bool wraps(std::size_t i) const {
        const PdfLine& above = lines_[i - 1];
        const double need = first_word_width(lines_[i]) + 0.25 * above.size;
        const bool centred = is_centred(above) && is_centred(lines_[i]) && std::abs(above.x0 - lines_[i].x0) > 2;
        const double room = centred ? region_width_ - (above.x1 - above.x0) : right_ - above.x1;
        if (room >= need + 0.4 * above.size) return false;
        return !indented(i) || !ends_clause(texts_[i - 1]);
    }

    bool is_centred(const PdfLine& line) const {
        const double before = line.x0 - left_;
        const double after = left_ + region_width_ - line.x1;
        return before > 10 && after > 10 && std::abs(before - after) < 0.15 * region_width_;
    }

    bool indented(std::size_t i) const {
        return lines_[i].x0 > lines_[i - 1].x0 + 0.7 * lines_[i].size && !labels_[i - 1];
    }

    const std::vector<PdfLine>& lines_;
    const PdfStyle& style_;
    std::vector<std::string> texts_;
    std::vector<std::optional<Label>> labels_;
    std::vector<bool> damaged_;
    std::vector<bool> counted_;  // the label follows on one above it
    std::map<LabelStyle, int> last_values_;
    double left_ = 1e9;
    double right_ = 0;
    double region_width_ = 0;
    double leading_ = 0;
    bool joined_ = false;                      // the line above goes on from the one above it
    std::size_t begin_ = 0;                    // the first line of the paragraph at hand
    std::set<std::size_t> follows_inline_at_;  // lines that begin with a label that is none of theirs
};

}  // namespace

Draft draft_of_lines(const std::vector<PdfLine>& lines, const PdfPage& page, const Vocabulary& vocabulary) {
    DraftMaker maker(page);
    for (const PdfLine& line : lines) maker.add(line, vocabulary);
    Draft draft = maker.finish();
    draft.size = lines.front().size;
    if (has_gap_after_first(lines.front())) draft.gap_at = lines.front().words.front().text.size();
    return draft;
}

Drafts paragraphs_of(const PdfRegion& region, const PdfPage& page, const PdfStyle& style,
                     const Vocabulary& vocabulary) {
    Drafts out;
    ParagraphBreaker breaker(region, style);
    std::vector<PdfLine> lines;
    bool spaced = true;
    const auto flush = [&] {
        if (lines.empty()) return;
        Draft draft = draft_of_lines(lines, page, vocabulary);
        draft.reaches_edge = lines.back().x1 > breaker.right() - 1.5 * lines.back().size;
        draft.room = std::max(breaker.right() - lines.back().x1, 0.0);
        draft.first_word = first_word_width(lines.front());
        draft.after_space = spaced;
        make_note(lines.front(), draft);
        lines.clear();
        if (!draft.text.empty()) out.push_back(std::move(draft));
    };
    for (std::size_t i = 0; i < region.lines.size(); ++i) {
        if (i > 0 && breaker.next_breaks(i)) {
            flush();
            spaced = breaker.is_spaced(i);
        }
        lines.push_back(region.lines[i]);
    }
    flush();
    return out;
}

double usual_leading(const std::vector<PdfRegion>& regions) {
    Distances distances;
    for (const PdfRegion& region : regions) {
        for (std::size_t i = 1; i < region.lines.size(); ++i) distances.add(region.lines[i - 1], region.lines[i]);
    }
    return distances.usual(1).value_or(1.2);
}

}  // namespace rapporteur
