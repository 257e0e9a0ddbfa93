#include "readers/pdf/pdf_words.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <unordered_set>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

// Shares of the font size.
constexpr double gap_with_spaces = 0.20;     // a gap that parts words where the page also draws spaces
constexpr double gap_without_spaces = 0.13;  // the same where it never does
constexpr double baseline_step = 0.12;
constexpr double backward_step = 0.35;

bool is_blank(const PdfGlyph& glyph) { return glyph.text.find_first_not_of(' ') == std::string::npos; }

bool runs_right_to_left(char32_t c) {
    return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFF);
}

/// Remembers where glyphs stand, to tell those drawn twice in (nearly) one place.
class DrawnTwice {
public:
    explicit DrawnTwice(std::size_t glyphs) { places_.reserve(glyphs * 2); }

    bool seen(const PdfGlyph& glyph) {
        const double cell = std::max(glyph.size * 0.06, 0.1);
        const auto x = static_cast<std::int64_t>(std::floor(glyph.x0 / cell));
        const auto y = static_cast<std::int64_t>(std::floor(glyph.baseline / cell));
        const std::uint64_t shape = shape_of(glyph);
        bool found = false;
        for (std::int64_t dx = -1; dx <= 1; ++dx) {
            for (std::int64_t dy = -1; dy <= 1; ++dy) found = found || places_.contains(key(shape, x + dx, y + dy));
        }
        places_.insert(key(shape, x, y));
        return found;
    }

private:
    // FNV-1a
    static std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) { return (hash ^ value) * 1099511628211ULL; }

    static std::uint64_t shape_of(const PdfGlyph& glyph) {
        std::uint64_t hash = 1469598103934665603ULL;
        for (const char c : glyph.text) hash = mixed(hash, static_cast<unsigned char>(c));
        return mixed(hash, static_cast<std::uint64_t>(std::lround(glyph.size * 8)));
    }

    static std::uint64_t key(std::uint64_t shape, std::int64_t x, std::int64_t y) {
        return mixed(mixed(shape, static_cast<std::uint64_t>(x)), static_cast<std::uint64_t>(y));
    }

    std::unordered_set<std::uint64_t> places_;
};

/// Puts the glyphs of a right-to-left word, drawn in any order, into reading order; digits keep theirs.
std::string reading_order(std::vector<const PdfGlyph*> glyphs) {
    std::stable_sort(glyphs.begin(), glyphs.end(), [](const PdfGlyph* a, const PdfGlyph* b) { return a->x0 > b->x0; });
    std::string out;
    for (std::size_t i = 0; i < glyphs.size();) {
        std::size_t end = i;
        while (end < glyphs.size() && is_digit(decode_at(glyphs[end]->text, 0).value)) ++end;
        if (end == i) {
            out += glyphs[i++]->text;
            continue;
        }
        for (std::size_t k = end; k-- > i;) out += glyphs[k]->text;
        i = end;
    }
    return out;
}

/// Gathers glyphs into words.
class WordMaker {
public:
    explicit WordMaker(const PdfPage& page) : page_(page), twice_(page.glyphs.size()) {
        std::size_t spaces = 0;
        for (const PdfGlyph& glyph : page.glyphs) spaces += is_blank(glyph) ? 1 : 0;
        gap_ = spaces * 12 > page.glyphs.size() ? gap_with_spaces : gap_without_spaces;
    }

    std::vector<PdfWord> make() {
        for (const PdfGlyph& glyph : page_.glyphs) {
            if (is_blank(glyph)) {
                flush();
                glued_ = false;
                continue;
            }
            if (twice_.seen(glyph)) continue;
            if (!glyphs_.empty() && parts(*glyphs_.back(), glyph)) {
                const double gap = glyph.x0 - glyphs_.back()->x1;
                flush();
                glued_ = std::abs(gap) <= gap_ * glyph.size;
            }
            glyphs_.push_back(&glyph);
            const std::size_t space = glyph.text.find(' ');
            if (space != std::string::npos) flush();
        }
        flush();
        return std::move(words_);
    }

private:
    bool parts(const PdfGlyph& last, const PdfGlyph& next) const {
        const double size = std::max(last.size, next.size);
        if (std::abs(next.baseline - last.baseline) > baseline_step * size) return true;
        if (std::abs(next.size - last.size) > 0.15 * size) return true;
        if (next.link != last.link && !joins_link(last, next)) return true;
        if (runs_right_to_left(decode_at(next.text, 0).value) && next.x1 <= last.x0 + 0.1 * size) {
            return last.x0 - next.x1 > gap_ * size;
        }
        return next.x0 - last.x1 > gap_ * size || next.x0 < last.x1 - backward_step * size - (last.x1 - last.x0) * 0.5;
    }

    /// A link need not reach around every letter: only signs part a word from one.
    bool joins_link(const PdfGlyph& last, const PdfGlyph& next) const {
        const auto is_word = [](const PdfGlyph& glyph) {
            const char32_t c = decode_at(glyph.text, 0).value;
            return is_alpha(c) || is_digit(c);
        };
        return is_word(last) && is_word(next) && (last.link < 0 || next.link < 0);
    }

    void flush() {
        if (glyphs_.empty()) return;
        PdfWord word;
        word.glued = std::exchange(glued_, false);
        const PdfGlyph& first = *glyphs_.front();
        word.x0 = first.x0;
        word.x1 = first.x1;
        word.baseline = first.baseline;
        word.size = first.size;
        int link = -1;
        std::size_t bold = 0, italic = 0, artifact = 0, backward = 0;
        for (const PdfGlyph* glyph : glyphs_) {
            word.text += glyph->text;
            word.x0 = std::min(word.x0, glyph->x0);
            word.x1 = std::max(word.x1, glyph->x1);
            link = std::max(link, glyph->link);
            bold += glyph->bold ? 1 : 0;
            italic += glyph->italic ? 1 : 0;
            artifact += glyph->artifact ? 1 : 0;
            backward += runs_right_to_left(decode_at(glyph->text, 0).value) ? 1 : 0;
        }
        if (link >= 0) word.link = page_.links[static_cast<std::size_t>(link)].target;
        word.bold = bold * 2 > glyphs_.size();
        word.italic = italic * 2 > glyphs_.size();
        word.artifact = artifact * 2 > glyphs_.size();
        if (backward * 2 > glyphs_.size()) word.text = reading_order(glyphs_);
        word.text = nfc(collapse_space(word.text));
        glyphs_.clear();
        if (!word.text.empty()) words_.push_back(std::move(word));
    }

    const PdfPage& page_;
    double gap_ = gap_without_spaces;
    DrawnTwice twice_;
    bool glued_ = false;  // nothing parts the next word from the one before it
    std::vector<const PdfGlyph*> glyphs_;
    std::vector<PdfWord> words_;
};

}  // namespace

std::vector<PdfWord> words_of(const PdfPage& page) { return WordMaker(page).make(); }

bool runs_right_to_left(const std::string& text) {
    std::size_t right_to_left = 0;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        at += c.bytes;
        if (!is_alpha(c.value)) continue;
        ++letters;
        right_to_left += runs_right_to_left(c.value) ? 1 : 0;
    }
    return right_to_left * 2 > letters;
}

}  // namespace rapporteur
