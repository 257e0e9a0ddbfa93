#pragma once

#include <string>
#include <vector>

#include "extract/rule_set.h"
#include "model/document.h"

namespace rapporteur {

/// The document's own by its main tag; the default language where it does not say.
std::string main_language(const Document& document);

/// The language of every block by its main tag. A document in one language has that one throughout; where a second one,
/// for which there are rules too, takes a good share of the running text (bilingual resolutions), blocks too short to
/// tell follow the one before.
std::vector<std::string> languages_of_blocks(const Document& document, const RuleSet& rules);

}  // namespace rapporteur
