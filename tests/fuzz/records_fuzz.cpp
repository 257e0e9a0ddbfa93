#include "app/message.h"
#include "fuzz/fuzz_target.h"
#include "model/document.h"
#include "model/record_json.h"
#include "store/merge.h"

/// What a worker that has gone over to the enemy may answer, and records that anybody wrote.
void rapporteur::fuzz::take(std::string_view bytes) {
    if (const auto parts = parts_of(bytes)) demand(to_message(*parts) == bytes, "a message is what its parts make");
    diagnostics_of(bytes);
    document_from_json(bytes);
    Result<Records> records = records_from_jsonl(bytes, "records.jsonl");
    if (!records) return;
    std::vector<Records> parts;
    parts.push_back(std::move(*records));
    const std::string merged = to_jsonl(merge(std::move(parts)));
    const Result<Records> again = records_from_jsonl(merged, "merged.jsonl");
    demand(again && to_jsonl(*again) == merged, "records are written as they are read");
}
