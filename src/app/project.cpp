#include "app/project.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/choice_names.h"
#include "app/project_table.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_packs = 1000, most_logs = 100'000;

const std::vector<std::string> output_fields{"{pack}", "{title}", "{language}"};

class ProjectReader {
public:
    ProjectReader(const NamedText& file, const ProjectNames& names, Diagnostics& mistakes)
        : file_(file.name), names_(names), mistakes_(mistakes) {}

    Project read(const toml::table& root) {
        ProjectTable(root, file_, mistakes_).know({"project", "source", "pack"}, "table");
        if (const toml::node* node = root.get("project")) {
            const toml::table* table = node->as_table();
            table ? read_project(ProjectTable(*table, file_, mistakes_)) : refuse(*node, "[project] is a table");
        }
        for_each_table(root, "source", [&](const ProjectTable& table) { read_source(table); });
        for_each_table(root, "pack", [&](const ProjectTable& table) { read_pack(table); });
        if (project_.sources.empty()) refuse(root, "there is no [[source]]");
        if (project_.packs.empty()) refuse(root, "there is no [[pack]]");
        return std::move(project_);
    }

private:
    template <class Take>
    void for_each_table(const toml::table& root, const char* name, const Take& take) {
        const toml::node* node = root.get(name);
        if (!node) return;
        const toml::array* list = node->as_array();
        if (!list || !list->is_homogeneous(toml::node_type::table))
            return refuse(*node, "[[" + std::string(name) + "]] stands in two pairs of brackets: there may be several");
        if (list->size() > most_packs) return refuse(*node, "there are more than " + std::to_string(most_packs));
        for (const toml::node& each : *list) take(ProjectTable(*each.as_table(), file_, mistakes_));
    }

    void refuse(const toml::node& node, std::string why) {
        const toml::source_position at = node.source().begin;
        mistakes_.push_back({Code::project_invalid,
                             {file_, 0, static_cast<int>(at.line), static_cast<int>(at.column)},
                             std::move(why)});
    }

    void read_project(const ProjectTable& table) {
        table.know({"out", "store", "logs", "time_zone", "kept_logs", "on_pack", "on_failure"}, "key");
        table.read("out", project_.out);
        table.read("store", project_.store);
        table.read("logs", project_.logs);
        table.read("time_zone", project_.zone_name);
        table.read("kept_logs", project_.kept_logs, most_logs);
        table.read("on_pack", project_.on_pack);
        table.read("on_failure", project_.on_failure);
        if (!TimeZone::named(project_.zone_name))
            table.refuse("time_zone", "time zone \"" + project_.zone_name + "\" is unknown; \"Europe/Zurich\" is one");
    }

    void read_source(const ProjectTable& table) {
        table.know({"path", "include", "exclude"}, "key");
        ProjectSource source;
        table.read("path", source.path);
        table.read("include", source.include);
        table.read("exclude", source.exclude);
        if (source.path.empty()) table.refuse("path", "a [[source]] needs a path");
        project_.sources.push_back(std::move(source));
    }

    void read_pack(const ProjectTable& table) {
        table.know({"name",  "by",       "meetings",     "series",       "themes",        "from",
                    "until", "template", "style",        "languages",    "formats",       "exports",
                    "logo",  "logo_alt", "reference",    "encrypt_with", "embed_sources", "classification",
                    "for",   "annex",    "prepared_for", "instructions", "output",        "supplement",
                    "when"},
                   "key");
        ProjectPack pack;
        table.read("name", pack.name);
        if (pack.name.empty()) table.refuse("name", "a [[pack]] needs a name");
        if (!pack.name.empty() && !pack_names_.insert(pack.name).second)
            table.refuse("name", "two packs are named \"" + pack.name + "\"");
        read_choice(table, pack);
        read_look(table, pack);
        read_content(table, pack.build);
        read_files(table, pack);
        read_when(table, pack);
        project_.packs.push_back(std::move(pack));
    }

    /// Which meetings or themes.
    void read_choice(const ProjectTable& table, ProjectPack& pack) {
        table.read("meetings", pack.meetings);
        table.read("series", pack.series);
        table.read("from", pack.from);
        table.read("until", pack.until);
        table.read("themes", pack.themes);
        check_names(table, "themes", pack.themes, names_.themes);
        if (pack.from && pack.until && *pack.until < *pack.from) table.refuse("until", "until is before from");
        const bool themes_only = !pack.themes.empty() && pack.meetings.empty() && pack.series.empty();
        pack.build.by = themes_only ? GroupBy::theme : GroupBy::meeting;
        const auto by = table.choose<GroupBy>("by", grouping_names);
        if (by.size() > 1) table.refuse("by", "by is one of meeting, theme and both");
        if (!by.empty()) pack.build.by = by.front();
    }

