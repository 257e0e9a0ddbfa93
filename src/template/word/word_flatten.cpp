#include "template/word/word_flatten.h"

#include <algorithm>
#include <charconv>

#include "support/xml.h"
#include "template/prepared.h"
#include "template/word/word_marks.h"
#include "template/word/word_rich.h"
#include "template/word/word_text.h"

namespace rapporteur {
namespace {

constexpr std::string_view range_begins[] = {"bookmarkStart", "permStart", "commentRangeStart", "moveFromRangeStart",
                                             "moveToRangeStart"};
constexpr std::string_view range_ends[] = {"bookmarkEnd", "permEnd", "commentRangeEnd", "moveFromRangeEnd",
                                           "moveToRangeEnd"};

template <class Names>
int index_in(const Names& names, const WordNode& node) {
    const auto found = std::find(std::begin(names), std::end(names), node.name);
    return node.space != word_space || found == std::end(names) ? -1 : static_cast<int>(found - std::begin(names));
}

std::string prepared(const std::string& inside) { return tag_begin + inside + tag_end; }

int number_in(const WordNode& node, std::string_view property_list, std::string_view property, int fallback) {
    const WordNode* list = node.child(property_list);
    const WordNode* found = list ? list->child(property) : nullptr;
    const std::string_view value = found ? attribute_of(found->head, "val") : std::string_view();
    int number = fallback;
    std::from_chars(value.data(), value.data() + value.size(), number);
    return std::clamp(number, 0, 1000);
}

bool has_tags(const WordNode& node) {
    return std::any_of(node.children.begin(), node.children.end(),
                       [](const WordNode& child) { return child.is_tag(); });
}

bool has_tags_below(const WordNode& node) {
    return has_tags(node) || node.text.find(tag_begin) != std::string::npos ||
           std::any_of(node.children.begin(), node.children.end(), has_tags_below);
}

/// Holds blocks one under another, the last of them a paragraph.
bool holds_blocks(const WordNode& node) {
    constexpr std::string_view names[] = {"tc", "hdr", "ftr", "footnote", "endnote", "txbxContent"};
    if (index_in(names, node) >= 0) return true;
    return node.is_word("sdtContent") && (node.child("p") || node.child("tbl"));
}

/// True where runs stand and no blocks.
bool amid_words(std::string_view parent) {
    constexpr std::string_view names[] = {"p", "hyperlink", "ins", "moveTo", "smartTag", "fldSimple"};
    return std::find(std::begin(names), std::end(names), parent) != std::end(names);
}

}  // namespace

std::string WordFlattener::flatten(const WordNode& node, std::size_t file, const std::string& part) {
    out_.clear();
    part_ = part;
    file_ = file;
    sections_ = 0;
    opened_.clear();
    crossing_.clear();
    open_sections_.clear();
    find_ranges(node);
    add(node, "");
    return std::move(out_);
}

/// Bookmarks and comments that begin in one section and end in another would break when it is repeated.
void WordFlattener::find_ranges(const WordNode& node) {
    if (node.is_tag()) {
        const WordForm form = tags_[static_cast<std::size_t>(node.tag)].form;
        if (form == WordForm::section) open_sections_.push_back(node.tag);
        if (form == WordForm::end && !open_sections_.empty()) open_sections_.pop_back();
        return;
    }
    const int begins = index_in(range_begins, node), ends = index_in(range_ends, node);
    const int section = open_sections_.empty() ? -1 : open_sections_.back();
    if (begins >= 0 || ends >= 0) {
        const std::string key =
            std::to_string(std::max(begins, ends)) + " " + std::string(attribute_of(node.head, "id"));
        const auto known = opened_.emplace(key, section).first;
        if (known->second != section) crossing_.insert(key);
    }
    for (const WordNode& child : node.children) find_ranges(child);
}

void WordFlattener::add(const WordNode& node, std::string_view parent) {
    if (node.is_text()) {
        out_ += node.text;
    } else if (node.is_tag()) {
        add_tag(node, parent);
    } else {
        add_element(node);
    }
}

void WordFlattener::add_children(const WordNode& node) {
    for (const WordNode& child : node.children) add(child, node.space == word_space ? node.name : "");
}

void WordFlattener::add_whole(const WordNode& node, const std::string& head) {
    out_ += head;
    if (node.children.empty()) return void(out_ += "/>");
    out_ += '>';
    add_children(node);
    ((out_ += "</") += qualified_name(node.head)) += '>';
}

/// Ids that may stand in a file once only are left out of what is repeated; relationships of other files have new ones.
std::string WordFlattener::head_of(const WordNode& node) const {
    std::string head(node.head);
    if (repeated() && (node.is_word("p") || node.is_word("tr")))
        for (const char* id : {"paraId", "textId"}) head = with_attribute(head, id, nullptr);
    if (repeated() && node.space == vml_space && node.name != "shapetype")
        for (const char* id : {"id", "spid"}) head = with_attribute(head, id, nullptr);
    if (!context().foreign) return head;
    for (const char* key : {"r:id", "r:embed", "r:link", "r:pict", "r:dm", "r:lo", "r:qs", "r:cs"}) {
        const auto known = context().relations.find(std::string(attribute_of(head, std::string_view(key).substr(2))));
        if (head.find(key) != std::string::npos && known != context().relations.end())
            head = with_attribute(head, std::string_view(key).substr(2), &known->second);
    }
    if (node.is_word("numId")) {
        const auto known = context().numberings.find(std::string(attribute_of(head, "val")));
        if (known != context().numberings.end()) head = with_attribute(head, "val", &known->second);
    }
    return head;
}

void WordFlattener::add_element(const WordNode& node) {
    if (node.is_word("p")) return add_paragraph(node);
    if (node.is_word("tbl")) return add_table(node);
    if (node.is_word("tr")) return add_row(node);
    if (node.is_word("footnoteReference") || node.is_word("endnoteReference")) return add_note(node);
    if (node.is_word("hyperlink")) return add_link(node);
    if (add_special(node)) return;
    if (!holds_blocks(node)) return add_whole(node, head_of(node));
    ((out_ += head_of(node)) += '>');
    add_blocks(node);
    ((out_ += "</") += qualified_name(node.head)) += '>';
}

/// Elements with ids of their own; false where it is none.
bool WordFlattener::add_special(const WordNode& node) {
    const int begins = index_in(range_begins, node), ends = index_in(range_ends, node);
    const std::string id(attribute_of(node.head, "id"));
    if (begins == 0 || ends == 0) {
        if (crossing_.contains("0 " + id)) return true;
        const std::string number =
            mark(begins == 0 ? WordMark::bookmark : WordMark::bookmark_end, std::to_string(file_) + " " + id);
        const std::string name = mark(WordMark::name, attribute_of(node.head, "name"));
        add_whole(node, with_attribute(with_attribute(node.head, "id", &number), "name", &name));
        return true;
    }
    // Comments and permissions stand once.
    if (begins > 0 || ends > 0)
        return repeated() || crossing_.contains(std::to_string(std::max(begins, ends)) + " " + id);
    if (node.is_word("commentReference")) return repeated();
    if (node.is(drawing_space, "docPr")) {
        const std::string number = mark(WordMark::drawing);
        add_whole(node, with_attribute(node.head, "id", &number));
        return true;
    }
    if (node.is_word("sdt") && (repeated() || has_tags_below(node))) {
        WordNode control = node;
        for (WordNode& part : control.children)
            if (part.is_word("sdtPr"))
                std::erase_if(part.children, [&](const WordNode& property) {
                    return (repeated() && property.is_word("id")) || property.is_word("dataBinding") ||
                           property.name == "dataBinding" || property.is_word("showingPlcHdr");
                });
        add_whole(control, std::string(node.head));
        return true;
    }
    if (!node.is_word("vMerge") || !in_marked_table_) return false;
    const bool restart = attribute_of(node.head, "val") == "restart";
    out_ += "<w:vMerge" + mark(restart ? WordMark::merged : WordMark::merged_on, column_) + "/>";
    return true;
}

/// A figure takes its paragraph with it where there is nothing to draw.
void WordFlattener::add_paragraph(const WordNode& node) {
    const auto is_figure = [&](const WordNode& child) {
        return child.is_tag() && tags_[static_cast<std::size_t>(child.tag)].form == WordForm::figure;
    };
    const auto figure = std::find_if(node.children.begin(), node.children.end(), is_figure);
    const std::string name = figure == node.children.end() ? "" : tags_[static_cast<std::size_t>(figure->tag)].tag.name;
    if (!name.empty()) out_ += prepared("#" + name);
    (out_ += head_of(node)) += '>';
    add_children(node);
    out_ += "</w:p>";
    if (!name.empty()) out_ += prepared("/" + name);
}

void WordFlattener::add_table(const WordNode& node) {
    const bool outer = std::exchange(in_marked_table_, has_tags(node));
    const bool marked = in_marked_table_;
    if (marked) out_ += mark(WordMark::table);
    add_whole(node, head_of(node));
    if (marked) out_ += mark(WordMark::table_end);
    in_marked_table_ = outer;
}

void WordFlattener::add_row(const WordNode& node) {
    if (in_marked_table_) out_ += mark(WordMark::row);
    (out_ += head_of(node)) += '>';
    int column = number_in(node, "trPr", "gridBefore", 0);
    for (const WordNode& child : node.children) {
        const std::string outer = std::exchange(column_, std::to_string(column));
        add(child, "tr");
        column_ = outer;
        if (child.is_word("tc")) column += std::max(1, number_in(child, "tcPr", "gridSpan", 1));
    }
    out_ += "</w:tr>";
}

/// The paragraph that is added where none is left looks as the last one did.
void WordFlattener::add_blocks(const WordNode& node) {
    const bool in_table = std::exchange(in_marked_table_, false);
    const auto last = std::find_if(node.children.rbegin(), node.children.rend(),
                                   [](const WordNode& child) { return child.is_word("p"); });
    const auto properties = std::find_if(node.children.begin(), node.children.end(),
                                         [](const WordNode& child) { return child.is_word("tcPr"); });
    if (properties != node.children.end()) {
        in_marked_table_ = in_table;
        add(*properties, "tc");
        in_marked_table_ = false;
    }
    std::string fallback = "<w:p>";
    const WordNode* look = last == node.children.rend() ? nullptr : last->child("pPr");
    if (look && !has_tags_below(*look) && !look->child("sectPr")) {
        std::string outer = std::exchange(out_, {});
        add(*look, "p");
        fallback += std::exchange(out_, std::move(outer));
    }
    out_ += mark(WordMark::blocks);
    for (const WordNode& child : node.children)
        if (!child.is_word("tcPr")) add(child, node.name);
    out_ += mark(WordMark::blocks_end, fallback + "</w:p>");
    in_marked_table_ = in_table;
}

void WordFlattener::add_note(const WordNode& node) {
    const std::string kind = node.is_word("footnoteReference") ? "footnotes" : "endnotes";
    const std::string number = kind == "footnotes" ? "0" : "1";
    const auto note = context().notes.find(note_story(kind, note_of(node)));
    if (note == context().notes.end()) return;  // a reference to nothing
    const std::string reference = mark(WordMark::note, number), own = mark(WordMark::note_number, number);
    add_whole(node, with_attribute(node.head, "id", &reference));
    out_ += mark(WordMark::note_begin, number);
    (out_ += with_attribute(note->second->head, "id", &own)) += '>';
    const std::string outer = std::exchange(part_, context().note_parts[kind == "footnotes" ? 0 : 1]);
    add_blocks(*note->second);
    part_ = outer;
    ((out_ += "</") += qualified_name(note->second->head)) += '>';
    out_ += mark(WordMark::note_end, number);
}

void WordFlattener::add_link(const WordNode& node) {
    const auto target = context().links.find(part_ + " " + std::string(attribute_of(node.head, "id")));
    if (target == context().links.end()) return add_whole(node, head_of(node));
    add_whole(node, with_attribute(node.head, "id", nullptr) + mark(WordMark::link, target->second));
}

std::string WordFlattener::look_of(const WordNode& tag_node) {
    if (tag_node.children.empty()) return {};
    std::string outer = std::exchange(out_, {});
    add(tag_node.children.front(), "r");
    return std::exchange(out_, std::move(outer));
}

void WordFlattener::add_tag(const WordNode& node, std::string_view parent) {
    const WordTag& tag = tags_[static_cast<std::size_t>(node.tag)];
    switch (tag.form) {
        case WordForm::nothing:
            return;
        case WordForm::section:
            ++sections_;
            out_ += prepared_tag(tag.tag);
            return;
        case WordForm::end:
            --sections_;
            out_ += prepared_tag(tag.tag);
            return;
        case WordForm::words:
            out_ += word_run(look_of(node), prepared_tag(tag.tag));
            return;
        case WordForm::quotation:
        case WordForm::cites:
            out_ += rich_runs(tag.form, tag.tag.name, look_of(node));
            return;
        case WordForm::figure:
            out_ += mark(WordMark::figure, tag.tag.name.substr(tag.tag.name.rfind('.') + 1));
            return;
        case WordForm::anchor:
            out_ += mark(WordMark::anchor, prepared(tag.tag.name));
            return;
        case WordForm::text_file:
            out_ += word_run(look_of(node), tag.text);
            return;
        case WordForm::word_file:
            return add_insert(node, tag, parent);
    }
}

void WordFlattener::add_insert(const WordNode& node, const WordTag& tag, std::string_view parent) {
    const auto found = inserts_.find(node.tag);
    if (found == inserts_.end()) return;
    const WordNode& body = found->second;
    const std::size_t outer = std::exchange(file_, tag.file);
    if (amid_words(parent)) {
        const auto is_block = [](const WordNode& child) {
            return child.is_word("p") || child.is_word("tbl") || child.is_tag();
        };
        const auto blocks = std::count_if(body.children.begin(), body.children.end(), is_block);
        const WordNode* only = body.child("p");
        if (blocks != 1 || !only) {
            problems_.push_back({Code::template_invalid,
                                 {contexts_[outer].file + ": " + tag.tag.place, 0, 0, 0},
                                 "{{> " + tag.tag.name +
                                     "}} brings in more than one paragraph and stands amid words: "
                                     "give it a paragraph of its own"});
        } else {
            for (const WordNode& child : only->children)
                if (!child.is_word("pPr")) add(child, "p");
        }
    } else {
        for (const WordNode& child : body.children) add(child, parent);
    }
    file_ = outer;
}

}  // namespace rapporteur
