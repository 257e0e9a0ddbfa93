#include <doctest/doctest.h>

#include <sstream>

#include "app/program.h"

using namespace rapporteur;

namespace {

/// The long options that a help text names.
std::vector<std::string> options_in(const std::string& help) {
    std::vector<std::string> options;
    for (std::size_t at = help.find("--"); at != std::string::npos; at = help.find("--", at + 2)) {
        const std::size_t end = help.find_first_not_of("abcdefghijklmnopqrstuvwxyz-", at);
        if (help[at - 1] == ' ' || help[at - 1] == ',') options.push_back(help.substr(at, end - at));
    }
    return options;
}

std::string as_manual(const std::string& option) {
    std::string out;
    for (const char c : option) out += c == '-' ? std::string("\\-") : std::string(1, c);
    return out;
}

}  // namespace

TEST_CASE("the manual page and the completion name every command with its options") {
    const std::string manual = run_program({"manual"}).out, completion = run_program({"completion"}).out;
    CHECK(manual.starts_with(".TH RAPPORTEUR 1\n"));
    const std::string help = run_program({"--help"}).out;
    std::istringstream lines(help.substr(help.find("Subcommands:")));
    std::string line, name;
    std::getline(lines, line);
    int commands = 0;
    while (std::istringstream(std::getline(lines, line) ? line : "") >> name) {
        ++commands;
        CAPTURE(name);
        const std::size_t begin = manual.find(".SS " + as_manual("rapporteur " + name));
        REQUIRE(begin != std::string::npos);
        const std::string section = manual.substr(begin, manual.find("\n.S", begin + 1) - begin);
        const std::size_t words = completion.find(" " + name + ") options=\"");
        REQUIRE(words != std::string::npos);
        const std::string completed = completion.substr(words, completion.find('\n', words) - words);
        for (const std::string& option : options_in(run_program({name, "--help"}).out)) {
            CAPTURE(option);
            CHECK(section.find(as_manual(option)) != std::string::npos);
            CHECK(completed.find(option) != std::string::npos);
        }
    }
    CHECK(commands > 5);
    CHECK(manual.find(".B 65") != std::string::npos);
}
