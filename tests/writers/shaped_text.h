#pragma once

#include <harfbuzz/hb.h>

#include <filesystem>
#include <memory>
#include <string>

#include "layout/page.h"

namespace rapporteur {

/// A font of the system, for tests of what is drawn with it.
class SystemFace {
public:
    /// Looks for the file below the folder of fonts; `present()` is false where it is not installed.
    explicit SystemFace(const std::string& file_name, unsigned index = 0) {
        const std::filesystem::path folder = RAPPORTEUR_FONT_FOLDER;
        if (!std::filesystem::is_directory(folder)) return;
        for (const auto& entry : std::filesystem::recursive_directory_iterator(folder))
            if (!present() && entry.path().filename() == file_name) load(entry.path().string(), index);
    }

    bool present() const { return face_ != nullptr; }
    hb_face_t* face() const { return face_.get(); }

private:
    void load(const std::string& path, unsigned index) {
        hb_blob_t* blob = hb_blob_create_from_file(path.c_str());
        face_.reset(hb_face_create(blob, index));
        hb_blob_destroy(blob);
    }

    std::unique_ptr<hb_face_t, decltype(&hb_face_destroy)> face_{nullptr, hb_face_destroy};
};

/// One line of text in one face, shaped as layout would shape it; lengths in points.
inline TextItem shaped(const SystemFace& system_face, int face, const std::string& text, double x, double baseline,
                       double size = 10) {
    hb_font_t* font = hb_font_create(system_face.face());
    hb_font_set_scale(font, 1 << 16, 1 << 16);
    hb_buffer_t* buffer = hb_buffer_create();
    hb_buffer_add_utf8(buffer, text.data(), static_cast<int>(text.size()), 0, static_cast<int>(text.size()));
    hb_buffer_guess_segment_properties(buffer);
    hb_shape(font, buffer, nullptr, 0);
    TextItem item{face, size, {}, x, baseline};
    item.text = text;
    item.right_to_left = hb_buffer_get_direction(buffer) == HB_DIRECTION_RTL;
    unsigned count = 0;
    const hb_glyph_info_t* infos = hb_buffer_get_glyph_infos(buffer, &count);
    const hb_glyph_position_t* places = hb_buffer_get_glyph_positions(buffer, &count);
    const auto points = [size](hb_position_t units) { return units * size / (1 << 16); };
    for (unsigned i = 0; i < count; ++i) {
        item.glyphs.push_back({infos[i].codepoint, points(places[i].x_advance), points(places[i].x_offset),
                               points(places[i].y_offset), infos[i].cluster});
        item.width += item.glyphs.back().advance;
    }
    hb_buffer_destroy(buffer);
    hb_font_destroy(font);
    return item;
}

}  // namespace rapporteur
