#pragma once

#include <array>
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "support/result.h"

struct hb_face_t;
struct hb_font_t;

namespace rapporteur {

/// A font file that fills a role of the manifest. The bytes stay with the caller, who keeps them as long as the
/// FontSet.
struct FontFile {
    std::string role;
    std::string path;
    int index = 0;  // inside a collection
    std::string_view bytes;
    double scale = 1;  // of the size that the style asks for
};

/// The faces that text can be set in. Never changed once made; may be shared between threads.
class FontSet {
public:
    /// Fails with `font_missing` where sans or serif is not among the files or a file holds no such font.
    static Result<FontSet> make(std::vector<FontFile> files);

    const std::vector<FontFile>& files() const { return files_; }

    /// The bytes of a face that pages name; empty for one that is not of this set.
    std::string_view bytes(const FaceRef& face) const;

    /// HarfBuzz's faces for those that pages name, null for one that is not of this set.
    std::vector<hb_face_t*> faces(const std::vector<FaceRef>& refs) const;

    /// The faces to try for a family in a look, in order: its own, then what it falls back to.
    const std::vector<int>& chain(std::string_view family, bool bold, bool italic) const;

    /// True where the face has a glyph for the character.
    bool covers(int face, char32_t c) const;

    /// How much larger than the style's size the face is set, so that its letters look as large.
    double scale(int face) const { return files_[static_cast<std::size_t>(face)].scale; }

    /// HarfBuzz's font, scaled to its units per em; not to be changed.
    hb_font_t* font(int face) const { return fonts_[static_cast<std::size_t>(face)].get(); }

private:
    struct Destroy {
        void operator()(hb_font_t* font) const;
    };
    FontSet() = default;
    void order_chains();
    std::vector<int> ordered(std::string_view family, bool bold, bool italic) const;
    void append_role(std::string_view role, std::vector<int>& chain) const;
    void append_fallbacks(std::string_view role, std::vector<int>& chain) const;

    std::vector<FontFile> files_;
    std::vector<std::unique_ptr<hb_font_t, Destroy>> fonts_;
    std::array<std::vector<int>, 12> chains_;  // family * 4 + bold * 2 + italic
};

}  // namespace rapporteur
