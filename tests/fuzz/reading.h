#pragma once

#include <string>
#include <string_view>

namespace rapporteur::fuzz {

/// Reads the bytes under that name and demands of the document, if there is one, that every range lies in its text and
/// that it survives the way from a worker to the supervisor.
void read_and_check(const std::string& name, std::string_view bytes);

}  // namespace rapporteur::fuzz
