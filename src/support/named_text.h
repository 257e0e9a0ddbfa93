#pragma once

#include <string>

namespace rapporteur {

/// A file's name, as errors should show it, and its content.
struct NamedText {
    std::string name;
    std::string text;
};

}  // namespace rapporteur
