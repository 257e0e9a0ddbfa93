#include "readers/pdf/pdf_figures.h"

#include <algorithm>
#include <cmath>
#include <string>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double same_edge = 2.0;  // points
constexpr double least_bar = 6.0;
constexpr double beside_bars = 70;  // how far from the bars the scale stands
constexpr double below_bars = 90;   // and the names of the bars and the legend
constexpr double taller_scale = 1;  // of the bars' height: how far the scale goes on above them
constexpr std::size_t least_bars = 2, least_numbers = 5;
constexpr std::size_t most_grounds = 1000;
constexpr std::size_t prose_words = 5;

bool has_letter(const std::string& text) {
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_alpha(c.value)) return true;
        at += c.bytes;
    }
    return false;
}

/// "1 200", "45 %", "–": what stands at a bar or on a scale.
bool is_number(const PdfLine& piece) {
    const std::string text = text_of(piece);
    return !piece.words.empty() && piece.words.size() <= 12 && !has_letter(text) && text.find(':') == std::string::npos;
}

double middle(const PdfLine& piece) { return piece.baseline + 0.25 * piece.size; }

/// A small square of a bar's colour stands right before the piece.
bool is_legend(const PdfLine& piece, const std::vector<PdfArea>& grounds) {
    return std::any_of(grounds.begin(), grounds.end(), [&](const PdfArea& ground) {
        const bool small = ground.x1 - ground.x0 <= piece.size && ground.y1 - ground.y0 <= piece.size;
        const bool before = ground.x1 <= piece.x0 + same_edge && piece.x0 - ground.x1 < 1.2 * piece.size;
        return small && before && ground.y0 < piece.top() && ground.y1 > piece.bottom();
    });
}

/// One chart: the area of its bars.
struct Chart {
    PdfArea bars;
    std::size_t count = 0;
    bool uneven = false;  // its bars are of several heights
};

/// The areas that stand on one line, from the left, for each such line.
std::vector<Chart> charts_of(std::vector<PdfArea> grounds) {
    std::erase_if(grounds, [](const PdfArea& ground) {
        return ground.x1 - ground.x0 < least_bar || ground.y1 - ground.y0 < least_bar;
    });
    std::stable_sort(grounds.begin(), grounds.end(), [](const PdfArea& a, const PdfArea& b) { return a.y0 < b.y0; });
    std::vector<Chart> out;
    for (const PdfArea& bar : grounds) {
        if (out.empty() || bar.y0 - out.back().bars.y0 > same_edge) out.push_back({bar});
        Chart& chart = out.back();
        ++chart.count;
        chart.uneven = chart.uneven || std::abs(chart.bars.y1 - bar.y1) > same_edge;
        chart.bars.x0 = std::min(chart.bars.x0, bar.x0);
        chart.bars.x1 = std::max(chart.bars.x1, bar.x1);
        chart.bars.y1 = std::max(chart.bars.y1, bar.y1);
    }
    std::erase_if(out, [](const Chart& chart) { return chart.count < least_bars || !chart.uneven; });
    return out;
}

/// The axis on which the bars stand reaches further than they do where some are missing.
void add_axis(PdfArea& bars, const std::vector<PdfRule>& rules) {
    const PdfArea drawn = bars;
    for (const PdfRule& rule : rules) {
        const bool below = rule.y0 == rule.y1 && std::abs(rule.y0 - drawn.y0) < 2 * same_edge;
        if (!below || rule.x1 < drawn.x0 || rule.x0 > drawn.x1) continue;
        bars.x0 = std::min(bars.x0, rule.x0);
        bars.x1 = std::max(bars.x1, rule.x1);
    }
}

/// The page around the bars as far as text that is none of the chart's; empty where such text stands among the bars.
PdfArea surroundings(const PdfArea& bars, const std::vector<PdfLine>& pieces, const std::vector<PdfArea>& grounds) {
    PdfArea out{bars.x0 - beside_bars, bars.y0 - below_bars, bars.x1 + beside_bars,
                bars.y1 + taller_scale * (bars.y1 - bars.y0) + 30};
    for (const PdfLine& piece : pieces) {
        if (is_number(piece) || piece.x1 < out.x0 || piece.x0 > out.x1 || is_legend(piece, grounds)) continue;
        const bool among = middle(piece) > bars.y0 && middle(piece) < bars.y1;
        if (!among && piece.words.size() > 0 && piece.words.size() < prose_words) continue;
        if (middle(piece) >= bars.y1)
            out.y1 = std::min(out.y1, piece.bottom());
        else if (middle(piece) <= bars.y0)
            out.y0 = std::max(out.y0, piece.top());
        else
            return {};
    }
    return out;
}

}  // namespace

void take_figures(const PdfPage& page, std::vector<PdfLine>& pieces, std::vector<LeftOut>& left_out) {
    if (page.grounds.size() < least_bars || page.grounds.size() > most_grounds) return;
    for (Chart& chart : charts_of(page.grounds)) {
        add_axis(chart.bars, page.rules);
        const PdfArea area = surroundings(chart.bars, pieces, page.grounds);
        const auto of_chart = [&](const PdfLine& piece) {
            const double y = middle(piece);
            const bool here = piece.x0 >= area.x0 && piece.x1 <= area.x1 && y > area.y0 && y < area.y1;
            return here && !piece.words.empty() && (is_number(piece) || is_legend(piece, page.grounds));
        };
        const auto numbers = std::count_if(pieces.begin(), pieces.end(),
                                           [&](const PdfLine& piece) { return of_chart(piece) && is_number(piece); });
        if (static_cast<std::size_t>(numbers) < least_numbers) continue;
        std::string text;
        for (const PdfLine& piece : pieces) text += of_chart(piece) ? (text.empty() ? "" : " ") + text_of(piece) : "";
        std::erase_if(pieces, of_chart);
        left_out.push_back({"figure text", collapse_space(text), page.number});
    }
}

}  // namespace rapporteur
