#include "writers/picture_file.h"

#include <doctest/doctest.h>

#include "picture_maker.h"
#include "writers/png_picture.h"

namespace rapporteur {
namespace {

std::string refusal_of(const std::string& bytes) {
    const auto picture = read_picture(bytes, "logo.file");
    if (picture) return "taken";
    CHECK(picture.error().code == Code::picture_refused);
    CHECK(picture.error().place.file == "logo.file");
    return picture.error().detail;
}

bool holds(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

TEST_CASE("PNG and JPEG are told by their content, with their sizes and without what only tells of them") {
    const auto png = read_picture(png_of(12, 5, true), "a.jpg");
    REQUIRE(png.ok());
    CHECK(png->kind == PictureKind::png);
    CHECK(png->width == 12);
    CHECK(png->height == 5);
    CHECK_FALSE(holds(png->bytes, "Somebody"));
    for (const unsigned components : {1U, 3U}) {
        const auto jpeg = read_picture(jpeg_of(20, 9, components), "a.png");
        REQUIRE_MESSAGE(jpeg.ok(), jpeg.error().detail);
        CHECK(jpeg->kind == PictureKind::jpeg);
        CHECK(jpeg->width == 20);
        CHECK(jpeg->height == 9);
        CHECK(jpeg->grey == (components == 1));
        CHECK_FALSE(holds(jpeg->bytes, "taken at home"));
        CHECK(jpeg->bytes.ends_with("\xFF\xD9"));
    }
    CHECK(refusal_of(jpeg_of(8, 8, 3, 0xC2)) == "taken");  // progressive
}

TEST_CASE("a PNG's pixels are colours and opacity; on white paper nothing is see-through") {
    auto pixels = decode_png(png_of(4, 1, true));
    REQUIRE(pixels.ok());
    CHECK(pixels->opacity == std::string("\0\0\xFF\xFF", 4));
    CHECK(pixels->colours.substr(6) == "\x0B\x4A\x66\x0B\x4A\x66");
    const Pixels flat = on_white(*pixels);
    CHECK(flat.colours == "\xFF\xFF\xFF\xFF\xFF\xFF\x0B\x4A\x66\x0B\x4A\x66");
    CHECK(flat.opacity.empty());
    pixels = decode_png(png_of(4, 1, false));
    REQUIRE(pixels.ok());
    CHECK(pixels->opacity.empty());
}

TEST_CASE("what cannot be shown is refused with its reason") {
    CHECK(refusal_of("") == "it is neither PNG nor JPEG");
    CHECK(refusal_of("GIF89a and more") == "it is neither PNG nor JPEG");
    CHECK(refusal_of(std::string(most_picture_bytes + 1, 'x')) == "it is larger than 8 MiB");
    CHECK(holds(refusal_of(png_of(2, 2, false, 65535)), "65535 by 65535 pixels"));
    CHECK(holds(refusal_of(jpeg_of(8, 8, 4)), "CMYK"));
    CHECK(holds(refusal_of(jpeg_of(8, 8, 1, 0xC9)), "only few programs"));  // arithmetic coding
    CHECK(refusal_of(jpeg_of(8, 8, 2)) == "its colours are of an unknown kind");
    CHECK(refusal_of("\xFF\xD8\xFF\xD9") == "it holds no picture");
    std::string large = jpeg_of(8, 8, 3);
    large.replace(large.find(std::string("\0\x08\0\x08\3", 5)), 4, "\xFF\xFF\xFF\xFF");
    CHECK(holds(refusal_of(large), "65535 by 65535 pixels"));
    std::string empty = jpeg_of(8, 8, 3);
    empty.replace(empty.find(std::string("\0\x08\0\x08\3", 5)), 2, std::string(2, '\0'));
    CHECK(holds(refusal_of(empty), "8 by 0 pixels"));
}

TEST_CASE("a picture that breaks off anywhere is refused, and a broken one never ends the program") {
    for (const std::string& whole : {png_of(9, 9, true), jpeg_of(40, 40, 3)}) {
        for (std::size_t size = 0; size < whole.size(); ++size) CHECK(refusal_of(whole.substr(0, size)) != "taken");
        for (std::size_t at = 0; at < whole.size(); ++at) {
            std::string broken = whole;
            broken[at] = static_cast<char>(broken[at] ^ 0x41);
            const auto picture = read_picture(broken, "broken");
            if (picture && picture->kind == PictureKind::png) CHECK(decode_png(picture->bytes).ok());
        }
    }
}

}  // namespace
}  // namespace rapporteur
