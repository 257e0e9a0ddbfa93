#include "writers/pdf/pdf_structure.h"

#include <algorithm>
#include <array>

namespace rapporteur {
namespace {

// Far below what libharu lets into one array; longer lists of kids are split.
constexpr std::size_t most_kids = 8000;

// The standard structure types (ISO 32000-1, 14.8.4).
constexpr std::array<std::string_view, 48> standard_roles = {
    "Annot",   "Art",   "BibEntry", "BlockQuote", "Caption",   "Code",  "Div",  "Document", "Figure",  "Form",
    "Formula", "H",     "H1",       "H2",         "H3",        "H4",    "H5",   "H6",       "Index",   "L",
    "LBody",   "LI",    "Lbl",      "Link",       "NonStruct", "Note",  "P",    "Part",     "Private", "Quote",
    "RB",      "RP",    "RT",       "Reference",  "Ruby",      "Sect",  "Span", "TBody",    "TD",      "TFoot",
    "TH",      "THead", "TOC",      "TOCI",       "TR",        "Table", "WP",   "WT"};

std::string standard_role(const std::string& role) {
    return std::find(standard_roles.begin(), standard_roles.end(), role) != standard_roles.end() ? role : "NonStruct";
}

bool is_section(const std::string& role) { return role == "Sect" || role == "Part" || role == "Art"; }

}  // namespace

PdfStructure::PdfStructure(PdfFile& file, const std::vector<Element>& elements) : file_(file) {
    nodes_.resize(elements.size() + 1);
    nodes_[0].role = "Document";
    nodes_[0].is_attached = true;
    for (std::size_t i = 0; i < elements.size(); ++i) {
        const Element& element = elements[i];
        Node& node = nodes_[i + 1];
        node.role = standard_role(element.role);
        node.language = element.language;
        node.alt = element.alt;
        node.scope = element.scope;
        node.columns = element.columns;
        node.parent = element.parent >= 0 && element.parent < static_cast<int>(i) ? element.parent + 1 : 0;
        at(node.parent).children.push_back(static_cast<int>(i) + 1);
    }
    refer_from_contents();
    nest_in_sections();
}

// What an entry of contents links to is a reference (ISO 32000-1, table 333).
void PdfStructure::refer_from_contents() {
    const std::size_t elements = nodes_.size();
    for (std::size_t i = 1; i < elements; ++i) {
        const int entry = nodes_[i].parent;
        if (nodes_[i].role != "Link" || at(entry).role != "TOCI") continue;
        const auto link = static_cast<int>(i);
        const int reference = add_node(entry, "Reference");
        at(reference).children.push_back(link);
        std::replace(at(entry).children.begin(), at(entry).children.end(), link, reference);
        at(link).parent = reference;
    }
}

int PdfStructure::add_node(int parent, const std::string& role) {
    Node& made = nodes_.emplace_back();
    made.role = role;
    made.parent = parent;
    return static_cast<int>(nodes_.size()) - 1;
}

// Each first-level heading opens a section, unless layout made sections itself.
void PdfStructure::nest_in_sections() {
    const std::vector<int> top = nodes_[0].children;
    const auto role = [this](int node) -> const std::string& { return at(node).role; };
    if (std::any_of(top.begin(), top.end(), [&](int node) { return is_section(role(node)); })) return;
    nodes_[0].children.clear();
    int section = 0;
    for (const int node : top) {
        if (role(node) == "H1") {
            section = add_node(0, "Sect");
            nodes_[0].children.push_back(section);
        }
        at(node).parent = section;
        at(section).children.push_back(node);
    }
}

int PdfStructure::node_of(int element) const {
    return element >= 0 && static_cast<std::size_t>(element) + 1 < nodes_.size() ? element + 1 : 0;
}

int PdfStructure::add_page(PdfDict page) {
    pages_.push_back({page, {}});
    return static_cast<int>(pages_.size()) - 1;
}

// Kids come in reading order: elements before this one that have no content yet (empty cells) go first.
void PdfStructure::attach_up_to(int parent, int child) {
    Node& above = at(parent);
    while (above.attached < above.children.size()) {
        const int next = above.children[above.attached++];
        above.kids.push_back({next, -1, -1, -1, {}});
        at(next).is_attached = true;
        if (next == child) return;
    }
}

void PdfStructure::attach(int node) {
    std::vector<int> path;
    for (int next = node; !at(next).is_attached; next = at(next).parent) path.push_back(next);
    for (auto next = path.rbegin(); next != path.rend(); ++next) attach_up_to(at(*next).parent, *next);
}

void PdfStructure::attach_rest() {
    for (std::size_t i = 0; i < nodes_.size(); ++i) attach_up_to(static_cast<int>(i), -1);
}

std::string PdfStructure::open(int node, int page) {
    attach(node);
    auto& owners = pages_[static_cast<std::size_t>(page)].owners;
    const auto id = static_cast<int>(owners.size());
    owners.push_back(node);
    Node& owner = at(node);
    owner.kids.push_back({-1, page, id, -1, {}});
    return "/" + owner.role + " <</MCID " + std::to_string(id) + ">> BDC\n";
}

std::string PdfStructure::begin_content(int element, int page) {
    return element < 0 ? "/Artifact BMC\n" : open(node_of(element), page);
}

std::string PdfStructure::begin_spelled_content(int element, int page, const std::string& text) {
    if (element < 0) return "/Artifact BMC\n";
    const int parent = node_of(element);
    attach(parent);
    const int span = add_node(parent, "Span");
    Node& made = at(span);
    made.actual_text = text;
    made.is_attached = true;
    at(parent).kids.push_back({span, -1, -1, -1, {}});
    return open(span, page);
}

void PdfStructure::add_annotation(int element, int page, PdfDict annotation, const std::string& role) {
    int node = node_of(element);
    attach(node);
    if (at(node).role != role) {
        const int child = add_node(node, role);
        at(child).is_attached = true;
        at(node).kids.push_back({child, -1, -1, -1, {}});
        node = child;
    }
    const auto key = static_cast<int>(pages_.size() + annotation_owners_.size());
    annotation_owners_.push_back(node);
    annotation.set("StructParent", key);
    at(node).kids.push_back({-1, page, -1, key, annotation});
}

void PdfStructure::widen(int element, const PageRect& area) {
    Node& node = nodes_[static_cast<std::size_t>(node_of(element))];
    if (node.role != "Figure") return;
    if (!node.has_box) node.box = area;
    node.has_box = true;
    node.box = {std::min(node.box.x0, area.x0), std::min(node.box.y0, area.y0), std::max(node.box.x1, area.x1),
                std::max(node.box.y1, area.y1)};
}

void PdfStructure::own(const Kid& kid, int node) {
    if (kid.node >= 0)
        at(kid.node).parent = node;
    else if (kid.key >= 0)
        annotation_owners_[static_cast<std::size_t>(kid.key) - pages_.size()] = node;
    else
        pages_[static_cast<std::size_t>(kid.page)].owners[static_cast<std::size_t>(kid.content_id)] = node;
}

void PdfStructure::split_long_node(int index) {
    const std::vector<Kid> kids = std::move(at(index).kids);
    std::vector<Kid> groups;
    for (std::size_t begin = 0; begin < kids.size(); begin += most_kids) {
        const int group = add_node(index, "NonStruct");
        const std::size_t end = std::min(kids.size(), begin + most_kids);
        for (std::size_t i = begin; i < end; ++i) own(kids[i], group);
        nodes_.back().kids.assign(kids.begin() + static_cast<std::ptrdiff_t>(begin),
                                  kids.begin() + static_cast<std::ptrdiff_t>(end));
        groups.push_back({group, -1, -1, -1, {}});
    }
    at(index).kids = std::move(groups);
}

int PdfStructure::first_page_of(const Node& node) const {
    for (const auto& kid : node.kids)
        if (kid.page >= 0) return kid.page;
    return -1;
}

PdfValue PdfStructure::value_of(const Kid& kid, int first_page) {
    if (kid.node >= 0) return at(kid.node).dict;
    const PdfDict page = pages_[static_cast<std::size_t>(kid.page)].page;
    if (kid.key >= 0) return file_.dict({{"Type", PdfName{"OBJR"}}, {"Pg", page}, {"Obj", kid.annotation}});
    if (kid.page == first_page) return kid.content_id;
    return file_.dict({{"Type", PdfName{"MCR"}}, {"Pg", page}, {"MCID", kid.content_id}});
}

// Notes have to be told apart (ISO 14289-1, 7.9); names of one length sort as their numbers do.
std::string PdfStructure::note_id(int node) {
    const std::string number = std::to_string(node);
    return "note-" + std::string(number.size() < 8 ? 8 - number.size() : 0, '0') + number;
}

PdfDict PdfStructure::id_tree() {
    constexpr std::size_t in_leaf = 128;
    std::vector<int> notes;
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].role == "Note") notes.push_back(static_cast<int>(i));
    if (notes.empty()) return {};
    PdfArray leaves = file_.array();
    for (std::size_t begin = 0; begin < notes.size(); begin += in_leaf) {
        const std::size_t end = std::min(notes.size(), begin + in_leaf);
        PdfArray names = file_.array();
        for (std::size_t i = begin; i < end; ++i) {
            names.add(PdfBytes{note_id(notes[i])});
            names.add(at(notes[i]).dict);
        }
        PdfArray limits = file_.array({PdfBytes{note_id(notes[begin])}, PdfBytes{note_id(notes[end - 1])}});
        leaves.add(file_.indirect_dict({{"Limits", limits}, {"Names", names}}));
    }
    return file_.indirect_dict({{"Kids", leaves}});
}

