#pragma once

#include <string>

#include "layout/pack.h"
#include "layout/page.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// Adds a page's running head and foot: body and meeting left, `running` right; classification, edition, page number.
void add_furniture(Page& page, const PackMeta& meta, const std::string& running, std::size_t pages,
                   Typesetter& typesetter);

/// Adds what stands below an annexed page in place of running head and foot.
void add_stamp(Page& page, const PackMeta& meta, const Stamp& stamp, std::size_t pages, Typesetter& typesetter);

}  // namespace rapporteur
