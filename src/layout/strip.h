#pragma once

#include <optional>
#include <string>
#include <vector>

#include "layout/page.h"

namespace rapporteur {

/// How hard a page break below a strip is avoided.
enum class Keep { none, soft, hard };

/// A rule above a strip, or below the last strip of a table.
struct StripRule {
    double x0 = 0, x1 = 0, width = 0;
    Colour colour;
    bool at_top = true;  // also at the top of a page
};

/// What no page break parts: items over the full width, x on the sheet, y from the strip's own top.
struct Strip {
    double before = 0;  // white space above; dropped at the top of a page
    double height = 0;
    double give = 0;  // how much closer to the strip above it may stand where that saves a page (close_up.h)
    Keep keep = Keep::none;
    bool on_grid = false;  // begins on the grid's next step
    bool new_page = false;
    bool keeps_space = false;  // `before` stands at the top of a page too
    std::vector<PageItem> items;
    std::vector<Strip> notes;  // footnotes called in it
    std::optional<StripRule> above;
    int table = -1;      // index of Flow::tables
    int group = -1;      // index of the open group row in its table's `groups`
    int box = -1;        // index of Flow::boxes: the tinted box it is part of
    int special = -1;    // index of Flow::specials: the strip only stands for it, its height is the least that it needs
    int stamp = -1;      // index of Flow::stamps: the strip is a whole sheet without running head and foot
    int heading = -1;    // index of Flow::headings
    int numbering = -1;  // index of Flow::numberings: of the pages from here
    int page_number = -1;  // index of Flow::page_numbers: one that it carries
};

/// The head of a table and its group rows, for repeating on each page that the table runs on to.
struct TableFrame {
    std::vector<Strip> head;
    std::vector<Strip> groups;
    StripRule below_head, end;
    bool ruled = true;
};

/// A heading met in the flow, for contents, outline and running head.
struct HeadingPlace {
    int level = 1;
    bool in_contents = true;
    std::string number, title;  // as contents and outline show them
    std::string running;        // as the running head shows it
    std::string change, anchor;
};

/// One half of a box to write in.
struct NotesHalf {
    NotesPart part = NotesPart::notes;
    std::string label;
    std::vector<PageItem> labels;  // y from the top of the half
    double labels_height = 0;      // how far down they reach
    struct Written {
        std::string text;           // a paragraph that stands in it
        std::vector<Strip> strips;  // its lines
    };
    std::vector<Written> written;
};

/// A box to write in, as large as the page allows; on several pages where what stands in it asks for them.
struct NotesPlan {
    std::vector<PageItem> title;  // above it, where it has a page of its own
    double title_height = 0;
    NotesHalf position, notes;
    std::string item;
    int box = 0;         // in the order of the pack's boxes
    bool loose = false;  // no higher than what stands in it
};

/// Entries that run down two columns; each entry is laid out for the first.
struct ColumnsPlan {
    std::vector<Strip> entries;
    double shift = 0;  // from the first column to the second
    double gap = 0;    // between entries
};

/// What stands below an annexed page.
struct Stamp {
    std::string name, words;
    bool lying = false;  // its sheet of the pack is wider than high
};

/// Numbers of pages that do not go on from those before.
struct PageNumbering {
    std::string prefix;
    bool letters = false;
    int first = 1;
};

/// Strips in order and what they refer to.
struct Flow {
    std::vector<Strip> strips;
    std::vector<TableFrame> tables;
    std::vector<HeadingPlace> headings;
    std::vector<NotesPlan> notes;
    std::vector<ColumnsPlan> columns;
    struct Special {
        bool is_notes = false;
        int index = 0;
    };
    std::vector<Special> specials;
    /// A page number that is known only when pages are made: right-aligned at `x`.
    struct PageNumber {
        int heading = 0;  // whose page
        double x = 0, baseline = 0;
        bool bold = false;
        int element = -1;
    };
    std::vector<PageNumber> page_numbers;
    /// From where to where a tinted box reaches across the sheet.
    struct Box {
        double x0 = 0, x1 = 0;
    };
    std::vector<Box> boxes;
    std::vector<Stamp> stamps;
    std::vector<PageNumbering> numberings;
};

double height_of(const std::vector<Strip>& strips);

/// Moves all items of a strip.
void shift(Strip& strip, double dx, double dy);

/// The strips of cells that stand side by side, first lines level, as strips of the row. A row that is not `broken` is
/// one strip; else it may be parted wherever no cell's strip is cut.
std::vector<Strip> side_by_side(std::vector<std::vector<Strip>> cells, bool broken);

}  // namespace rapporteur
