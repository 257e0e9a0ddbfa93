#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

struct hb_face_t;

namespace rapporteur {

/// What a font descriptor says of a face (ISO 32000-1, table 122); lengths in thousandths of an em.
struct FaceFacts {
    std::string name;  // PostScript name, letters, digits and hyphens only
    int ascent = 0, descent = 0, cap_height = 0, x_height = 0;
    int box[4] = {0, 0, 0, 0};
    int italic_angle = 0;
    bool bold = false;
    unsigned space = 0;                              // glyph of the word space
    bool cff = false;                                // outlines in a CFF table
    std::optional<std::vector<std::uint16_t>> cids;  // CIDs by glyph id, where the CFF is CID-keyed
};

/// The facts of a face; of none (null), those of a font without glyphs.
FaceFacts face_facts(hb_face_t* face);

/// Advance widths of a face.
class FaceWidths {
public:
    explicit FaceWidths(hb_face_t* face);
    bool has(unsigned glyph) const { return glyph < widths_.size(); }
    /// In thousandths of an em; 0 for a glyph that the face lacks.
    int width(unsigned glyph) const { return has(glyph) ? widths_[glyph] : 0; }

private:
    std::vector<int> widths_;
};

/// A subset of a font file, and how its glyphs are numbered.
struct FontSubset {
    std::string bytes;
    std::vector<unsigned> new_glyphs;  // beside the glyphs asked for
};

/// Cuts a face down to the glyphs (and what they are composed of), without hints and layout tables. `keep_ids` leaves
/// every glyph its number. None where the font is beyond HarfBuzz.
std::optional<FontSubset> subset_face(hb_face_t* face, const std::vector<unsigned>& glyphs, bool keep_ids);

/// Cuts a face down to the characters of a text to be, with the table that finds their glyphs. None where that fails.
std::optional<std::string> subset_face_for(hb_face_t* face, const std::vector<char32_t>& characters);

/// The advance of a character in thousandths of an em, 0 for one that the face lacks.
int character_width(hb_face_t* face, char32_t character);

}  // namespace rapporteur
