#include "writers/pdf_check/checked_file.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <set>
#include <string_view>

namespace rapporteur::pdf_check {
namespace {

constexpr int deepest = 200;

constexpr std::array<std::string_view, 50> standard_types = {
    "Annot",   "Art",   "BibEntry", "BlockQuote", "Caption",   "Code",  "Div",  "Document", "Figure",  "Form",
    "Formula", "H",     "H1",       "H2",         "H3",        "H4",    "H5",   "H6",       "Index",   "L",
    "LBody",   "LI",    "Lbl",      "Link",       "NonStruct", "Note",  "P",    "Part",     "Private", "Quote",
    "RB",      "RP",    "RT",       "Reference",  "Ruby",      "Sect",  "Span", "TBody",    "TD",      "TFoot",
    "TH",      "THead", "TOC",      "TOCI",       "TR",        "Table", "WP",   "WT",       "Warichu", "Formula"};

std::string text_of_name(QPDFObjectHandle object) { return object.isName() ? object.getName().substr(1) : ""; }

}  // namespace

bool is_standard(const std::string& type) {
    return std::find(standard_types.begin(), standard_types.end(), type) != standard_types.end();
}

bool is_language_tag(const std::string& tag) {
    std::size_t length = 0, part = 0;
    for (const char c : tag + "-") {
        if (c == '-') {
            if (length == 0 || length > 8) return false;
            length = 0;
            ++part;
            continue;
        }
        const bool letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!letter && (part == 0 || c < '0' || c > '9')) return false;
        ++length;
    }
    return true;
}

std::vector<QPDFObjectHandle> items_of(QPDFObjectHandle object) {
    if (object.isArray()) return object.getArrayAsVector();
    if (object.isNull()) return {};
    return {object};
}

std::string stream_text(QPDFObjectHandle stream) {
    if (!stream.isStream()) return {};
    try {
        const auto data = stream.getStreamData(qpdf_dl_all);
        return {reinterpret_cast<const char*>(data->getBuffer()), data->getSize()};
    } catch (const std::exception&) {
        return {};
    }
}

CheckedFile::CheckedFile(const std::string& bytes, const std::string& password) : bytes_(bytes), file_(QPDF::create()) {
    file_->setSuppressWarnings(true);
    file_->processMemoryFile("checked.pdf", bytes_.data(), bytes_.size(), password.c_str());
    pages_ = file_->getAllPages();
    read_role_map();
    QPDFObjectHandle tree = root().getKey("/StructTreeRoot");
    if (!tree.isDictionary()) return;
    for (auto& kid : items_of(tree.getKey("/K"))) read_element(kid, -1, language(), QPDFObjectHandle::newNull());
    read_parent_tree(tree.getKey("/ParentTree"), 0);
}

void CheckedFile::read_role_map() {
    QPDFObjectHandle map = root().getKey("/StructTreeRoot");
    if (map.isDictionary()) map = map.getKey("/RoleMap");
    if (!map.isDictionary()) return;
    for (const std::string& key : map.getKeys()) role_map_[key.substr(1)] = text_of_name(map.getKey(key));
}

std::string CheckedFile::standard_role(const std::string& type) const {
    std::string role = type;
    std::set<std::string> seen;
    while (!is_standard(role) && seen.insert(role).second) {
        const auto mapped = role_map_.find(role);
        if (mapped == role_map_.end()) break;
        role = mapped->second;
    }
    return role;
}