void PdfStructure::write_attributes(Node& node) {
    PdfDict attributes;
    if (node.has_box) {
        PdfArray box = file_.array({node.box.x0, node.box.y0, node.box.x1, node.box.y1});
        attributes = file_.dict({{"O", PdfName{"Layout"}}, {"BBox", box}});
    } else if (node.role == "TH" || (node.role == "TD" && node.columns > 1)) {
        attributes = file_.dict({{"O", PdfName{"Table"}}});
        if (node.role == "TH") attributes.set("Scope", PdfName{node.scope == "Row" ? "Row" : "Column"});
        if (node.columns > 1) attributes.set("ColSpan", node.columns);
    }
    if (attributes.known()) node.dict.set("A", attributes);
}

void PdfStructure::write_node(int index, int first_page) {
    Node& node = at(index);
    node.dict.set("Type", PdfName{"StructElem"});
    node.dict.set("S", PdfName{node.role});
    if (node.parent >= 0) node.dict.set("P", at(node.parent).dict);
    if (first_page >= 0) node.dict.set("Pg", pages_[static_cast<std::size_t>(first_page)].page);
    if (!node.language.empty()) node.dict.set("Lang", PdfText{node.language});
    if (!node.alt.empty()) node.dict.set("Alt", PdfText{node.alt});
    if (!node.actual_text.empty()) node.dict.set("ActualText", PdfText{node.actual_text});
    if (node.role == "Note") node.dict.set("ID", PdfBytes{note_id(index)});
    write_attributes(node);
    if (node.kids.empty()) return;
    PdfArray kids = file_.array();
    for (const auto& kid : node.kids) kids.add(value_of(kid, first_page));
    node.dict.set("K", kids);
}

