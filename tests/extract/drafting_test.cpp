#include <doctest/doctest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "extract/extract.h"
#include "extract/shipped_knowledge.h"
#include "extract/statements.h"
#include "extract/written_document.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

/// A document in the notation of WrittenDocument whose lines say what must be taken from them: "r>" a recommendation,
/// "o>" an outcome, "s>" either or both, "n>" nothing; "h>" is not judged.
struct MarkedDocument {
    std::string notation;
    std::string marks;  // one for every line of the notation
};

MarkedDocument read_marked(const fs::path& path) {
    MarkedDocument marked;
    std::ifstream in(path, std::ios::binary);
    for (std::string line; std::getline(in, line);) {
        const bool judged = line.size() > 3 && line[1] == '>';
        if (!judged && !line.empty()) FAIL(path.string() << ": a line without a mark: " << line);
        marked.marks += judged ? line[0] : 'h';
        marked.notation += (judged ? line.substr(3) : line) + "\n";
    }
    return marked;
}

template <class Statement>
bool taken_from(const Block& block, const std::vector<Statement>& statements) {
    const auto inside = [&](const Source& source) { return source.range.overlaps(block.range); };
    return std::any_of(statements.begin(), statements.end(), [&](const Statement& statement) {
        return std::any_of(statement.sources.begin(), statement.sources.end(), inside) ||
               std::any_of(statement.repeats.begin(), statement.repeats.end(), inside);
    });
}

void check_block(char mark, bool recommended, bool decided) {
    if (mark == 'r') CHECK(recommended);
    if (mark == 'o') CHECK(decided);
    if (mark == 's') CHECK((recommended || decided));
    if (mark == 'n') CHECK_FALSE(recommended);
    if (mark == 'n') CHECK_FALSE(decided);
}

void check_document(const fs::path& path) {
    const MarkedDocument marked = read_marked(path);
    WrittenDocument written(marked.notation);
    written.document().language = path.parent_path().filename().string();
    Records records;
    find_statements(written.document(), make_outline(written.document()), shipped_knowledge().rules, records);
    for (const Block& block : written.document().blocks) {
        const std::string place = path.filename().string() + ":" + std::to_string(block.line);
        INFO(place << ": " << std::string(written.document().text_of(block)));
        check_block(marked.marks[static_cast<std::size_t>(block.line - 1)], taken_from(block, records.recommendations),
                    taken_from(block, records.outcomes));
    }
}

}  // namespace

TEST_CASE("documents of every drafting convention, line by line") {
    std::vector<fs::path> paths;
    for (const auto& entry : fs::recursive_directory_iterator(RAPPORTEUR_SOURCE_DIR "/tests/extract/drafting")) {
        if (entry.is_regular_file()) paths.push_back(entry.path());
    }
    std::sort(paths.begin(), paths.end());
    REQUIRE(paths.size() >= 10);
    for (const fs::path& path : paths) check_document(path);
}

}  // namespace rapporteur
