#include "app/options.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <map>
#include <set>
#include <sstream>

#include "app/choice_names.h"
#include "app/exit_status.h"
#include "app/manual.h"

namespace rapporteur {
namespace {

constexpr int most_jobs = 256;
constexpr int most_seconds = 24 * 60 * 60;
constexpr int most_megabytes = 1 << 20;
constexpr int most_found = 100'000;

int cores() { return std::min(cores_of_machine(), most_jobs); }

/// The command line as CLI11 fills it in, before it becomes Options.
struct Raw {
    SharedOptions shared;
    int seconds = 60, megabytes = 2048;
    std::string as_of;
    BuildOptions build;
    ExtractOptions extract;
    MergeOptions merge;
    InspectOptions inspect;
    ListRulesOptions list_rules;
    LintOptions lint;
    NewTemplateOptions new_template;
    TemplateDataOptions template_data;
    FindOptions find;
    PurgeOptions purge;
    RunOptions run;
    InitOptions init;
    VerifyOptions verify;
};

void add_data_options(CLI::App& command, Raw& raw) {
    command.add_option("--data", raw.shared.data, "Folder of rules, templates and fonts")->envname("RAPPORTEUR_DATA");
    command.add_option("--themes", raw.shared.themes, "Folder or file of themes in place of Rapporteur's own");
}

void add_templates_option(CLI::App& command, Raw& raw) {
    command.add_option("--templates", raw.shared.templates, "Folder of templates in place of Rapporteur's own");
}

void add_template_options(CLI::App& command, Raw& raw) {
    add_templates_option(command, raw);
    command.add_option("--as-of", raw.as_of, "Date of the packs (default: today)")
        ->check(CLI::Validator(
            [](std::string& text) { return parse_iso_date(text) ? "" : "not a date such as 2014-06-02: " + text; },
            "DATE"));
}

void add_report_options(CLI::App& command, Raw& raw) {
    command.add_flag("--strict", raw.shared.strict, "End with status 1 where anything is missing, damaged or doubtful");
    command.add_flag("--json", raw.shared.json, "One JSON object a line instead of words");
    command.add_flag("--quiet", raw.shared.quiet, "Print errors only");
}

const std::map<std::string, Tracked> readings_of_changes{{"accepted", Tracked::accepted},
                                                         {"original", Tracked::original}};

const std::map<std::string, Recognise> recognitions{
    {"auto", Recognise::where_needed}, {"off", Recognise::off}, {"force", Recognise::always}};

const std::map<std::string, bool> conversions{{"auto", true}, {"off", false}};

void add_reading_options(CLI::App& command, Raw& raw) {
    add_data_options(command, raw);
    add_report_options(command, raw);
    command.add_option("--jobs", raw.shared.jobs, "Documents or packs worked at at a time (default: one a core)")
        ->check(CLI::Range(1, most_jobs));
    command.add_option("--time-limit", raw.seconds, "Seconds after which a document is given up")
        ->capture_default_str()
        ->check(CLI::Range(1, most_seconds));
    command.add_flag("--follow-links", raw.shared.follow_links, "Follow links that lead out of a folder of documents");
    command.add_option("--password", raw.shared.reading.password, "Password of documents that are locked");
    command
        .add_option("--tracked", raw.shared.reading.tracked,
                    "Tracked changes read as accepted, or the original text (default: accepted)")
        ->transform(CLI::CheckedTransformer(readings_of_changes));
    command
        .add_option(
            "--ocr", raw.shared.reading.recognition.pages,
            "Whether Tesseract, where it is installed, reads pages of PDF files that are pictures: auto, off, or "
            "force for all pages (default: auto)")
        ->transform(CLI::CheckedTransformer(recognitions));
    command
        .add_option("--convert", raw.shared.convert,
                    "Whether LibreOffice, where it is installed, converts RTF, DOC and presentations (default: auto)")
        ->transform(CLI::CheckedTransformer(conversions));
    command.add_option("--memory-limit", raw.megabytes, "Megabytes of address space that a document may take")
        ->capture_default_str()
        ->check(CLI::Range(64, most_megabytes));
}

void add_language_option(CLI::App& command, std::string& language) {
    command.add_option("--language", language, "Language of the packs' own words, such as fr or ar")
        ->capture_default_str();
}

void add_style_option(CLI::App& command, std::string& style) {
    command.add_option("--style", style, "Look of the packs: print, large-print, or a file or folder of one's own");
}

CLI::App* add_build(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("build", "Make briefing packs");
    BuildOptions& build = raw.build;
    command->add_option("INPUT", build.inputs, "Files and folders")->required();
    command->add_option("--by", build.by, "One pack a meeting, a theme, or both (default: both)")
        ->transform(CLI::CheckedTransformer(grouping_names));
    command->add_option("--format", build.formats, "Formats, apart by commas (default: pdf,docx)")
        ->delimiter(',')
        ->transform(CLI::CheckedTransformer(format_names));
    command
        ->add_option(
            "--export", build.exports,
            "What to write beside the packs, apart by commas: records (JSON Lines), csv (recommendations), ics "
            "(sessions and deadlines); default: nothing")
        ->delimiter(',')
        ->transform(CLI::CheckedTransformer(export_names));
    command->add_option("--out", build.out, "Folder for the packs")->capture_default_str();
    command->add_option("--template", build.template_name, "Template for all packs (default: by the kind of pack)");
    add_language_option(*command, build.language);
    add_style_option(*command, build.style);
    command->add_option("--only", build.only, "Make only packs whose title holds this text");
    command->add_option("--prepared-for", build.prepared_for, "Whom the cover names");
    command->add_option("--logo", build.logo, "Picture (PNG or JPEG) on the packs' covers; a summary has none");
    command->add_option("--logo-alt", build.logo_alt,
                        "What the logo is, for those who do not see it (default: the word logo)");
    command->add_option("--for", build.delegation, "Delegation whose concerns the packs show, such as a State's name");
    command->add_flag("--annex", build.annex,
                      "Put the papers themselves behind each pack, every citation leading to them");
    command->add_option("--instructions", build.instructions,
                        "Document with the delegation's notes under headings that name agenda items");
    command
        ->add_option("--notes", build.notes,
                     "Earlier DOCX packs that people wrote in, or folders of them: their notes stand in the new packs")
        ->expected(1)
        ->multi_option_policy(CLI::MultiOptionPolicy::TakeAll);
    command
        ->add_option_function<Classification>(
            "--classification", [&build](const Classification& level) { build.classification = level; },
            "Whom the packs are for: what documents of a higher mark say is left out (general, limited, restricted, "
            "confidential, strictly-confidential; default: nothing is left out)")
        ->transform(CLI::CheckedTransformer(classification_names));
    command->add_option("--reference", build.reference,
                        "House document (DOCX): the Word packs take its styles, page, head, foot, logo and theme");
    command->add_option("--store", build.store,
                        "File that keeps what was read, so that documents that have not changed are not read again: "
                        "one for one set of INPUT");
    command->add_flag("--embed-sources", build.embed_sources, "Attach the documents themselves to the PDF packs");
    command->add_option("--encrypt-with", build.encrypt_with,
                        "File whose first line is a password that locks the packs (AES-256; PDF only)");
    add_template_options(*command, raw);
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_extract(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("extract", "Write what documents say as records (JSON Lines)");
    command->add_option("INPUT", raw.extract.inputs, "Files and folders")->required();
    command->add_option("-o,--output", raw.extract.output, "File to write; - for standard output")
        ->capture_default_str();
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
    form("--explain", InspectForm::explain, "Which rule found what, and which rivals it beat");
    form("--xml", InspectForm::xml, "The pack XML of the packs that it would give by itself");
    form("--pack", InspectForm::pack, "Those packs before they are laid out");
    form("--pages", InspectForm::pages, "Those packs laid out");
    forms->require_option(0, 1);
    add_language_option(*command, raw.inspect.language);
    add_style_option(*command, raw.inspect.style);
    add_template_options(*command, raw);
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_list_rules(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("list-rules", "List the rules by language and kind of record");
    command->add_flag("--count", raw.list_rules.count, "How many rules and examples there are, in place of the list");
    add_data_options(*command, raw);
    return command;
}

CLI::App* add_list_templates(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("list-templates", "List the templates at hand");
    add_data_options(*command, raw);
    add_templates_option(*command, raw);
    return command;
}

CLI::App* add_lint(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("lint", "Tell every mistake of templates, labels and styles");
    command->add_option("TEMPLATE", raw.lint.templates,
                        "Names or folders of templates, or Word files (default: all at hand)");
    command->add_option("--commented", raw.lint.commented,
                        "File for a copy of the Word template with a comment at each mistake");
    add_data_options(*command, raw);
    add_templates_option(*command, raw);
    add_report_options(*command, raw);
    return command;
}

CLI::App* add_new_template(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("new-template", "Copy a template to make it one's own");
    command->add_option("NAME", raw.new_template.name, "Name of the new template")->required();
    command->add_option("--from", raw.new_template.from, "Template to copy")->capture_default_str();
    command->add_option("--into", raw.new_template.into, "Folder of templates that it is made in")
        ->capture_default_str();
    add_data_options(*command, raw);
    add_templates_option(*command, raw);
    return command;
}

CLI::App* add_template_data(CLI::App& program, Raw& raw) {
    CLI::App* command =
        program.add_subcommand("template-data", "List all that a template may name, with a sample of each");
    command->add_option("INPUT", raw.template_data.inputs,
                        "Files and folders that the samples are taken from (default: documents that come with "
                        "Rapporteur)");
    command->add_option("--for", raw.template_data.delegation, "Delegation whose concerns are among the samples");
    add_language_option(*command, raw.template_data.language);
    add_template_options(*command, raw);
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_find(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("find", "Print the statements of a store in which words stand");
    command->add_option("WORDS", raw.find.words, "Words, whatever their endings; \"in quotation marks\" in this order")
        ->required();
    command->add_option("--store", raw.find.store, "The store's file")->capture_default_str();
    command->add_option("--most", raw.find.most, "How many statements to print")
        ->capture_default_str()
        ->check(CLI::Range(1, most_found));
    add_report_options(*command, raw);
    return command;
}

CLI::App* add_purge(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("purge", "Remove every trace of a document from a store");
    command->add_option("DOCUMENT", raw.purge.document, "Its id or the beginning of it, path, file name or symbol")
        ->required();
    command->add_option("--store", raw.purge.store, "The store's file")->capture_default_str();
    add_report_options(*command, raw);
    return command;
}

CLI::App* add_run(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("run", "Make the packs of a project that are due and say something new");
    command->add_option("PROJECT", raw.run.project, "The project file")->capture_default_str();
    command->add_flag("--force", raw.run.force, "Make all packs, due or not, with something new or without");
    command->add_flag("--dry-run", raw.run.dry_run, "Print what would be done");
    command->add_flag("--supplement", raw.run.supplement,
                      "Beside each new edition make loose sheets that bring the printed pack in hand up to date");
    command->add_flag("--wait", raw.run.wait, "Wait where another run is at work (default: leave it the work)");
    add_templates_option(*command, raw);
    add_reading_options(*command, raw);
    return command;
}

CLI::App* add_init(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("init", "Write a project file by looking at a folder of documents");
    command->add_option("FOLDER", raw.init.folder, "The folder")->capture_default_str();
    add_report_options(*command, raw);
    return command;
}

CLI::App* add_verify(CLI::App& program, Raw& raw) {
    CLI::App* command = program.add_subcommand("verify", "Compare packs with the manifest of their folder");
    command->add_option("DIR", raw.verify.folder, "The folder that build wrote packs into")->required();
    command->add_flag("--inputs", raw.verify.inputs, "Compare the documents that the packs were made from, too");
    add_report_options(*command, raw);
    return command;
}

/// What is asked for twice is made once.
template <class Format>
void keep_first(std::vector<Format>& all) {
    std::set<Format> seen;
    std::erase_if(all, [&](Format format) { return !seen.insert(format).second; });
}

Options finished(Raw& raw, Command command) {
    raw.shared.limits.time = std::chrono::seconds(raw.seconds);
    raw.shared.limits.memory = static_cast<std::size_t>(raw.megabytes) << 20;
    return {raw.shared, std::move(command)};
}

}  // namespace

bool leaves_packs_open(const BuildOptions& build) {
    return !build.encrypt_with.empty() &&
           (!build.exports.empty() ||
            std::find(build.formats.begin(), build.formats.end(), PackFormat::docx) != build.formats.end());
}

std::variant<Options, Answer> parse_options(int argc, const char* const* argv, const PartialDate& today) {
    Raw raw;
    raw.shared.jobs = cores();
    CLI::App program{"Briefing packs from meeting documents", "rapporteur"};
    program.set_version_flag("--version", RAPPORTEUR_VERSION);
    program.require_subcommand(1);
    CLI::App* build = add_build(program, raw);
    CLI::App* extract = add_extract(program, raw);
    CLI::App* merge = add_merge(program, raw);
    CLI::App* inspect = add_inspect(program, raw);
    CLI::App* rules = add_list_rules(program, raw);
    CLI::App* lint = add_lint(program, raw);
    CLI::App* new_template = add_new_template(program, raw);
    CLI::App* template_data = add_template_data(program, raw);
    CLI::App* find = add_find(program, raw);
    CLI::App* purge = add_purge(program, raw);
    CLI::App* run = add_run(program, raw);
    CLI::App* init = add_init(program, raw);
    CLI::App* verify = add_verify(program, raw);
    add_list_templates(program, raw);
    // For packaging: not in the list of commands.
    const CLI::App* manual = program.add_subcommand("manual", "Print the manual page")->group("");
    const CLI::App* completion = program.add_subcommand("completion", "Print the completion for bash")->group("");
    try {
        program.parse(argc, argv);
    } catch (const CLI::ParseError& stop) {
        std::ostringstream out, err;
        const bool asked = program.exit(stop, out, err) == 0;
        return Answer{asked ? 0 : static_cast<int>(ExitStatus::usage), out.str() + err.str()};
    }
    keep_first(raw.build.formats);
    keep_first(raw.build.exports);
    if (leaves_packs_open(raw.build))
        return Answer{
            static_cast<int>(ExitStatus::usage),
            "--encrypt-with locks PDF packs only, a DOCX or an export would stay open: add --format pdf, leave out "
            "--export\n"};
    if (manual->parsed()) return Answer{0, manual_page(program)};
    if (completion->parsed()) return Answer{0, bash_completion(program)};
    raw.build.as_of = raw.inspect.as_of = raw.template_data.as_of = parse_iso_date(raw.as_of).value_or(today);
    if (build->parsed()) return finished(raw, raw.build);
    if (extract->parsed()) return finished(raw, raw.extract);
    if (merge->parsed()) return finished(raw, raw.merge);
    if (inspect->parsed()) return finished(raw, raw.inspect);
    if (rules->parsed()) return finished(raw, raw.list_rules);
    if (lint->parsed()) return finished(raw, raw.lint);
    if (new_template->parsed()) return finished(raw, raw.new_template);
    if (find->parsed()) return finished(raw, raw.find);
    if (purge->parsed()) return finished(raw, raw.purge);
    if (run->parsed()) return finished(raw, raw.run);
    if (init->parsed()) return finished(raw, raw.init);
    if (verify->parsed()) return finished(raw, raw.verify);
    if (template_data->parsed()) return finished(raw, raw.template_data);
    return finished(raw, ListTemplatesOptions{});
}

}  // namespace rapporteur
