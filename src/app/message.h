#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"

namespace rapporteur {

/// Several byte strings as one, each after its length: what jobs and their outputs are made of.
std::string to_message(const std::vector<std::string_view>& parts);

/// The parts again, in place; nothing where `message` was not made by to_message.
std::optional<std::vector<std::string_view>> parts_of(std::string_view message);

/// Diagnostics as a message and back.
std::string to_message(const Diagnostics& diagnostics);
std::optional<Diagnostics> diagnostics_of(std::string_view message);

}  // namespace rapporteur
