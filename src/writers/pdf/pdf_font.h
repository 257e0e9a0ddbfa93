#pragma once

#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "writers/pdf/pdf_face.h"
#include "writers/pdf/pdf_object.h"

struct hb_face_t;

namespace rapporteur {

/// A face as a composite font (ISO 32000-1, 9.7): glyphs by HarfBuzz's ids, each under a CID that reads as exactly one
/// text.
class PdfFont {
public:
    explicit PdfFont(hb_face_t* face);

    /// How content names a glyph. Not `exact`: readers of the CID learn another text. `silent`: the glyph has no text,
    /// and content has to say so.
    struct Code {
        unsigned cid = 0;
        bool exact = false;
        bool silent = false;
    };

    /// The CID that shows `glyph` and reads as the UTF-8 `text`; where that is empty, as a character that shows
    /// nothing.
    Code code(unsigned glyph, std::string_view text);

    bool used() const { return !readings_.empty() || notdef_used_; }

    /// Whether it shows what it has no glyph for, …
    bool shows_missing_glyph() const { return notdef_used_; }
    /// … or a glyph that reads as a character of private use.
    bool shows_private_character() const { return private_; }

    /// Advance in thousandths of an em, as the font's /W says it.
    int width(unsigned glyph) const { return widths_.width(glyph); }

    /// The glyph of the word space, 0 where the face has none.
    unsigned space() const { return facts_.space; }

    /// Writes the subset and its dictionaries into `font`, with a list of its CIDs where one is wanted, as by PDF/A-1.
    /// False where the font cannot be cut down.
    bool write(PdfFile& file, PdfDict font, bool with_cid_set = false) const;

private:
    struct Reading {
        std::string text;
        unsigned cid = 0;
    };
    struct Shown {
        unsigned cid = 0;
        unsigned glyph = 0;
        std::string text;
    };

    unsigned fresh_cid(unsigned glyph) const;
    std::vector<Shown> by_cid() const;
    PdfArray width_runs(PdfFile& file, const std::vector<Shown>& shown) const;
    PdfDict descendant(PdfFile& file, const std::string& name, const FontSubset& subset,
                       const std::vector<Shown>& shown, PdfDict descriptor) const;

    hb_face_t* face_;
    FaceFacts facts_;
    FaceWidths widths_;
    bool notdef_used_ = false, private_ = false;
    std::vector<Shown> shown_;                                     // in the order of first use; the first is glyph 0
    std::unordered_map<unsigned, std::vector<Reading>> readings_;  // by glyph
};

}  // namespace rapporteur
