#include "app/pack_manifest.h"

#include <filesystem>

namespace rapporteur {
namespace {

constexpr std::size_t most_manifest_bytes = std::size_t{64} << 20;

/// The options by the names of the command line, those that say something; never a password.
class GivenOptions {
public:
    void add(const std::string& name, const std::string& value) {
        if (!value.empty()) given_.emplace_back(name, value);
    }
    void add(const std::string& name, bool given) { add(name, std::string(given ? "yes" : "")); }
    std::vector<std::pair<std::string, std::string>> take() { return std::move(given_); }

private:
    std::vector<std::pair<std::string, std::string>> given_;
};

std::string words_of(Recognise pages) {
    return pages == Recognise::off ? "off" : pages == Recognise::always ? "force" : "";
}

std::vector<std::pair<std::string, std::string>> given_options(const BuildOptions& options,
                                                               const SharedOptions& shared) {
    GivenOptions given;
    given.add("template", options.template_name);
    given.add("templates", shared.templates);
    given.add("themes", shared.themes);
    given.add("language", options.language);
    given.add("style", options.style);
    given.add("prepared-for", options.prepared_for);
    given.add("logo", options.logo);
    given.add("logo-alt", options.logo_alt);
    given.add("for", options.delegation);
    given.add("instructions", options.instructions);
    given.add("annex", options.annex);
    given.add("reference", options.reference);
    given.add("embed-sources", options.embed_sources);
    given.add("classification", options.classification ? std::string(name_of(*options.classification)) : "");
    given.add("encrypted", !options.encrypt_with.empty());
    given.add("tracked", std::string(shared.reading.tracked == Tracked::original ? "original" : ""));
    given.add("ocr", words_of(shared.reading.recognition.pages));
    given.add("convert", std::string(shared.convert ? "" : "off"));
    return given.take();
}

/// The way from a folder to a file, wherever the two are called from.
std::string path_from(const std::string& folder, const std::string& file, const Files& files) {
    const std::filesystem::path way =
        std::filesystem::path(files.canonical(file)).lexically_relative(files.canonical(folder));
    return way.empty() ? file : way.generic_string();
}

}  // namespace

ManifestPack manifest_pack(const Selection& selection, const FinishedPack& pack, const BuildOptions& options,
                           const SharedOptions& shared) {
    ManifestPack out{selection.title,
                     selection.by_theme ? "theme" : "meeting",
                     RAPPORTEUR_VERSION,
                     to_iso(options.as_of),
                     given_options(options, shared),
                     pack.documents,
                     {}};
    for (const PackOutput& output : pack.files)
        out.files.push_back(hashed_file(selection.file_stem + output.ending, output.bytes));
    return out;
}

Result<Manifest> load_manifest(const std::string& folder, const Files& files) {
    const std::string path = join_path(folder, manifest_name);
    if (files.kind_of(path) == PathKind::missing) return Manifest{};
    const Result<std::string> json = files.read(path, most_manifest_bytes);
    return json ? read_manifest(*json, path) : Result<Manifest>(json.error());
}

std::optional<Diagnostic> write_manifest(const std::string& folder, const Manifest& manifest, Files& files) {
    return files.write(join_path(folder, manifest_name), to_json(manifest));
}

std::optional<Diagnostic> save_manifest(const std::string& folder, Manifest manifest, std::vector<ManifestPack> packs,
                                        const std::vector<DocumentRecord>& documents, Files& files) {
    Manifest run{{}, std::move(packs)};
    for (const DocumentRecord& document : documents)
        run.inputs.push_back({path_from(folder, document.file, files), document.bytes, document.sha256});
    add_run(manifest, std::move(run),
            [&](const std::string& file) { return files.kind_of(join_path(folder, file)) == PathKind::file; });
    return write_manifest(folder, manifest, files);
}

}  // namespace rapporteur
