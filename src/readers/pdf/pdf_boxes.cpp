#include "readers/pdf/pdf_boxes.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "readers/pdf/pdf_grid.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double same_edge = 2.0;  // points
constexpr double narrowest = 60;
constexpr double lowest = 20;
constexpr std::size_t most_boxes = 120;  // more are a drawing
constexpr std::size_t least_lines = 2;
constexpr std::size_t least_words = 6;  // with letters

double middle(const PdfLine& piece) {
    return piece.stands_in() ? (piece.bottom() + piece.top()) / 2 : piece.baseline + 0.25 * piece.size;
}

double area(const PdfArea& box) { return (box.x1 - box.x0) * (box.y1 - box.y0); }

bool holds(const PdfArea& box, double x, double y) {
    return box.x0 - same_edge <= x && x <= box.x1 + same_edge && box.y0 - same_edge <= y && y <= box.y1 + same_edge;
}

/// Grounds that are painted paragraph by paragraph, one right above the other, as one.
std::vector<PdfArea> joined_grounds(std::vector<PdfArea> grounds) {
    std::stable_sort(grounds.begin(), grounds.end(), [](const PdfArea& a, const PdfArea& b) {
        return std::pair(std::lround(a.x0), a.y1) < std::pair(std::lround(b.x0), b.y1);
    });
    std::vector<PdfArea> out;
    for (const PdfArea& ground : grounds) {
        const bool follows = !out.empty() && std::abs(out.back().x0 - ground.x0) < same_edge &&
                             std::abs(out.back().x1 - ground.x1) < same_edge && ground.y0 - out.back().y1 < same_edge;
        if (follows)
            out.back().y1 = std::max(out.back().y1, ground.y1);
        else
            out.push_back(ground);
    }
    return out;
}

/// The boxes of the page that could hold text, the smallest first.
std::vector<PdfArea> candidates(const PdfPage& page) {
    std::vector<PdfArea> out = page.grounds;
    if (out.size() > most_boxes) out.clear();
    out = joined_grounds(std::move(out));
    const std::vector<PdfArea> frames = frames_around_text(page);
    out.insert(out.end(), frames.begin(), frames.end());
    std::erase_if(out, [](const PdfArea& box) { return box.x1 - box.x0 < narrowest || box.y1 - box.y0 < lowest; });
    std::stable_sort(out.begin(), out.end(), [](const PdfArea& a, const PdfArea& b) { return area(a) < area(b); });
    if (out.size() > most_boxes) out.clear();
    return out;
}

/// The pieces of a page inside and outside of a box.
struct Parted {
    std::vector<PdfLine> inside, outside;
};

PdfLine with_words(std::vector<PdfWord> words) {
    PdfLine line;
    line.words = std::move(words);
    settle(line);
    return line;
}

Parted parted(const PdfArea& box, const std::vector<PdfLine>& pieces) {
    Parted out;
    for (const PdfLine& piece : pieces) {
        const double y = middle(piece);
        const bool apart = y < box.y0 || y > box.y1 || piece.x1 < box.x0 || piece.x0 > box.x1;
        if (apart || piece.words.empty()) {
            const bool in = !apart && holds(box, piece.x0, y) && holds(box, piece.x1, y) &&
                            holds(box, piece.x0, piece.bottom()) && holds(box, piece.x0, piece.top());
            (in ? out.inside : out.outside).push_back(piece);
            continue;
        }
        std::vector<PdfWord> in, off;
        for (const PdfWord& word : piece.words) (holds(box, (word.x0 + word.x1) / 2, y) ? in : off).push_back(word);
        if (!in.empty()) out.inside.push_back(off.empty() ? piece : with_words(std::move(in)));
        if (!off.empty()) out.outside.push_back(in.empty() ? piece : with_words(std::move(off)));
    }
    return out;
}

bool has_letter(const PdfWord& word) {
    for (std::size_t at = 0; at < word.text.size();) {
        const CodePoint c = decode_at(word.text, at);
        if (is_alpha(c.value)) return true;
        at += c.bytes;
    }
    return false;
}

/// Text stands beside the box, on lines of its own: the cells of a table share theirs.
bool stands_apart(const PdfArea& box, const Parted& parts) {
    std::size_t words = 0;
    for (const PdfLine& piece : parts.inside) {
        words += piece.box.empty() ? 0 : least_words;
        words += static_cast<std::size_t>(std::count_if(piece.words.begin(), piece.words.end(), has_letter));
    }
    if (parts.inside.size() < least_lines || words < least_words) return false;
    std::vector<double> beside;
    for (const PdfLine& piece : parts.outside) {
        const bool left_or_right = piece.x1 <= box.x0 + same_edge || piece.x0 >= box.x1 - same_edge;
        if (!left_or_right && middle(piece) > box.y0 && middle(piece) < box.y1) return false;
        const bool level = piece.bottom() < box.y1 && piece.top() > box.y0;
        if (left_or_right && level) beside.push_back(piece.baseline);
    }
    if (beside.empty()) return false;
    std::sort(beside.begin(), beside.end());
    const auto shared = std::count_if(parts.inside.begin(), parts.inside.end(), [&](const PdfLine& piece) {
        const auto next = std::lower_bound(beside.begin(), beside.end(), piece.baseline - 1);
        return next != beside.end() && *next <= piece.baseline + 1;
    });
    return static_cast<std::size_t>(shared) * 10 < parts.inside.size() * 6;
}

/// One piece in place of those inside, as large as they are together.
PdfLine boxed(std::vector<PdfLine> inside) {
    PdfLine out;
    out.x0 = 1e9;
    out.x1 = -1e9;
    double top = -1e9;
    double bottom = 1e9;
    for (const PdfLine& piece : inside) {
        out.x0 = std::min(out.x0, piece.x0);
        out.x1 = std::max(out.x1, piece.x1);
        top = std::max(top, piece.top());
        bottom = std::min(bottom, piece.bottom());
    }
    out.size = top - bottom;
    out.baseline = bottom + 0.22 * out.size;
    out.box = std::move(inside);
    return out;
}

}  // namespace

std::vector<PdfLine> with_boxes(const PdfPage& page, std::vector<PdfLine> pieces) {
    for (const PdfArea& box : candidates(page)) {
        Parted parts = parted(box, pieces);
        if (!stands_apart(box, parts)) continue;
        pieces = std::move(parts.outside);
        pieces.push_back(boxed(std::move(parts.inside)));
    }
    return pieces;
}

}  // namespace rapporteur
