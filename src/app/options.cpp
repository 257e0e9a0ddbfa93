#include "app/options.h"

#include <CLI/CLI.hpp>
#include <map>
#include <sstream>
#include <thread>

#include "app/exit_status.h"

namespace rapporteur {
namespace {

constexpr int most_jobs = 256;
constexpr int most_seconds = 24 * 60 * 60;
constexpr int most_megabytes = 1 << 20;

int cores() { return std::clamp(static_cast<int>(std::thread::hardware_concurrency()), 1, most_jobs); }

/// The command line as CLI11 fills it in, before it becomes Options.
struct Raw {
    SharedOptions shared;
    int seconds = 60, megabytes = 1024;
    ExtractOptions extract;
    MergeOptions merge;
    InspectOptions inspect;
};

void add_data_options(CLI::App& command, Raw& raw) {
    command.add_option("--data", raw.shared.data, "Folder of rules, templates and fonts")->envname("RAPPORTEUR_DATA");
    command.add_option("--themes", raw.shared.themes, "Folder or file of themes in place of Rapporteur's own");
}

void add_report_options(CLI::App& command, Raw& raw) {
    command.add_flag("--strict", raw.shared.strict, "End with status 1 where anything is missing, damaged or doubtful");
    command.add_flag("--json", raw.shared.json, "One JSON object a line instead of words");
    command.add_flag("--quiet", raw.shared.quiet, "Print errors only");
}

void add_reading_options(CLI::App& command, Raw& raw) {
    add_data_options(command, raw);
    add_report_options(command, raw);
    command.add_option("--jobs", raw.shared.jobs, "Documents or packs worked at at a time (default: one a core)")
        ->check(CLI::Range(1, most_jobs));
    command.add_option("--time-limit", raw.seconds, "Seconds after which a document is given up")->capture_default_str()
        ->check(CLI::Range(1, most_seconds));
    command.add_option("--memory-limit", raw.megabytes, "Megabytes of address space that a document may take")->capture_default_str()
        ->check(CLI::Range(64, most_megabytes));
}

CLI::App* add_extract(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("extract", "Write what documents say as records (JSON Lines)");
    command->add_option("INPUT", raw.extract.inputs, "Files and folders")->required();
    command->add_option("-o,--output", raw.extract.output, "File to write; - for standard output")->capture_default_str();
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_merge(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("merge", "Work out what is the same across documents");
    command->add_option("RECORDS", raw.merge.records, "Files that extract wrote")->required();
    command->add_option("-o,--output", raw.merge.output, "File to write; - for standard output")->capture_default_str();
    command->add_flag("--explain", raw.merge.explain, "Print why records were merged instead of the records");
    add_report_options(*command, raw);
    return command;
}

CLI::App* add_inspect(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("inspect", "Print a document as a stage of the work sees it");
    command->add_option("FILE", raw.inspect.file, "A document")->required();
    CLI::Option_group* forms = command->add_option_group("form", "What to print");
    const auto form = [&](const char* name, InspectForm value, const char* words) {
        forms->add_flag_callback(
            name, [&raw, value] { raw.inspect.form = value; }, words);
    };
    form("--document", InspectForm::document, "Its blocks (the default)");
    form("--text", InspectForm::text, "Its healed text, which the offsets of records count in");
    form("--records", InspectForm::records, "Its records (JSON Lines)");
    forms->require_option(0, 1);
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_list_rules(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("list-rules", "List the rules by language and kind of record");
    add_data_options(*command, raw);
    return command;
}

Options finished(Raw& raw, Command command) {
    raw.shared.limits.time = std::chrono::seconds(raw.seconds);
    raw.shared.limits.memory = static_cast<std::size_t>(raw.megabytes) << 20;
    return {raw.shared, std::move(command)};
}

}  // namespace

std::variant<Options, Answer> parse_options(int argc, const char* const* argv) {
    Raw raw;
    raw.shared.jobs = cores();
    CLI::App program{"Briefing packs from meeting documents", "rapporteur"};
    program.set_version_flag("--version", RAPPORTEUR_VERSION);
    program.require_subcommand(1);
    CLI::App* extract = add_extract(program, raw);
    CLI::App* merge = add_merge(program, raw);
    CLI::App* inspect = add_inspect(program, raw);
    add_list_rules(program, raw);
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
        std::ostringstream out, err;
        const bool asked = program.exit(stop, out, err) == 0;
        return Answer{asked ? 0 : static_cast<int>(ExitStatus::usage), out.str() + err.str()};
    }
    if (extract->parsed()) return finished(raw, raw.extract);
    if (merge->parsed()) return finished(raw, raw.merge);
    if (inspect->parsed()) return finished(raw, raw.inspect);
    return finished(raw, ListRulesOptions{});
}

}  // namespace rapporteur
