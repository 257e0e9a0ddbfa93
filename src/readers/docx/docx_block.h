#pragma once

#include <map>
#include <string>
#include <vector>

#include "readers/docx/docx_numbering.h"
#include "readers/docx/docx_styles.h"
#include "readers/docx/docx_text.h"
#include "readers/reader.h"

namespace rapporteur {

enum class DocxNoteKind { none, footnote, endnote };

/// A block of a story, with what is settled only when all of the document has been read.
struct DocxBlock {
    Draft draft;
    std::vector<Range> raised;  // see DocxLine
    int style = -1;             // its paragraph style
    DocxRole role = DocxRole::text;

    // Of a note only.
    DocxNoteKind note = DocxNoteKind::none;
    std::size_t section = 0;  // the section that its mark stands in
    std::string note_id;
    std::string mark;  // where the author chose it
};

using DocxBlocks = std::vector<DocxBlock>;

/// How the notes of one kind are numbered (17.11.17, 17.11.18).
struct DocxNoteFormat {
    std::string format;
    int start = 0;  // 0 where not said
    bool anew_in_sections = false;
};

/// A section: what stands at the edges of its pages (17.6.17).
struct DocxSection {
    bool own_first_page = false;
    std::map<std::string, std::string> heads;  // relation ids by type: "default", "first", "even"
    std::map<std::string, std::string> feet;
    DocxNoteFormat footnotes, endnotes;
};

/// What all parts of a document are read with, and what is gathered beside their text.
struct DocxContext {
    DocxStyles styles;
    DocxNumbering numbering;
    Tracked tracked = Tracked::accepted;
    std::vector<DocxSection> sections;  // as far as read
    std::vector<LeftOut> left_out;
    Diagnostics warnings;

    DocxAge age() const { return tracked == Tracked::original ? DocxAge::before : DocxAge::now; }
};

}  // namespace rapporteur
