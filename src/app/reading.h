#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/options.h"
#include "app/report.h"
#include "app/resources.h"
#include "extract/extract.h"
#include "model/document.h"
#include "model/record.h"

namespace rapporteur {

/// Larger documents are refused unread.
inline constexpr std::size_t most_document_bytes = std::size_t{512} << 20;

/// What reading keeps of each input: its records alone, its document too, or also the bytes of what lay inside another
/// file.
enum class Keep { records, documents, members };

/// What one input gave, as far as that was asked for and could be read.
struct ReadInput {
    Records records;
    std::optional<Document> document;
    std::shared_ptr<const std::string> member = {};  // its bytes, where it lay inside another file
};

/// Reads the rules and themes; `shipped` as of load_knowledge.
Result<Knowledge> read_knowledge(const Resources& resources, const Files& files,
                                 Compile shipped = Compile::at_first_use);

/// Reads and extracts the files, each in a worker, and gives what they hold in the order of their paths; the same bytes
/// at two paths are one document. An archive is searched like a folder ("bundle.zip/papers/a.pdf"); what is attached to
/// a message is read beside it; LibreOffice converts what no reader reads, where it is installed and wanted. A document
/// that could not be read gives a `document` record with status failed and a gap; what could not even be opened is
/// reported. Gaps and warnings of the documents are reported, too.
std::vector<ReadInput> read_inputs(const std::vector<std::string>& paths, Keep keep, const Knowledge& knowledge,
                                   const SharedOptions& options, const Files& files, Report& report);

/// The same, a number of files at a time, so that an archive of any size goes through: each input is handed on when its
/// turn has come, without its `document` record. Those are returned at the end, when it is known where else the same
/// bytes stand.
std::vector<DocumentRecord> stream_inputs(const std::vector<std::string>& paths, const Knowledge& knowledge,
                                          const SharedOptions& options, const Files& files, Report& report,
                                          const std::function<void(const Records&)>& take);

}  // namespace rapporteur
