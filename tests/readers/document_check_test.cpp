#include "readers/document_check.h"

#include <doctest/doctest.h>

#include <filesystem>
#include <fstream>
#include <iterator>

#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Collects what is wrong with one document.
class Check {
public:
    explicit Check(const Document& document) : document_(document) {}

    std::vector<std::string> run() {
        if (!is_valid_utf8(document_.text)) return {"the text is not UTF-8"};
        if (nfc(document_.text) != document_.text) fault("the text is not in NFC", "");
        if (document_.text.find("  ") != std::string::npos) fault("two spaces in a row", "");
        std::size_t end = 0;
        for (const Block& block : document_.blocks) {
            if (block.range.begin < end) fault("a block begins before the one above it ends", block);
            end = block.range.end;
            check(block);
        }
        return faults_;
    }

private:
    void check(const Block& block) {
        if (!sound(block.range)) return fault("a block's range leaves the text or cuts a character", block);
        const std::string_view text = document_.text_of(block);
        if (trim(text) != text) fault("white space at the ends of a block", block);
        if (block.kind == BlockKind::heading && (block.level < 1 || block.level > 9))
            fault("a heading without a level", block);
        if (block.kind == BlockKind::list_item && block.level < 1) fault("a list item without a depth", block);
        std::size_t at = block.range.begin;
        for (const Run& run : block.runs) {
            if (!inside(run.range, block) || run.range.begin < at) fault("a run out of place", block);
            at = run.range.end;
        }
        for (const Range& range : block.damaged) {
            if (!inside(range, block)) fault("a damaged stretch out of place", block);
        }
        for (const LineBox& line : block.lines) {
            if (!inside(line.range, block) || line.box.x1 < line.box.x0 || line.box.y1 < line.box.y0)
                fault("a line out of place", block);
        }
        for (std::size_t i = 0; i < block.page_breaks.size(); ++i) {
            const std::size_t here = block.page_breaks[i];
            if (here < block.range.begin || here > block.range.end) fault("a page break out of place", block);
            if (i > 0 && here < block.page_breaks[i - 1]) fault("page breaks out of order", block);
        }
        for (const Row& row : block.rows) {
            for (const Cell& cell : row.cells) {
                if (!sound(cell.range) || !block.range.covers(cell.range)) fault("a cell out of place", block);
            }
        }
        if (document_.pages > 0 && block.page > document_.pages) fault("a page that the document does not have", block);
    }

    bool sound(const Range& range) const {
        const std::string& text = document_.text;
        const auto on_character = [&](std::size_t at) {
            return at == text.size() || (static_cast<unsigned char>(text[at]) & 0xC0) != 0x80;
        };
        return range.begin <= range.end && range.end <= text.size() && on_character(range.begin) &&
               on_character(range.end);
    }

    bool inside(const Range& range, const Block& block) const {
        return sound(range) && !range.empty() && block.range.covers(range);
    }

    void fault(const std::string& what, const Block& block) {
        fault(what, std::string(document_.text_of(block).substr(0, 80)));
    }
    void fault(const std::string& what, const std::string& where) { faults_.push_back(what + ": " + where); }

    const Document& document_;
    std::vector<std::string> faults_;
};

std::string bytes_of(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

/// Reads every file below `folder` and says how many there were.
int read_all(const std::filesystem::path& folder) {
    int count = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(folder)) {
        if (!entry.is_regular_file()) continue;
        const std::string bytes = bytes_of(entry.path());
        const auto document = read_document({entry.path().filename().string(), bytes});
        ++count;
        if (!document) continue;
        const std::vector<std::string> faults = faults_of(*document);
        INFO(entry.path().string() << ": " << (faults.empty() ? "" : faults.front()));
        CHECK(faults.empty());
        const auto again = document_from_json(to_json_line(*document));
        REQUIRE(again.has_value());
        CHECK(dump(*again) == dump(*document));
    }
    return count;
}

}  // namespace

std::vector<std::string> faults_of(const Document& document) { return Check(document).run(); }

TEST_CASE("documents of real meetings keep what every document must keep") {
    const std::filesystem::path shared = std::filesystem::path(RAPPORTEUR_SOURCE_DIR).parent_path() / "shared";
    if (!std::filesystem::exists(shared / "corpus")) {
        MESSAGE("skipped: no shared corpus beside the sources");
        return;
    }
    for (const char* folder : {"seeds", "corpus", "robustness"}) CHECK(read_all(shared / folder) > 0);
}

TEST_CASE("bytes that are no document, or a torn one, never break a reader") {
    for (const char* text : {"*",          "**",           "|",        "|\n|\n|",      "# ",
                             "- ",         "[](",          "![](",     "1.",           "\f\f\f",
                             "¹",          "[^1]: ",       "<sup>",    "\xC3",         "a|\n|\n",
                             "---\n---\n", "***a**b*c***", "\xFF\xFE", "\xEF\xBB\xBF", "&amp",
                             "\\",         "- - - -"}) {
        const auto document = read_document({"torn.txt", text});
        if (!document) continue;
        INFO(std::string(text));
        CHECK(faults_of(*document).empty());
    }
}

}  // namespace rapporteur
