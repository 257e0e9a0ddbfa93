#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace rapporteur::fuzz {

/// Takes any bytes and must come back: defined once in each *_fuzz.cpp. A crash, a hang or a sanitizer's report is a
/// finding.
void take(std::string_view bytes);

/// `bytes` cut at every line that is just "=====": how one input gives several files.
std::vector<std::string_view> pieces_of(std::string_view bytes);

/// Stops the program where `holds` is false: a promise of the code under test is broken.
void demand(bool holds, const char* promise);

}  // namespace rapporteur::fuzz
