#include <doctest/doctest.h>

#include <algorithm>
#include <atomic>
#include <filesystem>
#include <new>
#include <optional>
#include <string>
#include <string_view>

#include "readers/ocr/ocr.h"
#include "readers/ocr/recognition.h"
#include "readers/ocr/side_by_side.h"
#include "readers/pdf/pdf_source.h"
#include "readers/pdf_reading.h"

using namespace rapporteur;

namespace {

/// Pages of text as a scanner would give them: nothing but their pictures, on sheets that were turned by quarters
/// (counter-clockwise).
PdfMaker scanned(const std::vector<PdfMaker>& originals, int quarters = 0) {
    PdfMaker scan;
    std::string names;
    for (const PdfMaker& original : originals) {
        const std::string bytes = original.bytes();
        const auto source = PdfSource::open(bytes, "", "original.pdf");
        REQUIRE(source.ok());
        const std::optional<Raster> drawn = source->raster(1, 300, [] { return false; });
        REQUIRE(drawn.has_value());
        const Raster raster = turned(*drawn, quarters);
        const std::string points(raster.grey.begin(), raster.grey.end());
        const std::string picture =
            scan.object("<< /Type /XObject /Subtype /Image /ColorSpace /DeviceGray /BitsPerComponent 8 /Width " +
                        std::to_string(raster.width) + " /Height " + std::to_string(raster.height) + " /Length " +
                        std::to_string(points.size()) + " >>\nstream\n" + points + "\nendstream");
        const std::string name = "Im" + std::to_string(&original - originals.data());
        names += "/" + name + " " + picture + " ";
        if (&original != originals.data()) scan.page();
        scan.draw(quarters % 2 == 0 ? "q 595 0 0 842 0 0 cm /" + name + " Do Q\n"
                                    : "q 595 0 0 421 0 0 cm /" + name + " Do Q\n");
    }
    scan.resource("/XObject << " + names + ">>");
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

PdfMaker closing() {
    PdfMaker maker;
    maker.text(72, 760, "Closing of the meeting", 16, 2);
    maker.text(72, 720, "The lighthouse keeper thanked the members for their patience and said", 11);
    maker.text(72, 706, "that the lamp would be mended in spring.", 11);
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
            options.recognition.can_tell_turn = std::filesystem::exists(folder + "/osd.traineddata");
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
    const std::string bytes = scanned({minutes()}).bytes();
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
    options->recognition.begins = [&](int page) {
        told = page;
        return [] { return false; };
    };
    const std::string bytes = scanned({minutes()}).bytes();
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
    options->recognition.begins = [&](int) -> GiveUp { return [&] { return ++asked > 3; }; };
    const Document document = read_with(scanned({minutes()}).bytes(), *options);
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

TEST_CASE("the model is chosen by the language of the text") {
    CHECK(model_for("fr", {"eng", "fra"}) == "fra");
    CHECK(model_for("fr-CA", {"eng", "fra"}) == "fra");
    CHECK(model_for("", {"eng", "fra"}).empty());
    CHECK(model_for("de", {"eng", "fra", "por", "spa"}).empty());
}

TEST_CASE("pages read beside each other give the same document as pages read one by one") {
    std::optional<ReadOptions> options = with_models();
    if (!options) return;
    const std::string bytes = scanned({minutes(), closing(), minutes(), closing()}).bytes();
    const std::string one_by_one = dump(read_with(bytes, *options));
    CHECK(one_by_one.find("northern pier") != std::string::npos);
    CHECK(one_by_one.find("lighthouse keeper") != std::string::npos);
    std::atomic<int> taken{0}, given{0};
    options->recognition.threads = 3;
    options->recognition.take_core = [&] { return ++taken % 2 == 0; };
    options->recognition.give_core = [&] { ++given; };
    CHECK(dump(read_with(bytes, *options)) == one_by_one);
    CHECK(taken >= 2 * given);
}

TEST_CASE("a page scanned on its side or head is turned, and its words stand where they are on the page") {
    std::optional<ReadOptions> options = with_models();
    if (!options || !options->recognition.can_tell_turn) return;
    const std::string upright = outline(read_with(scanned({minutes()}).bytes(), *options));
    for (int quarters = 1; quarters <= 3; ++quarters) {
        CAPTURE(quarters);
        const Document document = read_with(scanned({minutes()}, quarters).bytes(), *options);
        CHECK(outline(document) == upright);
        REQUIRE(!document.blocks.empty());
        REQUIRE(!document.blocks.front().lines.empty());
        const Box& box = document.blocks.front().lines.front().box;
        // The title stands near the head of the page, at its left; that corner is turned counter-clockwise.
        CHECK((box.x0 < 297) == (quarters != 2 && quarters != 3));
        CHECK((box.y0 < (quarters == 2 ? 421 : 210)) == (quarters == 1 || quarters == 2));
    }
}

TEST_CASE("a picture is turned by quarters, counter-clockwise") {
    const Raster raster{3, 2, 1, {1, 2, 3, 4, 5, 6}};
    CHECK(turned(raster, 0).grey == raster.grey);
    CHECK(turned(raster, 1).grey == std::vector<unsigned char>{3, 6, 2, 5, 1, 4});
    CHECK(turned(raster, 1).width == 2);
    CHECK(turned(raster, 1).height == 3);
    CHECK(turned(raster, 2).grey == std::vector<unsigned char>{6, 5, 4, 3, 2, 1});
    CHECK(turned(raster, 3).grey == std::vector<unsigned char>{4, 1, 5, 2, 6, 3});
}

TEST_CASE("tasks are done side by side, each once, and a failure in one ends them") {
    std::vector<std::atomic<int>> done(50);
    do_side_by_side(done.size(), {4, {}, {}}, [&] { return [&](std::size_t task) { ++done[task]; }; });
    CHECK(std::all_of(done.begin(), done.end(), [](const std::atomic<int>& times) { return times == 1; }));
    CHECK_THROWS_AS(do_side_by_side(done.size(), {4, {}, {}},
                                    [] {
                                        return [](std::size_t task) {
                                            if (task == 7) throw std::bad_alloc();
                                        };
                                    }),
                    std::bad_alloc);
}
