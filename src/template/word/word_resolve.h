#pragma once

#include <map>
#include <string>
#include <vector>

#include "template/word/word_package.h"

namespace rapporteur {

/// A picture of a figure: an Enhanced Metafile; sizes in points.
struct WordFigure {
    double width = 0, height = 0;
    std::string bytes, alt;
};

/// The pictures of each figure by the field's name ("timeline"), in the order in which they stand one under another.
using WordFigures = std::map<std::string, std::vector<WordFigure>>;

/// What marks are worked out with.
struct WordSurroundings {
    std::vector<std::string> parts;  // paths by number; the document's own part first
    int first_note[2] = {1, 1};      // of footnotes and endnotes
    std::string note_parts[2];       // their paths
    double width = 0;                // points between the margins
};

/// Works out the marks of a filled template (word_marks.h) and puts the parts into the package, with the relationships,
/// pictures and numbers that they need.
void resolve_marks(const std::string& filled, const WordSurroundings& around, const WordFigures& figures,
                   WordPackage& package);

}  // namespace rapporteur
