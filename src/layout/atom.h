#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/bidi.h"
#include "layout/chunk.h"
#include "layout/hyphenation.h"
#include "layout/shape.h"
#include "support/line_break.h"

namespace rapporteur {

/// Glyphs of one chunk in one face and direction, or a mark (then `shape` is null).
struct Piece {
    std::size_t chunk = 0;
    const ShapedText* shape = nullptr;
    int face = 0;
    std::uint8_t level = 0;  // of the bidirectional text
    double width = 0;        // points
    double size = 0;         // points: the look's, by the scale of the face
};

/// What a line break never parts: pieces, and the blank that may follow them (its piece comes after theirs).
struct Atom {
    enum class Break { none, allowed, hyphen, forced };  // hyphen: its last piece is one, the line has to end
    std::size_t first = 0, count = 0;                    // of the pieces
    double width = 0;                                    // without the blank
    double space = 0;                                    // of the blank; dropped at the end of a line
    bool has_space = false;
    Break after = Break::none;
};

/// Where a hyphen would part an atom.
struct SoftBreak {
    std::size_t atom = 0;
    std::size_t byte = 0;          // of the text of all chunks
    double before = 0, after = 0;  // widths of its parts, the hyphen with the first
};

/// A paragraph ready to be broken into lines.
struct AtomText {
    std::vector<Piece> pieces;
    std::vector<Atom> atoms;
    std::vector<SoftBreak> soft;  // in order
    bool right_to_left = false;
    std::vector<std::string> without_glyph;  // words that no face can show whole, and what in them: "ab (U+12345)"
    bool too_wide = false;                   // a single character is wider than the column
};

/// Where a word may be broken, remembered word by word: UAX #14, but not after the slashes of symbols.
class WordBreaks {
public:
    explicit WordBreaks(std::string_view language) : breaker_(language) {}
    const std::vector<std::size_t>& of(std::string_view word);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    LineBreaker breaker_;
    std::unordered_map<std::string, std::vector<std::size_t>, Hash, std::equal_to<>> known_;
};

/// What making atoms needs; all outlive the atoms.
struct AtomTools {
    const Style& style;
    const FontSet& fonts;
    Shaper& shaper;
    WordBreaks& breaks;
    const Hyphenation& hyphenation;
    std::string_view language = {};  // of chunks that name none
    BaseDirection base = {};
};

/// Shapes the chunks for a column of `width` points: what is wider than the column is broken at its blanks, then after
/// slashes, then anywhere between characters. Columns that the style hyphenates get soft breaks. `parted` are bytes of
/// soft breaks, in order, at which words are to be parted; then no others are told.
AtomText make_atoms(const std::vector<Chunk>& chunks, double width, const AtomTools& tools,
                    const std::vector<std::size_t>& parted = {});

}  // namespace rapporteur
