#pragma once

#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "model/document.h"
#include "readers/ocr/recognition.h"
#include "support/result.h"

namespace rapporteur {

/// One file to read: its name, as diagnostics and records should show it, its bytes, and what another program made of
/// them where no reader can read them as they are (then that is read, but hash, size and type are those of the file).
struct Input {
    std::string name;
    std::string_view bytes;
    std::string_view converted = {};
};

/// Which text of a document with tracked changes is read: as if all were accepted, or as it was before them.
enum class Tracked { accepted, original };

struct ReadOptions {
    std::string password;  // for documents that are locked; the empty one is always tried
    Tracked tracked = Tracked::accepted;
    std::vector<int> broken_pages = {};  // of a PDF: what ended an earlier attempt; left out with `page_damaged`
    std::function<void(int)> on_page = nullptr;  // told the number of each page of a PDF before it is read
    RecognitionOptions recognition = {};
};

/// Reads a document of any format that has a reader. Fails with `document_empty`, `format_unknown`
/// (with what it is instead), `conversion_missing`, `document_encrypted` or `document_damaged`; what can be read in
/// part yields a partial document with warnings.
///
/// What the blocks of text and Markdown files look like beyond document.h:
/// - A table's text holds a line for each row, its cells apart by " | ". The printed lines of a cell stay apart as
/// lines
///   (separated by a line feed) unless one plainly runs on into the next, so that a programme's "title, speaker" pairs
///   in one cell can be told. Columns set apart by tabs are tables too.
/// - A list item's further printed lines or paragraphs are list items of the same level without a label.
/// - Front matter gives its title as a title heading; the rest of it is left out.
Result<Document> read_document(const Input& input, const ReadOptions& options = {});

}  // namespace rapporteur
