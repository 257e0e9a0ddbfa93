#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/report.h"
#include "model/pack_notes.h"

namespace rapporteur {

/// The edited packs among files and folders: of folders every DOCX in them, whatever lies below.
std::vector<std::string> find_notes(const std::vector<std::string>& inputs, const SharedOptions& shared,
                                    const Files& files, Diagnostics& problems);

/// What people wrote into those packs, each read in a worker. Nothing where one of them cannot be read whole: then no
/// pack may be made that would stand in its place without its notes.
std::optional<std::vector<PackNotes>> read_notes(const std::vector<std::string>& paths, const SharedOptions& shared,
                                                 const Files& files, Report& report);

/// Notes as a message and back; nothing where a message is none.
std::string notes_message(const PackNotes& notes);
std::optional<PackNotes> notes_of(std::string_view message);

}  // namespace rapporteur
