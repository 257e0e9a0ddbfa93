#include <algorithm>
#include <numeric>
#include <utility>

#include "layout/bidi.h"
#include "layout/line.h"
#include "layout/mark.h"

namespace rapporteur {
namespace {

constexpr double kAbove = 0.8, kBelow = 0.25;  // of the size: how far a link's area reaches around the baseline

/// Sets the pieces of one line side by side.
class LineSetter {
public:
    LineSetter(const AtomText& text, const std::vector<Chunk>& chunks, double baseline, const Style& style,
               const LineTags& tags)
        : text_(text), chunks_(chunks), baseline_(baseline), style_(style), tags_(tags) {}

    std::vector<PageItem> set(const TextLine& line, double x) {
        const std::vector<Piece> pieces = pieces_of(line);
        std::vector<std::uint8_t> levels;
        for (const Piece& piece : pieces) levels.push_back(piece.level);
        ends_ = 2 * x;
        for (const Piece& piece : pieces) ends_ += piece.width;
        for (std::size_t at : visual_order(levels)) {
            const Piece& piece = pieces[at];
            if (piece.shape)
                add_text(piece, x);
            else
                add_mark(piece, tags_.mirrored ? ends_ - x - piece.width : x);
            firsts_.resize(items_.size(), at);
            firsts_.back() = std::min(firsts_.back(), at);
            add_to_link(piece, x);
            x += piece.width;
        }
        if (tags_.mirrored) turn_round();
        return in_reading_order();
    }

private:
    /// The blank at the end of a line takes no room, but keeps the words apart when the text is read out.
    std::vector<Piece> pieces_of(const TextLine& line) const {
        std::vector<Piece> pieces;
        for (std::size_t i = line.first; i < line.end; ++i) {
            const Atom& atom = text_.atoms[i];
            const std::size_t count = atom.count + (atom.has_space ? 1 : 0);
            for (std::size_t k = 0; k < count; ++k) pieces.push_back(text_.pieces[atom.first + k]);
            if (atom.has_space && i + 1 == line.end) pieces.back().width = 0;
        }
        return pieces;
    }

    /// Text and links stand where the mirror shows them in their order; marks stand there already.
    void turn_round() {
        for (PageItem& item : items_)
            if (auto* text = std::get_if<TextItem>(&item)) text->x = ends_ - text->x - text->width;
        for (LinkItem& link : links_)
            link.area = {ends_ - link.area.x1, link.area.y0, ends_ - link.area.x0, link.area.y1};
    }

    std::vector<PageItem> in_reading_order() {
        std::vector<std::size_t> order(items_.size());
        std::iota(order.begin(), order.end(), 0);
        std::stable_sort(order.begin(), order.end(), [&](auto a, auto b) { return firsts_[a] < firsts_[b]; });
        std::vector<PageItem> out;
        for (const std::size_t i : order) out.push_back(std::move(items_[i]));
        for (LinkItem& link : links_) out.push_back(std::move(link));
        return out;
    }

    int element_of(const Piece& piece) const { return tags_.element_of_chunk[piece.chunk]; }

    void add_text(const Piece& piece, double x) {
        const Look& look = chunks_[piece.chunk].look;
        TextItem* item = items_.empty() ? nullptr : std::get_if<TextItem>(&items_.back());
        if (!item || !continues(*item, piece, look)) {
            TextItem fresh;
            fresh.face = tags_.page_face[static_cast<std::size_t>(piece.face)];
            fresh.size = piece.size;
            fresh.colour = look.colour;
            fresh.x = x;
            fresh.baseline = baseline_ - look.rise;
            fresh.right_to_left = piece.level % 2 == 1;
            fresh.element = element_of(piece);
            items_.push_back(std::move(fresh));
            item = &std::get<TextItem>(items_.back());
        }
        append(*item, piece, piece.size);
    }

    bool continues(const TextItem& item, const Piece& piece, const Look& look) const {
        return item.face == tags_.page_face[static_cast<std::size_t>(piece.face)] && item.size == piece.size &&
               item.colour == look.colour && item.baseline == baseline_ - look.rise &&
               item.element == element_of(piece) && item.right_to_left == (piece.level % 2 == 1);
    }

    /// Text in reading order, glyphs from left to right: what runs from right to left is put before the text that is
    /// there.
    static void append(TextItem& item, const Piece& piece, double size) {
        const auto before = static_cast<std::uint32_t>(item.right_to_left ? 0 : item.text.size());
        if (item.right_to_left) {
            for (Glyph& glyph : item.glyphs) glyph.cluster += static_cast<std::uint32_t>(piece.shape->text.size());
            item.text.insert(0, piece.shape->text);
        } else {
            item.text += piece.shape->text;
        }
        // A blank may be wider than its glyph (the distance before a citation).
        const double stretch = piece.shape->glyphs.size() == 1 ? piece.width - piece.shape->width * size : 0;
        for (const Glyph& glyph : piece.shape->glyphs)
            item.glyphs.push_back(
                {glyph.id, glyph.advance * size + stretch, glyph.dx * size, glyph.dy * size, glyph.cluster + before});
        item.width += piece.width;
    }

    void add_mark(const Piece& piece, double x) {
        for (PathItem& path : draw_mark(chunks_[piece.chunk], x, baseline_, style_)) {
            path.element = element_of(piece);
            items_.push_back(std::move(path));
        }
    }

    void add_to_link(const Piece& piece, double x) {
        const Chunk& chunk = chunks_[piece.chunk];
        if (chunk.target.empty()) return;
        const PageRect area{x, baseline_ - kAbove * chunk.look.size, x + piece.width,
                            baseline_ + kBelow * chunk.look.size};
        const bool more = !links_.empty() && links_.back().target == chunk.target &&
                          links_.back().element == element_of(piece) && links_.back().area.x1 > x - 0.01;
        if (more)
            links_.back().area.x1 = area.x1;
        else
            links_.push_back({area, chunk.target, chunk.text, element_of(piece)});
    }

    const AtomText& text_;
    const std::vector<Chunk>& chunks_;
    double baseline_;
    const Style& style_;
    const LineTags& tags_;
    double ends_ = 0;  // the line's left end and its right end, added
    std::vector<PageItem> items_;
    std::vector<std::size_t> firsts_;  // of each item: its first piece in reading order
    std::vector<LinkItem> links_;
};

}  // namespace

std::vector<PageItem> line_items(const AtomText& text, const TextLine& line, const std::vector<Chunk>& chunks, double x,
                                 double baseline, const Style& style, const LineTags& tags) {
    return LineSetter(text, chunks, baseline, style, tags).set(line, x);
}

}  // namespace rapporteur
