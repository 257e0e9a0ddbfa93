#pragma once

#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "support/result.h"

namespace rapporteur {

/// A file as it was when it was read or written.
struct HashedFile {
    std::string file;  // from the folder of the manifest, with "/" between
    std::size_t bytes = 0;
    std::string sha256;  // 64 small hexadecimal digits
};

HashedFile hashed_file(std::string name, std::string_view bytes);

/// What one run wrote for one pack, and from what.
struct ManifestPack {
    std::string title, kind;                                   // "meeting" or "theme"
    std::string program, date;                                 // version; ISO date of the pack
    std::vector<std::pair<std::string, std::string>> options;  // that shape it, those that were given
    std::vector<std::string> inputs;                           // the first 16 digits of their hashes
    std::vector<HashedFile> files;
};

/// What stands in a folder of packs: `manifest.json` there.
struct Manifest {
    std::vector<HashedFile> inputs;
    std::vector<ManifestPack> packs;
};

inline constexpr const char* manifest_name = "manifest.json";

std::string to_json(const Manifest& manifest);

/// The reverse; refused with `document_damaged` where it is something else, or names a file of a pack outside its
/// folder or twice.
Result<Manifest> read_manifest(std::string_view json, const std::string& file);

/// The hashes of what stands in it, by file.
std::map<std::string, std::string> hashes_of(const Manifest& manifest);

/// Removes a document from the inputs, by the first 16 digits of its hash; gives the files that were made from it.
std::vector<std::string> forget_input(Manifest& manifest, const std::string& id);

/// Puts a run in front of what earlier runs left: a file that is written anew is the run's, one that is gone is
/// forgotten, and so is an input from which nothing is left.
void add_run(Manifest& manifest, Manifest run, const std::function<bool(const std::string&)>& is_there);

}  // namespace rapporteur
