#include "app/edited_files.h"

#include "app/reading.h"
#include "support/hash.h"

namespace rapporteur {
namespace {

/// A name that is free, or the one under which these bytes are kept already.
std::string kept_name(const std::string& path, const std::string& mark, const std::string& bytes, const Files& files) {
    const std::size_t dot = path.rfind('.');
    for (int n = 1;; ++n) {
        const std::string name =
            path.substr(0, dot) + "." + mark + (n == 1 ? "" : "-" + std::to_string(n)) + path.substr(dot);
        if (files.kind_of(name) == PathKind::missing) return name;
        const Result<std::string> there = files.read(name, bytes.size());
        if (there && *there == bytes) return name;
    }
}

}  // namespace

bool keep_edited(const std::vector<EditionFile>& as_written, const std::string& mark, Files& files, Report& report) {
    for (const EditionFile& file : as_written) {
        const Result<std::string> bytes = files.read(file.path, most_document_bytes);
        if (!bytes && bytes.error().code == Code::file_missing) continue;
        if (!bytes) {
            report.add(bytes.error());
            return false;
        }
        if (sha256_hex(*bytes) == file.sha256) continue;
        const std::string as = kept_name(file.path, mark, *bytes, files);
        if (const auto problem = files.write(as, *bytes)) {
            report.add(*problem);
            return false;
        }
        report.add_kept(file.path, as);
    }
    return true;
}

}  // namespace rapporteur
