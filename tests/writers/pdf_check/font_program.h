#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "writers/pdf_check/checked_file.h"

namespace rapporteur::pdf_check {

/// A character map inside a font file.
struct CharacterMap {
    int platform = 0, encoding = 0;
    bool operator==(const CharacterMap&) const = default;
};

/// A font file as FreeType reads it.
class FontProgram {
public:
    /// Nothing where the bytes are no font.
    static std::optional<FontProgram> read(std::string bytes);

    unsigned glyph_count() const;
    /// The glyph of a CID in a CFF font; of a font without CIDs the CID itself. Nothing where there is none.
    std::optional<unsigned> glyph_of_cid(unsigned cid) const;
    /// CIDs of a CID-keyed font by glyph, else the numbers of the glyphs.
    std::vector<unsigned> cids() const;
    /// Thousandths of an em.
    std::optional<double> width(unsigned glyph) const;
    std::vector<CharacterMap> maps() const;
    /// The glyph of a character by that map, 0 for none.
    unsigned glyph_of(CharacterMap map, unsigned long character) const;

private:
    struct State;
    std::shared_ptr<State> state_;
};

/// The font file of a descriptor, decoded; empty where there is none.
std::string embedded_program(QPDFObjectHandle descriptor);

/// What a ToUnicode map says of each code, as UTF-16 code units.
using UnicodeMap = std::map<unsigned, std::vector<std::uint16_t>>;
UnicodeMap read_unicode_map(const std::string& cmap);

}  // namespace rapporteur::pdf_check
