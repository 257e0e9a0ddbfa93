#include "app/project.h"

#include <toml++/toml.h>

#include <algorithm>
#include <map>
#include <set>

#include "app/choice_names.h"
#include "app/files.h"
#include "app/project_table.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_packs = 1000, most_logs = 100'000;

const std::vector<std::string> output_fields{"{pack}", "{title}", "{language}"};

class ProjectReader {
public:
    ProjectReader(const NamedText& file, std::string folder, const ProjectNames& names, Diagnostics& mistakes)
        : file_(file.name), folder_(std::move(folder)), names_(names), mistakes_(mistakes) {}

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
        for (std::string* path : {&project_.out, &project_.store, &project_.logs}) *path = placed(*path);
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

    std::string placed(const std::string& path) const {
        return path.empty() || path.front() == '/' ? path : join_path(folder_, path);
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
        source.path = placed(source.path);
        project_.sources.push_back(std::move(source));
    }

    void read_pack(const ProjectTable& table) {
        table.know({"name", "by", "meetings", "series", "themes", "from", "until", "template", "style", "languages",
                    "formats", "classification", "for", "prepared_for", "instructions", "annex", "output", "when"},
                   "key");
        ProjectPack pack;
        table.read("name", pack.name);
        if (pack.name.empty()) table.refuse("name", "a [[pack]] needs a name");
        if (!pack.name.empty() && !pack_names_.insert(pack.name).second)
            table.refuse("name", "two packs are named \"" + pack.name + "\"");
        read_choice(table, pack);
        read_look(table, pack);
        table.read("for", pack.delegation);
        table.read("prepared_for", pack.prepared_for);
        table.read("instructions", pack.instructions);
        pack.instructions = placed(pack.instructions);
        table.read("annex", pack.annex);
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
        if (themes_only) pack.by = GroupBy::theme;
        const auto by = table.choose<GroupBy>("by", grouping_names);
        if (by.size() > 1) table.refuse("by", "by is one of meeting, theme and both");
        if (!by.empty()) pack.by = by.front();
    }

    void read_look(const ProjectTable& table, ProjectPack& pack) {
        table.read("template", pack.template_name);
        table.read("style", pack.style);
        table.read("languages", pack.languages);
        if (!pack.template_name.empty()) check_names(table, "template", {pack.template_name}, names_.templates);
        // A style may also be a file or folder of one's own.
        if (pack.style.find('/') != std::string::npos || pack.style.ends_with(".toml")) {
            pack.style = placed(pack.style);
        } else if (!pack.style.empty()) {
            check_names(table, "style", {pack.style}, names_.styles);
        }
        check_names(table, "languages", pack.languages, names_.languages);
        if (pack.languages.empty()) table.refuse("languages", "a pack is made in one language at least");
        const auto chosen = table.choose<PackFormat>("formats", format_names);
        if (!chosen.empty()) pack.formats = chosen;
        const auto levels = table.choose<Classification>("classification", classification_names);
        if (!levels.empty()) pack.classification = levels.front();
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
    std::string folder_;
    const ProjectNames& names_;
    Diagnostics& mistakes_;
    Project project_;
    std::set<std::string> pack_names_;
};

}  // namespace

std::optional<Project> read_project(const NamedText& file, const std::string& folder, const ProjectNames& names,
                                    Diagnostics& mistakes) {
    try {
        const toml::table root = toml::parse(file.text, file.name);
        Project project = ProjectReader(file, folder, names, mistakes).read(root);
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
