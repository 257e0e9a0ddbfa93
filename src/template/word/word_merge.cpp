#include "template/word/word_merge.h"

#include <algorithm>
#include <charconv>
#include <functional>
#include <set>

namespace rapporteur {
namespace {

constexpr std::string_view office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/";
constexpr int deepest_part = 4;  // parts that parts lead to, such as a chart's workbook

std::string uri_of(std::string_view kind) { return std::string(office) + std::string(kind); }

int number_in(std::string_view text) {
    int number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

void visit(const WordNode& node, const std::function<void(const WordNode&)>& take) {
    take(node);
    for (const WordNode& child : node.children) visit(child, take);
}

/// The part of a kind, read; an element without name where there is none.
WordNode read_kind(const WordPackage& package, std::string_view kind) {
    const std::vector<std::string> parts = package.parts_of_kind(kind);
    if (parts.empty()) return {};
    Result<WordNode> root = read_word_node(*package.find(parts.front()), parts.front());
    return root ? std::move(*root) : WordNode();
}

class Merger {
public:
    Merger(const WordPackage& from, std::size_t number, WordPackage& into, WordContext& context)
        : from_(from), number_(std::to_string(number)), into_(into), context_(context) {}

    void merge(const WordNode& body, const std::vector<std::string>& parts) {
        visit(body, [&](const WordNode& node) { note_names(node); });
        merge_styles();
        merge_lists();
        merge_relationships(parts);
    }

private:
    void note_names(const WordNode& node) {
        if (node.is_word("pStyle") || node.is_word("rStyle") || node.is_word("tblStyle"))
            styles_.emplace(attribute_of(node.head, "val"));
        if (node.is_word("numId")) lists_.emplace(attribute_of(node.head, "val"));
    }

    /// A part that the template lacks altogether is taken over whole.
    bool take_whole(std::string_view kind) {
        const std::vector<std::string> own = into_.parts_of_kind(kind), theirs = from_.parts_of_kind(kind);
        if (!own.empty() || theirs.empty()) return theirs.empty();
        const std::string path = "word/" + std::string(kind) + ".xml";
        into_.set(path, *from_.find(theirs.front()));
        into_.set_type(path, from_.type_of(theirs.front()));
        into_.add_relationship(into_.main_part(), {into_.next_id(into_.main_part()), uri_of(kind), "/" + path, false});
        return true;
    }

    void merge_styles() {
        const WordNode theirs = read_kind(from_, "styles"), own = read_kind(into_, "styles");
        std::map<std::string, const WordNode*> known, added;
        for (const WordNode& style : theirs.children)
            if (style.is_word("style")) known[std::string(attribute_of(style.head, "styleId"))] = &style;
        std::set<std::string> there;
        for (const WordNode& style : own.children)
            if (style.is_word("style")) there.emplace(attribute_of(style.head, "styleId"));
        for (std::vector<std::string> wanted(styles_.begin(), styles_.end()); !wanted.empty();) {
            const std::string id = std::move(wanted.back());
            wanted.pop_back();
            const auto style = known.find(id);
            if (there.contains(id) || style == known.end() || !added.emplace(id, style->second).second) continue;
            visit(*style->second, [&](const WordNode& node) {
                note_names(node);
                if (node.is_word("basedOn") || node.is_word("link") || node.is_word("next"))
                    wanted.emplace_back(attribute_of(node.head, "val"));
            });
        }
        if (added.empty() || take_whole("styles")) return;
        for (const auto& [id, style] : added) new_styles_ += renumbered(*style);
    }

    /// Lists have their new numbers in styles too.
    std::string renumbered(const WordNode& style) {
        std::string out = xml_of(style);
        for (const std::string& list : lists_) name_list(list);
        for (const auto& [old, fresh] : context_.numberings) {
            const std::string before = "<w:numId w:val=\"" + old + "\"/>";
            const std::size_t at = out.find(before);
            if (at == out.npos) continue;
            out.replace(at, before.size(), "<w:numId w:val=\"" + fresh + "\"/>");
            break;
        }
        return out;
    }

    void name_list(const std::string& list) {
        if (list == "0" || context_.numberings.contains(list)) return;
        if (last_list_ < 0) {
            last_list_ = 0;
            for (const WordNode& node : read_kind(into_, "numbering").children)
                last_list_ = std::max(
                    last_list_, number_in(attribute_of(node.head, node.is_word("num") ? "numId" : "abstractNumId")));
        }
        context_.numberings[list] = std::to_string(++last_list_);
    }

    void merge_lists() {
        for (const std::string& list : lists_) name_list(list);
        const WordNode theirs = read_kind(from_, "numbering");
        std::string abstracts, numbers;
        std::map<std::string, std::string> abstract_names;
        for (const WordNode& node : theirs.children) {
            const auto fresh = context_.numberings.find(std::string(attribute_of(node.head, "numId")));
            const WordNode* of = node.child("abstractNumId");
            if (!node.is_word("num") || fresh == context_.numberings.end() || !of) continue;
            std::string& name = abstract_names[std::string(attribute_of(of->head, "val"))];
            if (name.empty()) name = std::to_string(++last_list_);
            WordNode list = node;
            const std::string head = with_attribute(list.head, "numId", &fresh->second);
            const std::string abstract = with_attribute(of->head, "val", &name);
            list.head = head;
            for (WordNode& child : list.children)
                if (child.is_word("abstractNumId")) child.head = abstract;
            numbers += xml_of(list);
        }
        for (const WordNode& node : theirs.children) {
            const auto fresh = abstract_names.find(std::string(attribute_of(node.head, "abstractNumId")));
            if (!node.is_word("abstractNum") || fresh == abstract_names.end()) continue;
            WordNode list = node;
            const std::string head = with_attribute(list.head, "abstractNumId", &fresh->second);
            list.head = head;
            std::erase_if(list.children, [](const WordNode& child) { return child.is_word("nsid"); });
            abstracts += xml_of(list);
        }
        if (!new_styles_.empty()) insert("styles", new_styles_, "</w:styles>");
        if (numbers.empty()) return;
        if (into_.parts_of_kind("numbering").empty()) {
            take_empty_numbering(theirs);
        }
        insert("numbering", numbers, "</w:numbering>");
        insert("numbering", abstracts, "<w:num ");
    }

    void take_empty_numbering(const WordNode& theirs) {
        const std::string path = "word/numbering.xml";
        into_.set(path, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + std::string(theirs.head) +
                            "></w:numbering>");
        into_.set_type(path, "application/vnd.openxmlformats-officedocument.wordprocessingml.numbering+xml");
        into_.add_relationship(into_.main_part(),
                               {into_.next_id(into_.main_part()), uri_of("numbering"), "/" + path, false});
    }

    /// Puts XML before the first place of that kind in a part.
    void insert(std::string_view kind, const std::string& xml, std::string_view before) {
        const std::vector<std::string> parts = into_.parts_of_kind(kind);
        if (parts.empty()) return;
        std::string bytes = *into_.find(parts.front());
        const std::size_t at = bytes.find(before);
        if (at == bytes.npos) return;
        bytes.insert(at, xml);
        into_.set(parts.front(), std::move(bytes));
    }

    /// The parts' own relationships stay as they are; the new ones have the same id in each part.
    void merge_relationships(const std::vector<std::string>& parts) {
        std::vector<WordRelationship> added;
        for (const WordRelationship& one : from_.relationships(from_.main_part())) {
            constexpr std::string_view of_document[] = {"header",    "footer",    "footnotes",  "endnotes",
                                                        "styles",    "numbering", "settings",   "theme",
                                                        "fontTable", "comments",  "webSettings"};
            if (std::find(std::begin(of_document), std::end(of_document), one.kind()) != std::end(of_document))
                continue;
            WordRelationship fresh = one;
            fresh.id = "rIdFile" + number_ + "x" + std::to_string(added.size() + 1);
            if (!one.external) {
                fresh.target = "/" + copied(WordPackage::path_of(from_.main_part(), one.target), 0);
                if (fresh.target == "/") continue;
            }
            context_.relations[one.id] = fresh.id;
            added.push_back(std::move(fresh));
        }
        if (added.empty()) return;
        for (const std::string& part : parts) {
            std::vector<WordRelationship> all = into_.relationships(part);
            all.insert(all.end(), added.begin(), added.end());
            into_.set_relationships(part, std::move(all));
        }
    }

    /// The path of the copy of a part and of those that it leads to; empty where it is not there.
    std::string copied(const std::string& path, int depth) {
        const std::string* bytes = from_.find(path);
        if (!bytes || depth > deepest_part) return {};
        std::string& copy = copies_[path];
        if (!copy.empty()) return copy;
        const std::size_t slash = path.rfind('/') + 1;
        copy = path.substr(0, slash) + "file" + number_ + "-" + path.substr(slash);
        const std::string name = copy;
        into_.set(name, *bytes);
        into_.set_type(name, from_.type_of(path));
        std::vector<WordRelationship> relations = from_.relationships(path);
        for (WordRelationship& one : relations)
            if (!one.external) one.target = "/" + copied(WordPackage::path_of(path, one.target), depth + 1);
        if (!relations.empty()) into_.set_relationships(name, std::move(relations));
        return name;
    }

    const WordPackage& from_;
    const std::string number_;
    WordPackage& into_;
    WordContext& context_;
    std::set<std::string> styles_, lists_;
    std::string new_styles_;
    int last_list_ = -1;
    std::map<std::string, std::string> copies_;
};

}  // namespace

void merge_package(const WordPackage& from, const WordNode& body, std::size_t number,
                   const std::vector<std::string>& parts, WordPackage& into, WordContext& context) {
    Merger(from, number, into, context).merge(body, parts);
}

}  // namespace rapporteur
