#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"

namespace rapporteur {

/// A block on its way into a document. Its text stands alone: all ranges of `block` count bytes of `text`.
struct Draft {
    Block block;
    std::string text;
    bool after_break = false;        // a page break, furniture or footnotes stood just before it
    bool after_rule = false;         // a drawn line stood just before it
    bool after_space = false;        // blank lines stood just before it
    bool bare_item = false;          // an item of a list that has no labels, after a line that ends in a colon
    bool marked = false;             // the format itself says that it is a heading (Markdown "#", a tag)
    bool verbatim = false;           // printed as is (code): never judged as prose
    double size = 0;                 // font size in points, 0 where unknown
    bool reaches_edge = false;       // its last line fills the column: the text may well go on elsewhere
    double room = 0;                 // points that are free after its last line, as far as the column reaches
    double first_word = 0;           // points that its first word takes
    bool boxed = false;              // stands in a box of its own, around which the text goes on
    int printed_lines = 1;           // lines that it took in print
    std::size_t gap_at = 0;          // bytes of its first word where a wide gap follows it, as after a number
    std::vector<std::size_t> seams;  // bytes at which emphasis changes without white space: pieces that an export glued
};

using Drafts = std::vector<Draft>;

/// What every reader hands on: blocks in reading order, and what it left out or wondered at.
struct Reading {
    Drafts drafts;
    std::vector<LeftOut> left_out;
    Diagnostics warnings;
    int pages = 0;
    bool lines_are_paragraphs = false;   // no blank lines are needed to set paragraphs apart
    bool paragraphs_are_marked = false;  // the format itself says where each paragraph begins and ends
    double body_size = 0;                // font size of the running text in points, 0 where unknown
};

/// The page on which a draft ends.
int last_page(const Draft& draft);

/// Adds `next` to the end of `draft`, with `glue` between ("" or " "); ranges, page breaks, lines and rows move with
/// it.
void append(Draft& draft, const Draft& next, std::string_view glue);

/// Cuts the first `count` bytes off the text (and the white space after them); ranges move, empty ones go.
void drop_front(Draft& draft, std::size_t count);

/// Takes stretches, given in order, out of the text; all ranges follow.
void cut_out(Draft& draft, const std::vector<Range>& gone);

/// Splits at byte `at`: `draft` keeps what is before, the rest is returned, as a paragraph of the same page and line.
Draft split_off(Draft& draft, std::size_t at);

/// True where one bold run covers all letters and digits of the text.
bool is_all_bold(const Draft& draft);
bool is_all_italic(const Draft& draft);

/// Puts the text in Unicode's composed form, which character references can undo; runs are lost with it, since their
/// ends may lie inside a new character.
void put_in_normal_form(Draft& draft);

/// Joins touching runs of the same look and drops empty ones.
void tidy_runs(std::vector<Run>& runs);

/// Puts the drafts together: text, blocks with ranges in it, labels before their blocks, a blank line between.
void compose(Drafts drafts, Document& document);

}  // namespace rapporteur
