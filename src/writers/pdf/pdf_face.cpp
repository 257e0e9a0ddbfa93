#include "writers/pdf/pdf_face.h"

#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <string_view>

#include "writers/pdf/cff_charset.h"

namespace rapporteur {
namespace {

template <auto destroy>
struct Destroyer {
    template <class T>
    void operator()(T* object) const {
        destroy(object);
    }
};
using Blob = std::unique_ptr<hb_blob_t, Destroyer<hb_blob_destroy>>;
using Face = std::unique_ptr<hb_face_t, Destroyer<hb_face_destroy>>;
using Font = std::unique_ptr<hb_font_t, Destroyer<hb_font_destroy>>;
using SubsetInput = std::unique_ptr<hb_subset_input_t, Destroyer<hb_subset_input_destroy>>;
using SubsetPlan = std::unique_ptr<hb_subset_plan_t, Destroyer<hb_subset_plan_destroy>>;

std::string_view bytes_of(const Blob& blob) {
    unsigned length = 0;
    const char* data = hb_blob_get_data(blob.get(), &length);
    return data ? std::string_view(data, length) : std::string_view();
}

Blob table_of(hb_face_t* face, hb_tag_t tag) { return Blob(hb_face_reference_table(face, tag)); }

// A font whose positions are thousandths of an em.
Font font_of(hb_face_t* face) {
    Font font(hb_font_create(face));
    hb_font_set_scale(font.get(), 1000, 1000);
    return font;
}

std::string postscript_name(hb_face_t* face) {
    std::array<char, 64> buffer{};
    unsigned length = buffer.size();
    hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &length, buffer.data());
    std::string name(buffer.data());
    std::erase_if(name, [](char c) {
        return !((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-');
    });
    return name.empty() ? "Font" : name;
}

int metric(hb_font_t* font, hb_ot_metrics_tag_t tag, int fallback) {
    hb_position_t value = 0;
    return hb_ot_metrics_get_position(font, tag, &value) ? value : fallback;
}

// The bounding box of all glyphs stands in the head table (OpenType 1.9, "head", xMin at byte 36).
void read_box(hb_face_t* face, int (&box)[4]) {
    constexpr std::size_t first = 36;
    const Blob head = table_of(face, HB_TAG('h', 'e', 'a', 'd'));
    const std::string_view bytes = bytes_of(head);
    if (bytes.size() < first + 8) return;
    const auto upem = static_cast<int>(std::max(hb_face_get_upem(face), 1U));
    for (std::size_t i = 0; i < 4; ++i) {
        const auto high = static_cast<unsigned char>(bytes[first + 2 * i]);
        const auto low = static_cast<unsigned char>(bytes[first + 2 * i + 1]);
        box[i] = static_cast<std::int16_t>(high << 8 | low) * 1000 / upem;
    }
}

constexpr std::array<const char*, 12> layout_tables = {"GSUB", "GPOS", "GDEF", "DSIG", "STAT", "meta",
                                                       "MATH", "BASE", "JSTF", "VORG", "vhea", "vmtx"};
// Not needed where glyphs are found by CID.
constexpr std::array<const char*, 4> naming_tables = {"name", "OS/2", "post", "cmap"};

template <std::size_t count>
void drop_tables(hb_subset_input_t* input, const std::array<const char*, count>& tags) {
    for (const char* tag : tags)
        hb_set_add(hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG), hb_tag_from_string(tag, 4));
}

std::string made_bytes(hb_face_t* made) {
    const Blob cff = table_of(made, HB_TAG('C', 'F', 'F', ' '));
    if (!bytes_of(cff).empty()) return std::string(bytes_of(cff));
    const Blob blob(hb_face_reference_blob(made));
    return std::string(bytes_of(blob));
}

SubsetPlan plan_subset(hb_face_t* face, const std::vector<unsigned>& glyphs, bool keep_ids) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return nullptr;
    hb_set_t* wanted = hb_subset_input_glyph_set(input.get());
    hb_set_add(wanted, 0);
    for (const unsigned glyph : glyphs) hb_set_add(wanted, glyph);
    unsigned flags = HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE;
    if (keep_ids) flags |= HB_SUBSET_FLAGS_RETAIN_GIDS;
    hb_subset_input_set_flags(input.get(), flags);
    drop_tables(input.get(), layout_tables);
    drop_tables(input.get(), naming_tables);
    return SubsetPlan(hb_subset_plan_create_or_fail(face, input.get()));
}

}  // namespace

