#pragma once

#include "template/statement_values.h"

namespace rapporteur {

/// One item as the agenda prints it.
Value item_value(const AgendaLine& item, const StatementValues& values);

/// "Morning session, 10.00–13.00"; empty where the agenda prints neither.
std::string session_words(const std::string& name, const std::string& start, const std::string& end,
                          const Wording& wording);

}  // namespace rapporteur
