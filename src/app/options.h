#pragma once

namespace rapporteur {

/// Runs the program with its command line; gives the exit status (0, 1, 2, 64 or 65, as README.md says).
int run(int argc, char** argv);

}  // namespace rapporteur
