#include <unistd.h>

#include <iostream>

#include "app/clock.h"
#include "app/command.h"

int main(int argc, char** argv) {
    const std::unique_ptr<rapporteur::Files> files = rapporteur::make_disk_files();
    const bool terminal = isatty(STDERR_FILENO) == 1;
    const std::int64_t now = rapporteur::now();
    return rapporteur::run(argc, argv, {*files, std::cout, std::cerr, terminal, rapporteur::day_here(now), now});
}
