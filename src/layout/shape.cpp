#include "layout/shape.h"

#include <hb.h>

#include <memory>

#include "support/text.h"

#include "support/text.h"

namespace rapporteur {
namespace {

struct DestroyBuffer {
    void operator()(hb_buffer_t* buffer) const { hb_buffer_destroy(buffer); }
};

/// A sign that anybody sees in place of a glyph that the face lacks; the text stays.
void substitute(hb_font_t* font, Glyph& glyph) {
    constexpr hb_codepoint_t replacement_character = 0xFFFD;
    hb_codepoint_t id = 0;
    if (!hb_font_get_nominal_glyph(font, replacement_character, &id)) return;
    glyph.id = id;
    glyph.advance =
        hb_font_get_glyph_h_advance(font, id) / static_cast<double>(hb_face_get_upem(hb_font_get_face(font)));
}

std::vector<hb_feature_t> features_in(std::string_view names) {
    std::vector<hb_feature_t> features;
    for (std::string_view name : split(names, ' ')) {
        hb_feature_t feature;
        if (hb_feature_from_string(name.data(), static_cast<int>(name.size()), &feature)) features.push_back(feature);
    }
    return features;
}

ShapedText shape_with_harfbuzz(hb_font_t* font, bool right_to_left, std::string_view text,
                               std::string_view feature_names = {}) {
    const std::unique_ptr<hb_buffer_t, DestroyBuffer> buffer(hb_buffer_create());
    const int size = static_cast<int>(text.size());
    hb_buffer_add_utf8(buffer.get(), text.data(), size, 0, size);
    hb_buffer_set_direction(buffer.get(), right_to_left ? HB_DIRECTION_RTL : HB_DIRECTION_LTR);
    hb_buffer_guess_segment_properties(buffer.get());
    const std::vector<hb_feature_t> features = features_in(feature_names);
    hb_shape(font, buffer.get(), features.data(), static_cast<unsigned>(features.size()));

    ShapedText shaped{std::string(text)};
    const double em = hb_face_get_upem(hb_font_get_face(font));
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer.get(), &count);
    const hb_glyph_position_t* positions = hb_buffer_get_glyph_positions(buffer.get(), &count);
    shaped.glyphs.reserve(count);
    for (unsigned i = 0; i < count; ++i) {
        shaped.glyphs.push_back({infos[i].codepoint, positions[i].x_advance / em, positions[i].x_offset / em,
                                 -positions[i].y_offset / em, infos[i].cluster});
        if (infos[i].codepoint == 0) {
            shaped.without_glyph.push_back(decode_at(text, infos[i].cluster).value);
            substitute(font, shaped.glyphs.back());
        }
        shaped.width += shaped.glyphs.back().advance;
    }
    return shaped;
}

}  // namespace

const ShapedText& Shaper::shape(int face, bool right_to_left, std::string_view text, std::string_view features) {
    auto& words = words_[2 * static_cast<std::size_t>(face) + (right_to_left ? 1 : 0)];
    std::string with_features;
    std::string_view key = text;
    if (!features.empty()) key = with_features = std::string(features) + '\n' + std::string(text);
    const auto found = words.find(key);
    if (found != words.end()) return found->second;
    return words.emplace(std::string(key), shape_with_harfbuzz(fonts_.font(face), right_to_left, text, features))
        .first->second;
}

const ShapedText& Shaper::hyphen(int face) {
    const auto [known, fresh] = hyphens_.try_emplace(face);
    if (fresh) {
        known->second = shape_with_harfbuzz(fonts_.font(face), false, fonts_.covers(face, U'\u2010') ? "\u2010" : "-");
        known->second.text = "\u00AD";
    }
    return known->second;
}

int Shaper::face_for(const std::vector<int>& chain, char32_t c) {
    ChainFaces& faces = faces_of(chain);
    if (c < kLatin) {
        int& face = faces.latin[c];
        return face >= 0 ? face : face = covering_face(chain, c);
    }
    const auto [known, fresh] = faces.others.try_emplace(c, 0);
    if (fresh) known->second = covering_face(chain, c);
    return known->second;
}

Shaper::ChainFaces& Shaper::faces_of(const std::vector<int>& chain) {
    for (ChainFaces& faces : faces_)
        if (faces.chain == &chain) return faces;
    faces_.push_back({&chain, {}, {}});
    faces_.back().latin.fill(-1);
    return faces_.back();
}

int Shaper::covering_face(const std::vector<int>& chain, char32_t c) const {
    for (int face : chain)
        if (fonts_.covers(face, c)) return face;
    return chain.front();
}

}  // namespace rapporteur
