#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "layout/page.h"
#include "writers/pdf/pdf_object.h"

namespace rapporteur {

/// The structure tree of a tagged PDF (ISO 32000-1, 14.7): collects which content belongs to which element while the
/// pages are drawn, then writes tree and parent tree.
class PdfStructure {
public:
    PdfStructure(PdfFile& file, const std::vector<Element>& elements);

    /// A page that content will be put on; gives its number here. All pages come before the first annotation.
    int add_page(PdfDict page);

    /// The operator that opens content of `element` on a page: "/P <</MCID 3>> BDC"; -1 opens an artifact.
    std::string begin_content(int element, int page);
    /// Content whose drawn order is not its reading order: gets a Span of its own that says the text.
    std::string begin_spelled_content(int element, int page, const std::string& text);

    /// Hangs an annotation under `element`, or under a new child of that role where the element has another.
    void add_annotation(int element, int page, PdfDict annotation, const std::string& role);

    /// Widens the bounding box of a figure; user space units, origin at the bottom left.
    void widen(int element, const PageRect& area);

    /// Writes everything into the catalogue; call once, after the last content.
    void finish(const std::string& language);

private:
    struct Kid {
        int node = -1;        // an element …
        int page = -1;        // … or, on this page, …
        int content_id = -1;  // … marked content …
        int key = -1;         // … or the annotation of this key in the parent tree
        PdfDict annotation;
    };
    struct Node {
        std::string role, language, alt, actual_text, scope;
        int columns = 1;
        int parent = -1;
        std::vector<int> children;  // in reading order
        std::size_t attached = 0;   // how many of them are among the kids
        bool is_attached = false;
        std::vector<Kid> kids;
        PageRect box;
        bool has_box = false;
        PdfDict dict;
    };
    struct PageContent {
        PdfDict page;
        std::vector<int> owners;  // node of each marked content
    };

    Node& at(int node) { return nodes_[static_cast<std::size_t>(node)]; }
    int add_node(int parent, const std::string& role);
    void refer_from_contents();
    void nest_in_sections();
    int node_of(int element) const;
    void attach(int node);
    void attach_up_to(int parent, int child);
    void attach_rest();
    std::string open(int node, int page);
    void split_long_node(int index);
    void own(const Kid& kid, int node);
    void write_node(int index, int first_page);
    int first_page_of(const Node& node) const;
    PdfValue value_of(const Kid& kid, int first_page);
    void write_attributes(Node& node);
    PdfArray owners_of(const PageContent& page);
    PdfDict parent_tree();
    static std::string note_id(int node);
    PdfDict id_tree();

    PdfFile& file_;
    std::vector<Node> nodes_;  // the first is the document
    std::vector<PageContent> pages_;
    std::vector<int> annotation_owners_;  // by key, where keys count on from those of the pages
};

}  // namespace rapporteur
