#include "app/project_run.h"

#include <filesystem>

#include "app/hook.h"
#include "app/project_files.h"
#include "app/project_loading.h"
#include "app/project_packs.h"
#include "app/run_lock.h"
#include "app/run_log.h"
#include "app/store_tools.h"
#include "app/stored_reading.h"
#include "support/two_digits.h"

namespace rapporteur {
namespace {

/// "20140502T180000Z".
std::string log_name(std::int64_t now) {
    const WallTime utc = TimeZone::named("UTC")->wall(now);
    return std::to_string(utc.year) + two_digits(utc.month) + two_digits(utc.day) + "T" + two_digits(utc.hour) +
           two_digits(utc.minute) + two_digits(utc.second) + "Z";
}

bool any_may_be_due(const RunSetting& setting) {
    for (const ProjectPack& group : setting.project.packs)
        if (may_be_due(group, setting)) return true;
    return false;
}

/// Brings the store up to date and makes what is due.
void make_due(const RunSetting& setting) {
    Diagnostics problems;
    const auto paths = find_project_documents(setting.project, setting.options.project, setting.shared.follow_links,
                                              setting.files, problems);
    setting.report.add(problems);
    auto fingerprints = setting.report.configured(take_fingerprints(setting.resources, setting.shared, setting.files));
    if (!paths || !fingerprints) return;
    const bool due = any_may_be_due(setting);
    ReadingCount count;
    auto inputs = setting.report.value_or_told(read_through_store(
        *paths, setting.knowledge, setting.shared, {std::move(*fingerprints), to_iso(setting.today()), false, due},
        setting.files, setting.store, setting.report, count));
    if (!inputs) return;
    setting.report.add(count);
    if (!due) return;
    const std::vector<SupersededRow> superseded = leave_out_superseded(*inputs, setting.report);
    const Material material = merged(std::move(*inputs));
    for (const ProjectPack& group : setting.project.packs) {
        if (!may_be_due(group, setting)) continue;
        for (const std::string& language : group.languages)
            make_project_packs(group, language, material, superseded, setting);
        if (setting.report.status(false) != ExitStatus::failures) note_turn(group, setting);
    }
}

/// The run proper, once the project is understood.
class ProjectRun {
public:
    ProjectRun(const RunOptions& options, const SharedOptions& shared, const Resources& resources,
               const Knowledge& knowledge, const Project& project, const Surroundings& around)
        : options_(options),
          shared_(shared),
          resources_(resources),
          knowledge_(knowledge),
          project_(project),
          around_(around) {}

    void run(Report& report) {
        const TimeZone zone = *TimeZone::named(project_.zone_name);
        if (const auto problem = around_.files.make_folder(project_.out)) return report.add(*problem);
        const auto store = open_told_store(project_.store, report);
        if (!store) return;
        around_.files.sweep(project_.out);
        make_due(
            {options_, project_, shared_, resources_, knowledge_, zone, around_.now, around_.files, *store, report});
    }

private:
    const RunOptions& options_;
    const SharedOptions& shared_;
    const Resources& resources_;
    const Knowledge& knowledge_;
    const Project& project_;
    const Surroundings& around_;
};

/// Runs what the project has for runs that fail; `log` is empty where there is none.
void tell_failure(ExitStatus status, const std::string& log, const RunOptions& options, const Project& project,
                  Report& report) {
    if (status != ExitStatus::failures && status != ExitStatus::configuration) return;
    if (const auto problem =
            run_hook(project.on_failure, {{"RAPPORTEUR_PROJECT", options.project},
                                          {"RAPPORTEUR_LOG", log},
                                          {"RAPPORTEUR_STATUS", std::to_string(static_cast<int>(status))}}))
        report.add(*problem);
}

/// Under the lock: with a log, and what is to be told at the end.
ExitStatus run_logged(ProjectRun run, const RunOptions& options, const SharedOptions& shared, const Project& project,
                      const ReportStyle& style, const Surroundings& around) {
    ExitStatus status = ExitStatus::done;
    std::string log_path;
    {
        RunLog log(options.dry_run ? "" : project.logs, log_name(around.now), around.out, around.err);
        Report report(log.out(), log.err(), style);
        run.run(report);
        status = report.status(shared.strict);
        log_path = log.path();
    }
    if (!options.dry_run) RunLog::prune(project.logs, project.kept_logs);
    Report last(around.out, around.err, style);
    tell_failure(status, log_path.empty() ? "" : around.files.canonical(log_path), options, project, last);
    return status;
}

/// Paths that count from where the program was called.
void make_absolute(Resources& resources, const Files& files) {
    for (std::string* path :
         {&resources.rules, &resources.templates, &resources.themes, &resources.fonts, &resources.samples})
        if (!path->empty()) *path = files.canonical(*path);
}

/// From now on paths count from the project's folder, wherever the program was called from and however the project file
/// was named: by its path the store knows a file again.
std::optional<Diagnostic> enter_folder_of(const std::string& project) {
    std::error_code error;
    std::filesystem::current_path(std::filesystem::path(project).parent_path(), error);
    if (!error) return std::nullopt;
    return Diagnostic{Code::file_unreadable, {project}, error.message()};
}

}  // namespace

ExitStatus run_project(const RunOptions& asked, const SharedOptions& shared, const ReportStyle& style,
                       const Surroundings& around) {
    Report report(around.out, around.err, style);
    auto resources = report.configured(find_resources(shared.data, shared.themes, shared.templates, around.files));
    const auto knowledge = resources ? report.configured(read_knowledge(*resources, around.files)) : std::nullopt;
    if (!knowledge) return report.status(shared.strict);
    const auto project = load_project(asked.project, *resources, *knowledge, around.files, report);
    if (!project) return report.status(shared.strict);
    RunOptions options = asked;
    options.project = around.files.canonical(asked.project);
    make_absolute(*resources, around.files);
    if (const auto problem = enter_folder_of(options.project)) {
        report.add(*problem);
        return report.status(shared.strict);
    }
    const auto lock = report.value_or_told(RunLock::take(project->store + ".lock", options.wait));
    if (lock && !*lock) report.add(Diagnostic{Code::run_in_progress, {options.project}, ""});
    if (!lock || !*lock) {
        const ExitStatus status = report.status(shared.strict);
        tell_failure(status, "", options, *project, report);
        return status;
    }
    return run_logged(ProjectRun(options, shared, *resources, *knowledge, *project, around), options, shared, *project,
                      style, around);
}

}  // namespace rapporteur
