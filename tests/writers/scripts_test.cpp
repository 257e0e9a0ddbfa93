#include <doctest/doctest.h>

#include <filesystem>
#include <list>

#include "docx_file.h"
#include "layout/font_manifest.h"
#include "layout/font_set.h"
#include "layout/lay_out.h"
#include "layout/pack_reader.h"
#include "pdf_file_check.h"
#include "support/text.h"
#include "writers/docx/docx_writer.h"
#include "writers/pdf/pdf_writer.h"

namespace rapporteur {
namespace {

/// The fonts of the manifest that are on this machine; their bytes are kept as long as the program runs.
const FontSet& fonts() {
    static std::list<std::string> bytes;
    static const FontSet set = [] {
        const auto manifest =
            read_font_manifest({"fonts.toml", file_text(std::string(RAPPORTEUR_SOURCE_DIR) + "/fonts/fonts.toml")});
        REQUIRE(manifest.ok());
        std::vector<FontFile> files;
        for (const FontCandidate& face : manifest.value()) {
            if (!std::filesystem::exists(face.paths.front())) continue;
            bytes.push_back(file_text(face.paths.front()));
            files.push_back({face.role, face.paths.front(), face.index, bytes.back(), face.scale});
        }
        auto made = FontSet::make(std::move(files));
        REQUIRE(made.ok());
        return std::move(*made);
    }();
    return set;
}

struct Sample {
    const char* language;
    std::string words;
};

/// Words of our own in many scripts: names, short sentences, points and numbers among them.
const Sample samples[] = {
    {"ar", "سلامة السدود الصغيرة لا إصلاحها"},  // no comma: Poppler takes the Arabic one for a number
    {"ar", "عُقدت الدورة في آذار/مارس"},
    {"he", "שלום הנמלים הקטנים"},
    {"zh", "小型水坝的安全问题"},
    {"ja", "ダムの安全について"},
    {"ko", "작은 댐의 안전"},
    {"ru", "Безопасность малых плотин, Ёлкин"},
    {"el", "Ασφάλεια των μικρών φραγμάτων"},
    {"vi", "An toàn đập nhỏ, Nguyễn Thị Hạnh"},
    {"hi", "छोटे बांधों की सुरक्षा"},
    {"th", "ความปลอดภัยของเขื่อน"},
};

Pages laid_out(const std::string& language, const std::string& blocks) {
    const Result<Pack> pack = read_pack("<pack lang=\"" + language + "\">" + blocks + "</pack>", "test.xml");
    REQUIRE(pack.ok());
    Diagnostics diagnostics;
    Pages pages = lay_out(*pack, house_style(), fonts(), diagnostics);
    for (const Diagnostic& problem : diagnostics) FAIL_CHECK(wording(problem));
    return pages;
}

/// What a reader gets, without marks of direction.
std::string copied(const std::string& pdf) { return without_direction(text_of_page(pdf, 0)); }

bool has_every_font() { return fonts().files().size() > 60; }

}  // namespace

TEST_CASE("text copied out of a pack is the source's in every script, in packs that run either way") {
    if (!has_every_font()) {
        MESSAGE("skipped: fonts are not installed");
        return;
    }
    for (const char* pack : {"en", "fr", "ar"})
        for (const Sample& sample : samples) {
            CAPTURE(pack);
            CAPTURE(sample.words);
            for (const std::string& block :
                 {"<blockquote lang=\"" + std::string(sample.language) + "\">" + sample.words + "</blockquote>",
                  "<p>" + sample.words + "</p>"}) {
                const auto pdf = write_pdf(laid_out(pack, block), fonts());
                REQUIRE(pdf.ok());
                CHECK(complaints_of(*pdf) == "");
                CHECK_MESSAGE(copied(*pdf).find(nfc(sample.words)) != std::string::npos, copied(*pdf));
            }
        }
}

TEST_CASE("words of another script inside a text carry their language, in PDF and DOCX") {
    if (!has_every_font()) return;
    const std::string text = "<p>The chair, שלום, thanked 王小明 and Ёлкин; α is no word.</p>";
    const Pages pages = laid_out("en", text);
    std::vector<std::string> languages;
    for (const Element& element : pages.elements)
        if (!element.language.empty()) languages.push_back(element.language);
    CHECK(languages == std::vector<std::string>{"he", "zh", "ru"});
    const auto docx = write_docx(*read_pack("<pack lang=\"en\">" + text + "</pack>", "t.xml"), house_style(), pages);
    REQUIRE(docx.ok());
    const XmlNode document = DocxFile(*docx).xml("word/document.xml");
    CHECK(values(document, "w:lang", "w:bidi") == std::vector<std::string>{"he-IL"});
    CHECK(values(document, "w:lang", "w:eastAsia") == std::vector<std::string>{"zh-CN"});
    CHECK(values(document, "w:lang", "w:val") == std::vector<std::string>{"ru-RU"});
}

TEST_CASE("Chinese breaks between characters, never before a point, and gains no blanks") {
    if (!has_every_font()) return;
    std::string words;
    for (int i = 0; i < 20; ++i) words += "小型水坝的安全问题，需要检查。";
    const Pages pages = laid_out("en", "<blockquote lang=\"zh\">" + words + "</blockquote>");
    std::string copy;
    for (const PageItem& item : pages.pages.front().items) {
        const auto* text = std::get_if<TextItem>(&item);
        if (!text || text->element < 0) continue;
        CHECK_FALSE(text->text.starts_with("，"));
        CHECK_FALSE(text->text.starts_with("。"));
        copy += text->text;
    }
    CHECK(copy == words);
    const auto pdf = write_pdf(pages, fonts());
    REQUIRE(pdf.ok());
}

}  // namespace rapporteur
