#include "layout/font_set.h"

#include <hb.h>

#include <algorithm>

namespace rapporteur {
namespace {

constexpr std::string_view kFamilies[] = {"sans", "serif", "display"};

std::size_t family_index(std::string_view family) {
    for (std::size_t i = 0; i < std::size(kFamilies); ++i)
        if (kFamilies[i] == family) return i;
    return 0;
}

std::string role_of(std::string_view family, bool bold, bool italic) {
    return std::string(family) + (bold ? "-bold" : "") + (italic ? "-italic" : "");
}

void append_once(int face, std::vector<int>& chain) {
    if (std::find(chain.begin(), chain.end(), face) == chain.end()) chain.push_back(face);
}

}  // namespace

void FontSet::Destroy::operator()(hb_font_t* font) const { hb_font_destroy(font); }

Result<FontSet> FontSet::make(std::vector<FontFile> files) {
    FontSet set;
    for (const FontFile& file : files) {
        hb_blob_t* blob = hb_blob_create(file.bytes.data(), static_cast<unsigned>(file.bytes.size()),
                                         HB_MEMORY_MODE_READONLY, nullptr, nullptr);
        const bool found = file.index >= 0 && static_cast<unsigned>(file.index) < hb_face_count(blob);
        hb_face_t* face = hb_face_create(blob, static_cast<unsigned>(file.index));
        hb_blob_destroy(blob);
        hb_font_t* font = hb_font_create(face);
        const bool usable = found && hb_face_get_glyph_count(face) > 0 && hb_face_get_upem(face) > 0;
        hb_face_destroy(face);
        hb_font_make_immutable(font);
        set.fonts_.emplace_back(font);
        if (!usable) return Diagnostic{Code::font_missing, {file.path}, "the file holds no such font"};
    }
    set.files_ = std::move(files);
    set.order_chains();
    for (std::string_view family : {"sans", "serif"}) {
        const auto has_role = [&](const FontFile& file) { return file.role == family; };
        if (std::none_of(set.files_.begin(), set.files_.end(), has_role))
            return Diagnostic{Code::font_missing, {}, "no font for \"" + std::string(family) + "\""};
    }
    return set;
}

std::string_view FontSet::bytes(const FaceRef& face) const {
    for (const FontFile& file : files_)
        if (file.path == face.path && file.index == face.index) return file.bytes;
    return {};
}

std::vector<hb_face_t*> FontSet::faces(const std::vector<FaceRef>& refs) const {
    std::vector<hb_face_t*> out;
    for (const FaceRef& ref : refs) {
        out.push_back(nullptr);
        for (std::size_t i = 0; i < files_.size() && !out.back(); ++i)
            if (files_[i].path == ref.path && files_[i].index == ref.index)
                out.back() = hb_font_get_face(fonts_[i].get());
    }
    return out;
}

const std::vector<int>& FontSet::chain(std::string_view family, bool bold, bool italic) const {
    return chains_[family_index(family) * 4 + (bold ? 2 : 0) + (italic ? 1 : 0)];
}

bool FontSet::covers(int face, char32_t c) const {
    hb_codepoint_t glyph = 0;
    return hb_font_get_nominal_glyph(font(face), c, &glyph) != 0;
}

void FontSet::order_chains() {
    for (std::size_t i = 0; i < chains_.size(); ++i) chains_[i] = ordered(kFamilies[i / 4], i & 2, i & 1);
}

std::vector<int> FontSet::ordered(std::string_view family, bool bold, bool italic) const {
    std::vector<int> chain;
    const std::string_view other = family == "sans" ? "serif" : "sans";
    const std::string_view second = family == "display" ? "serif" : family;
    for (std::string_view one : {family, second}) {
        append_role(role_of(one, bold, italic), chain);
        append_role(role_of(one, bold, false), chain);
        append_role(role_of(one, false, italic), chain);
        append_role(one, chain);
    }
    for (std::string_view one : {second, other}) {
        if (one == other) append_role(role_of(other, bold, false), chain);
        append_fallbacks(role_of(one, bold, false), chain);
        append_fallbacks(one, chain);
    }
    append_role(other, chain);
    append_fallbacks("any", chain);
    return chain;
}

void FontSet::append_role(std::string_view role, std::vector<int>& chain) const {
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (files_[i].role == role) append_once(static_cast<int>(i), chain);
}

void FontSet::append_fallbacks(std::string_view role, std::vector<int>& chain) const {
    const std::string start = std::string(role) + ".";
    for (std::size_t i = 0; i < files_.size(); ++i)
        if (files_[i].role.starts_with(start)) append_once(static_cast<int>(i), chain);
}

}  // namespace rapporteur
