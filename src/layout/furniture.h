#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/typeset.h"

namespace rapporteur {

/// Adds a page's running head and foot: body and meeting left, `running` right; classification, edition, page number.
void add_furniture(Page& page, const PackMeta& meta, const std::string& running, std::size_t number, std::size_t pages,
                   Typesetter& typesetter);

}  // namespace rapporteur
