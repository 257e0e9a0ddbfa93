#include "assemble/pack_records.h"

namespace rapporteur {
namespace {

void leave_folders_out(std::string& path) {
    const std::size_t slash = path.find_last_of("/\\");
    if (slash != std::string::npos) path.erase(0, slash + 1);
}

DocumentRecord handed_on(DocumentRecord document) {
    leave_folders_out(document.file);
    document.also.clear();
    for (Diagnostic& warning : document.warnings) leave_folders_out(warning.place.file);
    return document;
}

template <class Record>
void add_of(const RecordIndex<Record>& index, const std::string& document, std::vector<Record>& list) {
    for (const Record* record : index.of_document(document)) list.push_back(*record);
}

}  // namespace

Records records_of_documents(const Library& library, const std::vector<std::string>& documents) {
    const RecordIndexes& index = library.index();
    Records out;
    for (const std::string& id : documents) {
        if (const DocumentRecord* document = library.document_record(id)) out.documents.push_back(handed_on(*document));
        add_of(index.meetings, id, out.meetings);
        add_of(index.items, id, out.agenda_items);
        add_of(index.participants, id, out.participants);
        add_of(index.recommendations, id, out.recommendations);
        add_of(index.outcomes, id, out.outcomes);
        add_of(index.interventions, id, out.interventions);
        add_of(index.papers, id, out.papers);
        add_of(index.events, id, out.events);
        add_of(index.terms, id, out.terms);
        add_of(index.gaps, id, out.gaps);
    }
    return out;
}

}  // namespace rapporteur
