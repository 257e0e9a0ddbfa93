#include <doctest/doctest.h>

#include "docx_file.h"
#include "writers/docx/docx_writer.h"
#include "writers/docx/emf_picture.h"

// Figures in packs that run from right to left.
namespace rapporteur {
namespace {

FigurePicture figure_of(bool right_to_left) {
    TextItem words;
    words.face = 0;
    words.size = 8;
    words.text = "ab";
    words.glyphs = {{1, 4, 0, 0, 0}, {2, 4, 0, 0, 1}};
    words.right_to_left = right_to_left;
    return {40, 12, {words}, "Two letters"};
}

TEST_CASE("each text of a figure says its own direction, and the line that holds the figure none of theirs") {
    const std::vector<FaceRef> faces{{"NotoSans-Regular.ttf", 0}};
    const std::string plain = emf_picture(figure_of(false), faces), turned = emf_picture(figure_of(true), faces);
    REQUIRE(plain.size() == turned.size());
    std::size_t differing = 0;
    for (std::size_t i = 0; i < plain.size(); ++i) differing += plain[i] != turned[i] ? 1 : 0;
    CHECK(differing == 1);

    for (const std::string language : {"en", "ar"}) {
        auto pack =
            read_pack("<pack lang=\"" + language + "\"><figure kind=\"timeline\" alt=\"A\"/></pack>", "figure.xml");
        REQUIRE(pack.ok());
        Pages pages;
        pages.faces = faces;
        pages.figures = {{figure_of(false)}};
        const auto docx = write_docx(*pack, house_style(), pages);
        REQUIRE(docx.ok());
        const XmlNode document = DocxFile(*docx).xml("word/document.xml");
        for (const auto* paragraph : all_named(document, "w:p")) {
            if (all_named(*paragraph, "w:drawing").empty()) continue;
            const auto directions = values(*paragraph, "w:bidi", "w:val");
            CHECK(directions == (language == "ar" ? std::vector<std::string>{"0"} : std::vector<std::string>{}));
        }
    }
}

}  // namespace
}  // namespace rapporteur
