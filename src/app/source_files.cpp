#include "app/source_files.h"

#include "support/hash.h"

namespace rapporteur {

SourceFiles hold_sources(const std::vector<DocumentRecord>& documents, const Files& files, Report& report) {
    SourceFiles held;
    const auto leave_out = [&](const DocumentRecord& document, const std::string& why) {
        report.add(Diagnostic{Code::source_unattached, {document.file, 0, 0, 0}, why});
    };
    for (const DocumentRecord& document : documents) {
        if (document.status == DocumentStatus::failed) continue;
        if (files.kind_of(document.file) != PathKind::file) {
            leave_out(document, "it lies inside another file");
            continue;
        }
        Result<std::unique_ptr<HeldBytes>> bytes = files.hold(document.file);
        if (!bytes) {
            leave_out(document, bytes.error().detail);
        } else if (sha256_hex((*bytes)->bytes()) != document.sha256) {
            leave_out(document, "it has changed since it was read");
        } else {
            held.emplace(document.id, std::move(*bytes));
        }
    }
    return held;
}

}  // namespace rapporteur
