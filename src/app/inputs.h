#pragma once

#include <string>
#include <vector>

#include "app/files.h"

namespace rapporteur {

/// The paths of all documents that INPUT… names: files as they are, folders searched through, hidden files and folders
/// and `left_out` (the folder where packs go; may be empty) passed over; sorted by path, each path once. What is
/// missing, empty or cannot be searched is added to `problems`.
std::vector<std::string> find_documents(const std::vector<std::string>& inputs, const std::string& left_out,
                                        const Files& files, Diagnostics& problems);

}  // namespace rapporteur
