#pragma once

#include <optional>
#include <string>
#include <vector>

#include "support/diagnostic.h"
#include "support/range.h"

namespace rapporteur {

/// A rectangle on a page (1-based) in points, origin at the bottom left of the page.
struct Box {
    int page = 0;
    double x0 = 0, y0 = 0, x1 = 0, y1 = 0;
};

/// A line of a block as it stood on paper: which bytes of the healed text it gave, and where it stood.
struct LineBox {
    Range range;
    Box box;
};

/// A stretch of text with one emphasis and one link.
struct Run {
    Range range;
    bool bold = false;
    bool italic = false;
    std::string link;  // target URL, empty where none
};

enum class BlockKind {
    heading,    // a title or heading, with its level
    paragraph,  // running text, with its printed number where it has one
    list_item,  // an item of a list, with its label and depth
    table,      // rows of cells
    note,       // a footnote or endnote, apart from the body
    damaged,    // what could not be read: kept for the gaps, never quoted
};

/// A cell of a table; its text is the range, empty where the cell is.
struct Cell {
    Range range;
    int columns = 1;  // how many columns it spans
    int rows = 1;     // how many rows it spans: the rows below have no cell of their own in its place
};

struct Row {
    std::vector<Cell> cells;
    bool header = false;
};

/// The smallest piece of a document that has its own place: every block knows where it comes from.
struct Block {
    BlockKind kind = BlockKind::paragraph;
    Range range;         // in Document::text, without the label; for a table all its rows
    int level = 0;       // heading: 1 (title) to 9; list item: depth from 1; else 0
    std::string number;  // printed number without its punctuation: "29", "138.12", "IV", "3(a)"; of notes their mark
    std::string label;   // what was printed before the text: "29.", "(a)", "•"
    bool title = false;  // a heading that belongs to the title block on the document's face
    bool bold = false;   // the whole block is set bold
    int page = 0;        // page on which it starts, 0 where the format has none
    int line = 0;        // 1-based line of the file at hand on which it starts, 0 where the format has none
    std::vector<std::size_t> page_breaks;  // bytes of Document::text, inside the range, at which a new page begins
    std::vector<Run> runs;                 // only stretches with emphasis or a link, in order
    std::vector<LineBox> lines;            // PDF only
    std::vector<Row> rows;                 // table only
    std::vector<Range> damaged;            // stretches inside that cannot be read (font or OCR rubbish)
    bool cut_before = false;               // begins in the middle of a sentence whose start is not at hand
    bool cut_after = false;                // breaks off before the sentence ends
};

/// What a page or a line of furniture held that was left out of the body (running heads, page numbers), for `inspect`.
struct LeftOut {
    std::string reason;
    std::string text;
    int page = 0;
};

enum class MediaType {
    pdf,
    docx,
    odt,
    html,
    markdown,
    text,
    mail,
    // read after another program has converted them
    rtf,
    word_97,
    word_xml,
    powerpoint_97,
    pptx,
    odp,
    wordperfect,
};

/// One document as it was read. `text` is the healed text: all blocks in reading order, one paragraph each, separated
/// by a blank line, with the printed labels before their blocks; NFC; every range of the document counts its bytes.
struct Document {
    std::string file;    // path as given
    std::string sha256;  // of the bytes read
    MediaType media_type = MediaType::text;
    std::size_t bytes = 0;
    int pages = 0;         // 0 where the format has none
    std::string language;  // BCP 47, empty where it could not be told
    std::string text;
    std::vector<Block> blocks;
    std::vector<LeftOut> left_out;
    Diagnostics warnings;

    /// The first 16 hexadecimal digits of the hash: the document's id in every record.
    std::string id() const { return sha256.substr(0, 16); }
    std::string_view slice(const Range& range) const {
        return std::string_view(text).substr(range.begin, range.size());
    }
    std::string_view text_of(const Block& block) const { return slice(block.range); }
};

/// "application/pdf" and so on (IANA names).
std::string_view media_type_name(MediaType type);
std::optional<MediaType> media_type_named(std::string_view name);

/// The page on which byte `at` of the block stands (0 where the format has none).
int page_at(const Block& block, std::size_t at);

/// "heading", "paragraph", … as in the text form.
std::string_view name_of(BlockKind kind);

/// A stable text form of the whole document for people and for golden tests (`rapporteur inspect --document`).
std::string dump(const Document& document);

/// One line for people: type, pages, language, what was understood, healed and left out.
std::string summary(const Document& document);

/// Document to one line of JSON and back: what a worker process sends over its pipe.
std::string to_json_line(const Document& document);
std::optional<Document> document_from_json(std::string_view line);

}  // namespace rapporteur
