#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/word/word_node.h"

namespace rapporteur {

/// What a node is for the text of a paragraph.
enum class WordTextRole {
    inside,  // its children are the paragraph's text too: links, insertions, controls
    run,
    property,  // says how things look, or marks a place: never seen itself
    story,     // holds paragraphs of its own: text boxes
    left_out,  // is not there for a reader: deleted text
};
WordTextRole text_role(const WordNode& node);

/// What a child of a run is in the paragraph's text: characters, or U+FFFC for all that is seen and no text.
std::string text_of_run_child(const WordNode& node);

/// True for what stands in a run and holds paragraphs of its own, or leads to them.
bool holds_stories(const WordNode& node);

/// The number of a footnote's or endnote's reference (w:id); empty where the node is none.
std::string note_of(const WordNode& node);

/// "\x01footnotes 2": the name under which a note's paragraphs are a partial.
std::string note_story(std::string_view kind, std::string_view id);

/// Knows in which field (ECMA-376-1, 17.16) a run stands, as runs are passed in their order.
class WordFields {
public:
    void pass(const WordNode& run_child);
    int depth() const { return static_cast<int>(open_.size()); }
    /// In what a field of contents shows: Word fills that anew.
    bool in_contents() const;
    /// In a field's instruction.
    bool in_instruction() const { return !open_.empty() && !open_.back().shows; }

private:
    struct Field {
        std::string instruction;
        bool shows = false;
    };
    std::vector<Field> open_;
};

}  // namespace rapporteur
