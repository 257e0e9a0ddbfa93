#include "template/word/word_text.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view transparent[] = {"hyperlink",  "ins",       "moveTo",    "smartTag", "sdt",
                                            "sdtContent", "fldSimple", "customXml", "dir",      "bdo"};
constexpr std::string_view properties[] = {"pPr",
                                           "rPr",
                                           "tcPr",
                                           "trPr",
                                           "tblPr",
                                           "tblPrEx",
                                           "tblGrid",
                                           "sdtPr",
                                           "sdtEndPr",
                                           "sectPr",
                                           "proofErr",
                                           "bookmarkStart",
                                           "bookmarkEnd",
                                           "permStart",
                                           "permEnd",
                                           "commentRangeStart",
                                           "commentRangeEnd",
                                           "lastRenderedPageBreak",
                                           "smartTagPr",
                                           "customXmlPr",
                                           "moveFromRangeStart",
                                           "moveFromRangeEnd",
                                           "moveToRangeStart",
                                           "moveToRangeEnd",
                                           "annotationRef",
                                           "footnoteRef",
                                           "endnoteRef",
                                           "instrText",
                                           "fldChar"};
constexpr std::string_view gone[] = {"del", "moveFrom", "delText", "delInstrText"};

template <class Names>
bool holds(const Names& names, std::string_view name) {
    return std::find(std::begin(names), std::end(names), name) != std::end(names);
}

}  // namespace

WordTextRole text_role(const WordNode& node) {
    if (node.is_text()) return WordTextRole::property;
    if (node.space != word_space) return WordTextRole::story;
    if (node.name == "r") return WordTextRole::run;
    if (holds(transparent, node.name)) return WordTextRole::inside;
    if (holds(properties, node.name)) return WordTextRole::property;
    return holds(gone, node.name) ? WordTextRole::left_out : WordTextRole::story;
}

std::string text_of_run_child(const WordNode& node) {
    constexpr std::string_view object = "\uFFFC";
    if (node.is_text() || node.is_tag()) return {};
    if (node.is_word("t")) {
        std::string out;
        for (const WordNode& child : node.children) out += plain_text(child.text);
        return out;
    }
    if (node.is_word("tab") || node.is_word("ptab")) return "\t";
    if (node.is_word("cr") || (node.is_word("br") && !has_attribute(node.head, "type"))) return "\n";
    if (node.is_word("noBreakHyphen")) return "-";
    if (node.is_word("softHyphen")) return {};
    const WordTextRole role = text_role(node);
    return role == WordTextRole::property || role == WordTextRole::left_out ? std::string() : std::string(object);
}

bool holds_stories(const WordNode& node) {
    if (node.is_text() || node.is_tag() || node.is_word("t") || node.is_word("rPr")) return false;
    if (node.is_word("txbxContent") || !note_of(node).empty()) return true;
    return std::any_of(node.children.begin(), node.children.end(), holds_stories);
}

std::string note_of(const WordNode& node) {
    if (!node.is_word("footnoteReference") && !node.is_word("endnoteReference")) return {};
    return std::string(attribute_of(node.head, "id"));
}

std::string note_story(std::string_view kind, std::string_view id) {
    return "\x01" + std::string(kind) + " " + std::string(id);
}

void WordFields::pass(const WordNode& node) {
    if (node.is_word("fldChar")) {
        const std::string_view type = attribute_of(node.head, "fldCharType");
        if (type == "begin") open_.push_back({});
        if (type == "separate" && !open_.empty()) open_.back().shows = true;
        if (type == "end" && !open_.empty()) open_.pop_back();
    } else if (node.is_word("instrText") && in_instruction()) {
        for (const WordNode& child : node.children) open_.back().instruction += plain_text(child.text);
    }
}

bool WordFields::in_contents() const {
    return std::any_of(open_.begin(), open_.end(),
                       [](const Field& field) { return field.shows && trim(field.instruction).starts_with("TOC"); });
}

}  // namespace rapporteur
