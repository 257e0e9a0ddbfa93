#include <doctest/doctest.h>

#include "layout/lay_out.h"
#include "page_maker.h"
#include "pdf_file_check.h"
#include "picture_maker.h"
#include "sample_pdf.h"
#include "writers/docx/docx_writer.h"
#include "writers/pdf_check/broken_twin.h"
#include "writers/pdf_check/check.h"
#include "writers/picture_file.h"

// The picture on the cover, in both formats.
namespace rapporteur {
namespace {

using pdf_check::check_pdf;

Pack pack_with(const std::string& picture) {
    auto logo = read_picture(picture, "logo");
    REQUIRE_MESSAGE(logo.ok(), logo.error().detail);
    Pack pack = sample_pack();
    pack.cover.logo = std::make_shared<const Picture>(std::move(*logo));
    pack.cover.logo_alt = "Emblem of the Harbour Council";
    return pack;
}

std::optional<std::string> written(const std::string& picture, const PdfOptions& options = {}) {
    const InstalledFonts fonts = installed_fonts();
    if (!fonts.set) {
        MESSAGE("skipped: fonts of the manifest are not installed");
        return std::nullopt;
    }
    Diagnostics diagnostics;
    const Pages pages = lay_out(pack_with(picture), house_style(), *fonts.set, diagnostics);
    auto pdf = write_pdf(pages, fonts.set->faces(pages.faces), options);
    REQUIRE_MESSAGE(pdf.ok(), pdf.error().detail);
    return std::move(pdf->bytes);
}

QPDFObjectHandle logo_of(QPDF& file) {
    QPDFObjectHandle page = file.getAllPages().at(0);
    return page.getKey("/Resources").getKey("/XObject").getKey("/Picture0");
}

TEST_CASE("a PNG with opacity is an image with a soft mask, a JPEG stays as it is coded; both keep the claims") {
    const auto png = written(png_of(60, 20, true));
    if (!png) return;
    auto file = opened(*png);
    CHECK(logo_of(*file).getDict().getKey("/SMask").getDict().getKey("/ColorSpace").getName() == "/DeviceGray");
    CHECK(logo_of(*file).getStreamData(qpdf_dl_all)->getSize() == 60 * 20 * 3);
    CHECK(check_pdf(*png).words() == "");
    const auto opaque = written(png_of(60, 20, false));
    auto whole = opened(*opaque);
    CHECK_FALSE(logo_of(*whole).getDict().hasKey("/SMask"));
    for (const unsigned components : {1U, 3U}) {
        const auto jpeg = written(jpeg_of(64, 32, components));
        auto held = opened(*jpeg);
        QPDFObjectHandle image = logo_of(*held);
        CHECK(image.getDict().getKey("/Filter").unparse().find("/DCTDecode") != std::string::npos);
        const auto raw = image.getRawStreamData();
        const std::string bytes(reinterpret_cast<const char*>(raw->getBuffer()), raw->getSize());
        CHECK(bytes == read_picture(jpeg_of(64, 32, components), "")->bytes);
        CHECK(check_pdf(*jpeg).words() == "");
        CHECK(jpeg == written(jpeg_of(64, 32, components)));
    }
    CHECK(png == written(png_of(60, 20, true)));
}

TEST_CASE("PDF/A-1b knows no soft mask: the picture stands on white") {
    PdfOptions options;
    options.archival_1b = true;
    const auto pdf = written(png_of(60, 20, true), options);
    if (!pdf) return;
    auto file = opened(*pdf);
    CHECK_FALSE(logo_of(*file).getDict().hasKey("/SMask"));
    CHECK(logo_of(*file).getStreamData(qpdf_dl_all)->getBuffer()[0] == 255);
}

TEST_CASE("the checker sees what would be wrong with a logo") {
    const auto pdf = written(png_of(60, 20, true));
    if (!pdf) return;
    const auto found = [&](const std::function<void(QPDF&)>& harm, const std::string& condition) {
        const auto findings = check_pdf(pdf_check::broken(*pdf, {condition, harm}));
        CHECK_MESSAGE(findings.has(condition), condition << " is not caught; found: " << findings.words());
    };
    found([](QPDF& file) { logo_of(file).getDict().replaceKey("/Interpolate", QPDFObjectHandle::newBool(true)); },
          "A-6.2.8");
    found([](QPDF& file) { file.getRoot().removeKey("/OutputIntents"); }, "A-6.2.10");
    found(
        [](QPDF& file) {
            QPDFObjectHandle page = file.getAllPages().at(0);
            page.getKey("/Resources").removeKey("/XObject");
        },
        "S-resource");
}

TEST_CASE("the logo fits the style's box in its own proportions, above the title") {
    const Style style = house_style();
    const auto check = [&](unsigned width, unsigned height) {
        const Pack pack = pack_with(jpeg_of(width, height, 1));
        const InstalledFonts fonts = installed_fonts();
        if (!fonts.set) return;
        Diagnostics diagnostics;
        const Pages pages = lay_out(pack, style, *fonts.set, diagnostics);
        int logos = 0;
        for (const PageItem& item : pages.pages.front().items) {
            const auto* picture = std::get_if<PictureItem>(&item);
            if (!picture) continue;
            ++logos;
            const PageRect& area = picture->area;
            CHECK((area.x1 - area.x0) / (area.y1 - area.y0) == doctest::Approx(double(width) / height));
            CHECK(area.x0 >= style.page.left);
            CHECK(area.x1 - area.x0 <= style.cover.logo_width + 0.01);
            CHECK(area.y1 <= style.cover.logo_y + style.cover.logo_height + 0.01);
            CHECK(area.x1 - area.x0 <= width * 0.75 + 0.01);
            CHECK(pages.elements.at(static_cast<std::size_t>(picture->element)).role == "Figure");
        }
        CHECK(logos == 1);
    };
    check(600, 60);
    check(60, 600);
    check(10, 10);
}

TEST_CASE("a DOCX shows the logo with its words, and names its type") {
    for (const bool is_png : {true, false}) {
        const auto bytes =
            write_docx(pack_with(is_png ? png_of(60, 20, true) : jpeg_of(60, 20, 3)), house_style(), Pages());
        REQUIRE(bytes.ok());
        const DocxFile file(*bytes);
        const std::string name = is_png ? "logo.png" : "logo.jpeg";
        CHECK(file.has("word/media/" + name));
        const auto words = values(file.xml("word/document.xml"), "wp:docPr", "descr");
        CHECK(std::count(words.begin(), words.end(), "Emblem of the Harbour Council") == 1);
        CHECK(file.part("[Content_Types].xml").find(is_png ? "image/png" : "image/jpeg") != std::string::npos);
        CHECK(file.part("word/_rels/document.xml.rels").find("media/" + name) != std::string::npos);
    }
}

}  // namespace
}  // namespace rapporteur
