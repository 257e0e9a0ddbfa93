#include "app/pack_contents.h"
#include "writers/pdf_check/check.h"
#include "writers/picture_maker.h"

using namespace rapporteur;

// The house's picture on the covers of packs.
namespace {

const std::string inputs = std::string(RAPPORTEUR_SOURCE_DIR) + "/tests/app/input";

Ended build_with(const ScratchFolder& folder, std::vector<std::string> more) {
    more.insert(more.begin(),
                {"build", inputs, "--out", folder / "packs", "--as-of", "2015-02-01", "--only", "harbour meeting"});
    return run_program(more);
}

std::string pack_of(const ScratchFolder& folder, const std::string& ending) {
    for (const auto& [name, bytes] : files_of(folder / "packs"))
        if (name.starts_with("fourth-harbour-meeting") && name.ends_with(ending)) return bytes;
    return "";
}

bool has_logo(const std::string& pdf) {
    auto file = opened(pdf);
    QPDFObjectHandle page = file->getAllPages().at(0), drawn = page.getKey("/Resources").getKey("/XObject");
    return drawn.isDictionary() && drawn.hasKey("/Picture0");
}

}  // namespace

TEST_CASE("--logo puts a picture on the cover of both formats, --logo-alt says what it is; a summary has neither") {
    const ScratchFolder folder, again, plain, summary;
    put(folder / "house.picture", png_of(90, 30, true));
    const std::vector<std::string> options{"--logo", folder / "house.picture", "--logo-alt", "Emblem of the Board"};
    const Ended ended = build_with(folder, options);
    CHECK_MESSAGE(ended.status == 0, ended.err);
    const std::string pdf = pack_of(folder, ".pdf"), docx = pack_of(folder, ".docx");
    CHECK(has_logo(pdf));
    CHECK(says(said_by_pdf(pdf), "Emblem of the Board"));
    CHECK(pdf_check::check_pdf(pdf).words() == "");
    CHECK(says(said_by_docx(docx), "word/media/logo.png"));
    CHECK(says(said_by_docx(docx), "Emblem of the Board"));
    build_with(again, options);
    CHECK(pack_of(again, ".pdf") == pdf);
    CHECK(pack_of(again, ".docx") == docx);
    build_with(plain, {});
    CHECK_FALSE(has_logo(pack_of(plain, ".pdf")));
    build_with(summary, {"--logo", folder / "house.picture", "--template", "summary"});
    CHECK_FALSE(has_logo(pack_of(summary, ".pdf")));
}

TEST_CASE("a logo that is no picture is refused by name before anything is written") {
    const ScratchFolder folder;
    put(folder / "huge.png", png_of(2, 2, false, 65535));
    put(folder / "cut.jpg", jpeg_of(64, 64, 3).substr(0, 150));
    put(folder / "notes.png", "Minutes of the Board");
    for (const auto& [name, why] :
         {std::pair{"huge.png", "65535 by 65535 pixels"}, std::pair{"cut.jpg", "it breaks off"},
          std::pair{"notes.png", "it is neither PNG nor JPEG"}}) {
        const Ended ended = build_with(folder, {"--logo", folder / name});
        CHECK(ended.status == 65);
        CHECK_MESSAGE(says(ended.err, std::string(name) + ": cannot be used as a picture: "), ended.err);
        CHECK_MESSAGE(says(ended.err, why), ended.err);
    }
    CHECK(build_with(folder, {"--logo", folder / "none.png"}).status != 0);
    CHECK_FALSE(std::filesystem::exists(folder / "packs"));
}
