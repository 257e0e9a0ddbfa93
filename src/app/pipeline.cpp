#include "app/pipeline.h"

#include <algorithm>
#include <map>
#include <set>

#include "app/edited_files.h"
#include "app/inputs.h"
#include "app/instruction_file.h"
#include "app/material.h"
#include "app/notes_files.h"
#include "app/pack_manifest.h"
#include "app/packs.h"
#include "app/store_tools.h"
#include "app/stored_reading.h"
#include "app/template_files.h"
#include "assemble/kept_notes.h"
#include "assemble/supplement.h"
#include "layout/dump.h"
#include "support/text.h"
#include "template/context.h"
#include "template/field_samples.h"

namespace rapporteur {
namespace {

/// The packs asked for by name; without a name all but the mere entries of a calendar.
std::vector<Selection> wanted(const Library& library, const BuildOptions& options, Report& report) {
    std::vector<Selection> out = selections(library, options.by);
    const std::string only = fold(options.only);
    const auto left_out = std::erase_if(
        out, [&](const Selection& s) { return only.empty() ? s.bare : fold(s.title).find(only) == std::string::npos; });
    if (only.empty() && left_out > 0) report.add_left_out(left_out);
    return out;
}

/// Nothing where some of them cannot be found: a pack without its notes could take the place of one that has them.
std::optional<std::vector<std::string>> found_notes(const std::vector<std::string>& inputs, const SharedOptions& shared,
                                                    const Files& files, Report& report) {
    Diagnostics problems;
    std::vector<std::string> paths = find_notes(inputs, shared, files, problems);
    for (const Diagnostic& problem : problems) report.configured(Result<bool>(problem));
    if (!problems.empty()) return std::nullopt;
    return paths;
}

/// Earlier packs are no papers of the meeting.
void leave_out_packs(const std::vector<std::string>& packs, const Files& files, std::vector<std::string>& paths) {
    std::set<std::string> canonical;
    for (const std::string& pack : packs) canonical.insert(files.canonical(pack));
    if (!canonical.empty())
        std::erase_if(paths, [&](const std::string& path) { return canonical.contains(files.canonical(path)); });
}

/// The notes of earlier packs; those of packs that are not among the selected ones are reported.
std::optional<std::vector<PackNotes>> notes_for(const std::vector<std::string>& paths, const Library& library,
                                                const std::vector<Selection>& selected, const SharedOptions& shared,
                                                const Files& files, Report& report) {
    auto all = read_notes(paths, shared, files, report);
    if (!all) return all;
    for (const PackNotes& notes : *all) {
        const bool wanted = std::any_of(selected.begin(), selected.end(), [&](const Selection& selection) {
            const MeetingCluster* meeting = selection.by_theme ? nullptr : library.meeting_of_key(selection.key);
            return meeting && are_notes_of(notes, *meeting);
        });
        const bool empty =
            std::all_of(notes.items.begin(), notes.items.end(), [](const ItemNotes& item) { return item.empty(); });
        if (!wanted && !empty) report.add(Diagnostic{Code::notes_unplaced, {notes.file}, notes.title});
    }
    return all;
}

/// The documents, by way of the store where there is one; nothing where it cannot be used, which is told.
std::optional<std::vector<ReadInput>> read_all(const std::vector<std::string>& paths, Keep keep,
                                               const Knowledge& knowledge, const BuildOptions& options,
                                               const SharedOptions& shared, const Resources& resources,
                                               const Files& files, Report& report) {
    if (options.store.empty()) return read_inputs(paths, keep, knowledge, shared, files, report);
    auto fingerprints = report.configured(take_fingerprints(resources, shared, files));
    const auto store = open_told_store(options.store, report);
    if (!fingerprints || !store) return std::nullopt;
    ReadingCount count;
    auto inputs = report.value_or_told(read_through_store(
        paths, knowledge, shared, {std::move(*fingerprints), to_iso(options.as_of)}, files, *store, report, count));
    if (inputs) report.add(count);
    return inputs;
}

/// The files of a pack that stand in the folder since an earlier run.
std::vector<EditionFile> earlier_files(const Selection& selection, const FinishedPack& pack, const std::string& folder,
                                       const std::map<std::string, std::string>& hashes) {
    std::vector<EditionFile> out;
    for (const PackOutput& output : pack.files) {
        const std::string name = selection.file_stem + output.ending;
        if (const auto earlier = hashes.find(name); earlier != hashes.end())
            out.push_back({join_path(folder, name), earlier->second});
    }
    return out;
}

/// Makes the packs and writes their files; what the manifest, which says what was there before, says of those that were
/// written.
std::vector<ManifestPack> write_all(const std::vector<Selection>& selected, const Packs& packs,
                                    const BuildOptions& options, const SharedOptions& shared, const Manifest& before,
                                    Files& files, Report& report) {
    std::vector<ManifestPack> written;
    const auto hashes = hashes_of(before);
    const auto perform = [&](const Selection& selection, StageMark& mark) { return packs.make_files(selection, mark); };
    for_each_selection(
        selected, perform, shared.jobs, report, [&](const Selection& selection, const WorkResult& result) {
            const auto finished = finished_pack(selection, result, options, report);
            const bool kept = finished && keep_edited(earlier_files(selection, *finished, options.out, hashes),
                                                      "edited", files, report);
            const auto line = kept ? write_files(selection, *finished, options, files, report) : std::nullopt;
            if (!line) return;
            report.add(*line);
            written.push_back(manifest_pack(selection, *finished, options, shared));
        });
    return written;
}

}  // namespace

void build(const BuildOptions& asked, const SharedOptions& shared, const Resources& resources, Files& files,
           Report& report) {
    BuildOptions options = asked;
    const auto knowledge = report.configured(read_knowledge(resources, files));
    const auto kit =
        load_checked_kit({template_names(options), options.language, options.style, options.logo, options.logo_alt},
                         resources, files, report);
    if (!knowledge || !kit) return;
    options.formats = possible_formats(asked.formats, *kit, report);
    if (options.formats.empty()) return;
    auto assemble = assemble_options(options, resources, files, report);
    auto load = load_of(options, shared, *kit, files, report);
    if (!assemble || !load) return;
    if (const auto problem = files.make_folder(options.out)) return report.add(*problem);
    const auto manifest = report.value_or_told(load_manifest(options.out, files));
    if (!manifest) return;

    Diagnostics problems;
    std::vector<std::string> paths =
        find_documents(options.inputs, {options.out, shared.follow_links}, files, problems);
    report.add(problems);
    const auto edited = found_notes(options.notes, shared, files, report);
    if (!edited) return;
    leave_out_packs(*edited, files, paths);
    const bool with_sources = options.embed_sources || options.annex;
    auto inputs = read_all(paths, with_sources ? Keep::members : Keep::documents, *knowledge, options, shared,
                           resources, files, report);
    if (!inputs) return;
    assemble->superseded = leave_out_superseded(*inputs, report);
    Material material = merged(std::move(*inputs));
    if (options.classification) assemble->withheld = leave_out(material, *options.classification, report);
    Library library(material.records, material.documents, theme_names(knowledge->themes, options.language));
    if (options.annex) library.cite_places();
    const std::vector<Selection> selected = wanted(library, options, report);
    if (selected.empty() && !paths.empty())
        report.add(
            Diagnostic{options.only.empty() ? Code::no_pack : Code::selection_matches_nothing, {}, options.only});
    assemble->instructions =
        read_instructions(options.instructions, library, selected, *knowledge, shared, files, report);
    auto notes = notes_for(*edited, library, selected, shared, files, report);
    if (!notes) return;
    assemble->notes = std::move(*notes);
    if (with_sources) {
        Diagnostics unattached;
        load->sources = SourceFiles(material.records.documents, std::move(material.members), files, unattached);
        if (options.embed_sources) report.add(unattached);
    }
    const Packs packs(library, *kit, options, std::move(*assemble), *load, {load->sources, shared.reading.password});
    std::vector<ManifestPack> written = write_all(selected, packs, options, shared, *manifest, files, report);
    if (written.empty()) return;
    if (const auto problem =
            save_manifest(options.out, *manifest, std::move(written), material.records.documents, files))
        report.add(*problem);
}

void inspect_packs(const InspectOptions& options, const SharedOptions& shared, const Resources& resources,
                   const Files& files, std::ostream& out, Report& report) {
    BuildOptions as_built;
    as_built.as_of = options.as_of;
    const auto knowledge = report.configured(read_knowledge(resources, files));
    const auto kit =
        load_checked_kit({template_names(as_built), options.language, options.style}, resources, files, report);
    if (!knowledge || !kit) return;
    const Material material = merged(read_inputs({options.file}, Keep::documents, *knowledge, shared, files, report));
    const Library library(material.records, material.documents, theme_names(knowledge->themes, options.language));
    AssembleOptions assemble;
    assemble.as_of = options.as_of;
    assemble.language = options.language;
    const PackLoad nothing;
    const Packs packs(library, *kit, as_built, std::move(assemble), nothing, {nothing.sources, ""});
    for (const Selection& selection : selections(library, as_built.by)) {
        const auto made = report.value_or_told(packs.make(selection));
        if (!made) continue;
        report.add(made->diagnostics);
        out << (options.form == InspectForm::xml    ? made->xml
                : options.form == InspectForm::pack ? dump(made->pack)
                                                    : dump(made->pages));
    }
}

void list_template_data(const TemplateDataOptions& options, const SharedOptions& shared, const Resources& resources,
                        const Files& files, std::ostream& out, Report& report) {
    const auto knowledge = report.configured(read_knowledge(resources, files));
    const auto texts = report.configured(read_template_files(resources.templates, "meeting", options.language, files));
    const auto labels = texts ? report.configured(read_labels(texts->labels)) : std::nullopt;
    if (!knowledge || !labels) return;
    Diagnostics problems;
    const std::vector<std::string> inputs = options.inputs.empty() ? std::vector{resources.samples} : options.inputs;
    const auto paths = find_documents(inputs, {"", shared.follow_links}, files, problems);
    report.add(problems);
    const Material material = merged(read_inputs(paths, Keep::documents, *knowledge, shared, files, report));
    Library library(material.records, material.documents, theme_names(knowledge->themes, options.language));
    library.cite_places();  // packs with annexes have the most fields
    BuildOptions as_built;
    as_built.as_of = options.as_of;
    as_built.language = options.language;
    as_built.annex = true;
    as_built.delegation = options.delegation;
    auto assembling = assemble_options(as_built, resources, files, report);
    if (!assembling) return;
    // As if an edition of one empty page had been before: its changes and a supplement to it are among the fields.
    assembling->last = LastEdition{"1", options.as_of, {}, {"1", options.as_of, {}, {}, "1"}};
    FieldSamples samples;
    for (const Selection& selection : selections(library, GroupBy::both)) {
        Briefing briefing = assemble(library, selection, *assembling);
        briefing.supplement = make_supplement(*assembling->last, take_snapshot(briefing));
        add_samples(make_context(briefing, Wording(*labels, !briefing.by_theme)), samples);
    }
    report.progress().clear();
    out << words_of_fields(samples);
}

}  // namespace rapporteur
