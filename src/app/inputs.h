#pragma once

#include <string>
#include <vector>

#include "app/files.h"

namespace rapporteur {

/// How folders are searched.
struct SearchOptions {
    std::string left_out;       // a folder that is passed over: where packs go; may be empty
    bool follow_links = false;  // links that lead out of the folder are followed, not reported
};

/// The paths of all documents that INPUT… names: files as they are, folders searched through, hidden files and folders
/// passed over; sorted by path, each path once. Links inside a folder lead to what is found there anyway. What is
/// missing, empty, leads out of its folder or cannot be searched is added to `problems`.
std::vector<std::string> find_documents(const std::vector<std::string>& inputs, const SearchOptions& options,
                                        const Files& files, Diagnostics& problems);

}  // namespace rapporteur
