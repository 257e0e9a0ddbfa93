#pragma once

#include <string>
#include <string_view>

#include "model/record.h"
#include "support/result.h"

namespace rapporteur {

/// The records contract: one JSON object a line (JSON Lines, UTF-8), in a stable order, the same bytes for the same
/// records.
std::string to_jsonl(const Records& records);

/// The reverse. `file` names the text in errors. Unknown kinds and fields are passed over. Byte ranges of sources are
/// not in the JSON form: they come back as 0.
Result<Records> records_from_jsonl(std::string_view text, const std::string& file);

}  // namespace rapporteur
