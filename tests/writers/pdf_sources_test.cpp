#include "writers/pdf/pdf_sources.h"

#include "page_maker.h"
#include "pdf_file_check.h"
#include "picture_maker.h"

using namespace rapporteur;

namespace {

std::string source_with(const std::string& text) {
    PageMaker maker;
    const SystemFace face("NotoSans-Regular.ttf");
    maker.add_line(face, text);
    return maker.write();
}

PageMaker pack_of(const SheetItem& sheet) {
    PageMaker maker;
    SheetItem item = sheet;
    item.element = maker.add_element("P");
    maker.add(item);
    return maker;
}

}  // namespace

TEST_CASE("a source's page is measured as it is seen") {
    const std::string source = source_with("The Committee met twice.");
    const auto pages = measure_source({source, ""});
    REQUIRE(pages.ok());
    REQUIRE(pages->size() == 1);
    CHECK(pages->front().width == doctest::Approx(595));
    CHECK(pages->front().height == doctest::Approx(842));
    CHECK(pages->front().readable);
}

TEST_CASE("a picture that is none is told of its page") {
    const auto pages_with = [](const std::string& picture) {
        PageMaker maker;
        maker.pages().pictures.push_back(
            std::make_shared<const Picture>(Picture{PictureKind::jpeg, 8, 8, true, picture}));
        maker.add(PictureItem{{20, 20, 120, 120}, 0, maker.add_element("Figure")});
        const std::string source = maker.write();
        return measure_source({source, ""});
    };
    const auto sound = pages_with(jpeg_of(8, 8, 1)), broken = pages_with("1234");
    REQUIRE(sound.ok());
    REQUIRE(broken.ok());
    CHECK_FALSE(sound->front().broken_picture);
    CHECK(broken->front().broken_picture);
    CHECK(broken->front().readable);
}

TEST_CASE("what is no PDF is told, not placed") {
    CHECK_FALSE(measure_source({"no PDF at all", ""}).ok());
    CHECK_FALSE(measure_source({"", ""}).ok());
}

TEST_CASE("a source's page is placed with its words, once and without its marks") {
    const std::string source = source_with("The Committee met twice.");
    PageMaker maker = pack_of({{20, 20, 567, 794}, 0, 0, "The Committee met twice.", -1});
    const auto pack = place_sheets(maker.write(), maker.pages(), {{source, ""}});
    REQUIRE(pack.ok());
    CHECK(complaints_of(*pack) == "");
    CHECK(text_of_page(*pack, 0).find("The Committee met twice.") != std::string::npos);
    CHECK(*place_sheets(maker.write(), maker.pages(), {{source, ""}}) == *pack);
}

TEST_CASE("a sheet that the source lacks leaves the page without it") {
    const std::string source = source_with("One page only.");
    PageMaker maker = pack_of({{20, 20, 567, 794}, 0, 7, "", -1});
    const auto pack = place_sheets(maker.write(), maker.pages(), {{source, ""}});
    REQUIRE(pack.ok());
    CHECK(text_of_page(*pack, 0).find("One page only") == std::string::npos);
}
