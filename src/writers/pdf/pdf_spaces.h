#pragma once

#include <vector>

#include "layout/page.h"

namespace rapporteur {

/// Which text items a word space follows that is not drawn: where a paragraph goes on in the next line, after a gap or
/// on the next page. Readers that put text together by its structure need it written (ISO 14289-1, 7.2). One list a
/// page, one flag an item of the page.
std::vector<std::vector<bool>> spaces_after(const Pages& pages);

}  // namespace rapporteur
