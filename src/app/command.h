#pragma once

#include <cstdint>
#include <ostream>

#include "app/files.h"
#include "model/date.h"

namespace rapporteur {

/// What the program is given by the machine it runs on.
struct Surroundings {
    Files& files;
    std::ostream& out;
    std::ostream& err;
    bool terminal = false;  // `err` is a terminal
    PartialDate today;
    std::int64_t now = 0;  // seconds since 1970
};

/// Runs the program with its command line; gives the exit status (exit_status.h).
int run(int argc, const char* const* argv, const Surroundings& surroundings);

}  // namespace rapporteur
