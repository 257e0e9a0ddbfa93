#include "app/project_init.h"

#include <filesystem>
#include <map>

#include "app/inputs.h"
#include "support/text.h"
#include "support/time_zone.h"

namespace rapporteur {
namespace {

namespace fs = std::filesystem;

/// What a folder holds, for the file that is written.
struct FolderLook {
    std::map<std::string, std::size_t> sources;  // documents by the folder that they stand in, "." for this one
    std::map<std::string, std::size_t> endings;
};

FolderLook look_at(const std::string& folder, const Files& files) {
    FolderLook look;
    Diagnostics ignored;
    for (const std::string& path : find_documents({folder}, {}, files, ignored)) {
        const std::string inside = path.substr(std::min(path.size(), join_path(folder, "").size()));
        const std::size_t slash = inside.find('/');
        ++look.sources[slash == inside.npos ? "." : inside.substr(0, slash)];
        ++look.endings[to_lower(fs::path(inside).extension().string())];
    }
    if (look.sources.contains(".")) look.sources = {{".", 0}};  // it is searched through
    return look;
}

/// Of the machine; UTC where it does not say.
std::string zone_here() {
    std::error_code error;
    const std::string link = fs::read_symlink("/etc/localtime", error).string();
    const std::string_view mark = "zoneinfo/";
    const std::size_t at = link.find(mark);
    const std::string name = at == link.npos ? "UTC" : link.substr(at + mark.size());
    return TimeZone::named(name) ? name : "UTC";
}

/// A text of TOML.
std::string quoted(const std::string& text) {
    std::string out = "\"";
    for (const char c : text) {
        if (c == '"' || c == '\\') out += '\\';
        if (static_cast<unsigned char>(c) >= ' ' && c != 0x7f) out += c;
    }
    return out + "\"";
}

std::string sources_words(const FolderLook& look) {
    std::string out;
    for (const auto& [source, documents] : look.sources) out += "[[source]]\npath = " + quoted(source) + "\n\n";
    if (look.sources.empty()) out = "[[source]]\npath = \"papers\"\n\n";
    out.pop_back();
    std::string patterns;
    for (const auto& [ending, documents] : look.endings)
        if (!ending.empty()) patterns += (patterns.empty() ? "" : ", ") + quoted("*" + ending);
    return out + "# include = [" + patterns + "]  # only these; default: everything\n# exclude = [\"drafts/**\"]\n";
}

std::string project_words(const FolderLook& look) {
    return "# What `rapporteur run` does here. Paths count from this file's folder; `rapporteur run --dry-run` tells "
           "what\n"
           "# would be done.\n\n"
           "[project]\n"
           "time_zone = " +
           quoted(zone_here()) +
           "\n"
           "out = \"packs\"\n"
           "# store = \"rapporteur.sqlite\"   # what was read, and the editions\n"
           "# logs = \"rapporteur-runs\"      # one file a run\n"
           "# kept_logs = 60\n"
           "# on_pack = [\"/usr/local/bin/send\", \"delegates\"]  # after each pack: $RAPPORTEUR_TITLE, "
           "$RAPPORTEUR_EDITION,\n"
           "#                                                # $RAPPORTEUR_PDF, $RAPPORTEUR_DOCX, $RAPPORTEUR_FILES\n"
           "# on_failure = [\"/usr/local/bin/alert\"]            # $RAPPORTEUR_LOG, $RAPPORTEUR_STATUS, "
           "$RAPPORTEUR_PROJECT\n\n"
           "# Where documents come from; there may be several.\n" +
           sources_words(look) +
           "\n"
           "# Packs that are made alike; there may be several, each with a name of its own.\n"
           "[[pack]]\n"
           "name = \"meetings\"\n"
           "by = \"meeting\"                # or \"theme\", \"both\"\n"
           "# meetings = [\"Council\"]      # only meetings with this in their name\n"
           "# series = [\"Annual Forum\"]   # or in the name of their series\n"
           "# from = 2014-01-01           # or that begin between two days\n"
           "# until = 2014-12-31\n"
           "# themes = [\"remittances\"]    # theme packs: only these\n"
           "# template = \"summary\"        # default: by the kind of pack\n"
           "# style = \"large-print\"\n"
           "languages = [\"en\"]\n"
           "formats = [\"pdf\", \"docx\"]   # with \"pdf\" alone, encrypt_with may name a file whose first line is a "
           "password\n"
           "# classification = \"general\"  # what documents of a higher mark say is left out\n"
           "# for = \"Kenya\"               # a delegation, whose concerns are shown\n"
           "# prepared_for = \"Head of delegation\"\n"
           "# annex = true                # the papers stand behind the pack\n"
           "# instructions = \"instructions.docx\"  # notes of the delegation's own\n"
           "# exports = [\"records\", \"csv\", \"ics\"]  # beside the packs, for other programs\n"
           "# reference = \"house.docx\"    # whose styles, margins, header and footer the DOCX packs have\n"
           "# logo = \"crest.png\"          # on the covers\n"
           "# logo_alt = \"Crest of the Republic\"\n"
           "# supplement = true           # beside each new edition loose sheets that bring the printed one up to "
           "date\n"
           "# embed_sources = true        # the papers lie inside the PDF packs\n"
           "# output = \"{pack}-{title}-{language}\"\n"
           "# when = [\"every Friday 18:00\", \"7 days before each meeting\", \"2014-05-02 9:00\"]  # default: at "
           "every run\n";
}

}  // namespace

void init_project(const InitOptions& options, Files& files, std::ostream& out, Report& report) {
    const std::string path = join_path(options.folder, "rapporteur.toml");
    if (files.kind_of(options.folder) != PathKind::folder)
        return report.add(Diagnostic{Code::file_missing, {options.folder}, ""});
    if (files.kind_of(path) != PathKind::missing)
        return report.add(Diagnostic{Code::output_unwritable, {path}, "it is there already"});
    if (const auto problem = files.write(path, project_words(look_at(options.folder, files))))
        return report.add(*problem);
    out << path << '\n';
}

}  // namespace rapporteur
