#include "writers/pdf/pdf_spaces.h"

#include <doctest/doctest.h>

#include "page_maker.h"
#include "pdf_file_check.h"
#include "support/text.h"

namespace rapporteur {
namespace {

// Lines of one paragraph (element 0) with a link in it (1), and another paragraph (2).
class Lines {
public:
    Lines() {
        pages_.elements.resize(3);
        pages_.elements[0].role = pages_.elements[2].role = "P";
        pages_.elements[1].role = "Link";
        pages_.elements[1].parent = 0;
        pages_.pages.resize(2);
    }

    Lines& add(const std::string& text, double x, double baseline, int element = 0, std::size_t page = 0) {
        TextItem item;
        item.text = text;
        item.size = 10;
        item.x = x;
        item.baseline = baseline;
        item.width = 50;
        item.element = element;
        pages_.pages[page].items.emplace_back(item);
        return *this;
    }

    // Whether the first item of the first page is followed by a space.
    bool first() const { return spaces_after(pages_)[0][0]; }

private:
    Pages pages_;
};

TEST_CASE("a paragraph that goes on is followed by a space") {
    CHECK(Lines().add("United", 0, 10).add("Nations", 0, 24).first());
    CHECK(Lines().add("United", 0, 10).add("Nations", 0, 24, 1).first());
    CHECK(Lines().add("words.", 0, 10).add("AB/1", 55, 10).first());
    CHECK(Lines().add("United", 0, 800).add("Nations", 0, 10, 0, 1).first());
    CHECK(Lines().add("United", 0, 10).add("other cell", 80, 10, 2).add("Nations", 0, 24).first());
}

TEST_CASE("no space where none is read") {
    CHECK_FALSE(Lines().add("third-", 0, 10).add("country", 0, 24).first());
    CHECK_FALSE(Lines().add("Uni", 0, 10).add("ted", 50, 10).first());
    CHECK_FALSE(Lines().add("United ", 0, 10).add("Nations", 0, 24).first());
    CHECK_FALSE(Lines().add("United", 0, 10).add(" Nations", 60, 10).first());
    CHECK_FALSE(Lines().add("移徙", 0, 10).add("国际", 0, 24).first());
    CHECK_FALSE(Lines().add("United", 0, 10).add("Nations", 0, 24, 2).first());
    CHECK_FALSE(Lines().add("furniture", 0, 10, -1).add("Nations", 0, 24, -1).first());
    CHECK_FALSE(Lines().add("odd", 0, 10, 99).add("element", 0, 24, 99).first());
}

TEST_CASE("a word that a hyphen of ours parts reads whole again") {
    const SystemFace sans("NotoSans-Regular.ttf");
    if (!sans.present()) {
        MESSAGE("skipped: Noto Sans is not at hand");
        return;
    }
    PageMaker maker;
    const int face = maker.add_face(sans), element = maker.add_element("P");
    TextItem first = shaped(sans, face, "the light-", 40, 60), second = shaped(sans, face, "house stands", 40, 74);
    first.text.replace(first.text.size() - 1, 1, "\u00AD");
    first.element = second.element = element;
    maker.add(first);
    maker.add(second);
    const std::string pdf = maker.write();
    CHECK(complaints_of(pdf).empty());
    CHECK(spaces_after(maker.pages())[0] == std::vector<bool>{false, false});
    CHECK(trim(text_of_page(pdf, 0)) == "the light\u00AD\nhouse stands");
}

}  // namespace
}  // namespace rapporteur
