#pragma once

#include <map>
#include <set>
#include <string>

#include "template/word/word_node.h"
#include "template/word/word_story.h"
#include "template/word/word_tag.h"

namespace rapporteur {

/// What a part of a Word file is put down with.
struct WordContext {
    std::string file;                               // that errors name
    std::map<std::string, std::string> links;       // targets with tags, prepared, by part and relationship
    std::map<std::string, const WordNode*> notes;   // by "footnotes 2", built
    std::string note_parts[2];                      // of footnotes and endnotes
    std::map<std::string, std::string> relations;   // new ids of relationships; those of the template itself stay
    std::map<std::string, std::string> numberings;  // new ids of lists
    bool foreign = false;                           // the part of another file, brought in
};

/// Puts parts down as prepared text with marks (word_marks.h): what stays stands as it stood.
class WordFlattener {
public:
    WordFlattener(const WordTags& tags, const std::map<int, WordNode>& inserts,
                  const std::vector<WordContext>& contexts, Diagnostics& problems)
        : tags_(tags), inserts_(inserts), contexts_(contexts), problems_(problems) {}

    /// A node of a part of a file (0: the template itself).
    std::string flatten(const WordNode& node, std::size_t file, const std::string& part);

private:
    const WordContext& context() const { return contexts_[file_]; }
    void add(const WordNode& node, std::string_view parent);
    void add_children(const WordNode& node);
    void add_element(const WordNode& node);
    void add_tag(const WordNode& node, std::string_view parent);
    void add_insert(const WordNode& node, const WordTag& tag, std::string_view parent);
    void add_whole(const WordNode& node, const std::string& head);
    void add_paragraph(const WordNode& node);
    void add_table(const WordNode& node);
    void add_row(const WordNode& node);
    void add_blocks(const WordNode& node);
    void add_note(const WordNode& node);
    void add_link(const WordNode& node);
    bool add_special(const WordNode& node);
    std::string look_of(const WordNode& tag_node);
    std::string head_of(const WordNode& node) const;
    bool repeated() const { return sections_ > 0 || context().foreign; }
    void find_ranges(const WordNode& node);

    const WordTags& tags_;
    const std::map<int, WordNode>& inserts_;
    const std::vector<WordContext>& contexts_;
    Diagnostics& problems_;
    std::string out_, part_;
    std::size_t file_ = 0;
    int sections_ = 0;  // that are open
    bool in_marked_table_ = false;
    std::string column_;                 // of the cell at hand
    std::map<std::string, int> opened_;  // bookmarks and their like: the section in which each begins
    std::set<std::string> crossing_;     // those that end in another
    std::vector<int> open_sections_;
};

}  // namespace rapporteur
