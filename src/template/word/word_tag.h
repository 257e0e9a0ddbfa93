#pragma once

#include <string>
#include <vector>

#include "template/tag.h"

namespace rapporteur {

/// What a tag becomes in the document.
enum class WordForm {
    nothing,  // comments, delimiters, sections without an end
    section,  // begins one, inverted or not
    end,
    words,      // a text
    quotation,  // an object of that name: its words and citations
    cites,      // a list of citations
    figure,     // a drawing
    anchor,     // a bookmark
    text_file,  // a partial of text
    word_file,  // a partial of paragraphs
};

/// A tag of a Word template, ready to be put in its place.
struct WordTag {
    WordForm form = WordForm::nothing;
    TemplateTag tag;
    int partner = -1;  // index of the section's end, or of its beginning
    int field_depth = 0;
    std::string text;      // of a partial of text: prepared, XML
    std::size_t file = 0;  // of a partial of paragraphs: its number among the files
};

using WordTags = std::vector<WordTag>;

}  // namespace rapporteur
