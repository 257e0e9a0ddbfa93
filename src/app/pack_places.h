#pragma once

#include "assemble/printed_pages.h"
#include "layout/page.h"

namespace rapporteur {

/// Where laid-out pages print what their anchors name.
PrintedPages printed_pages(const Pages& pages);

}  // namespace rapporteur
