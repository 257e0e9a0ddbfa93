#include "app/pack_attachments.h"

#include "assemble/pack_records.h"
#include "model/record_json.h"

namespace rapporteur {

std::vector<PdfAttachment> pack_attachments(const Library& library, const std::vector<std::string>& documents,
                                            const SourceFiles& sources) {
    const Records own = records_of_documents(library, documents);
    std::vector<PdfAttachment> out;
    out.push_back({"records.jsonl", "The records that this pack is made from", "application/jsonl",
                   AttachmentRelation::data, to_jsonl(own)});
    for (const DocumentRecord& document : own.documents) {
        const std::string_view bytes = sources.bytes(document.id);
        if (bytes.empty()) continue;
        out.push_back({document.file, document.title.empty() ? document.file : document.title, document.media_type,
                       AttachmentRelation::source, std::string(bytes)});
    }
    return out;
}

}  // namespace rapporteur
