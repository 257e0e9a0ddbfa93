#include <unistd.h>

#include <iostream>

#include "app/clock.h"
#include "app/command.h"

int main(int argc, char** argv) {
    const std::unique_ptr<rapporteur::Files> files = rapporteur::make_disk_files();
    const bool terminal = isatty(STDERR_FILENO) == 1;
    return rapporteur::run(argc, argv, {*files, std::cout, std::cerr, terminal, rapporteur::today()});
}
