#include "store/merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <string_view>
#include <tuple>

#include "store/abbreviations.h"
#include "store/agenda_merge.h"
#include "store/clusters.h"
#include "store/comparable.h"
#include "store/meeting_merge.h"
#include "store/paper_merge.h"
#include "store/person_merge.h"
#include "store/statement_merge.h"
#include "support/text.h"

namespace rapporteur {
namespace {

std::string_view document_of(const RecordHead& record) {
    return record.sources.empty() ? std::string_view{} : record.sources.front().document;
}

/// Drops from `part` the documents that were seen before, and their records.
void drop_seen(Records& part, std::set<std::string>& seen) {
    std::set<std::string, std::less<>> again;
    for (const DocumentRecord& document : part.documents) {
        if (!seen.insert(document.id).second) again.insert(document.id);
    }
    if (again.empty()) return;
    std::erase_if(part.documents, [&](const DocumentRecord& document) { return again.contains(document.id); });
    const auto drop = [&](auto& records) {
        std::erase_if(records, [&](const RecordHead& record) { return again.contains(document_of(record)); });
    };
    drop(part.meetings), drop(part.agenda_items), drop(part.participants), drop(part.recommendations);
    drop(part.outcomes), drop(part.interventions), drop(part.papers), drop(part.events), drop(part.terms);
    drop(part.gaps);
}

/// Sorts the documents by path, and the records of each kind by their document; within one document their order stays.
void sort_by_document(Records& records) {
    std::stable_sort(records.documents.begin(), records.documents.end(),
                     [](const DocumentRecord& a, const DocumentRecord& b) {
                         return std::tie(a.file, a.id) < std::tie(b.file, b.id);
                     });
    std::map<std::string, std::size_t, std::less<>> rank;
    for (const DocumentRecord& document : records.documents) rank.emplace(document.id, rank.size());
    const auto rank_of = [&](const RecordHead& record) {
        const auto found = rank.find(document_of(record));
        return found == rank.end() ? rank.size() : found->second;
    };
    const auto sort = [&](auto& list) {
        std::stable_sort(list.begin(), list.end(),
                         [&](const RecordHead& a, const RecordHead& b) { return rank_of(a) < rank_of(b); });
    };
    sort(records.meetings), sort(records.agenda_items), sort(records.participants), sort(records.recommendations);
    sort(records.outcomes), sort(records.interventions), sort(records.papers), sort(records.events);
    sort(records.terms), sort(records.gaps);
}

/// Records that are the same where `key` is; an empty key is never the same.
template <class Record, class Key>
void merge_by_key(const char* kind, std::vector<Record>& records, std::vector<MergeReason>& reasons, Key key) {
    RecordClusters<Record> clusters(kind, records, reasons);
    std::map<std::string, std::size_t> first;
    for (std::size_t at = 0; at < records.size(); ++at) {
        const std::string of_record = key(records[at]);
        if (of_record.empty()) continue;
        const auto [known, is_new] = first.try_emplace(of_record, at);
        if (!is_new) clusters.join(known->second, at, of_record);
    }
    clusters.settle();
}

std::string key_of(const Term& term) {
    return fold(trim(term.short_form)) + " = " + join(comparable_words(term.long_form), " ");
}

std::string key_of(const Event& event) {
    return to_iso(event.date) + (event.end ? "/" + to_iso(*event.end) : "") + " " +
           join(comparable_words(event.text), " ");
}

}  // namespace

Merged merge_with_reasons(std::vector<Records> parts) {
    Merged out;
    std::set<std::string> seen;
    for (Records& part : parts) {
        drop_seen(part, seen);
        append(out.records, std::move(part));
    }
    Records& records = out.records;
    sort_by_document(records);
    merge_meetings(records.meetings, Abbreviations(records), out.reasons);
    merge_agenda_items(records.agenda_items, records.meetings, out.reasons);
    merge_papers(records.papers, records.documents, out.reasons);
    merge_statements(records, out.reasons);
    merge_participants(records.participants, records.meetings, out.reasons);
    merge_by_key("term", records.terms, out.reasons, [](const Term& term) { return key_of(term); });
    merge_by_key("event", records.events, out.reasons, [](const Event& event) { return key_of(event); });
    merge_by_key("gap", records.gaps, out.reasons, [](const Gap&) { return std::string(); });
    return out;
}

Records merge(std::vector<Records> parts) { return merge_with_reasons(std::move(parts)).records; }

std::string words_of(const std::vector<MergeReason>& reasons) {
    std::string out;
    for (const MergeReason& reason : reasons)
        out += reason.kind + '\t' + reason.first + '\t' + reason.second + '\t' + reason.why + '\n';
    return out;
}

}  // namespace rapporteur
