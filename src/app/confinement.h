#pragma once

#include <optional>
#include <string>
#include <vector>

namespace rapporteur {

/// What a process that is locked in may still do.
struct Leave {
    std::vector<std::string> readable = {};  // folders whose files libraries may read
    bool threads = false;                    // start threads of its own
};

/// Locks this process in for good: from here on it cannot open or change files, reach the network, start programs or
/// processes, or touch other processes; it can only compute, take memory, and read from and write to what is open.
/// Libraries may still read what lies below `readable` (their own data: CMaps of fonts, models of text recognition);
/// threads share all these walls.
/// What no honest library asks for (a program, a socket, a file to write) kills the process with the signal SYS;
/// anything else is answered with an error. Nothing where that went well, else what the machine cannot do.
///
/// Seccomp decides by the kind of call (the list stands in confinement.cpp), Landlock by the place of a file; where the
/// kernel has no Landlock, nothing can be opened at all.
std::optional<std::string> confine(const Leave& leave);

}  // namespace rapporteur
