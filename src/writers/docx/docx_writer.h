#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/style.h"
#include "support/result.h"

namespace rapporteur {

/// The pack as a WordprocessingML document (ECMA-376, transitional) in the style's look. `pages` gives the page numbers
/// that the contents show before Word counts them anew. The same pack gives the same bytes. Fails with `docx_failed`.
Result<std::string> write_docx(const Pack& pack, const Style& style, const Pages& pages);

}  // namespace rapporteur
