#include <doctest/doctest.h>

#include <deque>
#include <optional>
#include <set>
#include <sstream>

#include "docx_file.h"
#include "layout/font_manifest.h"
#include "layout/lay_out.h"
#include "pdf_file_check.h"
#include "support/text.h"
#include "writers/pdf/pdf_writer.h"

// The sample pack laid out and written, held against what the Matterhorn protocol (PDF/UA-1) lets a machine check.
namespace rapporteur {
namespace {

struct Fonts {
    std::deque<std::string> bytes;
    std::optional<FontSet> set;
};

Fonts system_fonts() {
    const std::string path = RAPPORTEUR_SOURCE_DIR "/fonts/fonts.toml";
    const auto manifest = read_font_manifest({path, file_text(path)});
    REQUIRE(manifest.ok());
    Fonts fonts;
    std::vector<FontFile> files;
    for (const auto& face : *manifest)
        for (const auto& file : face.paths) {
            std::string bytes = file_text(file);
            if (bytes.empty()) continue;
            fonts.bytes.push_back(std::move(bytes));
            files.push_back({face.role, file, face.index, fonts.bytes.back()});
            break;
        }
    auto set = FontSet::make(files);
    if (set.ok()) fonts.set = std::move(set).value();
    return fonts;
}

// The sample pack as PDF; nothing where the fonts are not installed.
std::string sample_pdf() {
    const Fonts fonts = system_fonts();
    if (!fonts.set) {
        MESSAGE("skipped: fonts of the manifest are not installed");
        return {};
    }
    Diagnostics diagnostics;
    const Pages pages = lay_out(sample_pack(), house_style(), *fonts.set, diagnostics);
    CHECK(diagnostics.empty());
    auto pdf = write_pdf(pages, *fonts.set);
    REQUIRE_MESSAGE(pdf.ok(), pdf.error().detail);
    return *pdf;
}

std::string content_of(QPDFObjectHandle page) {
    const auto data = page.getKey("/Contents").getStreamData();
    return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
}

// Whether everything that is drawn stands in marked content, and marks open and close as they should.
bool all_is_marked(const std::string& content) {
    const std::set<std::string> drawing = {"TJ", "f", "S", "B"};
    std::istringstream tokens(content);
    int depth = 0;
    for (std::string token; tokens >> token;) {
        if (token == "BDC" || token == "BMC") ++depth;
        if (token == "EMC") --depth;
        if (depth < 0 || (depth == 0 && drawing.contains(token))) return false;
    }
    return depth == 0;
}

bool is_element(QPDFObjectHandle object) { return object.isDictionaryOfType("/StructElem"); }

TEST_CASE("a written pack is sound and reads as the pack") {
    const std::string pdf = sample_pdf();
    if (pdf.empty()) return;
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    std::string text;
    for (int i = 0; i < static_cast<int>(file->getAllPages().size()); ++i) text += text_of_page(pdf, i);
    text = collapse_space(text);
    for (const std::string words :
         {"Nguyễn Thị Ánh said, “within a week”", "HSB/9/4, ¶ 33, p. 8", "Tomás Brandt, Port of Ellen",
          "(d) The numbering jumps here.", "Restricted", "Edition 2, 9 April 2031"})
        CHECK_MESSAGE(text.find(words) != std::string::npos, words);
}

TEST_CASE("everything drawn is tagged or furniture") {
    const std::string pdf = sample_pdf();
    if (pdf.empty()) return;
    auto file = opened(pdf);
    for (const auto& page : file->getAllPages()) {
        CHECK(all_is_marked(content_of(page)));
        QPDFObjectHandle one = page;
        CHECK(one.getKey("/StructParents").isInteger());
        CHECK(one.getKey("/Tabs").getName() == "/S");
    }
    QPDFObjectHandle root = file->getRoot();
    CHECK(root.getKey("/MarkInfo").getKey("/Marked").getBoolValue());
    CHECK(root.getKey("/Lang").getUTF8Value() == "en-GB");
}

TEST_CASE("figures have words, header cells a scope, annotations a place and words") {
    const std::string pdf = sample_pdf();
    if (pdf.empty()) return;
    auto file = opened(pdf);
    int figures = 0, heads = 0, annotations = 0;
    for (auto& object : file->getAllObjects()) {
        if (is_element(object)) {
            const std::string role = object.getKey("/S").getName();
            if (role == "/Figure") CHECK((++figures, object.hasKey("/Alt")));
            if (role == "/TH") CHECK((++heads, object.getKey("/A").hasKey("/Scope")));
        }
        if (!object.isDictionaryOfType("/Annot")) continue;
        ++annotations;
        CHECK(object.hasKey("/StructParent"));
        CHECK((object.hasKey("/Contents") || object.hasKey("/TU")));
    }
    CHECK(figures >= 8);
    CHECK(heads >= 7);
    CHECK(annotations > 12);
}

TEST_CASE("headings step down one level at a time") {
    const std::string pdf = sample_pdf();
    if (pdf.empty()) return;
    auto file = opened(pdf);
    int level = 0;
    QPDFObjectHandle document = file->getRoot().getKey("/StructTreeRoot").getKey("/K");
    for (auto& section : document.getKey("/K").getArrayAsVector()) {
        QPDFObjectHandle kids = section.getKey("/K");
        if (section.getKey("/S").getName() != "/Sect") continue;
        for (auto& kid : kids.getArrayAsVector()) {
            const std::string role = kid.isDictionary() && is_element(kid) ? kid.getKey("/S").getName() : "";
            if (role.size() != 3 || role[1] != 'H') continue;
            CHECK_MESSAGE(role[2] - '0' <= level + 1, role);
            level = role[2] - '0';
        }
    }
    CHECK(level > 0);
}

}  // namespace
}  // namespace rapporteur
