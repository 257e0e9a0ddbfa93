#include <unistd.h>

#include <iostream>

#include "app/command.h"

int main(int argc, char** argv) {
    const std::unique_ptr<rapporteur::Files> files = rapporteur::make_disk_files();
    return rapporteur::run(argc, argv, {*files, std::cout, std::cerr, isatty(STDERR_FILENO) == 1});
}
