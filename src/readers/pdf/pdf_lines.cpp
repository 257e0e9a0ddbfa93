#include "readers/pdf/pdf_lines.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

// Shares of the font size.
constexpr double same_baseline = 0.25;
constexpr double wide_gap = 0.9;
constexpr double script_size = 0.85;  // superscripts and subscripts are smaller than this
constexpr double touching = 0.08;     // a smaller gap is none

struct RowOfWords {
    double baseline = 0;
    double size = 0;  // the largest
    std::vector<PdfWord> words;
};

std::vector<RowOfWords> rows_of(std::vector<PdfWord> words) {
    std::stable_sort(words.begin(), words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.baseline > b.baseline; });
    std::vector<RowOfWords> rows;
    for (PdfWord& word : words) {
        const bool same = !rows.empty() &&
                          rows.back().baseline - word.baseline <= same_baseline * std::min(rows.back().size, word.size);
        if (!same) rows.push_back({word.baseline, word.size, {}});
        rows.back().size = std::max(rows.back().size, word.size);
        rows.back().words.push_back(std::move(word));
    }
    return rows;
}

/// Asterisks and daggers are raised by their own form, often in the size of the text.
bool is_note_sign(const std::string& text) {
    return text.find_first_not_of('*') == std::string::npos || text == "†" || text == "‡";
}

/// The distance between a small word and the nearest larger word of a row, where the word could be its script; negative
/// where it could not.
double distance_to_host(const PdfWord& word, const RowOfWords& row) {
    double nearest = -1;
    for (const PdfWord& host : row.words) {
        const bool sign = is_note_sign(word.text) && !is_note_sign(host.text);
        if (word.size > script_size * host.size && !sign) continue;
        const double shift = word.baseline - host.baseline;
        if (shift < -0.4 * host.size || shift > 0.75 * host.size || std::abs(shift) < 0.05 * host.size) continue;
        const double gap = std::max(word.x0 - host.x1, host.x0 - word.x1);
        const bool leads =
            word.x1 <= host.x0 && shift > 0 && word.text.size() <= 3;  // a footnote's mark stands well before it
        if (gap > (sign || leads ? 3 : 0.6) * host.size || gap < -0.6 * host.size) continue;
        if (nearest < 0 || std::abs(gap) < nearest) nearest = std::abs(gap);
    }
    return nearest;
}

/// Moves small words beside larger ones of a neighbouring row into that row, as superscripts or subscripts.
void attach_scripts(std::vector<RowOfWords>& rows) {
    for (std::size_t i = 0; i < rows.size(); ++i) {
        std::vector<PdfWord> staying;
        for (PdfWord& word : rows[i].words) {
            std::size_t best = i;
            double nearest = distance_to_host(word, rows[i]);
            for (std::size_t k = i >= 2 ? i - 2 : 0; k < rows.size() && k <= i + 2; ++k) {
                if (k == i) continue;
                const double distance = distance_to_host(word, rows[k]);
                if (distance >= 0 && (nearest < 0 || distance < nearest)) {
                    nearest = distance;
                    best = k;
                }
            }
            if (nearest < 0) {
                staying.push_back(std::move(word));
                continue;
            }
            const auto host = std::max_element(rows[best].words.begin(), rows[best].words.end(),
                                               [](const PdfWord& a, const PdfWord& b) { return a.size < b.size; });
            word.raised = word.baseline > host->baseline;
            word.lowered = !word.raised;
            if (best == i) {
                staying.push_back(std::move(word));
            } else {
                rows[best].words.push_back(std::move(word));
            }
        }
        rows[i].words = std::move(staying);
    }
    std::erase_if(rows, [](const RowOfWords& row) { return row.words.empty(); });
}

/// Letters set apart for effect ("N O T E") as words again: what parts words then is a gap much wider than most.
std::vector<PdfWord> without_letter_spacing(std::vector<PdfWord> words) {
    std::size_t single = 0;
    for (const PdfWord& word : words)
        single += count_code_points(word.text) == 1 && is_alpha(decode_at(word.text, 0).value) ? 1 : 0;
    if (words.size() < 4 || single * 10 < words.size() * 7) return words;
    std::vector<double> gaps;
    for (std::size_t i = 1; i < words.size(); ++i) gaps.push_back(words[i].x0 - words[i - 1].x1);
    std::vector<double> sorted = gaps;
    std::nth_element(sorted.begin(), sorted.begin() + static_cast<long>(sorted.size() / 2), sorted.end());
    const double usual = std::max(sorted[sorted.size() / 2], 0.05 * words.front().size);
    std::vector<PdfWord> out{words.front()};
    for (std::size_t i = 1; i < words.size(); ++i) {
        if (gaps[i - 1] > 1.6 * usual) {
            out.push_back(words[i]);
        } else {
            out.back().text += words[i].text;
            out.back().x1 = words[i].x1;
        }
    }
    return out;
}

