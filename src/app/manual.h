#pragma once

#include <string>

namespace CLI {
class App;
}

namespace rapporteur {

/// The manual page of a program (man(7)), from what its command line declares.
std::string manual_page(const CLI::App& program);

/// The completion of its command line for bash: commands, the options of each, else names of files.
std::string bash_completion(const CLI::App& program);

}  // namespace rapporteur
