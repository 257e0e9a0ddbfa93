#include "writers/docx/emf_picture.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstdint>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double units_per_point = 2540.0 / 72;  // hundredths of a millimetre
// An A4 sheet stands for the device: one unit of it is one hundredth of a millimetre.
constexpr std::uint32_t device_mm[] = {210, 297};

// Types of records ([MS-EMF], 2.1.1).
enum Record : std::uint32_t {
    header = 1,
    poly_bezier_to = 5,
    poly_line_to = 6,
    set_window_extent = 9,
    set_window_origin = 10,
    set_viewport_extent = 11,
    end_of_file = 14,
    set_map_mode = 17,
    set_background_mode = 18,
    set_text_align = 22,
    set_text_colour = 24,
    move_to = 27,
    select_object = 37,
    create_brush = 39,
    delete_object = 40,
    begin_path = 59,
    end_path = 60,
    close_figure = 61,
    fill_path = 62,
    stroke_and_fill_path = 63,
    stroke_path = 64,
    create_font = 82,
    text_out = 84,
    create_pen = 95,
};

// Little-endian values of one record.
class Bytes {
public:
    Bytes& u32(std::uint32_t value) {
        for (int shift = 0; shift < 32; shift += 8) bytes_ += static_cast<char>(value >> shift & 255U);
        return *this;
    }
    Bytes& i32(std::int32_t value) { return u32(static_cast<std::uint32_t>(value)); }
    Bytes& u16(std::uint32_t value) {
        bytes_ += static_cast<char>(value & 255U);
        bytes_ += static_cast<char>(value >> 8 & 255U);
        return *this;
    }
    Bytes& zeros(std::size_t count) {
        bytes_.append(count, '\0');
        return *this;
    }
    Bytes& bounds() { return u32(0).u32(0).u32(0xFFFFFFFF).u32(0xFFFFFFFF); }  // not known
    const std::string& text() const { return bytes_; }

private:
    std::string bytes_;
};

std::int32_t units(double points) { return static_cast<std::int32_t>(std::lround(points * units_per_point)); }

std::uint32_t colour_of(Colour colour) {
    return colour.r | static_cast<std::uint32_t>(colour.g) << 8U | static_cast<std::uint32_t>(colour.b) << 16U;
}

/// "Noto Sans" of ".../NotoSans-Bold.ttf".
std::string family_of(const std::string& path) {
    const std::size_t slash = path.rfind('/');
    const std::string name = path.substr(slash == std::string::npos ? 0 : slash + 1);
    std::string family;
    for (std::size_t i = 0; i < name.size() && name[i] != '-' && name[i] != '.'; ++i) {
        const bool upper = name[i] >= 'A' && name[i] <= 'Z';
        const bool after_lower = i > 0 && name[i - 1] >= 'a' && name[i - 1] <= 'z';
        if (upper && after_lower) family += ' ';
        family += name[i];
    }
    return family;
}

// Text as UTF-16 and how far each unit moves on, from the advances of the glyphs that begin at it.
struct WideText {
    std::vector<std::uint32_t> text, advances;
};

WideText wide_text(const TextItem& item) {
    WideText wide;
    std::vector<double> advance_at(item.text.size() + 1);
    for (const Glyph& glyph : item.glyphs)
        if (glyph.cluster < item.text.size()) advance_at[glyph.cluster] += glyph.advance;
    double x = 0;
    for (std::size_t i = 0; i < item.text.size();) {
        const auto decoded = decode_at(item.text, i);
        const std::int32_t begin = units(x);
        x += advance_at[i];
        const auto advance = static_cast<std::uint32_t>(std::max(units(x) - begin, 0));
        const std::uint32_t c = decoded.value;
        if (c < 0x10000) {
            wide.text.push_back(c);
            wide.advances.push_back(advance);
        } else {
            wide.text.insert(wide.text.end(), {0xD800 + ((c - 0x10000) >> 10U), 0xDC00 + ((c - 0x10000) & 0x3FFU)});
            wide.advances.insert(wide.advances.end(), {advance, 0});
        }
        i += std::max<std::size_t>(decoded.bytes, 1);
    }
    return wide;
}

class EmfWriter {
public:
    EmfWriter(const FigurePicture& figure, const std::vector<FaceRef>& faces) : figure_(figure), faces_(faces) {}

    std::string write() {
        const std::int32_t width = units(figure_.width), height = units(figure_.height);
        add(set_map_mode, Bytes().u32(8));  // anisotropic: by window and viewport
        add(set_window_origin, Bytes().i32(0).i32(0));
        add(set_window_extent, Bytes().i32(width).i32(height));
        add(set_viewport_extent, Bytes().i32(width).i32(height));
        add(set_background_mode, Bytes().u32(1));  // transparent
        add(set_text_align, Bytes().u32(24));      // baseline
        for (const PageItem& item : figure_.items) {
            if (const auto* path = std::get_if<PathItem>(&item)) draw(*path);
            if (const auto* text = std::get_if<TextItem>(&item)) draw(*text);
        }
        add(end_of_file, Bytes().u32(0).u32(16).u32(20));
        return header_record(width, height) + records_;
    }

private:
    void add(Record type, const Bytes& content) {
        records_ += Bytes().u32(type).u32(static_cast<std::uint32_t>(content.text().size()) + 8).text();
        records_ += content.text();
        ++count_;
    }

