#pragma once

#include "store/sqlite.h"

namespace rapporteur {

/// Marks a file as a store of ours ("Rapp", SQLite's application_id).
inline constexpr int store_mark = 0x52617070;

/// The version of the schema that this program writes.
int newest_schema();

/// Brings a store of an older version up to date, all at once.
void migrate(const Database& database);

}  // namespace rapporteur
