#include "app/house_file.h"

#include "app/message.h"
#include "app/worker_pool.h"
#include "writers/docx/docx_writer.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_bytes = std::size_t{64} << 20;

/// In a worker: what there is to tell of the document.
std::string told_of(const HouseFile& file, const Style& style) {
    Diagnostics told;
    const Result<HouseDocument> house = read_house_document(file.bytes, file.path, told);
    if (!house) return to_message(Diagnostics{house.error()});
    const Diagnostics conflicts = style_conflicts(*house, style, file.path);
    told.insert(told.end(), conflicts.begin(), conflicts.end());
    return to_message(told);
}

}  // namespace

std::optional<HouseFile> hold_house_file(const std::string& path, const PackKit& kit, const SharedOptions& shared,
                                         const Files& files, Report& report) {
    auto bytes = report.configured(files.read(path, most_bytes));
    if (!bytes || kit.templates.empty()) return std::nullopt;
    HouseFile file{path, std::move(*bytes)};
    bool given = false, usable = false;
    const Work work{
        [&]() -> std::optional<std::string> {
            return std::exchange(given, true) ? std::nullopt : std::optional("house");
        },
        [&](std::string_view, StageMark& mark) {
            mark.set(Stage::reading);
            return told_of(file, kit.templates.begin()->second.style);
        },
        [&](std::size_t, const WorkResult& result) {
            const auto told = diagnostics_of(result.output);
            usable = result.state == WorkState::done && told;
            if (!usable)
                report.configured(Result<bool>(Diagnostic{Code::reference_refused, {path}, reason_of(result)}));
            if (!told) return;
            for (const Diagnostic& each : *told)
                if (severity_of(each.code) == Severity::error) usable = false;
            report.add(*told);
        },
    };
    perform_all(work, 1, shared.limits);
    if (!usable) return std::nullopt;
    return file;
}

}  // namespace rapporteur