    std::string header_record(std::int32_t width, std::int32_t height) const {
        constexpr std::uint32_t size = 88;
        Bytes bytes;
        bytes.u32(header).u32(size);
        for (int i = 0; i < 2; ++i) bytes.i32(0).i32(0).i32(width).i32(height);  // bounds, then frame
        bytes.u32(0x464D4520).u32(0x10000);                                      // " EMF", version
        bytes.u32(static_cast<std::uint32_t>(records_.size()) + size).u32(count_ + 1);
        bytes.u16(4).u16(0);         // handles: number 0, pen, brush, font
        bytes.u32(0).u32(0).u32(0);  // no description, no palette
        for (const std::uint32_t mm : device_mm) bytes.u32(mm * 100);
        for (const std::uint32_t mm : device_mm) bytes.u32(mm);
        return bytes.text();
    }

    static constexpr std::uint32_t pen = 1, brush = 2, font = 3;

    void drop(std::uint32_t object, std::uint32_t stock) {
        add(select_object, Bytes().u32(0x80000000 | stock));
        add(delete_object, Bytes().u32(object));
    }

    void make_pen(const PathItem& path) {
        constexpr std::uint32_t geometric = 0x10000, flat = 0x200, mitre = 0x2000, user_style = 7;
        const bool dashed = path.dash_on > 0;
        Bytes bytes;
        bytes.u32(pen).u32(0).u32(0).u32(0).u32(0);
        bytes.u32(geometric | flat | mitre | (dashed ? user_style : 0));
        bytes.u32(static_cast<std::uint32_t>(std::max(units(path.width), 1))).u32(0).u32(colour_of(path.stroke)).u32(0);
        bytes.u32(dashed ? 2 : 0);
        if (dashed) bytes.i32(units(path.dash_on)).i32(units(path.dash_off));
        add(create_pen, bytes);
        add(select_object, Bytes().u32(pen));
    }

    void draw(const PathItem& path) {
        const bool stroked = path.stroked && path.width > 0;
        if (path.points.size() < 2 || (!stroked && !path.filled)) return;
        if (stroked) make_pen(path);
        if (path.filled) {
            add(create_brush, Bytes().u32(brush).u32(0).u32(colour_of(path.fill)).u32(0));
            add(select_object, Bytes().u32(brush));
        }
        add(begin_path, Bytes());
        add(move_to, Bytes().i32(units(path.points[0].x)).i32(units(path.points[0].y)));
        Bytes points;
        points.bounds().u32(static_cast<std::uint32_t>(path.points.size()) - 1);
        for (std::size_t i = 1; i < path.points.size(); ++i)
            points.i32(units(path.points[i].x)).i32(units(path.points[i].y));
        add(path.curved ? poly_bezier_to : poly_line_to, points);
        if (path.closed) add(close_figure, Bytes());
        add(end_path, Bytes());
        add(stroked && path.filled ? stroke_and_fill_path : stroked ? stroke_path : fill_path, Bytes().bounds());
        if (stroked) drop(pen, 8);        // the null pen
        if (path.filled) drop(brush, 5);  // the null brush
    }

    void make_font(const TextItem& item) {
        const std::string& path = faces_[static_cast<std::size_t>(item.face)].path;
        const std::string family = family_of(path);
        const bool bold = path.find("Bold") != std::string::npos;
        constexpr std::size_t face_name = 32, rest = (64 + 32) * 2 + 36;
        Bytes bytes;
        bytes.u32(font).i32(-units(item.size)).i32(0).i32(0).i32(0).i32(bold ? 700 : 400);
        bytes.u32(path.find("Italic") != std::string::npos ? 1 : 0);  // with underline, strike-out, character set
        bytes.u32(0);                                                 // precisions, quality, pitch
        for (std::size_t i = 0; i < face_name; ++i)
            bytes.u16(i < family.size() && i + 1 < face_name ? static_cast<unsigned char>(family[i]) : 0);
        add(create_font, bytes.zeros(rest));
        add(select_object, Bytes().u32(font));
    }

    void draw(const TextItem& item) {
        if (item.face < 0 || static_cast<std::size_t>(item.face) >= faces_.size() || item.text.empty()) return;
        const WideText wide = wide_text(item);
        const std::size_t padded = (wide.text.size() + 1) / 2 * 2;
        constexpr std::uint32_t text_offset = 76, right_to_left = 0x80;  // an option of the record
        make_font(item);
        add(set_text_colour, Bytes().u32(colour_of(item.colour)));
        Bytes bytes;
        bytes.bounds().u32(1).u32(std::bit_cast<std::uint32_t>(1.0F)).u32(std::bit_cast<std::uint32_t>(1.0F));
        bytes.i32(units(item.x)).i32(units(item.baseline)).u32(static_cast<std::uint32_t>(wide.text.size()));
        bytes.u32(text_offset).u32(item.right_to_left ? right_to_left : 0).zeros(16);
        bytes.u32(text_offset + static_cast<std::uint32_t>(padded) * 2);
        for (const std::uint32_t unit : wide.text) bytes.u16(unit);
        bytes.zeros((padded - wide.text.size()) * 2);
        for (const std::uint32_t advance : wide.advances) bytes.u32(advance);
        add(text_out, bytes);
        drop(font, 13);  // the system's font
    }

    const FigurePicture& figure_;
    const std::vector<FaceRef>& faces_;
    std::string records_;
    std::uint32_t count_ = 0;
};

}  // namespace

std::string emf_picture(const FigurePicture& figure, const std::vector<FaceRef>& faces) {
    return EmfWriter(figure, faces).write();
}

}  // namespace rapporteur