FaceFacts face_facts(hb_face_t* face) {
    FaceFacts facts;
    facts.name = "Font";
    if (!face) return facts;
    const Font font = font_of(face);
    facts.name = postscript_name(face);
    hb_font_extents_t extents{};
    hb_font_get_h_extents(font.get(), &extents);
    facts.ascent = extents.ascender;
    facts.descent = extents.descender;
    facts.cap_height = metric(font.get(), HB_OT_METRICS_TAG_CAP_HEIGHT, 700);
    facts.x_height = metric(font.get(), HB_OT_METRICS_TAG_X_HEIGHT, 500);
    facts.italic_angle = static_cast<int>(hb_style_get_value(font.get(), HB_STYLE_TAG_SLANT_ANGLE));
    facts.bold = hb_style_get_value(font.get(), HB_STYLE_TAG_WEIGHT) >= 600;
    hb_codepoint_t space = 0;
    if (hb_font_get_nominal_glyph(font.get(), ' ', &space)) facts.space = space;
    read_box(face, facts.box);
    const Blob cff = table_of(face, HB_TAG('C', 'F', 'F', ' '));
    facts.cff = !bytes_of(cff).empty();
    if (facts.cff) facts.cids = cff_charset(bytes_of(cff), hb_face_get_glyph_count(face));
    return facts;
}

FaceWidths::FaceWidths(hb_face_t* face) {
    if (!face) return;
    const Font font = font_of(face);
    std::vector<hb_codepoint_t> glyphs(hb_face_get_glyph_count(face));
    for (unsigned i = 0; i < glyphs.size(); ++i) glyphs[i] = i;
    widths_.resize(glyphs.size());
    hb_font_get_glyph_h_advances(font.get(), static_cast<unsigned>(glyphs.size()), glyphs.data(), sizeof glyphs[0],
                                 widths_.data(), sizeof widths_[0]);
}

std::optional<FontSubset> subset_face(hb_face_t* face, const std::vector<unsigned>& glyphs, bool keep_ids) {
    const SubsetPlan plan = face ? plan_subset(face, glyphs, keep_ids) : nullptr;
    if (!plan) return std::nullopt;
    const Face made(hb_subset_plan_execute_or_fail(plan.get()));
    if (!made) return std::nullopt;
    FontSubset subset;
    subset.bytes = made_bytes(made.get());
    const hb_map_t* renumbered = hb_subset_plan_old_to_new_glyph_mapping(plan.get());
    for (const unsigned glyph : glyphs) {
        const hb_codepoint_t id = hb_map_get(renumbered, glyph);
        subset.new_glyphs.push_back(id == HB_MAP_VALUE_INVALID ? 0 : id);
    }
    return subset;
}

std::optional<std::string> subset_face_for(hb_face_t* face, const std::vector<char32_t>& characters) {
    const SubsetInput input(hb_subset_input_create_or_fail());
    if (!input) return std::nullopt;
    for (const char32_t character : characters) hb_set_add(hb_subset_input_unicode_set(input.get()), character);
    hb_subset_input_set_flags(input.get(), HB_SUBSET_FLAGS_NO_HINTING);
    drop_tables(input.get(), layout_tables);
    const Face made(hb_subset_or_fail(face, input.get()));
    if (!made) return std::nullopt;
    return made_bytes(made.get());
}

int character_width(hb_face_t* face, char32_t character) {
    const Font font = font_of(face);
    hb_codepoint_t glyph = 0;
    if (!hb_font_get_nominal_glyph(font.get(), character, &glyph)) return 0;
    return hb_font_get_glyph_h_advance(font.get(), glyph);
}

}  // namespace rapporteur