    void read_look(const ProjectTable& table, ProjectPack& pack) {
        BuildOptions& build = pack.build;
        table.read("template", build.template_name);
        table.read("style", build.style);
        table.read("languages", pack.languages);
        if (!build.template_name.empty()) check_names(table, "template", {build.template_name}, names_.templates);
        const bool own_style = build.style.find('/') != std::string::npos || build.style.ends_with(".toml");
        if (!build.style.empty() && !own_style) check_names(table, "style", {build.style}, names_.styles);
        check_names(table, "languages", pack.languages, names_.languages);
        if (pack.languages.empty()) table.refuse("languages", "a pack is made in one language at least");
        table.read("logo", build.logo);
        table.read("logo_alt", build.logo_alt);
        if (build.logo.empty() && !build.logo_alt.empty()) table.refuse("logo_alt", "there is no logo");
        table.read("reference", build.reference);
    }

    void read_content(const ProjectTable& table, BuildOptions& build) {
        table.read("for", build.delegation);
        table.read("prepared_for", build.prepared_for);
        table.read("instructions", build.instructions);
        table.read("annex", build.annex);
        table.read("embed_sources", build.embed_sources);
        const auto levels = table.choose<Classification>("classification", classification_names);
        if (!levels.empty()) build.classification = levels.front();
    }

    void read_files(const ProjectTable& table, ProjectPack& pack) {
        const auto formats = table.choose<PackFormat>("formats", format_names);
        if (!formats.empty()) pack.build.formats = formats;
        pack.build.exports = table.choose<ExportFormat>("exports", export_names);
        table.read("encrypt_with", pack.build.encrypt_with);
        if (leaves_packs_open(pack.build))
            table.refuse("encrypt_with", "only PDF packs can be encrypted: formats = \"pdf\", without exports");
        table.read("supplement", pack.supplement);
        const auto& made = pack.build.formats;
        if (pack.supplement && std::find(made.begin(), made.end(), PackFormat::pdf) == made.end())
            table.refuse("supplement", "a supplement goes by the pages of PDF packs, which formats leaves out");
        table.read("output", pack.output);
        check_output(table, pack);
    }

    /// What names files must not lead out of their folder, and must tell the packs apart.
    void check_output(const ProjectTable& table, const ProjectPack& pack) {
        std::string rest = pack.output;
        for (const std::string& field : output_fields)
            for (std::size_t at = rest.find(field); at != rest.npos; at = rest.find(field))
                rest.erase(at, field.size());
        if (rest.find_first_of("{}") != rest.npos)
            table.refuse("output", "output knows {pack}, {title} and {language} only");
        if (rest.find('/') != rest.npos || rest.starts_with('.') || rest.find('\0') != rest.npos)
            table.refuse("output", "output is a file's name, not a path");
        if (pack.output.find("{title}") == std::string::npos) table.refuse("output", "output lacks {title}");
        if (pack.languages.size() > 1 && pack.output != "{title}" &&
            pack.output.find("{language}") == std::string::npos)
            table.refuse("output", "output lacks {language}: there are several");
    }

    void read_when(const ProjectTable& table, ProjectPack& pack) {
        std::vector<std::string> when;
        table.read("when", when);
        for (std::size_t i = 0; i < when.size(); ++i) {
            const auto trigger = parse_trigger(when[i]);
            if (trigger) pack.when.push_back(*trigger);
            if (!trigger) table.refuse("when", "\"" + when[i] + "\" is no time: write " + trigger_forms(), i);
        }
    }

    void check_names(const ProjectTable& table, const char* key, const std::vector<std::string>& given,
                     const std::vector<std::string>& known) {
        for (std::size_t i = 0; i < given.size(); ++i)
            if (std::find(known.begin(), known.end(), given[i]) == known.end())
                table.refuse_name(key, given[i], known, i);
    }

    const std::string& file_;
    const ProjectNames& names_;
    Diagnostics& mistakes_;
    Project project_;
    std::set<std::string> pack_names_;
};

}  // namespace

std::optional<Project> read_project(const NamedText& file, const ProjectNames& names, Diagnostics& mistakes) {
    try {
        const toml::table root = toml::parse(file.text, file.name);
        Project project = ProjectReader(file, names, mistakes).read(root);
        return mistakes.empty() ? std::optional(std::move(project)) : std::nullopt;
    } catch (const toml::parse_error& error) {
        const toml::source_position at = error.source().begin;
        mistakes.push_back({Code::project_invalid,
                            {file.name, 0, static_cast<int>(at.line), static_cast<int>(at.column)},
                            std::string(error.description())});
        return std::nullopt;
    }
}

}  // namespace rapporteur
