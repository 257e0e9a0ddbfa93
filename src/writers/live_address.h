#pragma once

#include <string>

namespace rapporteur {

/// The address in ASCII with everything else percent-encoded; empty where its scheme must not become alive in a pack
/// (only http, https and mailto may).
std::string live_address(const std::string& target);

}  // namespace rapporteur
