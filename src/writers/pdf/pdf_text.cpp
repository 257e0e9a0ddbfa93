#include "writers/pdf/pdf_text.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string_view>
#include <utility>
#include <vector>

#include "support/text.h"
#include "writers/pdf/pdf_syntax.h"

namespace rapporteur {
namespace {

// Glyphs [first, last) that stand together for a stretch of text.
struct Cluster {
    std::size_t first = 0, last = 0;
    std::string_view text;
};

std::vector<Cluster> clusters_of(const TextItem& item) {
    std::vector<std::uint32_t> starts;
    for (const auto& glyph : item.glyphs) starts.push_back(glyph.cluster);
    std::sort(starts.begin(), starts.end());
    std::vector<Cluster> clusters;
    for (std::size_t i = 0; i < item.glyphs.size();) {
        const std::uint32_t start = item.glyphs[i].cluster;
        const auto next = std::upper_bound(starts.begin(), starts.end(), start);
        const std::size_t end =
            std::min<std::size_t>(next == starts.end() ? item.text.size() : *next, item.text.size());
        Cluster cluster{i, i, {}};
        while (cluster.last < item.glyphs.size() && item.glyphs[cluster.last].cluster == start) ++cluster.last;
        if (start < end) cluster.text = std::string_view(item.text).substr(start, end - start);
        clusters.push_back(cluster);
        i = cluster.last;
    }
    return clusters;
}

// What shows a cluster: its glyphs with their codes, in visual order.
struct Shown {
    std::vector<std::pair<Glyph, PdfFont::Code>> glyphs;
    bool exact = true;

    void add(const Glyph& glyph, PdfFont::Code code) {
        glyphs.emplace_back(glyph, code);
        exact = exact && code.exact;
    }
};

std::vector<std::string_view> code_points_of(std::string_view text) {
    std::vector<std::string_view> points;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t bytes = std::max<std::size_t>(decode_at(text, at).bytes, 1);
        points.push_back(text.substr(at, bytes));
        at += bytes;
    }
    return points;
}

// As many code points as glyphs: each glyph reads as its own.
Shown show_one_to_one(const TextItem& item, const Cluster& cluster, std::vector<std::string_view> points,
                      PdfFont& font) {
    if (item.right_to_left) std::reverse(points.begin(), points.end());
    Shown shown;
    for (std::size_t i = cluster.first; i < cluster.last; ++i)
        shown.add(item.glyphs[i], font.code(item.glyphs[i].id, points[i - cluster.first]));
    return shown;
}

// Otherwise the widest glyph reads as the text and the others as nothing.
Shown show_by_carrier(const TextItem& item, const Cluster& cluster, std::string_view text, PdfFont& font) {
    std::size_t carrier = cluster.first;
    for (std::size_t i = cluster.first; i < cluster.last; ++i)
        if (item.glyphs[i].advance > item.glyphs[carrier].advance) carrier = i;
    Shown shown;
    for (std::size_t i = cluster.first; i < cluster.last; ++i)
        shown.add(item.glyphs[i], font.code(item.glyphs[i].id, i == carrier ? text : std::string_view()));
    return shown;
}

// A ligature that runs from the right reads as its last letter, and blanks over its right part as those before it:
// readers that turn visual order round would turn the letters of one code the wrong way.
Shown show_from_right(const TextItem& item, const Cluster& cluster, const std::vector<std::string_view>& points,
                      PdfFont& font) {
    Shown shown = show_by_carrier(item, cluster, points.back(), font);
    double width = 0;
    for (std::size_t i = cluster.first; i < cluster.last; ++i) width += item.glyphs[i].advance;
    for (std::size_t i = points.size() - 1; i > 0; --i) {
        Glyph blank;
        blank.id = font.space();
        blank.dx = -width * static_cast<double>(i) / static_cast<double>(points.size());
        shown.add(blank, font.code(blank.id, points[i - 1]));
    }
    return shown;
}

// Vowel signs and accents that stand over or under a letter of the cluster.
bool has_marks(const TextItem& item, const Cluster& cluster) {
    constexpr double least_advance = 0.01;  // em
    if (cluster.last - cluster.first < 2) return false;
    return std::any_of(item.glyphs.begin() + static_cast<std::ptrdiff_t>(cluster.first),
                       item.glyphs.begin() + static_cast<std::ptrdiff_t>(cluster.last),
                       [&](const Glyph& glyph) { return std::abs(glyph.advance) < least_advance * item.size; });
}

Shown show(const TextItem& item, const Cluster& cluster, PdfFont& font) {
    const std::vector<std::string_view> points = code_points_of(cluster.text);
    const bool marked = has_marks(item, cluster);
    if (points.size() > 1 && points.size() == cluster.last - cluster.first && !(marked && item.right_to_left)) {
        Shown shown = show_one_to_one(item, cluster, points, font);
        shown.exact = shown.exact && !marked;  // readers that go by places part words at marks over them
        return shown;
    }
    if (item.right_to_left && points.size() > 1 && font.space() != 0)
        return show_from_right(item, cluster, points, font);
    return show_by_carrier(item, cluster, cluster.text, font);
}

// Writes glyphs at their places, with as few operators as can be: TJ arrays, and a new matrix only for far jumps.
class LineWriter {
public:
    LineWriter(std::string& out, const TextItem& item, double height, const PdfFont& font)
        : out_(out), item_(item), y_(height - item.baseline), font_(font) {
        move_to(item.x);
    }

