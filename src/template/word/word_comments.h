#pragma once

#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// A copy of a Word template with a comment at the paragraph of each mistake that lint found in it; what is not in the
/// text itself, such as a header, is told at the first paragraph. Fails where the file cannot be read.
Result<std::string> with_comments(const NamedText& document, const Diagnostics& mistakes);

}  // namespace rapporteur
