#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/options.h"
#include "app/schedule.h"
#include "support/named_text.h"
#include "support/time_zone.h"

namespace rapporteur {

/// A folder or file of documents. Patterns are those of a shell ("*.pdf", "drafts/**"), on the path inside the folder.
struct ProjectSource {
    std::string path;
    std::vector<std::string> include;  // empty: everything
    std::vector<std::string> exclude;
};

/// Packs that are made alike.
struct ProjectPack {
    std::string name;                   // different for each
    BuildOptions build;                 // but for inputs, store, folder, language and day, which are those of a run
    std::vector<std::string> meetings;  // part of the title of the meetings; empty: of any
    std::vector<std::string> series;    // part of the name of their series
    std::vector<std::string> themes;    // ids; empty: all
    std::optional<PartialDate> from, until;  // days between which meetings begin
    std::vector<std::string> languages{"en"};
    std::string output = "{title}";  // name of the files: {pack}, {title}, {language}
    bool supplement = false;         // new editions come as loose sheets for the last one, too
    std::vector<Trigger> when;       // empty: at every run
};

/// What `rapporteur run` does: the project file, understood. Paths count from its folder.
struct Project {
    std::string out = "packs", store = "rapporteur.sqlite", logs = "rapporteur-runs";
    std::string zone_name = "UTC";
    std::size_t kept_logs = 60;
    std::vector<std::string> on_pack, on_failure;  // a program and its arguments
    std::vector<ProjectSource> sources;
    std::vector<ProjectPack> packs;
};

/// Larger files are no project files.
inline constexpr std::size_t most_project_bytes = std::size_t{1} << 20;

/// What a project file may name besides what this floor knows.
struct ProjectNames {
    std::vector<std::string> templates, languages, styles, themes;
};

/// Reads a project file. Every mistake is added to `mistakes`, with its line and
/// column and the name that was perhaps meant; then nothing is returned.
std::optional<Project> read_project(const NamedText& file, const ProjectNames& names, Diagnostics& mistakes);

}  // namespace rapporteur
