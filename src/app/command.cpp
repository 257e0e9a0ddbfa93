#include "app/command.h"

#include "app/inputs.h"
#include "app/inspect.h"
#include "app/listing.h"
#include "app/options.h"
#include "app/pipeline.h"
#include "app/project_init.h"
#include "app/project_run.h"
#include "app/reading.h"
#include "app/report.h"
#include "app/resources.h"
#include "app/store_tools.h"
#include "app/template_files.h"
#include "app/template_tools.h"
#include "app/verify.h"
#include "model/record_json.h"
#include "store/merge.h"

namespace rapporteur {
namespace {

/// Standard output as a file to write: what is shown of the progress makes way.
class Printed : public OutputFile {
public:
    Printed(std::ostream& out, Progress& progress) : out_(out), progress_(progress) {}
    void append(std::string_view bytes) override {
        progress_.clear();
        out_ << bytes;
    }
    std::optional<Diagnostic> finish() override {
        out_ << std::flush;
        return std::nullopt;
    }

private:
    std::ostream& out_;
    Progress& progress_;
};

/// One run of the program: does what one of the commands asks for and tells the report.
class Invocation {
public:
    Invocation(const SharedOptions& shared, const Surroundings& around, Report& report)
        : shared_(shared), around_(around), report_(report) {}

    void operator()(const BuildOptions& options) {
        if (const auto resources = find()) build(options, shared_, *resources, around_.files, report_);
    }

    void operator()(const ExtractOptions& options) {
        const auto knowledge = load();
        if (!knowledge) return;
        const auto output = report_.value_or_told(begin(options.output));
        if (!output) return;
        Diagnostics problems;
        const auto paths = find_documents(options.inputs, {"", shared_.follow_links}, around_.files, problems);
        report_.add(problems);
        const auto take = [&](const Records& records) { (*output)->append(to_jsonl(records)); };
        Records documents;
        documents.documents = stream_inputs(paths, *knowledge, shared_, around_.files, report_, take);
        (*output)->append(to_jsonl(documents));
        report_.progress().clear();
        if (const auto problem = (*output)->finish()) report_.add(*problem);
    }

    void operator()(const MergeOptions& options) {
        std::vector<Records> parts;
        for (const std::string& path : options.records) {
            const auto text = report_.value_or_told(around_.files.read(path, most_document_bytes));
            if (!text) continue;
            auto records = report_.value_or_told(records_from_jsonl(*text, path));
            if (records) parts.push_back(std::move(*records));
        }
        if (parts.empty()) return;
        const Merged merged = merge_with_reasons(std::move(parts));
        write(options.output, options.explain ? words_of(merged.reasons) : to_jsonl(merged.records));
    }

    void operator()(const InspectOptions& options) {
        if (options.form >= InspectForm::xml) {
            const auto resources = find();
            if (resources) inspect_packs(options, shared_, *resources, around_.files, around_.out, report_);
        } else if (const auto knowledge = load()) {
            inspect(options, shared_, *knowledge, around_.files, around_.out, report_);
        }
    }

    void operator()(const ListRulesOptions& options) {
        if (const auto knowledge = load(Compile::at_once))
            around_.out << (options.count ? count_rules(knowledge->rules) : list_rules(knowledge->rules));
    }

    void operator()(const ListTemplatesOptions&) {
        const auto resources = find();
        if (!resources) return;
        const auto names = report_.configured(list_templates(resources->templates, around_.files));
        if (!names) return;
        for (const std::string& name : *names) around_.out << name << '\n';
    }

    void operator()(const LintOptions& options) {
        if (const auto resources = find()) lint_templates(options, *resources, around_.files, around_.out, report_);
    }

    void operator()(const NewTemplateOptions& options) {
        if (const auto resources = find()) make_template(options, *resources, around_.files, around_.out, report_);
    }

    void operator()(const FindOptions& options) {
        find_statements(options, around_.files, {around_.out, shared_.json}, report_);
    }

    void operator()(const PurgeOptions& options) { purge_document(options, around_.files, around_.out, report_); }

    /// A run has a report of its own, which goes into its log.
    void operator()(const RunOptions&) {}

    void operator()(const InitOptions& options) { init_project(options, around_.files, around_.out, report_); }

    void operator()(const VerifyOptions& options) { verify_packs(options, around_.files, report_); }

    void operator()(const TemplateDataOptions& options) {
        const auto resources = find();
        if (resources) list_template_data(options, shared_, *resources, around_.files, around_.out, report_);
    }

private:
    std::optional<Resources> find() {
        return report_.configured(find_resources(shared_.data, shared_.themes, shared_.templates, around_.files));
    }

    std::optional<Knowledge> load(Compile shipped = Compile::at_first_use) {
        const auto resources = find();
        return resources ? report_.configured(read_knowledge(*resources, around_.files, shipped)) : std::nullopt;
    }

    /// "-" is standard output.
    Result<std::unique_ptr<OutputFile>> begin(const std::string& path) {
        if (path == "-") return std::unique_ptr<OutputFile>(std::make_unique<Printed>(around_.out, report_.progress()));
        return around_.files.create(path);
    }

    void write(const std::string& path, const std::string& text) {
        const auto output = report_.value_or_told(begin(path));
        if (!output) return;
        (*output)->append(text);
        if (const auto problem = (*output)->finish()) report_.add(*problem);
    }

    const SharedOptions& shared_;
    const Surroundings& around_;
    Report& report_;
};

}  // namespace

int run(int argc, const char* const* argv, const Surroundings& around) {
    const std::variant<Options, Answer> parsed = parse_options(argc, argv, around.today);
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
        (answer->status == 0 ? around.out : around.err) << answer->text;
        return answer->status;
    }
    const Options& options = std::get<Options>(parsed);
    const SharedOptions& shared = options.shared;
    const ReportStyle style{shared.json, shared.quiet, around.terminal};
    if (const auto* project = std::get_if<RunOptions>(&options.command))
        return static_cast<int>(run_project(*project, shared, style, around));
    Report report(around.out, around.err, style);
    std::visit(Invocation(shared, around, report), options.command);
    return static_cast<int>(report.status(shared.strict));
}

}  // namespace rapporteur
