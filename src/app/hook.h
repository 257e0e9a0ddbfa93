#pragma once

#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "support/diagnostic.h"

namespace rapporteur {

/// Runs a program of the user's with what it is told in its environment, besides that of this program; no shell reads
/// any of it. Nothing where it ends with 0 in good time. An empty `command` is none.
std::optional<Diagnostic> run_hook(const std::vector<std::string>& command,
                                   const std::vector<std::pair<std::string, std::string>>& told,
                                   std::chrono::seconds most_time = std::chrono::minutes(5));

}  // namespace rapporteur
