#include "app/source_files.h"

#include "support/hash.h"

namespace rapporteur {

SourceFiles::SourceFiles(const std::vector<DocumentRecord>& documents, Members members, const Files& files,
                         Diagnostics& problems)
    : members_(std::move(members)) {
    for (const DocumentRecord& document : documents) {
        if (document.status == DocumentStatus::failed || members_.contains(document.id)) continue;
        Result<std::unique_ptr<HeldBytes>> held = files.hold(document.file);
        if (held && sha256_hex((*held)->bytes()) == document.sha256) {
            files_.emplace(document.id, std::move(*held));
            continue;
        }
        const std::string why = held ? "it has changed since it was read" : held.error().detail;
        problems.push_back({Code::source_unattached, {document.file, 0, 0, 0}, why});
    }
}

std::string_view SourceFiles::bytes(std::string_view id) const {
    if (const auto file = files_.find(id); file != files_.end()) return file->second->bytes();
    const auto member = members_.find(id);
    return member == members_.end() ? std::string_view() : std::string_view(*member->second);
}

}  // namespace rapporteur
