#pragma once

#include <set>
#include <string>

#include "layout/pack.h"
#include "layout/page.h"

namespace rapporteur {

/// The places that citations of the pack name.
std::set<std::string> cited_places(Pack& pack);

/// Aims citations of annexed words at them, prints the page that carries them, and tells each annex where it is cited,
/// all as the pages have it. True where that changed the pack: then it has to be laid out again.
bool aim_citations(Pack& pack, const Pages& pages);

}  // namespace rapporteur
