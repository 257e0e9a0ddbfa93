#include "fuzz/fuzz_target.h"
#include "writers/picture_file.h"
#include "writers/png_picture.h"

/// Pictures for covers: what is taken can be decoded, and is taken again as it is kept.
void rapporteur::fuzz::take(std::string_view bytes) {
    const Result<Picture> picture = read_picture(bytes, "logo");
    if (!picture) return demand(picture.error().place.file == "logo", "a picture is refused with its file");
    demand(picture->width > 0 && picture->height > 0, "a picture has a size");
    if (picture->kind == PictureKind::png) demand(decode_png(picture->bytes).ok(), "a PNG that is taken is decoded");
    const Result<Picture> again = read_picture(picture->bytes, "logo");
    demand(again && again->bytes == picture->bytes, "what is kept of a picture is a picture");
}
