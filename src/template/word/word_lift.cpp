#include "template/word/word_lift.h"

#include <algorithm>
#include <set>

#include "support/text.h"
#include "template/word/word_text.h"

namespace rapporteur {
namespace {

/// A node with the tags that go before and behind it.
struct Lifted {
    std::vector<WordNode> before, behind;
    bool gone = false;     // only its tags are left of it
    bool content = false;  // there is something to see in it
};

bool is_root(const WordNode& node) {
    constexpr std::string_view roots[] = {"body", "hdr", "ftr", "footnote", "endnote", "txbxContent", "tbl"};
    return node.space == word_space && std::find(std::begin(roots), std::end(roots), node.name) != std::end(roots);
}

bool has_section_end(const WordNode& paragraph) {
    const WordNode* properties = paragraph.child("pPr");
    return properties && properties->child("sectPr");
}

/// Paragraphs, rows, and what stands around words: nothing is lost when they go.
bool may_go(const WordNode& node) {
    if (node.is_word("p")) return !has_section_end(node);
    return node.is_word("tr") || (text_role(node) == WordTextRole::inside && !node.is_word("sdtContent"));
}

class Lifter {
public:
    Lifter(const std::string& file, WordTags& tags, Diagnostics& problems)
        : file_(file), tags_(tags), problems_(problems) {}

    Lifted lift(WordNode& node) {
        Lifted out;
        if (node.is_word("r")) {
            out.content = std::any_of(node.children.begin(), node.children.end(),
                                      [](const WordNode& child) { return !trim(text_of_run_child(child)).empty(); });
            return out;
        }
        std::vector<Child> children = lift_children(node, out.content);
        const bool has_tag =
            std::any_of(children.begin(), children.end(), [](const Child& c) { return c.node.is_tag(); });
        if (has_tag) part(node, children, out);
        node.children.clear();
        for (Child& child : children)
            if (!child.moved) node.children.push_back(std::move(child.node));
        return out;
    }

private:
    struct Child {
        WordNode node;
        bool content = false, moved = false;
    };

    std::vector<Child> lift_children(WordNode& node, bool& content) {
        std::vector<Child> out;
        for (WordNode& child : node.children) {
            if (child.is_tag()) {
                const bool shows = is_content(child);
                content = content || shows;
                out.push_back({std::move(child), shows, false});
                continue;
            }
            const WordTextRole role = text_role(child);
            const bool is_block =
                child.is_word("p") || child.is_word("tbl") || child.is_word("tr") || child.is_word("tc");
            Lifted lifted;
            if (is_block || role == WordTextRole::inside || role == WordTextRole::run) {
                lifted = lift(child);
            } else {
                lifted.content = role == WordTextRole::story;
            }
            content = content || lifted.content;
            for (WordNode& tag : lifted.before) out.push_back(blocks_or_tag(tag));
            if (!lifted.gone) out.push_back({std::move(child), lifted.content, false});
            for (WordNode& tag : lifted.behind) out.push_back({std::move(tag), false, false});
        }
        return out;
    }

    const WordTag& tag_of(const WordNode& node) const { return tags_[static_cast<std::size_t>(node.tag)]; }

    bool is_content(const WordNode& node) const {
        const WordForm form = tag_of(node).form;
        return form != WordForm::nothing && form != WordForm::section && form != WordForm::end &&
               form != WordForm::word_file;
    }

    Child blocks_or_tag(WordNode& tag) const {
        const bool blocks = brings_blocks(tag);
        return {std::move(tag), blocks, false};
    }

    bool brings_blocks(const WordNode& node) const { return tag_of(node).form == WordForm::word_file; }

    /// Sorts the tags of a node into those that stay, go before it, and go behind it.
    void part(const WordNode& node, std::vector<Child>& children, Lifted& out) {
        if (!out.content && may_go(node)) {
            out.gone = true;
            for (Child& child : children) {
                if (!child.node.is_tag()) continue;
                out.content = out.content || brings_blocks(child.node);
                move(child, out.before);
            }
            return;
        }
        std::set<int> here;
        std::size_t first = children.size(), last = 0;
        for (std::size_t i = 0; i < children.size(); ++i) {
            // Cells do not repeat: what begins and ends in a row's cells repeats the row.
            if (children[i].node.is_tag() && !node.is_word("tr")) here.insert(children[i].node.tag);
            if (!children[i].content) continue;
            first = std::min(first, i);
            last = i;
        }
        if (first == children.size()) last = 0;
        for (std::size_t i = 0; i < children.size(); ++i) {
            if (!children[i].node.is_tag()) continue;
            const bool spare = node.is_word("tc") && !out.content && tag_of(children[i].node).form == WordForm::nothing;
            if (!spare && !is_lone(children[i].node, here)) continue;
            if (is_root(node)) {
                refuse(children[i].node, words_of_root(node));
            } else if (i < first) {
                move(children[i], out.before);
            } else if (i > last) {
                move(children[i], out.behind);
            } else {
                refuse(children[i].node, words_of_place(node));
            }
        }
    }

    static void move(Child& child, std::vector<WordNode>& to) {
        to.push_back(std::move(child.node));
        child.moved = true;
    }

    /// A section's beginning or end whose other half is not among these.
    bool is_lone(const WordNode& node, const std::set<int>& here) const {
        const WordTag& tag = tag_of(node);
        return (tag.form == WordForm::section || tag.form == WordForm::end) && !here.contains(tag.partner);
    }

    static std::string words_of_root(const WordNode& node) {
        return node.is_word("tbl") ? "stand not both in this table" : "stand not in the same part of the document";
    }

    static std::string words_of_place(const WordNode& node) {
        if (node.is_word("p"))
            return "stand in different paragraphs, one of them amid words: give each a paragraph of its own, or put "
                   "both "
                   "into one";
        if (node.is_word("tc") || node.is_word("tr"))
            return "stand in cells that do not match: a section over rows begins in the first cell of a row and ends "
                   "in "
                   "the last, or each has a row of its own";
        return node.is_word("hyperlink") ? "stand one inside a link and one outside it"
                                         : "stand one inside and one outside of a control or a change";
    }

    static std::string words_of(const WordTag& tag) {
        const char* mark = tag.form == WordForm::end ? "/" : tag.tag.kind == TagKind::inverted ? "^" : "#";
        return "{{" + std::string(mark) + tag.tag.name + "}}";
    }

    /// Both halves are done with.
    void refuse(const WordNode& node, const std::string& why) {
        WordTag& tag = tags_[static_cast<std::size_t>(node.tag)];
        WordTag& other = tags_[static_cast<std::size_t>(tag.partner)];
        const WordTag& start = tag.form == WordForm::end ? other : tag;
        const WordTag& end = tag.form == WordForm::end ? tag : other;
        problems_.push_back({Code::template_invalid,
                             {file_ + ": " + start.tag.place, 0, 0, 0},
                             words_of(start) + " and " + words_of(end) + " of " + end.tag.place + " " + why});
        tag.form = other.form = WordForm::nothing;
    }

    const std::string& file_;
    WordTags& tags_;
    Diagnostics& problems_;
};

}  // namespace

void lift_sections(WordNode& root, const std::string& file, WordTags& tags, Diagnostics& problems) {
    Lifter(file, tags, problems).lift(root);
}

}  // namespace rapporteur