void CheckedFile::read_element(QPDFObjectHandle object, int parent, std::string above, QPDFObjectHandle page) {
    if (!object.isDictionary() || by_object_.contains(name_of(object))) return;
    const int index = static_cast<int>(elements_.size());
    if (object.isIndirect()) by_object_[name_of(object)] = index;
    Element& made = elements_.emplace_back();
    made.object = object;
    made.type = text_of_name(object.getKey("/S"));
    made.role = standard_role(made.type);
    QPDFObjectHandle language = object.getKey("/Lang");
    made.language = language.isString() ? language.getUTF8Value() : above;
    made.parent = parent;
    QPDFObjectHandle named = object.getKey("/P");
    QPDFObjectHandle wanted =
        parent >= 0 ? elements_[static_cast<std::size_t>(parent)].object : root().getKey("/StructTreeRoot");
    made.names_parent = name_of(named) == name_of(wanted);
    if (parent >= 0) elements_[static_cast<std::size_t>(parent)].children.push_back(index);
    if (object.hasKey("/Pg")) page = object.getKey("/Pg");
    for (auto& kid : items_of(object.getKey("/K"))) read_kid(kid, index, page);
}

void CheckedFile::read_kid(QPDFObjectHandle kid, int element, QPDFObjectHandle page) {
    const auto at = static_cast<std::size_t>(element);
    const auto add_content = [&](QPDFObjectHandle on, int content) {
        elements_[at].contents.emplace_back(name_of(on), content);
        by_content_[{name_of(on), content}] = element;
    };
    if (kid.isInteger()) return add_content(page, kid.getIntValueAsInt());
    if (!kid.isDictionary()) return;
    if (kid.hasKey("/Pg")) page = kid.getKey("/Pg");
    if (kid.isDictionaryOfType("/MCR"))
        return add_content(kid.hasKey("/Stm") ? kid.getKey("/Stm") : page, kid.getKey("/MCID").getIntValueAsInt());
    if (kid.isDictionaryOfType("/OBJR")) {
        elements_[at].annotations.push_back(name_of(kid.getKey("/Obj")));
        return;
    }
    read_element(kid, element, elements_[at].language, page);
}

void CheckedFile::read_parent_tree(QPDFObjectHandle node, int depth) {
    if (!node.isDictionary() || depth > deepest) return;
    for (auto& kid : items_of(node.getKey("/Kids"))) read_parent_tree(kid, depth + 1);
    const auto numbers = items_of(node.getKey("/Nums"));
    for (std::size_t i = 0; i + 1 < numbers.size(); i += 2)
        if (QPDFObjectHandle key = numbers[i]; key.isInteger()) owners_[key.getIntValue()] = numbers[i + 1];
}

QPDFObjectHandle CheckedFile::owner(long long key) const {
    const auto found = owners_.find(key);
    return found == owners_.end() ? QPDFObjectHandle::newNull() : found->second;
}

int CheckedFile::element_of(QPDFObjectHandle object) const {
    const auto found = by_object_.find(name_of(object));
    return found == by_object_.end() || !object.isIndirect() ? -1 : found->second;
}

int CheckedFile::element_with(const ObjectName& page, int content) const {
    const auto found = by_content_.find({page, content});
    return found == by_content_.end() ? -1 : found->second;
}

bool CheckedFile::is_under(int element, const std::string& role) const {
    for (; element >= 0; element = elements_[static_cast<std::size_t>(element)].parent)
        if (elements_[static_cast<std::size_t>(element)].role == role) return true;
    return false;
}

std::string CheckedFile::place_of(QPDFObjectHandle page) const {
    for (std::size_t i = 0; i < pages_.size(); ++i)
        if (name_of(pages_[i]) == name_of(page)) return "page " + std::to_string(i + 1);
    return "object " + std::to_string(page.getObjectID());
}

std::string CheckedFile::place_of(const Element& element) const {
    QPDFObjectHandle object = element.object;
    const std::string page = object.hasKey("/Pg") ? ", " + place_of(object.getKey("/Pg")) : "";
    return element.type + " (object " + std::to_string(object.getObjectID()) + page + ")";
}

std::string CheckedFile::language() const {
    QPDFObjectHandle language = root().getKey("/Lang");
    return language.isString() ? language.getUTF8Value() : "";
}

std::string CheckedFile::metadata() const { return stream_text(root().getKey("/Metadata")); }

}  // namespace rapporteur::pdf_check
