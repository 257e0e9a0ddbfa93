#pragma once

#include "readers/draft.h"
#include "readers/list_depth.h"

namespace rapporteur {

/// Gives a draft the label found at its start: as printed and as a bare number.
void set_label(Draft& draft, const Label& label);

/// Takes the number off a heading's text.
void take_heading_number(Draft& draft);

/// Takes the label off the start of a paragraph: bullets, brackets and small letters make it a list item of its depth;
/// other numbers stay with the paragraph. False where no label stands there.
bool take_label(Draft& draft, ListDepth& depth, int indent);

/// Takes back capital letters that were read as labels but follow on no letter before them ("D. Moreno" is no item D).
void put_back_doubtful(Drafts& drafts);

/// Takes back numbers that go on an unfinished sentence and do not follow the numbering: "… that items 5, 6," and "7 (d)
/// and 15 should be …".
void put_back_continued(Drafts& drafts);

/// Makes items of the paragraphs after a colon that have no labels but begin with small letters, two or more in a row.
void find_bare_items(Drafts& drafts);

/// Numbered prose that is no list after a colon makes numbered paragraphs, as papers have them, in formats that know
/// only lists.
void make_numbered_paragraphs(Drafts& drafts);

/// What a paragraph with that label is: an item of a list rather than a numbered paragraph.
bool makes_item(const Label& label);

}  // namespace rapporteur