void add_pieces(RowOfWords& row, std::vector<PdfLine>& out) {
    std::stable_sort(row.words.begin(), row.words.end(),
                     [](const PdfWord& a, const PdfWord& b) { return a.x0 < b.x0; });
    PdfLine piece;
    const auto flush = [&] {
        if (piece.words.empty()) return;
        piece.words = without_letter_spacing(std::move(piece.words));
        settle(piece);
        out.push_back(std::move(piece));
        piece = PdfLine();
    };
    for (PdfWord& word : row.words) {
        if (!piece.words.empty() &&
            word.x0 - piece.words.back().x1 > wide_gap * std::max(word.size, piece.words.back().size))
            flush();
        piece.words.push_back(std::move(word));
    }
    flush();
}

bool is_right_to_left(const PdfLine& line) {
    std::string text;
    for (const PdfWord& word : line.words) text += word.text;
    return runs_right_to_left(text);
}

}  // namespace

void settle(PdfLine& line) {
    line.x0 = line.words.front().x0;
    line.x1 = line.words.front().x1;
    line.bold = line.italic = line.artifact = true;
    std::map<double, std::pair<std::size_t, double>> sizes;  // letters of a size, and a baseline of theirs
    for (const PdfWord& word : line.words) {
        line.x0 = std::min(line.x0, word.x0);
        line.x1 = std::max(line.x1, word.x1);
        line.artifact = line.artifact && word.artifact;
        auto& [letters, baseline] = sizes[word.size];
        if (letters == 0) baseline = word.baseline;
        letters += word.raised || word.lowered ? 0 : word.text.size();
        if (word.raised || word.lowered) continue;
        line.bold = line.bold && word.bold;
        line.italic = line.italic && word.italic;
    }
    const auto most = std::max_element(sizes.begin(), sizes.end(),
                                       [](const auto& a, const auto& b) { return a.second.first < b.second.first; });
    line.size = most->first;
    line.baseline = most->second.second;
}

bool touches(const PdfWord& last, const PdfWord& next) {
    const double gap = std::max(next.x0 - last.x1, last.x0 - next.x1);  // in either direction of writing
    const double size = std::max(last.size, next.size);
    return gap > -0.5 * size && gap < (next.glued ? 0.3 : touching) * size;
}

std::string text_of(const PdfLine& line) {
    std::string out;
    const PdfWord* last = nullptr;
    for (const PdfWord& word : line.words) {
        if (last && !touches(*last, word)) out += ' ';
        out += word.text;
        last = &word;
    }
    return out;
}

std::vector<PdfLine> lines_of(std::vector<PdfWord> words) {
    std::vector<RowOfWords> rows = rows_of(std::move(words));
    attach_scripts(rows);
    std::vector<PdfLine> out;
    for (RowOfWords& row : rows) add_pieces(row, out);
    return out;
}

std::vector<PdfLine> joined_pieces(std::vector<PdfLine> pieces) {
    std::stable_sort(pieces.begin(), pieces.end(),
                     [](const PdfLine& a, const PdfLine& b) { return a.baseline > b.baseline; });
    std::vector<PdfLine> out;
    for (PdfLine& piece : pieces) {
        const bool words = !piece.words.empty() && !out.empty() && !out.back().words.empty();
        const bool same =
            words && out.back().baseline - piece.baseline <= same_baseline * std::min(out.back().size, piece.size);
        if (!same) {
            out.push_back(std::move(piece));
            continue;
        }
        PdfLine& line = out.back();
        std::move(piece.words.begin(), piece.words.end(), std::back_inserter(line.words));
        settle(line);
    }
    for (PdfLine& line : out) {
        const bool backward = is_right_to_left(line);
        std::stable_sort(line.words.begin(), line.words.end(),
                         [&](const PdfWord& a, const PdfWord& b) { return backward ? a.x0 > b.x0 : a.x0 < b.x0; });
    }
    return out;
}

}  // namespace rapporteur
