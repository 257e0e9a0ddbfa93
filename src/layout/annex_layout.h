#pragma once

#include <vector>

#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The sheets of an annexed paper, each a strip that fills a page: the source's page in its frame, a bar beside what
/// the pack cites, its links and anchors.
std::vector<Strip> lay_sheets(const Annex& annex, Flow& flow, Typesetter& typesetter);

/// Adds the anchors of what is cited in a paragraph that is typeset for an annex, and the bar beside it.
void mark_cited(const std::vector<std::string>& places, double x, const Style& style, std::vector<Strip>& strips);

}  // namespace rapporteur