PdfArray PdfStructure::owners_of(const PageContent& page) {
    PdfArray owners = file_.indirect_array();
    for (const int owner : page.owners) owners.add(at(owner).dict);
    return owners;
}

// A number tree of short leaves (ISO 32000-1, 7.9.7), since libharu's arrays end at 32,767 items.
PdfDict PdfStructure::parent_tree() {
    constexpr std::size_t in_leaf = 128;
    const std::size_t count = pages_.size() + annotation_owners_.size();
    PdfArray leaves = file_.array();
    for (std::size_t begin = 0; begin < count; begin += in_leaf) {
        const std::size_t end = std::min(count, begin + in_leaf);
        PdfArray entries = file_.array();
        for (std::size_t key = begin; key < end; ++key) {
            entries.add(static_cast<int>(key));
            if (key < pages_.size())
                entries.add(owners_of(pages_[key]));
            else
                entries.add(at(annotation_owners_[key - pages_.size()]).dict);
        }
        PdfArray limits = file_.array({static_cast<int>(begin), static_cast<int>(end) - 1});
        leaves.add(file_.indirect_dict({{"Limits", limits}, {"Nums", entries}}));
    }
    return file_.indirect_dict({{"Kids", leaves}});
}

void PdfStructure::finish(const std::string& language) {
    attach_rest();
    for (std::size_t i = 0; i < nodes_.size(); ++i)
        if (nodes_[i].kids.size() > most_kids) split_long_node(static_cast<int>(i));
    for (auto& node : nodes_) node.dict = file_.indirect_dict();
    for (std::size_t i = 0; i < nodes_.size(); ++i) write_node(static_cast<int>(i), first_page_of(nodes_[i]));
    PdfDict root =
        file_.indirect_dict({{"Type", PdfName{"StructTreeRoot"}},
                             {"K", nodes_[0].dict},
                             {"ParentTree", parent_tree()},
                             {"ParentTreeNextKey", static_cast<int>(pages_.size() + annotation_owners_.size())}});
    nodes_[0].dict.set("P", root);
    if (const PdfDict ids = id_tree(); ids.known()) root.set("IDTree", ids);
    for (std::size_t i = 0; i < pages_.size(); ++i) {
        pages_[i].page.set("StructParents", static_cast<int>(i));
        pages_[i].page.set("Tabs", PdfName{"S"});
    }
    PdfDict catalog = file_.catalog();
    catalog.set("StructTreeRoot", root);
    catalog.set("MarkInfo", file_.dict({{"Marked", true}}));
    if (!language.empty()) catalog.set("Lang", PdfText{language});
}

}  // namespace rapporteur
