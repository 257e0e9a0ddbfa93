#include "app/manual.h"

#include <CLI/CLI.hpp>

#include "app/exit_status.h"

namespace rapporteur {
namespace {

/// Text of a manual page: "-" would become a typographic hyphen, and a line that begins with a dot a command.
std::string manual_text(const std::string& text) {
    std::string out;
    for (const char c : text) {
        if (c == '\\') {
            out += "\\e";
        } else if (c == '-') {
            out += "\\-";
        } else if ((c == '.' || c == '\'') && (out.empty() || out.back() == '\n')) {
            out += "\\&";
            out += c;
        } else {
            out += c;
        }
    }
    return out;
}

std::vector<const CLI::App*> commands_of(const CLI::App& program) {
    return program.get_subcommands([](const CLI::App* command) { return !command->get_group().empty(); });
}

/// The options of a command, those of its groups among them.
std::vector<const CLI::Option*> options_of(const CLI::App& command) {
    std::vector<const CLI::Option*> all = command.get_options();
    for (const CLI::App* group : command.get_subcommands([](const CLI::App* app) { return app->get_name().empty(); })) {
        for (const CLI::Option* option : group->get_options()) {
            if (option->get_name() != "--help") all.push_back(option);
        }
    }
    return all;
}

/// "--by meeting|theme", "INPUT".
std::string usage_of(const CLI::Option& option) {
    std::string names;
    for (const std::string& name : option.get_snames()) names += (names.empty() ? "-" : ", -") + name;
    for (const std::string& name : option.get_lnames()) names += (names.empty() ? "--" : ", --") + name;
    if (names.empty()) return option.get_name(true);
    return option.get_items_expected_min() > 0 ? names + " VALUE" : names;
}

std::string option_entry(const CLI::Option& option) {
    std::string words = option.get_description();
    if (!option.get_default_str().empty()) words += " (default: " + option.get_default_str() + ")";
    return ".TP\n.B " + manual_text(usage_of(option)) + "\n" + manual_text(words) + "\n";
}

std::string command_entry(const CLI::App& command) {
    std::string out = ".SS " + manual_text("rapporteur " + command.get_name());
    for (const CLI::Option* option : options_of(command)) {
        if (option->get_positional())
            out += " " + option->get_name(true) + (option->get_items_expected_max() > 1 ? "..." : "");
    }
    out += "\n" + manual_text(command.get_description()) + ".\n";
    for (const CLI::Option* option : options_of(command)) out += option_entry(*option);
    return out;
}

std::string status_entry(ExitStatus status, const std::string& words) {
    return ".TP\n.B " + std::to_string(static_cast<int>(status)) + "\n" + words + "\n";
}

std::string long_names(const CLI::App& command) {
    std::string words;
    for (const CLI::Option* option : options_of(command)) {
        for (const std::string& name : option->get_lnames()) words += (words.empty() ? "--" : " --") + name;
    }
    return words;
}

}  // namespace

std::string manual_page(const CLI::App& program) {
    const std::string name = program.get_name();
    std::string out =
        ".TH RAPPORTEUR 1\n.SH NAME\n" + name + " \\- " + manual_text(program.get_description()) +
        "\n.SH SYNOPSIS\n.B " + name + "\n.I COMMAND\n[\\fIOPTIONS\\fR]\n.SH DESCRIPTION\n" +
        "Reads the documents of meetings and writes briefing packs as PDF and DOCX: agenda, recommendations,\n"
        "outcomes, who said what, papers, and what is missing or damaged. Every quotation is word for word and\n"
        "cited. Diagnostics go to standard error.\n.SH COMMANDS\n";
    for (const CLI::App* command : commands_of(program)) out += command_entry(*command);
    out += ".SH EXIT STATUS\n";
    out += status_entry(ExitStatus::done, "Done; gaps are in the packs and on standard error.");
    out += status_entry(ExitStatus::gaps, "With \\-\\-strict: something is missing, damaged or doubtful.");
    out += status_entry(ExitStatus::failures, "Some documents or packs failed; the rest is written.");
    out += status_entry(ExitStatus::usage, "Wrong usage.");
    out += status_entry(ExitStatus::configuration, "Bad rules, templates, labels, styles or configuration.");
    return out;
}

std::string bash_completion(const CLI::App& program) {
    std::string names, cases;
    for (const CLI::App* command : commands_of(program)) {
        names += (names.empty() ? "" : " ") + command->get_name();
        cases += "        " + command->get_name() + ") options=\"" + long_names(*command) + "\" ;;\n";
    }
    return "# Completes the command line of " + program.get_name() +
           ".\n"
           "_rapporteur() {\n"
           "    local current=\"${COMP_WORDS[COMP_CWORD]}\" options=\"" +
           names + " " + long_names(program) +
           "\"\n"
           "    COMPREPLY=()\n"
           "    case \"${COMP_WORDS[1]}\" in\n" +
           cases +
           "    esac\n"
           "    if [ \"$COMP_CWORD\" -eq 1 ] || [[ \"$current\" == -* ]]; then\n"
           "        mapfile -t COMPREPLY < <(compgen -W \"$options\" -- \"$current\")\n"
           "    else\n"
           "        mapfile -t COMPREPLY < <(compgen -f -- \"$current\")\n"
           "    fi\n"
           "}\n"
           "complete -o filenames -F _rapporteur " +
           program.get_name() + "\n";
}

}  // namespace rapporteur
