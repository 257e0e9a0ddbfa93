#include "app/options.h"

#include <CLI/CLI.hpp>

namespace rapporteur {

int run(int argc, char** argv) {
    CLI::App app{"Briefing packs from meeting documents", "rapporteur"};
    app.set_version_flag("--version", "0.1.0");
    CLI11_PARSE(app, argc, argv);
    return 0;
}

}  // namespace rapporteur
