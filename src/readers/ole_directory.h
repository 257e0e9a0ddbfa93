#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A stream or storage at the top of a compound file.
struct OleEntry {
    std::string name;        // characters beyond ASCII as "?"
    std::string_view start;  // the first bytes of a stream, as far as its first sector holds them
};

/// What stands at the top of an OLE compound file ([MS-CFB]): the names tell a Word from an Excel file. Empty where the
/// bytes are none or are damaged.
std::vector<OleEntry> ole_entries(std::string_view bytes);

}  // namespace rapporteur
