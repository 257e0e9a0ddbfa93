#include "readers/pdf/pdf_turned.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <string>
#include <utility>

#include "readers/pdf/pdf_grid.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_pieces = 400;  // turned pieces of a page that has heads among them
constexpr std::size_t most_lines = 6;     // of one head
constexpr std::size_t most_words = 20;
constexpr std::size_t near_heads = 40;  // heads that a further line is held against
constexpr double closest = 1.35;        // distance of two lines of one head, of the font size
constexpr double level = 4.0;           // points within which heads begin or end at one height
constexpr double reach_down = 5.0;      // of the font size: how far below its head a column begins
constexpr double widest_cell = 10.0;    // of the font size
constexpr double beside = 6.0;          // points that a column may stand off its head

/// Turned lines that say one thing, and where they stand on the upright page.
struct TurnedHead {
    std::vector<PdfLine> lines;
    PdfArea area;
    std::size_t aside = 0;
    bool taken = false;

    std::size_t words() const {
        std::size_t count = 0;
        for (const PdfLine& line : lines) count += line.words.size();
        return count;
    }
    double size() const { return lines.front().size; }
};

PdfArea area_of(const PdfLine& line, const PdfPage& aside, const PdfPage& page) {
    const Box box = to_page(aside, line.x0, line.bottom(), line.x1, line.top());
    PdfArea area = to_frame(page.turn, {box.x0, box.y0, box.x1, box.y1});
    if (aside.turn.slant == page.turn.slant) return area;
    // What leans over its neighbours stands above the column in which its foot is.
    const auto end = [&](double x) {
        const auto [u, v] = aside.turn.to_page(x, line.baseline);
        return page.turn.to_frame(u, v);
    };
    const auto [x, y] = end(line.x0).second < end(line.x1).second ? end(line.x0) : end(line.x1);
    area.x0 = x - line.size / 2;
    area.x1 = x + line.size / 2;
    return area;
}

PdfArea both(const PdfArea& a, const PdfArea& b) {
    return {std::min(a.x0, b.x0), std::min(a.y0, b.y0), std::max(a.x1, b.x1), std::max(a.y1, b.y1)};
}

/// The line goes on right below the last one of the head, and no rule parts them.
bool goes_on(const TurnedHead& head, const PdfLine& line, const PdfPage& aside) {
    const PdfLine& last = head.lines.back();
    const double distance = last.baseline - line.baseline;
    const bool below = distance > 0.5 * line.size && distance < closest * line.size;
    if (!below || std::abs(last.size - line.size) > 0.5 || line.x0 > last.x1 || line.x1 < last.x0) return false;
    return std::none_of(aside.rules.begin(), aside.rules.end(), [&](const PdfRule& rule) {
        return rule.y0 == rule.y1 && rule.y0 < last.baseline && rule.y0 > line.baseline && rule.x0 < line.x1 &&
               rule.x1 > line.x0;
    });
}

/// The lines of one angle that stand together.
void add_heads(const PdfPageText& aside, std::size_t index, const PdfPage& page, std::vector<TurnedHead>& heads) {
    const std::size_t first = heads.size();
    for (const PdfLine& piece : aside.pieces) {
        const PdfArea area = area_of(piece, aside.page, page);
        const std::size_t from = std::max(first, heads.size() - std::min(heads.size(), near_heads));
        const auto head = std::find_if(heads.begin() + static_cast<long>(from), heads.end(),
                                       [&](const TurnedHead& open) { return goes_on(open, piece, aside.page); });
        if (head == heads.end()) {
            heads.push_back({{piece}, area, index});
        } else {
            head->lines.push_back(piece);
            head->area = both(head->area, area);
        }
    }
}

bool inside(const PdfArea& area, const PdfArea& around) {
    return area.x0 > around.x0 - level && area.x1 < around.x1 + level && area.y0 > around.y0 - level &&
           area.y1 < around.y1 + level;
}

/// Upright rules part the head from what is left and right of it: a cell so narrow that its text had to be turned.
bool stands_in_cell(const TurnedHead& head, const PdfPage& page) {
    const double middle = (head.area.y0 + head.area.y1) / 2;
    double left = -1e9;
    double right = 1e9;
    for (const PdfRule& rule : page.rules) {
        if (rule.x0 != rule.x1 || rule.y0 > middle || rule.y1 < middle) continue;
        if (rule.x0 <= head.area.x0 + level) left = std::max(left, rule.x0);
        if (rule.x0 >= head.area.x1 - level) right = std::min(right, rule.x0);
    }
    return right - left < widest_cell * head.size();
}

/// Heads that stand in ruled tables whose text is mostly upright.
void find_in_cells(const PdfPageText& page, std::vector<TurnedHead>& heads) {
    for (const PdfArea& table : ruled_tables(page.page)) {
        std::size_t turned = 0;
        for (const TurnedHead& head : heads) turned += inside(head.area, table) ? 1 : 0;
        std::size_t upright = 0;
        for (const PdfLine& piece : page.pieces) {
            upright += inside({piece.x0, piece.bottom(), piece.x1, piece.top()}, table) ? piece.words.size() : 0;
        }
        if (turned == 0 || turned > upright) continue;
        for (TurnedHead& head : heads)
            head.taken = head.taken || (inside(head.area, table) && stands_in_cell(head, page.page));
    }
}

/// Text stands in the column that begins below the head.
bool heads_column(const TurnedHead& head, const PdfPageText& page) {
    return std::any_of(page.pieces.begin(), page.pieces.end(), [&](const PdfLine& piece) {
        const bool below = piece.baseline < head.area.y0 && piece.top() > head.area.y0 - reach_down * head.size();
        return below && std::any_of(piece.words.begin(), piece.words.end(), [&](const PdfWord& word) {
                   return word.x0 < head.area.x1 + beside && word.x1 > head.area.x0 - beside;
               });
    });
}

