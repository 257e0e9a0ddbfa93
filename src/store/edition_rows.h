#pragma once

#include <string>

#include "store/sqlite.h"

namespace rapporteur {

/// Removes what editions said by the words of a document, and those editions that said nothing else.
void purge_from_editions(const Database& database, const std::string& document);

}  // namespace rapporteur
