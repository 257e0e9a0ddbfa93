#include <doctest/doctest.h>

#include "page_maker.h"
#include "pdf_file_check.h"
#include "writers/live_address.h"

namespace rapporteur {
namespace {

LinkItem link_to(const std::string& target) { return {{40, 60, 90, 72}, target, "", -1}; }

QPDFObjectHandle page_of(QPDF& file, std::size_t page) { return file.getAllPages().at(page); }

std::vector<QPDFObjectHandle> annotations_of(QPDF& file, std::size_t page) {
    QPDFObjectHandle list = page_of(file, page).getKey("/Annots");
    return list.isArray() ? list.getArrayAsVector() : std::vector<QPDFObjectHandle>();
}

TEST_CASE("only web and mail addresses become alive") {
    CHECK(live_address("https://example.org/a(b)?c=d&e") == "https://example.org/a(b)?c=d&e");
    CHECK(live_address("HTTP://example.org") == "HTTP://example.org");
    CHECK(live_address("mailto:desk@example.org") == "mailto:desk@example.org");
    CHECK(live_address("https://example.org/\xC3\xA9t\xC3\xA9 \n\"") == "https://example.org/%C3%A9t%C3%A9%20%22");
    for (const char* target : {"javascript:alert(1)", "file:///etc/passwd", "ftp://example.org", "https:", "",
                               " https://x", "data:text/html,x", "//example.org"})
        CHECK(live_address(target) == "");
}

TEST_CASE("links lead to the place of their anchor") {
    PageMaker pages;
    pages.add(link_to("#there"));
    pages.add(link_to("#nowhere"));
    pages.add(link_to("https://example.org/"));
    pages.add(link_to("javascript:alert(1)"));
    pages.add_page("2");
    pages.add(AnchorItem{"there", 40, 100});
    pages.add(AnchorItem{"there", 40, 700});
    const std::string pdf = pages.write();
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    auto annotations = annotations_of(*file, 0);
    REQUIRE(annotations.size() == 2);
    QPDFObjectHandle target = annotations[0].getKey("/Dest");
    CHECK(target.getArrayItem(0).getObjGen() == page_of(*file, 1).getObjGen());
    CHECK(target.getArrayItem(3).getNumericValue() == 742);
    CHECK(annotations[0].getKey("/Rect").unparse() == "[ 40 770 90 782 ]");
    CHECK(annotations[1].getKey("/A").getKey("/URI").getUTF8Value() == "https://example.org/");
    for (auto& annotation : annotations) CHECK(annotation.getKey("/Contents").getUTF8Value() != "");
}

TEST_CASE("links hang in the structure") {
    const SystemFace sans("NotoSans-Regular.ttf");
    REQUIRE(sans.present());
    PageMaker pages;
    pages.add_line(sans, "words", "P");
    LinkItem link = link_to("https://example.org/");
    link.element = pages.add_element("Link", 0);
    pages.add(link);
    auto file = opened(pages.write());
    const int key = static_cast<int>(annotations_of(*file, 0).at(0).getKey("/StructParent").getIntValue());
    QPDFObjectHandle entries =
        file->getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Kids").getArrayItem(0).getKey("/Nums");
    QPDFObjectHandle owner = entries.getArrayItem(2 * key + 1);
    CHECK(owner.getKey("/S").getName() == "/Link");
    CHECK(owner.getKey("/K").getArrayItem(0).getKey("/Obj").getKey("/Subtype").getName() == "/Link");
}

TEST_CASE("outline entries nest by level and lead to their page") {
    PageMaker pages;
    pages.add_page("2");
    pages.pages().outline = {{1, "Повестка дня", 0, 20}, {2, "Day one", 1, 42}, {3, "Deep", 1, 50}, {1, "End", 1, 60}};
    auto file = opened(pages.write());
    QPDFObjectHandle first = file->getRoot().getKey("/Outlines").getKey("/First");
    CHECK(first.getKey("/Title").getUTF8Value() == "Повестка дня");
    CHECK(first.getKey("/First").getKey("/Title").getUTF8Value() == "Day one");
    CHECK(first.getKey("/First").getKey("/First").getKey("/Title").getUTF8Value() == "Deep");
    CHECK(first.getKey("/Next").getKey("/Title").getUTF8Value() == "End");
    QPDFObjectHandle target = first.getKey("/First").getKey("/Dest");
    CHECK(target.getArrayItem(0).getObjGen() == page_of(*file, 1).getObjGen());
    CHECK(target.getArrayItem(3).getNumericValue() == 800);
    CHECK(file->getRoot().getKey("/PageMode").getName() == "/UseOutlines");
}

TEST_CASE("page labels are the numbers printed") {
    PageMaker pages;  // its first page is "1"
    for (const char* label : {"2", "3", "A-x", "7", "8", "8A", "8B", "12Z", "12AA", "S1", "S2"}) pages.add_page(label);
    auto file = opened(pages.write());
    CHECK(file->getRoot().getKey("/PageLabels").getKey("/Nums").unparseResolved() ==
          "[ 0 << /S /D /St 1 >> 3 << /P (A-x) >> 4 << /S /D /St 7 >> 6 << /P (8) /S /A /St 1 >> "
          "8 << /P (12) /S /A /St 26 >> 10 << /P (S) /S /D /St 1 >> ]");
}

TEST_CASE("the document says its title, language and date") {
    PageMaker pages;
    pages.pages().title = "Pack <1> & “2”";
    auto file = opened(pages.write());
    QPDFObjectHandle info = file->getTrailer().getKey("/Info");
    CHECK(info.getKey("/Title").getUTF8Value() == "Pack <1> & “2”");
    CHECK(info.getKey("/CreationDate").getUTF8Value() == "D:20310409000000Z");
    CHECK(file->getRoot().getKey("/Lang").getUTF8Value() == "en-GB");
    CHECK(file->getRoot().getKey("/ViewerPreferences").getKey("/DisplayDocTitle").getBoolValue());
    const auto packet = file->getRoot().getKey("/Metadata").getStreamData();
    const std::string xmp(reinterpret_cast<const char*>(packet->getBuffer()), packet->getSize());
    CHECK(xmp.find("Pack &lt;1&gt; &amp; “2”") != std::string::npos);
    CHECK(xmp.find("2031-04-09T00:00:00Z") != std::string::npos);
}

TEST_CASE("fields are text fields with names of their own, an embedded font and a place in the structure") {
    const SystemFace sans("NotoSans-Regular.ttf");
    REQUIRE(sans.present());
    PageMaker pages;
    pages.add_line(sans, "Position", "P");
    pages.add(FieldItem{{40, 100, 500, 300}, "position v.1", "Position"});
    pages.add(FieldItem{{40, 310, 500, 500}, "position v.1", "Notes"});
    const std::string pdf = pages.write();
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    QPDFObjectHandle form = file->getRoot().getKey("/AcroForm");
    REQUIRE(form.getKey("/Fields").getArrayNItems() == 2);
    QPDFObjectHandle field = form.getKey("/Fields").getArrayItem(0);
    CHECK(field.getKey("/FT").getName() == "/Tx");
    CHECK(field.getKey("/T").getUTF8Value() == "position v_1");
    CHECK(form.getKey("/Fields").getArrayItem(1).getKey("/T").getUTF8Value() != "position v_1");
    CHECK(field.getKey("/TU").getUTF8Value() == "Position");
    CHECK(field.getKey("/AP").getKey("/N").isStream());
    CHECK(form.getKey("/DR").getKey("/Font").getKey("/Entry").getKey("/FontDescriptor").hasKey("/FontFile2"));
    CHECK(annotations_of(*file, 0).size() == 2);
    CHECK(field.hasKey("/StructParent"));
}

}  // namespace
}  // namespace rapporteur
