#include "template/word/word_cleaning.h"

#include <algorithm>

#include "template/word/word_node.h"

namespace rapporteur {
namespace {

constexpr const char* document_type =
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml";

bool is_macro(std::string_view type) {
    return type.find("vbaProject") != type.npos || type.find("vbaData") != type.npos ||
           type.find("keyMapCustomizations") != type.npos;
}

class Cleaner {
public:
    Cleaner(WordPackage& package, Diagnostics& notes) : package_(package), notes_(notes) {}

    void clean() {
        drop_from(package_.main_part(), {"vbaProject", "keyMapCustomizations", "recipientData"}, "macros");
        drop_from("", {"origin"}, "a signature");
        for (const std::string& settings : package_.parts_of_kind("settings")) clean_settings(settings);
        package_.set_type(package_.main_part(), document_type);
    }

private:
    void tell(const std::string& what) { notes_.push_back({Code::member_refused, {package_.file(), 0, 0, 0}, what}); }

    /// Takes relationships of these kinds from a part, with what they lead to.
    void drop_from(const std::string& part, std::initializer_list<std::string_view> kinds, const std::string& words) {
        std::vector<WordRelationship> kept;
        bool dropped = false;
        for (const WordRelationship& one : std::vector<WordRelationship>(package_.relationships(part))) {
            const bool known = std::find(kinds.begin(), kinds.end(), one.kind()) != kinds.end();
            const std::string path = WordPackage::path_of(part, one.target);
            if (!known && !(is_macro(package_.type_of(path)) && !one.external)) {
                kept.push_back(one);
                continue;
            }
            dropped = true;
            if (!one.external) drop_part(path);
        }
        if (!dropped) return;
        package_.set_relationships(part, std::move(kept));
        tell(words);
    }

    void drop_part(const std::string& path) {
        for (const WordRelationship& one : std::vector<WordRelationship>(package_.relationships(path)))
            if (!one.external) package_.remove(WordPackage::path_of(path, one.target));
        package_.remove(path);
    }

    void clean_settings(const std::string& path) {
        drop_from(path, {"attachedTemplate"}, "a link to another template");
        drop_from(path, {"mailMergeSource", "mailMergeHeaderSource"}, "a link to the data of a mail merge");
        Result<WordNode> root = read_word_node(*package_.find(path), path);
        if (!root) return;
        const auto gone = std::erase_if(root->children, [](const WordNode& child) {
            return child.is_word("attachedTemplate") || child.is_word("mailMerge");
        });
        if (gone > 0)
            package_.set(path, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n" + xml_of(*root));
    }

    WordPackage& package_;
    Diagnostics& notes_;
};

}  // namespace

void clean_package(WordPackage& package, Diagnostics& notes) { Cleaner(package, notes).clean(); }

}  // namespace rapporteur
