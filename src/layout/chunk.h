#pragma once

#include <string>
#include <vector>

#include "layout/pack.h"
#include "layout/style.h"

namespace rapporteur {

/// The look of a stretch of text, fully resolved.
struct Look {
    std::string family;
    bool bold = false, italic = false;
    double size = 0;  // points
    Colour colour;
    double rise = 0;       // points above the baseline
    std::string features;  // of OpenType
};

/// A part of a paragraph with one look: text, or a mark that is drawn.
struct Chunk {
    enum class Kind { text, strength, status, line_break };
    Kind kind = Kind::text;
    std::string text;
    Look look;
    bool unbreakable = false;
    bool gap_before = false;  // a citation: its own distance from the words before
    std::string target;       // of a link
    std::string language;
    int value = 0;    // of a mark: strength, or document state
    std::string alt;  // of a mark
    int note = -1;    // index of a footnote whose mark this is
};

/// A paragraph's parts and the footnotes it calls.
struct ChunkedText {
    std::vector<Chunk> chunks;
    std::vector<FootNote> notes;
};

Look look_of(const TypeRole& role);

/// Resolves the looks of inlines in a paragraph of `role`. In tables a strength's word stands under its mark. Footnotes
/// are numbered from `first_note` on.
ChunkedText chunk_inlines(const Inlines& inlines, const TypeRole& role, const Style& style, bool in_table,
                          int first_note);

}  // namespace rapporteur
