#pragma once

#include <string>

#include "support/result.h"

namespace rapporteur {

/// The file locked with AES-256 (ISO 32000-2, 7.6.4, revision 6): it opens with the password only, and then allows
/// everything, reading aloud not least. Metadata and attachments are locked too. Its keys are random: no two runs give
/// the same bytes. Fails with `pdf_failed`.
Result<std::string> encrypt_pdf(const std::string& bytes, const std::string& password);

}  // namespace rapporteur
