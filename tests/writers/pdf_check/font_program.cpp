#include "writers/pdf_check/font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_CID_H

#include <qpdf/BufferInputSource.hh>
#include <qpdf/QPDFTokenizer.hh>

namespace rapporteur::pdf_check {

struct FontProgram::State {
    std::string bytes;
    FT_Library library = nullptr;
    FT_Face face = nullptr;
    std::map<unsigned, unsigned> glyph_by_cid;  // of a CID-keyed font
    bool has_cids = false;

    ~State() {
        if (face) FT_Done_Face(face);
        if (library) FT_Done_FreeType(library);
    }
};

std::optional<FontProgram> FontProgram::read(std::string bytes) {
    FontProgram program;
    program.state_ = std::make_shared<State>();
    State& state = *program.state_;
    state.bytes = std::move(bytes);
    if (FT_Init_FreeType(&state.library) != 0) return std::nullopt;
    const auto* data = reinterpret_cast<const FT_Byte*>(state.bytes.data());
    if (FT_New_Memory_Face(state.library, data, static_cast<FT_Long>(state.bytes.size()), 0, &state.face) != 0)
        return std::nullopt;
    FT_Bool keyed = 0;
    state.has_cids = FT_Get_CID_Is_Internally_CID_Keyed(state.face, &keyed) == 0 && keyed != 0;
    for (unsigned glyph = 0; state.has_cids && glyph < program.glyph_count(); ++glyph) {
        FT_UInt cid = 0;
        if (FT_Get_CID_From_Glyph_Index(state.face, glyph, &cid) == 0) state.glyph_by_cid[cid] = glyph;
    }
    return program;
}

unsigned FontProgram::glyph_count() const { return static_cast<unsigned>(state_->face->num_glyphs); }

std::optional<unsigned> FontProgram::glyph_of_cid(unsigned cid) const {
    if (!state_->has_cids) return cid < glyph_count() ? std::optional(cid) : std::nullopt;
    const auto found = state_->glyph_by_cid.find(cid);
    return found == state_->glyph_by_cid.end() ? std::nullopt : std::optional(found->second);
}

std::vector<unsigned> FontProgram::cids() const {
    std::vector<unsigned> out;
    for (unsigned glyph = 0; !state_->has_cids && glyph < glyph_count(); ++glyph) out.push_back(glyph);
    for (const auto& [cid, glyph] : state_->glyph_by_cid) out.push_back(cid);
    return out;
}

std::optional<double> FontProgram::width(unsigned glyph) const {
    if (FT_Load_Glyph(state_->face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_IGNORE_TRANSFORM) != 0) return std::nullopt;
    const double em = state_->face->units_per_EM > 0 ? state_->face->units_per_EM : 1000;
    return static_cast<double>(state_->face->glyph->metrics.horiAdvance) * 1000 / em;
}

std::vector<CharacterMap> FontProgram::maps() const {
    std::vector<CharacterMap> out;
    for (int i = 0; i < state_->face->num_charmaps; ++i)
        out.push_back({state_->face->charmaps[i]->platform_id, state_->face->charmaps[i]->encoding_id});
    return out;
}

unsigned FontProgram::glyph_of(CharacterMap map, unsigned long character) const {
    for (int i = 0; i < state_->face->num_charmaps; ++i) {
        FT_CharMap one = state_->face->charmaps[i];
        if (CharacterMap{one->platform_id, one->encoding_id} != map) continue;
        if (FT_Set_Charmap(state_->face, one) == 0) return FT_Get_Char_Index(state_->face, character);
    }
    return 0;
}

std::string embedded_program(QPDFObjectHandle descriptor) {
    if (!descriptor.isDictionary()) return {};
    for (const char* key : {"/FontFile2", "/FontFile3", "/FontFile"})
        if (descriptor.hasKey(key)) return stream_text(descriptor.getKey(key));
    return {};
}

namespace {

unsigned code_of(const std::string& bytes) {
    unsigned code = 0;
    for (const char byte : bytes) code = code << 8U | static_cast<unsigned char>(byte);
    return code;
}

std::vector<std::uint16_t> units_of(const std::string& bytes) {
    std::vector<std::uint16_t> units;
    for (std::size_t i = 0; i + 1 < bytes.size(); i += 2)
        units.push_back(static_cast<std::uint16_t>(static_cast<unsigned char>(bytes[i]) << 8 |
                                                   static_cast<unsigned char>(bytes[i + 1])));
    return units;
}

// The strings between an operator that begins a block and the one that ends it.
class MapReader {
public:
    void take(const QPDFTokenizer::Token& token) {
        if (token.getType() == QPDFTokenizer::tt_string) {
            strings_.push_back(token.getValue());
        } else if (token.getType() == QPDFTokenizer::tt_word) {
            if (token.getValue() == "endbfchar") add_characters();
            if (token.getValue() == "endbfrange") add_ranges();
            strings_.clear();
        }
    }
    UnicodeMap map;

private:
    void add_characters() {
        for (std::size_t i = 0; i + 1 < strings_.size(); i += 2) map[code_of(strings_[i])] = units_of(strings_[i + 1]);
    }

    void add_ranges() {
        for (std::size_t i = 0; i + 2 < strings_.size(); i += 3) {
            std::vector<std::uint16_t> units = units_of(strings_[i + 2]);
            for (unsigned code = code_of(strings_[i]); code <= code_of(strings_[i + 1]) && !units.empty(); ++code) {
                map[code] = units;
                ++units.back();
            }
        }
    }

    std::vector<std::string> strings_;
};

}  // namespace

UnicodeMap read_unicode_map(const std::string& cmap) {
    std::string copy = cmap;
    const auto source = std::make_shared<BufferInputSource>("ToUnicode", copy);
    QPDFTokenizer tokenizer;
    tokenizer.allowEOF();
    MapReader reader;
    for (;;) {
        const QPDFTokenizer::Token token = tokenizer.readToken(source, "ToUnicode", true);
        if (token.getType() == QPDFTokenizer::tt_eof) break;
        reader.take(token);
    }
    return reader.map;
}

}  // namespace rapporteur::pdf_check
