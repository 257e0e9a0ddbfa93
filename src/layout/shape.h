#pragma once

#include <array>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "layout/font_set.h"
#include "layout/page.h"

namespace rapporteur {

/// A word in one face, shaped: glyphs in visual order, all measures in em.
struct ShapedText {
    std::string text;
    std::vector<Glyph> glyphs;
    double width = 0;
    std::vector<char32_t> without_glyph;  // shown as U+FFFD where the face has that
};

/// Shapes words with HarfBuzz (kerning, ligatures, joining scripts) and remembers each (text, face, direction). For one
/// thread; what it returns stays as long as it does.
class Shaper {
public:
    explicit Shaper(const FontSet& fonts) : fonts_(fonts), words_(2 * fonts.files().size()) {}

    /// `features` are of OpenType, apart by blanks ("smcp onum"); those that a face has not change nothing.
    const ShapedText& shape(int face, bool right_to_left, std::string_view text, std::string_view features = {});

    /// The hyphen that parts a word at the end of a line; it reads as a soft one (U+00AD), which is none of the word's.
    const ShapedText& hyphen(int face);

    /// The first face of the chain that covers the character; the chain's first where none does.
    int face_for(const std::vector<int>& chain, char32_t c);

private:
    struct Hash {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    static constexpr std::size_t kLatin = 0x250;

    /// What face_for has found for one chain; -1 where it has not been asked.
    struct ChainFaces {
        const std::vector<int>* chain = nullptr;
        std::array<int, kLatin> latin;
        std::unordered_map<char32_t, int> others;
    };
    int covering_face(const std::vector<int>& chain, char32_t c) const;
    ChainFaces& faces_of(const std::vector<int>& chain);

    const FontSet& fonts_;
    std::vector<std::unordered_map<std::string, ShapedText, Hash, std::equal_to<>>> words_;
    std::vector<ChainFaces> faces_;
    std::unordered_map<int, ShapedText> hyphens_;  // by face
};

}  // namespace rapporteur
