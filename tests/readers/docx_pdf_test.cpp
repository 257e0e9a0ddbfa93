#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>
#include <map>
#include <string>

#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

const fs::path corpus = fs::path(RAPPORTEUR_SOURCE_DIR) / "../shared/corpus";

Document document_at(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto document = read_document({path.string(), bytes});
    REQUIRE(document.ok());
    return *document;
}

/// The number and the words of a paragraph, as far as two printings of it may be expected to agree.
std::string words_of(const Document& document, const Block& block) {
    const std::string text = fold(document.text_of(block));
    std::string out = block.number;
    for (const Range& word : words(text)) out += " " + text.substr(word.begin, word.size());
    return out;
}

bool is_heading(const Block& block) { return block.kind == BlockKind::heading; }

bool is_body(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item || is_heading(block);
}

/// How much of one reading is found again in the other.
struct Agreement {
    std::size_t paragraphs = 0, headings = 0;
    std::size_t differing_paragraphs = 0, differing_headings = 0;
    std::string differing;
};

Agreement agreement_of(const Document& written, const Document& printed) {
    std::map<std::string, int> left;
    for (const Block& block : printed.blocks) {
        if (is_body(block)) ++left[words_of(printed, block)];
    }
    Agreement out;
    for (const Block& block : written.blocks) {
        if (!is_body(block)) continue;
        ++(is_heading(block) ? out.headings : out.paragraphs);
        if (left[words_of(written, block)]-- > 0) continue;
        ++(is_heading(block) ? out.differing_headings : out.differing_paragraphs);
        out.differing += "\n  " + block.label + " " + std::string(written.text_of(block)).substr(0, 100);
    }
    return out;
}

}  // namespace

TEST_CASE("a document as PDF and as DOCX gives the same paragraphs with the same numbers") {
    for (const std::string name : {"A_81_6_SECT_24", "A_80_604_Add.1"}) {
        const fs::path base = corpus / name;
        if (!fs::exists(base.string() + ".docx") || !fs::exists(base.string() + ".pdf")) {
            MESSAGE("skipped: no " << base.string() << ".docx and .pdf");
            continue;
        }
        const Agreement found = agreement_of(document_at(base.string() + ".docx"), document_at(base.string() + ".pdf"));
        INFO(name << ": what differs:" << found.differing);
        CHECK(found.paragraphs > 50);
        CHECK(found.differing_paragraphs * 50 <= found.paragraphs);
        CHECK((found.differing_paragraphs + found.differing_headings) * 50 <= found.paragraphs + found.headings);
    }
}

}  // namespace rapporteur
