#include "layout/mark.h"

#include <algorithm>

#include "layout/path.h"

namespace rapporteur {
namespace {

constexpr int kBars = 5;

std::vector<PathItem> draw_strength(int strength, double x, double baseline, const Style& style) {
    const auto& look = style.strength;
    std::vector<PathItem> bars;
    for (int i = 0; i < kBars; ++i) {
        const bool filled = i < strength;
        const double left = x + i * (look.bar + look.gap), height = look.lowest + i * look.step;
        PathItem bar = rectangle({left, baseline - height, left + look.bar, baseline});
        bar.stroked = true;
        bar.width = look.outline;
        bar.stroke = style.colour(filled ? "ink" : "rule");
        bar.filled = filled;
        bar.fill = style.colour("ink");
        bars.push_back(std::move(bar));
    }
    return bars;
}

std::vector<PathItem> draw_status(DocumentState state, double x, double baseline, const Style& style) {
    const double side = style.status.square;
    const Colour ink = style.colour("ink");
    PathItem square = rectangle({x, baseline - side, x + side, baseline});
    square.stroked = true;
    square.width = style.status.outline;
    square.stroke = ink;
    square.filled = state == DocumentState::at_hand;
    square.fill = ink;
    std::vector<PathItem> paths{std::move(square)};
    if (state == DocumentState::in_part) {
        PathItem half;
        half.points = {{x, baseline - side}, {x + side, baseline}, {x, baseline}};
        half.closed = half.filled = true;
        half.fill = ink;
        paths.push_back(std::move(half));
    }
    return paths;
}

}  // namespace

double mark_width(const Chunk& mark, const Style& style, bool followed) {
    if (mark.kind == Chunk::Kind::strength)
        return kBars * style.strength.bar + (kBars - 1) * style.strength.gap + (followed ? style.strength.word_gap : 0);
    if (mark.kind == Chunk::Kind::status) return style.status.square + (followed ? style.status.word_gap : 0);
    return 0;
}

std::vector<PathItem> draw_mark(const Chunk& mark, double x, double baseline, const Style& style) {
    if (mark.kind == Chunk::Kind::strength) return draw_strength(mark.value, x, baseline, style);
    if (mark.kind == Chunk::Kind::status)
        return draw_status(static_cast<DocumentState>(mark.value), x, baseline, style);
    return {};
}

}  // namespace rapporteur