    void show(const Glyph& glyph, unsigned cid) {
        rise_to(glyph.dy);
        reach(pen_ + glyph.dx);
        if (!in_array_) out_ += '[';
        if (!in_string_) out_ += '<';
        in_array_ = in_string_ = true;
        append_hex16(out_, cid);
        at_ += font_.width(glyph.id) * item_.size / 1000;
        pen_ += glyph.advance;
    }

    void begin_actual_text(std::string_view text) {
        close();
        out_ += "/Span <</ActualText <FEFF" + utf16_hex(text) + ">>> BDC\n";
    }

    void end_actual_text() {
        close();
        out_ += "EMC\n";
    }

    void finish() {
        close();
        rise_to(0);
    }

private:
    void close() {
        if (in_string_) out_ += '>';
        if (in_array_) out_ += "] TJ\n";
        in_array_ = in_string_ = false;
    }

    void move_to(double x) {
        close();
        out_ += "1 0 0 1 ";
        append_number(out_, x);
        out_ += ' ';
        append_number(out_, y_);
        out_ += " Tm\n";
        at_ = x - item_.x;
    }

    void rise_to(double rise) {
        if (rise == rise_) return;
        close();
        append_number(out_, rise);
        out_ += " Ts\n";
        rise_ = rise;
    }

    // Some readers clip jumps of TJ beyond a few ems.
    void reach(double x) {
        constexpr double farthest = 4000;
        const double units = std::round((at_ - x) * 1000 / item_.size);
        if (units == 0) return;
        if (!(std::abs(units) <= farthest)) return move_to(item_.x + x);
        if (in_string_) out_ += '>';
        if (!in_array_) out_ += '[';
        in_string_ = false;
        in_array_ = true;
        append_number(out_, units);
        at_ -= units * item_.size / 1000;
    }

    std::string& out_;
    const TextItem& item_;
    double y_;
    const PdfFont& font_;
    double pen_ = 0;  // where layout wants the next glyph, from the item's left end
    double at_ = 0;   // where the reader's pen is
    double rise_ = 0;
    bool in_array_ = false, in_string_ = false;
};

}  // namespace

void append_text(std::string& out, const TextItem& item, double height, PdfFont& font, bool space_after) {
    LineWriter line(out, item, height, font);
    for (const auto& cluster : clusters_of(item)) {
        const Shown shown = show(item, cluster, font);
        const bool spell_out = !shown.exact && !cluster.text.empty();
        if (spell_out) line.begin_actual_text(cluster.text);
        for (const auto& [glyph, code] : shown.glyphs) {
            const bool hides = code.silent && !spell_out;
            if (hides) line.begin_actual_text("");
            line.show(glyph, code.cid);
            if (hides) line.end_actual_text();
        }
        if (spell_out) line.end_actual_text();
    }
    if (space_after && !item.right_to_left && font.space() != 0) {
        Glyph space;
        space.id = font.space();
        line.show(space, font.code(space.id, " ").cid);
    }
    line.finish();
}

}  // namespace rapporteur
