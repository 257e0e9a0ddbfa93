#include <doctest/doctest.h>

#include "page_maker.h"
#include "pdf_file_check.h"
#include "support/text.h"

namespace rapporteur {
namespace {

void check_round_trip(const SystemFace& face, const std::string& text) {
    if (!face.present()) {
        MESSAGE("skipped: a font is not installed");
        return;
    }
    PageMaker maker;
    maker.add_line(face, text);
    const std::string pdf = maker.write();
    CHECK(complaints_of(pdf) == "");
    CHECK(nfc(collapse_space(text_of_page(pdf, 0))) == nfc(text));
}

TEST_CASE("the text of a PDF reads back as it was written") {
    const SystemFace sans("NotoSans-Regular.ttf"), serif("NotoSerif-Regular.ttf");
    check_round_trip(sans, "The office offers affluent fjords an efficient waffle: AVATAR, To, Ty, We.");
    check_round_trip(serif, "Café, naïve, Ærø, Łódź, Kraków, İstanbul, ¶ 31, § 4(a), “quoted” – 1½ €");
    check_round_trip(serif, "Cộng hòa xã hội chủ nghĩa Việt Nam, Nguyễn Thị Ánh");
    check_round_trip(sans, "Δικαιώματα του ανθρώπου, права человека");
    check_round_trip(sans, "parentheses ( ) (( \\ ) and <angles> [brackets] 100%");
}

TEST_CASE("text in CFF fonts and missing glyphs read back too") {
    check_round_trip(SystemFace("NotoSansCJK-Regular.ttc", 2), "移徙与发展国际对话会");
    check_round_trip(SystemFace("NotoSerif-Regular.ttf"), "a word in 移徙 that the face lacks");
}

TEST_CASE("a CFF font is embedded as its bare table, which viewers draw") {
    const SystemFace cjk("NotoSansCJK-Regular.ttc", 2);
    if (!cjk.present()) return;
    PageMaker maker;
    maker.add_line(cjk, "移徙");
    const std::string pdf = maker.write();
    auto file = opened(pdf);
    int programs = 0;
    for (auto& object : file->getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/FontFile3")) continue;
        QPDFObjectHandle program = object.getKey("/FontFile3");
        CHECK(program.getDict().getKey("/Subtype").getName() == "/CIDFontType0C");
        const auto bytes = program.getStreamData();
        REQUIRE(bytes->getSize() > 4);
        CHECK(bytes->getBuffer()[0] == 1);  // the table's major version, not an sfnt's "OTTO"
        ++programs;
    }
    CHECK(programs == 1);
}

TEST_CASE("Arabic is drawn in visual order and spelled out in its element") {
    for (const char* name : {"NotoNaskhArabic-Regular.ttf", "NotoSansArabic-Regular.ttf", "Amiri-Regular.ttf"}) {
        const SystemFace face(name);
        if (!face.present()) {
            MESSAGE("skipped: a font is not installed");
            continue;
        }
        CAPTURE(name);
        const std::string text = "سلامة الموانئ والأضواء لا الظلام";
        PageMaker maker;
        maker.add_line(face, text);
        const std::string pdf = maker.write();
        CHECK(complaints_of(pdf) == "");
        CHECK(without_direction(text_of_page(pdf, 0)) == text);
        bool spelled = false;
        auto file = opened(pdf);
        for (auto& object : file->getAllObjects())
            if (object.isDictionary() && object.hasKey("/ActualText"))
                spelled = spelled || object.getKey("/ActualText").getUTF8Value() == text;
        CHECK(spelled);
    }
}

TEST_CASE("hostile text and geometry give a sound file") {
    const SystemFace sans("NotoSans-Regular.ttf");
    REQUIRE(sans.present());
    PageMaker maker;
    maker.add_line(sans, std::string("nul \0 bell \a ESC \x1b end", 22));
    maker.add_line(sans, "broken \xC3 utf-8 \xF0\x9F");
    std::string very_long;
    for (int i = 0; i < 20000; ++i) very_long += "endless ";
    maker.add_line(sans, very_long);
    maker.pages().title = "(unbalanced \\ title\n\x01" + very_long;
    maker.pages().outline.push_back({9, "deep (", 0, -1e9});
    maker.pages().outline.push_back({1, "beyond", 77, 0});
    TextItem wrong = shaped(sans, 0, "clusters", 1e300, -1e300);
    wrong.glyphs[3].cluster = 4000000000U;
    wrong.glyphs[4].id = 4000000000U;
    wrong.element = 99999;
    maker.add(wrong);
    maker.add(shaped(sans, 42, "no such face", 0, 0));
    maker.add(PathItem{{{0, 0}, {1e300, -1e300}}, true, true, true, {}, {}, 1, 0, 0, -7});
    CHECK(complaints_of(maker.write()) == "");
}

TEST_CASE("the same pages give the same bytes") {
    const SystemFace sans("NotoSans-Regular.ttf"), serif("NotoSerif-Regular.ttf");
    REQUIRE(serif.present());
    const auto write = [&] {
        PageMaker maker;
        maker.add_line(sans, "One and the same");
        maker.add_line(serif, "in two faces");
        return maker.write();
    };
    const std::string first = write();
    CHECK(first == write());
    CHECK(opened(first)->getTrailer().getKey("/ID").getArrayNItems() == 2);
}

TEST_CASE("every font is embedded and cut down") {
    const SystemFace sans("NotoSans-Regular.ttf"), unused("NotoSerif-Regular.ttf");
    REQUIRE(unused.present());
    PageMaker maker;
    maker.add_face(unused);
    maker.add_line(sans, "Few glyphs");
    const std::string pdf = maker.write();
    int fonts = 0;
    auto file = opened(pdf);
    for (auto& object : file->getAllObjects()) {
        if (!object.isDictionaryOfType("/FontDescriptor")) continue;
        ++fonts;
        CHECK(object.hasKey("/FontFile2"));
        CHECK(object.getKey("/FontName").getName().find("+NotoSans-Regular") == 7);
    }
    CHECK(fonts == 1);
    CHECK(pdf.size() < 12000);
}

}  // namespace
}  // namespace rapporteur
