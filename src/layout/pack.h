#pragma once

#include <string>
#include <variant>
#include <vector>

#include "layout/figure.h"
#include "layout/page.h"

namespace rapporteur {

/// Whose words a text is: the source's, letter for letter (serif), or the pack's own (sans). The house style's one
/// idea.
enum class Voice { own, quote };

/// A stretch of text with one look. Emphasis comes on top of the role of its paragraph.
struct TextRun {
    std::string text;
    bool bold = false;
    bool italic = false;
    bool grey = false;   // subordinate words
    bool small = false;  // 7.75 pt, as in table notes inside cells
    bool unbreakable = false;
    std::string voice;     // "own" or "quote" where it differs from its paragraph's, else empty
    std::string target;    // "#anchor" or a URL, empty where no link
    std::string language;  // BCP 47 where it differs from the pack's
    bool accent = false;   // in the accent colour: numbers that head something
};

/// The citation that closes a quotation: one unbreakable run, linked.
struct Citation {
    std::string text;          // "MC/2353, ¶ 31, p. 7"
    std::string target;        // "#anchor" or empty
    std::string page_in_pack;  // "[16]", empty where the source is not annexed
    std::string place;         // anchor of the cited words on an annexed page; the link leads there where it is
};

/// Five bars, the first `strength` filled; the source's own word stands beside or under it.
struct StrengthMark {
    int strength = 0;  // 1 to 5
    std::string word;
    std::string alt;  // "strength 4 of 5: urged"
};

enum class DocumentState { at_hand, in_part, not_at_hand };

/// A small square: full, half or empty, followed by the words.
struct StatusMark {
    DocumentState state = DocumentState::at_hand;
    std::string word;
};

/// A footnote at its mark.
struct FootNote {
    std::vector<TextRun> runs;
};

struct LineBreak {};

using Inline = std::variant<TextRun, Citation, StrengthMark, StatusMark, FootNote, LineBreak>;
using Inlines = std::vector<Inline>;

/// A paragraph; `role` names a paragraph style of the style file: "quote", "own", "caption", "agenda-title",
/// "table-quote", "table-own", "symbol", "affiliation", "cover-title" …
struct Paragraph {
    std::string role;
    Inlines content;
    std::string anchor;  // id that links can name
    std::string language;
    bool close = false;               // right below the paragraph above
    bool keeps = false;               // on one page with what follows
    std::vector<std::string> places;  // of an annexed paper: anchors of what is cited here; a bar marks it
};

struct Heading {
    int level = 1;       // 1 to 3
    std::string number;  // "IV", "A", "1"; of an item sheet the item's own numeral
    Inlines content;
    std::string kicker;       // small grey words above the number ("III.F  Item")
    std::string kicker_text;  // small grey words above the title ("Friday, 21 February 2014, morning session")
    bool verbatim = false;    // the title is the source's: serif, 18 pt (item sheet, annex divider)
    std::string anchor;
    std::string running;  // what the running head shows, where not number and title
    std::string change;   // "new", "changed" in the contents
    bool in_contents = true;
    bool compact = false;  // less space around it: headings of a one-page summary
    bool lowered = false;  // begins a page of its own, a good way down it (annex divider)
    bool opens = false;    // the title of a pack without a cover; kicker and kicker text stand beside it
    bool printed =
        true;  // false: only in the contents, the outline and the running head ("Item sheets" above its sheets)
    std::string contents_number,
        contents_title;  // what contents and outline show, where not number and title ("F", "Item VI. …")
    std::vector<std::string> places;  // as of a paragraph
};

struct List {
    bool ordered = false;
    struct Item {
        std::string label;  // verbatim label, empty: the style's own
        std::vector<Paragraph> content;
    };
    std::vector<Item> items;
};

/// A labelled row: label | number | text, first baselines shared; may break across pages.
struct LabelledRow {
    Inlines label;       // bold words, or a strength mark
    Inlines sublabel;    // affiliation under a speaker
    std::string number;  // "R1", "3"
    std::vector<Paragraph> content;
    bool continues = false;  // next in a group: less space above
    std::string anchor;
};

struct TableCell {
    std::vector<Paragraph> content;
    int columns = 1;
    bool header = false;  // a row header
};

enum class RowKind {
    body,
    group,  // group row: accent, count at the far end, repeats with the head
    band,   // tinted session band
    item,   // agenda item: ruled above in ink, keeps with the rows that follow up to the next item
    talk,   // a row inside an agenda item: no rule above
};

struct TableRow {
    std::vector<TableCell> cells;
    RowKind kind = RowKind::body;
    std::string anchor;
};

/// Column width: millimetres, a share of what is left, or as wide as what stands in it asks for.
struct ColumnWidth {
    double mm = 0;        // > 0: fixed
    double fraction = 0;  // > 0: share
    bool by_content() const { return mm <= 0 && fraction <= 0; }
};

struct Table {
    std::string
        role;  // "recommendations", "agenda", "documents", "participants", "sources", "plain"; "key": without rules
    std::vector<ColumnWidth> columns;
    double gutter_mm = 4;
    std::vector<TableRow> head;
    std::vector<TableRow> body;
    std::string caption;  // alternative text, not printed
};

struct TintedBox;
struct Columns;

/// Two text fields to write in: position and notes, with dotted lines; fills the rest of the page.
struct NotesBox {
    std::string position_label, notes_label;
    std::string item;  // names the agenda item ("Item VI"): the label above the box and part of the fields' names
    std::string position_note;  // small grey words beside the position label ("of the delegation of Sweden")
    std::string key;            // names the item in every edition: hexadecimal digits, empty where it has none
    std::string number, title;  // of the item
    std::string placeholder;    // what an untouched box of a DOCX shows
    std::vector<Paragraph> position, notes;  // what stands in it already
    bool loose = false;                      // of an item that the pack does not have: no higher than its text
};

/// A new page; with a prefix the pages from here are numbered anew: "12A", "12B" or "S1", "S2".
struct PageBreak {
    std::string prefix;
    bool letters = false;  // after the prefix, in place of figures
    int first = 1;
};

struct PackBlock;

/// A tinted box.
struct TintedBox {
    std::string title;
    std::vector<PackBlock> content;
};

/// Two balanced columns of term and expansion, read downwards.
struct Columns {
    struct Entry {
        std::string term;
        Inlines expansion;
    };
    std::vector<Entry> entries;
};

/// Side by side cells that each hold blocks (side events): widths in millimetres.
struct Grid {
    std::vector<std::vector<PackBlock>> cells;
};

/// Where the contents go: filled by layout and by the DOCX writer from the headings.
struct Contents {
    std::string title;
};

/// A stretch of an annexed page that the pack cites; points from the top left corner of the page as it is seen.
struct CitedArea {
    std::string place;
    PageRect area;
};

/// A link of an annexed page: a URL, or "#anchor" of another page.
struct SheetLink {
    PageRect area;
    std::string target;
};

/// A page of a source that is placed as it is; lengths in points, as it is seen.
struct SourceSheet {
    double width = 0, height = 0;
    std::string anchor;
    std::string alt;      // where it has no text, and where it cannot be shown
    std::string text;     // all of its words
    std::string missing;  // why it cannot be shown, empty where it can
    std::vector<CitedArea> cited;
    std::vector<SheetLink> links;
};

/// An annexed paper behind its divider: its own pages, or blocks that it is typeset from.
struct Annex {
    std::string document;                                   // id of the paper
    std::string name;                                       // "Annex 1"
    std::string stamp;                                      // "MC/2353, page {page} of {pages}"
    std::string in_pdf;                                     // what stands in its place in a DOCX
    std::string alt;                                        // "Page {page} of MC/2353": of pages without text
    std::string page_damaged, locked, broken, broken_text;  // why a page or the paper cannot be shown
    int source = -1;                                        // which of the writer's sources the sheets come from
    std::vector<SourceSheet> sheets;
    std::vector<PackBlock> blocks;
};

/// Pages of the pack on which a paper is cited: known when pages are made.
struct CitingPages {
    std::string prefix;           // of the places in that paper
    std::string label;            // of the row
    std::string separator, last;  // "3, 6 and 8"
    std::string pages;
};

struct PackBlock {
    std::variant<Paragraph, Heading, List, LabelledRow, Table, NotesBox, PageBreak, TintedBox, Columns, Grid, Contents,
                 Annex, CitingPages, Figure>
        content;
};

struct CoverFact {
    std::string label, value;
};
struct CoverCount {
    std::string number, caption;
};

struct Cover {
    std::string kind;  // "Briefing pack"
    std::string body, classification, title;
    std::vector<std::string> lines;  // dates, venue
    std::vector<CoverFact> facts;
    std::string counts_label;
    std::vector<CoverCount> counts;
    std::string disclaimer;
    SharedPicture logo;    // the house's, where it has one
    std::string logo_alt;  // what it is, for those who do not see it
    bool present = false;  // short packs have none
};

/// What the furniture and the document's properties show.
struct PackMeta {
    std::string title, language, subject, author;
    std::string body, meeting;   // running head left
    std::string classification;  // foot left
    std::string edition;         // foot middle: "Edition 2, 2 June 2014"
    std::string page_words;      // "Page {page} of {pages}"
    std::string contents_word;
    std::string date_iso;  // date of the pack, for document properties
    int most_pages = 0;    // that the pack is meant to fill, 0 for any number
};

/// One pack before it is laid out: structure, text and link targets; it knows nothing of records.
struct Pack {
    PackMeta meta;
    Cover cover;
    std::vector<PackBlock> blocks;
};

}  // namespace rapporteur
