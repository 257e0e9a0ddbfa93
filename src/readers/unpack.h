#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"

namespace rapporteur {

/// What an archive or a message may give; the rest is refused with a word.
struct UnpackLimits {
    std::size_t members = 2000;
    std::size_t bytes = std::size_t{256} << 20;      // of all members
    std::size_t free_bytes = std::size_t{32} << 20;  // that any archive may unpack to, however small it is
    std::size_t ratio = 100;                         // most bytes a byte of the archive may give beyond that
};

/// A file inside another, with its path there ("papers/a.pdf"), and why its bytes are not to be had where they are not.
struct Member {
    std::string path;
    std::string bytes;
    std::optional<Diagnostic> problem;
};

/// The files inside a ZIP archive or a message, sorted by path.
struct Unpacked {
    std::vector<Member> members;
    Diagnostics refused;  // what was left out: paths that lead elsewhere, doubles, links, what is beyond the limits
};

/// Unpacks an archive or a message by its content. Hidden files and those that systems add are passed over. Members
/// and refusals have their full place, "bundle.zip/papers/a.pdf". An archive that cannot be opened is one refusal.
Unpacked unpack(std::string_view bytes, const std::string& name, const UnpackLimits& limits = {});

}  // namespace rapporteur
