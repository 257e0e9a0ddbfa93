#include <array>

#include "fuzz/fuzz_target.h"
#include "fuzz/reading.h"
#include "support/zip.h"

/// The pieces are the parts of a Word file, which a mutation inside a compressed archive would hardly ever reach; a
/// single piece is the whole file.
void rapporteur::fuzz::take(std::string_view bytes) {
    constexpr std::array names{"word/document.xml",
                               "word/styles.xml",
                               "word/numbering.xml",
                               "word/footnotes.xml",
                               "word/_rels/document.xml.rels",
                               "word/comments.xml",
                               "word/header1.xml"};
    const std::vector<std::string_view> pieces = pieces_of(bytes);
    if (pieces.size() == 1) return read_and_check("input.docx", bytes);
    std::vector<ZipEntry> entries;
    for (std::size_t i = 0; i < pieces.size() && i < names.size(); ++i)
        entries.push_back({names[i], std::string(pieces[i])});
    if (const Result<std::string> file = write_zip(entries)) read_and_check("input.docx", *file);
}
