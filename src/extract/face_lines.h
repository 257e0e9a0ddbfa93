#pragma once

#include <string>
#include <vector>

#include "extract/rule_set.h"
#include "model/document.h"

namespace rapporteur {

/// A line of a document's face.
struct FaceLine {
    std::size_t block = 0;
    std::string text;            // with its printed label
    bool imprint = false;        // stands after the face: notes, suggested citation, copyright
    bool furniture = false;      // symbol, date, letterhead …: no title
    bool document_kind = false;  // "Draft agenda": completes a title
    bool programme = false;      // a day or time of a programme: what follows is no title
    bool byline = false;         // "Report of the Committee": a title where there is no better one
    BlockKind kind = BlockKind::paragraph;
    bool bold = false;
    bool numbered = false;      // a heading or item of the text
    bool first_number = false;  // the first of them
    int page = 0;
    bool repeated = false;  // stands on the face again
};

/// The first block of the body: the lines before it are the document's face.
std::size_t body_begin(const Document& document);

/// The lines above the body and those of the imprint, in order. A line that plainly runs on in the next is joined with
/// it ("Department of Maps &", "Tides"); where paper set a body or a session on a printed line of its own above a
/// title, they are two.
std::vector<FaceLine> face_lines(const Document& document, const RuleSet& rules);

}  // namespace rapporteur
