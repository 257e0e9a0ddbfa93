#include "app/command.h"

#include "app/inputs.h"
#include "app/inspect.h"
#include "app/listing.h"
#include "app/options.h"
#include "app/reading.h"
#include "app/report.h"
#include "app/resources.h"
#include "model/record_json.h"
#include "store/merge.h"

namespace rapporteur {
namespace {

/// One run of the program.
class Invocation {
public:
    Invocation(const SharedOptions& shared, const Surroundings& around)
        : shared_(shared),
          around_(around),
          report_(around.out, around.err, {shared.json, shared.quiet, around.terminal}) {}

    ExitStatus operator()(const ExtractOptions& options) {
        const std::optional<Knowledge> knowledge = load();
        if (!knowledge) return ExitStatus::configuration;
        Records records;
        for (ReadInput& input : read(options.inputs, "", *knowledge)) append(records, std::move(input.records));
        write(options.output, to_jsonl(records));
        return status();
    }

    ExitStatus operator()(const MergeOptions& options) {
        std::vector<Records> parts;
        for (const std::string& path : options.records) {
            if (std::optional<Records> records = read_records(path)) parts.push_back(std::move(*records));
        }
        if (parts.empty()) return status();
        const Merged merged = merge_with_reasons(std::move(parts));
        write(options.output, options.explain ? words_of(merged.reasons) : to_jsonl(merged.records));
        return status();
    }

    ExitStatus operator()(const InspectOptions& options) {
        const std::optional<Knowledge> knowledge = load();
        if (!knowledge) return ExitStatus::configuration;
        inspect(options, shared_, *knowledge, around_.files, around_.out, report_);
        return status();
    }

    ExitStatus operator()(const ListRulesOptions&) {
        const std::optional<Knowledge> knowledge = load();
        if (!knowledge) return ExitStatus::configuration;
        around_.out << list_rules(knowledge->rules);
        return status();
    }

private:
    ExitStatus status() const { return report_.status(shared_.strict); }

    template <class T>
    std::optional<T> reported(Result<T> result) {
        if (result) return std::move(*result);
        report_.add(result.error());
        return std::nullopt;
    }

    std::optional<Knowledge> load() {
        const std::optional<Resources> resources =
            reported(find_resources(shared_.data, shared_.themes, around_.files));
        if (!resources) return std::nullopt;
        const auto rules = reported(read_texts(resources->rules, {".xml"}, around_.files));
        const auto themes = reported(read_texts(resources->themes, {".xml"}, around_.files));
        if (!rules || !themes) return std::nullopt;
        return reported(load_knowledge(*rules, *themes));
    }

    std::vector<ReadInput> read(const std::vector<std::string>& inputs, const std::string& left_out,
                                const Knowledge& knowledge) {
        Diagnostics problems;
        const std::vector<std::string> paths = find_documents(inputs, left_out, around_.files, problems);
        report_.add(problems);
        return read_inputs(paths, false, knowledge, shared_, around_.files, report_);
    }

    std::optional<Records> read_records(const std::string& path) {
        const std::optional<std::string> text = reported(around_.files.read(path, most_document_bytes));
        if (!text) return std::nullopt;
        return reported(records_from_jsonl(*text, path));
    }

    void write(const std::string& path, const std::string& text) {
        report_.progress().clear();
        if (path == "-") {
            around_.out << text << std::flush;
        } else if (const std::optional<Diagnostic> problem = around_.files.write(path, text)) {
            report_.add(*problem);
        }
    }

    const SharedOptions& shared_;
    const Surroundings& around_;
    Report report_;
};

}  // namespace

int run(int argc, const char* const* argv, const Surroundings& around) {
    const std::variant<Options, Answer> parsed = parse_options(argc, argv);
    if (const auto* answer = std::get_if<Answer>(&parsed)) {
        (answer->status == 0 ? around.out : around.err) << answer->text;
        return answer->status;
    }
    const Options& options = std::get<Options>(parsed);
    Invocation invocation(options.shared, around);
    return static_cast<int>(std::visit(invocation, options.command));
}

}  // namespace rapporteur
