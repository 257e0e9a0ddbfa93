#pragma once

#include <string>
#include <vector>

#include "model/record.h"
#include "store/sqlite.h"

namespace rapporteur {

/// Puts what a search finds of a document in the place of what stood there: recommendations, outcomes, interventions,
/// and titles of agenda items.
void index_statements(const Database& database, const std::string& id, const Records& records);

/// Removes what a search finds of a document.
void drop_statements(const Database& database, const std::string& id);

}  // namespace rapporteur
