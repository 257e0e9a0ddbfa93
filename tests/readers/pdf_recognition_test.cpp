#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "readers/ocr/ocr.h"
#include "readers/ocr/recognition.h"
#include "readers/pdf/pdf_source.h"
#include "readers/pdf_reading.h"

using namespace rapporteur;

namespace {

/// A page of text as a scanner would give it: nothing but its picture.
PdfMaker scanned(const PdfMaker& original) {
    const std::string bytes = original.bytes();
    const auto source = PdfSource::open(bytes, "", "original.pdf");
    REQUIRE(source.ok());
    const std::optional<Raster> raster = source->raster(1, [] { return false; });
    REQUIRE(raster.has_value());
    const std::string points(raster->grey.begin(), raster->grey.end());
    PdfMaker scan;
    const std::string picture =
        scan.object("<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
                    std::to_string(raster->width) + " /Height " + std::to_string(raster->height) + " /Length " +
                    std::to_string(points.size()) + " >>\nstream\n" + points + "\nendstream");
    scan.resource("/XObject << /Im " + picture + " >>").draw("q 595 0 0 842 0 0 cm /Im Do Q\n");
    return scan;
}

PdfMaker minutes() {
    PdfMaker maker;
    maker.text(72, 760, "Agenda of the third meeting", 16, 2);
    maker.text(72, 720, "The Committee on Harbour Matters met in the town hall on Monday", 11);
    maker.text(72, 706, "and heard the report of the harbour master.", 11);
    maker.text(72, 670, "The Committee recommends that the council repair the northern pier", 11);
    maker.text(72, 656, "before the winter storms.", 11);
    return maker;
}

/// The options with the models of this machine; nothing, with the reason printed, where it has none.
std::optional<ReadOptions> with_models() {
    ReadOptions options;
    std::string_view folders = RAPPORTEUR_MODEL_FOLDERS;
    while (!folders.empty() && options.recognition.models.empty()) {
        const std::string folder(folders.substr(0, folders.find(':')));
        folders.remove_prefix(std::min(folder.size() + 1, folders.size()));
        if (std::filesystem::exists(folder + "/eng.traineddata")) {
            options.recognition.folder = folder;
            options.recognition.models = {"eng"};
        }
    }
    if (Recogniser::is_built_in() && !options.recognition.models.empty()) return options;
    MESSAGE("skipped: Tesseract or its English model is missing");
    return std::nullopt;
}

Document read_with(const std::string& bytes, const ReadOptions& options) {
    auto document = read_document({"scan.pdf", bytes}, options);
    REQUIRE(document.ok());
    CHECK(faults_of(*document).empty());
    return std::move(document).value();
}

const Diagnostic* warning_of(const Document& document, Code code) {
    for (const Diagnostic& warning : document.warnings) {
        if (warning.code == code) return &warning;
    }
    return nullptr;
}

}  // namespace

TEST_CASE("a scanned page without recognition is a gap") {
    const std::string bytes = scanned(minutes()).bytes();
    const Document document = read_with(bytes, {});
    CHECK(document.blocks.empty());
    const Diagnostic* gap = warning_of(document, Code::page_without_text);
    REQUIRE(gap != nullptr);
    CHECK(gap->place.page == 1);
    CHECK(gap->detail == "a picture");
}

TEST_CASE("a scanned page is recognised, told as such, and its words have places") {
    std::optional<ReadOptions> options = with_models();
    if (!options) return;
    int told = 0;
    options->recognition.begins = [&](int page) { told = page; };
    const std::string bytes = scanned(minutes()).bytes();
    const Document document = read_with(bytes, *options);
    CHECK(outline(document) ==
          "heading |Agenda of the third meeting\n"
          "paragraph |The Committee on Harbour Matters met in the town hall on Monday and heard the report of the "
          "harbour "
          "master.\n"
          "paragraph |The Committee recommends that the council repair the northern pier before the winter storms.\n");
    CHECK(told == 1);
    CHECK(warning_of(document, Code::page_without_text) == nullptr);
    const Diagnostic* note = warning_of(document, Code::page_recognised);
    REQUIRE(note != nullptr);
    CHECK(note->detail.starts_with("eng, "));
    REQUIRE(!document.blocks.back().lines.empty());
    const Box& box = document.blocks.back().lines.front().box;
    CHECK(box.x0 == doctest::Approx(72).epsilon(0.05));
    CHECK(box.y0 < 670);
    CHECK(box.y1 > 672);
    CHECK(dump(document) == dump(read_with(bytes, *options)));
}

TEST_CASE("a page that takes too long stays a gap with its reason") {
    std::optional<ReadOptions> options = with_models();
    if (!options) return;
    int asked = 0;
    options->recognition.give_up = [&] { return ++asked > 3; };
    const Document document = read_with(scanned(minutes()).bytes(), *options);
    CHECK(document.blocks.empty());
    const Diagnostic* gap = warning_of(document, Code::page_without_text);
    REQUIRE(gap != nullptr);
    CHECK(gap->detail.find("too long") != std::string::npos);
}

TEST_CASE("pages with text are recognised only where that is forced") {
    std::optional<ReadOptions> options = with_models();
    if (!options) return;
    const std::string bytes = minutes().bytes();
    CHECK(warning_of(read_with(bytes, *options), Code::page_recognised) == nullptr);
    options->recognition.pages = Recognise::always;
    CHECK(warning_of(read_with(bytes, *options), Code::page_recognised) != nullptr);
}

TEST_CASE("models are chosen by the language of the document") {
    CHECK(models_for("fr", {"eng", "fra"}) == std::vector<std::string>{"fra"});
    CHECK(models_for("fr-CA", {"eng", "fra"}) == std::vector<std::string>{"fra"});
    CHECK(models_for("", {"eng", "fra"}) == std::vector<std::string>{"eng", "fra"});
    CHECK(models_for("de", {"eng", "fra", "por", "spa"}) == std::vector<std::string>{"eng", "fra", "por"});
}