/// Heads that begin or end at one height, two or more above columns of upright text.
void find_above_columns(const PdfPageText& page, double PdfArea::*edge, std::vector<TurnedHead>& heads) {
    std::stable_sort(heads.begin(), heads.end(),
                     [&](const TurnedHead& a, const TurnedHead& b) { return a.area.*edge < b.area.*edge; });
    for (std::size_t i = 0; i < heads.size();) {
        std::size_t end = i + 1;
        while (end < heads.size() && heads[end].area.*edge - heads[i].area.*edge < level) ++end;
        const auto above = static_cast<std::size_t>(
            std::count_if(heads.begin() + static_cast<long>(i), heads.begin() + static_cast<long>(end),
                          [&](const TurnedHead& head) { return head.taken || heads_column(head, page); }));
        const bool row = above >= 2 && above * 2 >= end - i;
        for (; i < end; ++i) heads[i].taken = heads[i].taken || row;
    }
}

std::string text_of(const TurnedHead& head) {
    std::string out;
    for (const PdfLine& line : head.lines) {
        const bool cut = out.ends_with('-') && starts_low(text_of(line));
        if (cut) out.pop_back();
        out += (out.empty() || cut ? "" : " ") + text_of(line);
    }
    return out;
}

/// The baseline of upright text beside the head, or the head's foot.
double baseline_of(const TurnedHead& head, const std::vector<PdfLine>& pieces) {
    double out = 1e9;
    for (const PdfLine& piece : pieces) {
        const double middle = piece.baseline + 0.25 * piece.size;
        const bool apart = piece.x1 < head.area.x0 || piece.x0 > head.area.x1;
        if (apart && middle > head.area.y0 && middle < head.area.y1) out = std::min(out, piece.baseline);
    }
    return out < 1e9 ? out : head.area.y0 + 0.25 * head.size();
}

PdfLine upright(const TurnedHead& head, double baseline) {
    PdfWord word;
    word.text = text_of(head);
    word.x0 = head.area.x0;
    word.x1 = head.area.x1;
    word.baseline = baseline;
    word.size = head.size();
    word.bold = std::all_of(head.lines.begin(), head.lines.end(), [](const PdfLine& line) { return line.bold; });
    word.italic = std::all_of(head.lines.begin(), head.lines.end(), [](const PdfLine& line) { return line.italic; });
    word.link = head.lines.front().words.front().link;
    word.turned_bottom = head.area.y0;
    word.turned_top = head.area.y1;
    PdfLine line;
    line.words.push_back(std::move(word));
    settle(line);
    return line;
}

/// What is left of an angle's pieces once the heads are taken.
void keep_others(const std::vector<TurnedHead>& heads, std::vector<PdfPageText>& asides) {
    for (std::size_t i = 0; i < asides.size(); ++i) {
        const bool some = std::any_of(heads.begin(), heads.end(),
                                      [&](const TurnedHead& head) { return head.aside == i && head.taken; });
        if (!some) continue;
        asides[i].pieces.clear();
        for (const TurnedHead& head : heads) {
            if (head.aside == i && !head.taken)
                asides[i].pieces.insert(asides[i].pieces.end(), head.lines.begin(), head.lines.end());
        }
    }
    std::erase_if(asides, [](const PdfPageText& aside) { return aside.pieces.empty(); });
}

}  // namespace

void take_turned_cells(PdfPageText& page, std::vector<PdfPageText>& asides) {
    std::vector<TurnedHead> heads;
    for (std::size_t i = 0; i < asides.size(); ++i) {
        if (asides[i].pieces.size() <= most_pieces) add_heads(asides[i], i, page.page, heads);
    }
    std::vector<TurnedHead> others;
    const auto too_long = [](const TurnedHead& head) {
        return head.lines.size() > most_lines || head.words() > most_words;
    };
    std::copy_if(heads.begin(), heads.end(), std::back_inserter(others), too_long);
    std::erase_if(heads, too_long);
    if (heads.empty() || page.pieces.empty()) return;
    find_in_cells(page, heads);
    find_above_columns(page, &PdfArea::y0, heads);
    find_above_columns(page, &PdfArea::y1, heads);
    std::vector<PdfLine> cells;
    for (const TurnedHead& head : heads) {
        if (head.taken) cells.push_back(upright(head, baseline_of(head, page.pieces)));
    }
    page.pieces.insert(page.pieces.end(), cells.begin(), cells.end());
    heads.insert(heads.end(), others.begin(), others.end());
    keep_others(heads, asides);
}

PdfArea area_on(const PdfPageText& page, const PdfPageText& aside) {
    PdfArea area{1e9, 1e9, -1e9, -1e9};
    for (const PdfLine& piece : aside.pieces) {
        const Box box = to_page(aside.page, piece.x0, piece.bottom(), piece.x1, piece.top());
        area = both(area, to_frame(page.page.turn, {box.x0, box.y0, box.x1, box.y1}));
    }
    return area;
}

std::optional<PdfLine> place_among(const PdfPageText& page, const PdfPageText& aside) {
    if (page.pieces.empty() || aside.pieces.empty()) return std::nullopt;
    const PdfArea area = area_on(page, aside);
    const bool alone = std::none_of(page.pieces.begin(), page.pieces.end(), [&](const PdfLine& piece) {
        const double middle = (piece.bottom() + piece.top()) / 2;
        return middle > area.y0 && middle < area.y1;
    });
    if (!alone) return std::nullopt;
    PdfLine line;
    line.x0 = area.x0;
    line.x1 = area.x1;
    line.size = area.y1 - area.y0;
    line.baseline = area.y0 + 0.22 * line.size;
    return line;
}

}  // namespace rapporteur
