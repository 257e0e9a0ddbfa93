#include "writers/pdf/pdf_picture.h"

#include "writers/png_picture.h"

namespace rapporteur {
namespace {

void describe(PdfDict stream, const Picture& picture, const char* colours) {
    stream.set("Type", PdfName{"XObject"});
    stream.set("Subtype", PdfName{"Image"});
    stream.set("Width", picture.width);
    stream.set("Height", picture.height);
    stream.set("BitsPerComponent", 8);
    stream.set("ColorSpace", PdfName{colours});
}

PdfDict write_png(PdfFile& file, const Picture& picture, bool flat) {
    Result<Pixels> pixels = decode_png(picture.bytes);
    if (!pixels) return {};
    if (flat) pixels = on_white(std::move(*pixels));
    const PdfDict made = file.stream(pixels->colours);
    describe(made, picture, "DeviceRGB");
    if (pixels->opacity.empty()) return made;
    const PdfDict mask = file.stream(pixels->opacity);
    describe(mask, picture, "DeviceGray");
    PdfDict(made).set("SMask", mask);
    return made;
}

}  // namespace

std::string picture_name(int picture) { return "Picture" + std::to_string(picture); }

PdfDict write_picture(PdfFile& file, const Picture& picture, bool flat) {
    if (picture.kind == PictureKind::png) return write_png(file, picture, flat);
    const PdfDict made = file.stream(picture.bytes, Compression::jpeg);
    describe(made, picture, picture.grey ? "DeviceGray" : "DeviceRGB");
    return made;
}

}  // namespace rapporteur
