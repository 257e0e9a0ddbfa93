#include <doctest/doctest.h>

#include <array>
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

/// A document that exists in both formats, and the paragraphs on which the readings may differ.
struct Pair {
    std::string name;
    std::size_t most_differing;
};

const fs::path corpus = fs::path(RAPPORTEUR_SOURCE_DIR) / "../shared/corpus";

Document document_at(const fs::path& path) {
    std::ifstream file(path, std::ios::binary);
    const std::string bytes{std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
    const auto document = read_document({path.string(), bytes});
    REQUIRE_MESSAGE(document.ok(), wording(document.error()));
    return *document;
}

/// The number and the words of a paragraph, as far as two printings of it may be expected to agree.
std::string words_of(const Document& document, const Block& block) {
    const std::string text = fold(document.text_of(block));
    std::string out = block.number;
    for (const Range& word : words(text)) out += " " + text.substr(word.begin, word.size());
    return out;
}

bool is_body(const Block& block) {
    return block.kind == BlockKind::paragraph || block.kind == BlockKind::heading || block.kind == BlockKind::list_item;
}

}  // namespace

TEST_CASE("a document as PDF and as DOCX gives the same paragraphs with the same numbers") {
    // What may differ: two headings that Word sets side by side, and what the PDF's reading parts or joins wrongly.
    for (const Pair& pair : {Pair{"A_81_6_SECT_24", 7}, Pair{"A_80_604_Add.1", 5}}) {
        const fs::path base = corpus / pair.name;
        if (!fs::exists(base.string() + ".docx") || !fs::exists(base.string() + ".pdf")) {
            MESSAGE("skipped: no " << base.string() << ".docx and .pdf");
            continue;
        }
        const Document printed = document_at(base.string() + ".pdf");
        std::map<std::string, int> left;
        for (const Block& block : printed.blocks) {
            if (is_body(block)) ++left[words_of(printed, block)];
        }
        const Document written = document_at(base.string() + ".docx");
        std::size_t all = 0;
        std::string differing;
        std::size_t count = 0;
        for (const Block& block : written.blocks) {
            if (!is_body(block)) continue;
            ++all;
            if (left[words_of(written, block)]-- > 0) continue;
            ++count;
            differing += "\n  " + block.label + " " + std::string(written.text_of(block)).substr(0, 100);
        }
        INFO(pair.name << ": of " << all << " paragraphs differ:" << differing);
        CHECK(all > 80);
        CHECK(count <= pair.most_differing);
    }
}

}  // namespace rapporteur
