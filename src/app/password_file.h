#pragma once

#include <string>

#include "app/files.h"

namespace rapporteur {

/// The password on the first line of a file: 1 to 127 bytes of UTF-8 without control characters, all that PDF takes
/// (ISO 32000-2, 7.6.4.3.3). Fails with `password_invalid`, or as the file cannot be read.
Result<std::string> read_password(const std::string& path, const Files& files);

}  // namespace rapporteur
