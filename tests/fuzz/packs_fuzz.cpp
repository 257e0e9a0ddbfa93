#include "assemble/assemble.h"
#include "extract/extract.h"
#include "fuzz/fuzz_target.h"
#include "fuzz/knowledge.h"
#include "layout/pack_reader.h"
#include "model/record_json.h"
#include "readers/reader.h"
#include "store/merge.h"
#include "template/render.h"

/// The whole way from texts to pack XML: whatever a document says, what the template makes of it can be read.
void rapporteur::fuzz::take(std::string_view bytes) {
    std::vector<Records> records;
    std::vector<Document> documents;
    for (const std::string_view piece : pieces_of(bytes)) {
        Result<Document> document = read_document({"input.txt", piece});
        if (!document) continue;
        records.push_back(extract(*document, own_knowledge()));
        const Result<Records> again = records_from_jsonl(to_jsonl(records.back()), "input.txt");
        demand(again && to_jsonl(*again) == to_jsonl(records.back()), "records come whole out of a worker");
        documents.push_back(std::move(*document));
    }
    const Records merged = merge(std::move(records));
    const Library library(merged, documents, {{"return", "Return"}});
    for (const Selection& selection : selections(library, GroupBy::both)) {
        const Template& text = *own_kit().templates.at(selection.by_theme ? "theme" : "meeting").text;
        const Result<std::string> xml = text.render(assemble(library, selection, {PartialDate{2025, 1, 1}, "", ""}));
        demand(xml && read_pack(*xml, "pack.xml"), "the pack XML of any document can be read");
    }
}
