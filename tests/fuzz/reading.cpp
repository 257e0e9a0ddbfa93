#include "fuzz/reading.h"

#include "fuzz/fuzz_target.h"
#include "readers/reader.h"
#include "support/text.h"

namespace rapporteur::fuzz {
namespace {

bool lies_in(const Range& inner, const Range& outer) {
    return outer.begin <= inner.begin && inner.begin <= inner.end && inner.end <= outer.end;
}

void check(const Document& document, const Block& block) {
    demand(lies_in(block.range, {0, document.text.size()}), "a block lies in the text");
    for (const Run& run : block.runs) demand(lies_in(run.range, block.range), "a run lies in its block");
    for (const LineBox& line : block.lines) demand(lies_in(line.range, block.range), "a line lies in its block");
    for (const Range& damaged : block.damaged) demand(lies_in(damaged, block.range), "damage lies in its block");
    for (const Row& row : block.rows) {
        for (const Cell& cell : row.cells) demand(lies_in(cell.range, block.range), "a cell lies in its table");
    }
}

}  // namespace

void read_and_check(const std::string& name, std::string_view bytes) {
    const Result<Document> document = read_document({name, bytes});
    if (!document) return;
    demand(is_valid_utf8(document->text), "the text is UTF-8");
    for (const Block& block : document->blocks) check(*document, block);
    const std::string line = to_json_line(*document);
    const auto again = document_from_json(line);
    demand(again && to_json_line(*again) == line, "a document comes whole out of a worker");
    demand(!dump(*document).empty(), "a document can be shown");
}

}  // namespace rapporteur::fuzz
