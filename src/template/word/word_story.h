#pragma once

#include <map>
#include <string>
#include <utility>
#include <vector>

#include "template/tag.h"
#include "template/word/word_text.h"

namespace rapporteur {

/// A tag in the text of a paragraph.
struct StoryTag {
    TemplateTag tag;   // `begin` and `end` are bytes of the paragraph's text
    int partner = -1;  // of a section or its end: the other one's index in the story
    int field_depth = 0;
    int paragraph = 0;  // index in the story
};

/// A paragraph with what stands in it, in the order of its text.
struct StoryParagraph {
    WordNode* node = nullptr;
    std::string place;                                         // "document, paragraph 3"
    std::size_t first_tag = 0, tags = 0;                       // in the story
    std::vector<std::pair<std::size_t, std::string>> stories;  // byte of the text, name of a story
};

/// Paragraphs that belong together, in their order: a document's body, a header, a note, a text box. Tables are gone
/// through row by row.
struct WordStory {
    WordNode* root = nullptr;
    std::vector<StoryParagraph> paragraphs;
    std::vector<StoryTag> tags;
};

/// Stories by name; those of text boxes have names of their own.
using WordStories = std::map<std::string, WordStory>;

/// Reads the story that a node holds, and those of the text boxes in it. Mistakes in the tags' notation go to
/// `problems`, with `file` and `place` ("document").
void read_story(const std::string& name, WordNode& root, const std::string& file, const std::string& place,
                WordStories& stories, Diagnostics& problems);

/// The roots of the text boxes in a run's child.
std::vector<WordNode*> box_roots(WordNode& run_child);

}  // namespace rapporteur
