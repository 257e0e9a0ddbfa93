#include <doctest/doctest.h>

#include "page_maker.h"
#include "pdf_file_check.h"

namespace rapporteur {
namespace {

// The structure tree below an element as text: "Sect(H1 P(Link))".
std::string tree_of(QPDFObjectHandle element) {
    std::string out = element.getKey("/S").getName().substr(1);
    std::string kids;
    QPDFObjectHandle list = element.getKey("/K");
    for (int i = 0; list.isArray() && i < list.getArrayNItems(); ++i) {
        QPDFObjectHandle kid = list.getArrayItem(i);
        std::string one;
        if (kid.isInteger())
            one = "#" + kid.unparse();
        else if (kid.getKey("/S").isName())
            one = tree_of(kid);
        else
            one = kid.getKey("/Type").getName().substr(1);
        kids += (kids.empty() ? "" : " ") + one;
    }
    return kids.empty() ? out : out + "(" + kids + ")";
}

std::string tree_of(const std::string& pdf) {
    auto file = opened(pdf);
    return tree_of(file->getRoot().getKey("/StructTreeRoot").getKey("/K"));
}

// Every marked content of every page leads back to an element that has it as a kid.
void check_parent_tree(const std::string& pdf) {
    auto file = opened(pdf);
    QPDFObjectHandle leaves = file->getRoot().getKey("/StructTreeRoot").getKey("/ParentTree").getKey("/Kids");
    int checked = 0;
    for (int leaf = 0; leaf < leaves.getArrayNItems(); ++leaf) {
        QPDFObjectHandle entries = leaves.getArrayItem(leaf).getKey("/Nums");
        for (int i = 0; i < entries.getArrayNItems(); i += 2) {
            QPDFObjectHandle owner = entries.getArrayItem(i + 1);
            if (owner.isArray())
                for (int k = 0; k < owner.getArrayNItems(); ++k) CHECK(owner.getArrayItem(k).getKey("/K").isArray());
            else
                CHECK(owner.getKey("/S").isName());
            ++checked;
        }
    }
    CHECK(checked > 0);
}

class TaggedPages : public PageMaker {
public:
    TaggedPages() : sans_("NotoSans-Regular.ttf"), face_(add_face(sans_)) { REQUIRE(sans_.present()); }

    void add_words(int element, const std::string& words = "words") {
        TextItem item = shaped(sans_, face_, words, 40, 60);
        item.element = element;
        add(item);
    }

private:
    SystemFace sans_;
    int face_;
};

TEST_CASE("headings open sections, and content stands in the order of reading") {
    TaggedPages pages;
    const int before = pages.add_element("P"), first = pages.add_element("H1"), text = pages.add_element("P"),
              link = pages.add_element("Link", text), second = pages.add_element("H1");
    pages.add_words(-1, "furniture");
    for (const int element : {before, first, text, link, text, second}) pages.add_words(element);
    const std::string pdf = pages.write();
    CHECK(complaints_of(pdf) == "");
    CHECK(tree_of(pdf) == "Document(P(#0) Sect(H1(#1) P(#2 Link(#3) #4)) Sect(H1(#5)))");
    check_parent_tree(pdf);
}

TEST_CASE("empty cells keep their place among their neighbours") {
    TaggedPages pages;
    const int table = pages.add_element("Table"), row = pages.add_element("TR", table);
    const int head = pages.add_element("TH", row);
    pages.add_element("TD", row);
    const int last = pages.add_element("TD", row);
    pages.pages().elements[static_cast<std::size_t>(head)].scope = "Row";
    pages.pages().elements[static_cast<std::size_t>(last)].columns = 2;
    pages.add_words(head);
    pages.add_words(last);
    const std::string pdf = pages.write();
    CHECK(tree_of(pdf) == "Document(Table(TR(TH(#0) TD TD(#1))))");
    auto file = opened(pdf);
    int attributes = 0;
    for (auto& object : file->getAllObjects()) {
        if (!object.isDictionary() || !object.hasKey("/A") || !object.hasKey("/S")) continue;
        QPDFObjectHandle look = object.getKey("/A");
        if (look.hasKey("/Scope")) CHECK(look.getKey("/Scope").getName() == "/Row");
        if (look.hasKey("/ColSpan")) CHECK(look.getKey("/ColSpan").getIntValue() == 2);
        ++attributes;
    }
    CHECK(attributes == 2);
}

TEST_CASE("an element goes on over pages") {
    TaggedPages pages;
    const int text = pages.add_element("P");
    pages.add_words(text);
    pages.add_page("2");
    pages.add_words(text);
    CHECK(tree_of(pages.write()) == "Document(P(#0 MCR))");
}

TEST_CASE("a figure has its words and its place") {
    TaggedPages pages;
    const int figure = pages.add_element("Figure");
    pages.pages().elements[static_cast<std::size_t>(figure)].alt = "strength 4 of 5: “urged”";
    PathItem path{{{10, 20}, {30, 20}, {30, 50}}, true, true};
    path.element = figure;
    pages.add(path);
    auto file = opened(pages.write());
    QPDFObjectHandle made = file->getRoot().getKey("/StructTreeRoot").getKey("/K").getKey("/K").getArrayItem(0);
    CHECK(made.getKey("/Alt").getUTF8Value() == "strength 4 of 5: “urged”");
    CHECK(made.getKey("/A").getKey("/BBox").unparse() == "[ 10 792 30 822 ]");
}

TEST_CASE("notes have ids of their own") {
    TaggedPages pages;
    for (int i = 0; i < 200; ++i) pages.add_words(pages.add_element("Note"));
    const std::string pdf = pages.write();
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    QPDFObjectHandle leaves = file->getRoot().getKey("/StructTreeRoot").getKey("/IDTree").getKey("/Kids");
    REQUIRE(leaves.getArrayNItems() == 2);
    QPDFObjectHandle names = leaves.getArrayItem(1).getKey("/Names");
    CHECK(names.getArrayNItems() == 144);
    CHECK(names.getArrayItem(0).getStringValue() == names.getArrayItem(1).getKey("/ID").getStringValue());
    CHECK(names.getArrayItem(0).getStringValue() < names.getArrayItem(2).getStringValue());
}

TEST_CASE("elements that hang in the air or in themselves come under the document") {
    TaggedPages pages;
    const int lost = pages.add_element("P", 77), own = pages.add_element("no such role", 1);
    pages.add_words(lost);
    pages.add_words(own);
    CHECK(tree_of(pages.write()) == "Document(P(#0) NonStruct(#1))");
}

TEST_CASE("more kids than an array may hold are grouped") {
    TaggedPages pages;
    const int list = pages.add_element("L");
    for (int i = 0; i < 40000; ++i) pages.add_element("LI", list);
    pages.add_words(list);
    const std::string pdf = pages.write();
    CHECK(complaints_of(pdf) == "");
    auto file = opened(pdf);
    QPDFObjectHandle made = file->getRoot().getKey("/StructTreeRoot").getKey("/K").getKey("/K").getArrayItem(0);
    CHECK(made.getKey("/K").getArrayNItems() == 6);
    CHECK(made.getKey("/K").getArrayItem(0).getKey("/K").getArrayNItems() == 8000);
}

}  // namespace
}  // namespace rapporteur
