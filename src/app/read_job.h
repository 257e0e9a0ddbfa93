#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "app/stage.h"
#include "extract/extract.h"
#include "model/document.h"
#include "model/record.h"
#include "readers/file_kind.h"
#include "readers/reader.h"
#include "readers/unpack.h"

namespace rapporteur {

// What goes to a worker that reads and what comes back, both as messages.

/// What earlier attempts at a file showed.
struct Attempts {
    std::vector<int> broken_pages = {};  // that ended them
    bool by_the_page = false;            // one ended amid several pages: they are recognised one by one
};

/// A file's name and bytes, what another program made of it where it had to, and what earlier attempts showed.
std::string read_job(std::string_view name, std::string_view bytes, std::string_view converted,
                     const Attempts& attempts);
/// An archive or message whose members are wanted.
std::string unpack_job(std::string_view name, std::string_view bytes);

/// Does either job, in a worker.
std::string perform_read_job(std::string_view job, bool with_document, const ReadOptions& reading,
                             const Knowledge& knowledge, StageMark& mark);

/// What a read job gave: records (and the document where it was asked for), or why there are none.
struct ReadReply {
    FileKind kind = FileKind::binary;
    std::optional<Diagnostic> problem;
    std::optional<Document> document;
    Records records;
};

/// The reply again; a word of what is wrong with it where a worker has lost its mind.
Result<ReadReply> read_reply(std::string_view message, const std::string& file);
std::optional<Unpacked> unpack_reply(std::string_view message);

}  // namespace rapporteur
