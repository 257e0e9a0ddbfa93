#pragma once

#include <string>
#include <variant>
#include <vector>

#include "app/worker.h"

namespace rapporteur {

/// What every command takes.
struct SharedOptions {
    int jobs = 1;        // workers at a time
    WorkLimits limits;   // of one document
    std::string data;    // folder of rules, templates and fonts; empty: found by itself
    std::string themes;  // folder or file of themes; empty: those of the data folder
    bool strict = false;
    bool json = false;
    bool quiet = false;
};

struct ExtractOptions {
    std::vector<std::string> inputs;
    std::string output = "-";  // "-": standard output
};

struct MergeOptions {
    std::vector<std::string> records;
    std::string output = "-";
    bool explain = false;
};

enum class InspectForm { document, text, records };

struct InspectOptions {
    std::string file;
    InspectForm form = InspectForm::document;
};

struct ListRulesOptions {};

using Command = std::variant<ExtractOptions, MergeOptions, InspectOptions, ListRulesOptions>;

/// One command line, understood.
struct Options {
    SharedOptions shared;
    Command command;
};

/// What the command line asks for, or the text to print and the exit status (help 0, wrong usage 64).
struct Answer {
    int status = 0;
    std::string text;
};
std::variant<Options, Answer> parse_options(int argc, const char* const* argv);

}  // namespace rapporteur
