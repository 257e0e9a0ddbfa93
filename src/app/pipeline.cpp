#include "app/pipeline.h"

#include <algorithm>
#include <charconv>
#include <set>

#include "app/house_file.h"
#include "app/inputs.h"
#include "app/message.h"
#include "app/notes_files.h"
#include "app/pack_attachments.h"
#include "app/password_file.h"
#include "app/source_files.h"
#include "app/template_files.h"
#include "app/template_tools.h"
#include "app/word_pack.h"
#include "app/worker_pool.h"
#include "assemble/kept_notes.h"
#include "layout/dump.h"
#include "store/merge.h"
#include "support/text.h"
#include "template/context.h"
#include "template/field_samples.h"

namespace rapporteur {
namespace {

/// A pack is our own work on records that are bounded: only a mistake of ours can make it last.
const WorkLimits pack_limits{std::chrono::minutes(10), 0};

const std::string& template_of(const Selection& selection, const BuildOptions& options) {
    static const std::string meeting = "meeting", theme = "theme";
    if (!options.template_name.empty()) return options.template_name;
    return selection.by_theme ? theme : meeting;
}

std::vector<std::string> template_names(const BuildOptions& options) {
    if (!options.template_name.empty()) return {options.template_name};
    if (options.by == GroupBy::both) return {"meeting", "theme"};
    return {options.by == GroupBy::meeting ? "meeting" : "theme"};
}

/// What documents say, put together: everything that packs are made from.
struct Material {
    Records records;
    std::vector<Document> documents;
    Members members;
};

Material merged(std::vector<ReadInput> inputs) {
    Material out;
    std::vector<Records> parts;
    for (ReadInput& input : inputs) {
        parts.push_back(std::move(input.records));
        if (input.member && input.document) out.members.emplace(input.document->id(), std::move(input.member));
        if (input.document) out.documents.push_back(std::move(*input.document));
    }
    out.records = merge(std::move(parts));
    return out;
}

/// Leaves out all that readers of the packs may not see, before anything is made of it; each document is reported.
std::vector<WithheldStatements> leave_out(Material& material, Classification most, Report& report) {
    const Library all(material.records, material.documents, {});
    Withholding withholding = withhold(all, most);
    for (const DocumentRecord& document : material.records.documents)
        if (withholding.documents.contains(document.id))
            report.add(Diagnostic{Code::statements_withheld, {document.file, 0, 0, 0}, document.distribution});
    const auto is_withheld = [&](const Document& document) { return withholding.documents.contains(document.id()); };
    std::erase_if(material.documents, is_withheld);
    // Merged anew: a cluster bears the id of one of its records.
    std::vector<Records> parts;
    parts.push_back(without_documents(std::move(material.records), withholding.documents));
    material.records = merge(std::move(parts));
    return std::move(withholding.statements);
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
void leave_out(const std::vector<std::string>& packs, const Files& files, std::vector<std::string>& paths) {
    std::set<std::string> canonical;
    for (const std::string& pack : packs) canonical.insert(files.canonical(pack));
    if (!canonical.empty())
        std::erase_if(paths, [&](const std::string& path) { return canonical.contains(files.canonical(path)); });
}

std::vector<ThemeName> names_of(const Themes& themes, const std::string& language) {
    std::vector<ThemeName> out;
    for (const Theme& theme : themes.all()) out.push_back({theme.id, theme.title(language)});
    return out;
}

/// The packs asked for by name; without a name all but the mere entries of a calendar.
std::vector<Selection> wanted(const Library& library, const BuildOptions& options, Report& report) {
    std::vector<Selection> out = selections(library, options.by);
    const std::string only = fold(options.only);
    const auto left_out = std::erase_if(
        out, [&](const Selection& s) { return only.empty() ? s.bare : fold(s.title).find(only) == std::string::npos; });
    if (only.empty() && left_out > 0) report.add_left_out(left_out);
    return out;
}

std::size_t number_of(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

/// What goes into the files of packs besides their pages.
struct PackLoad {
    SourceFiles sources;
    std::string password;
    HouseFile house;  // without bytes where there is none
};

/// Nothing where there is to be a password or a house document and it cannot be read.
std::optional<PackLoad> load_of(const BuildOptions& options, const SharedOptions& shared, const PackKit& kit,
                                const Files& files, Report& report) {
    PackLoad load;
    if (!options.encrypt_with.empty()) {
        auto password = report.configured(read_password(options.encrypt_with, files));
        if (!password) return std::nullopt;
        load.password = std::move(*password);
    }
    if (!options.reference.empty()) {
        auto house = hold_house_file(options.reference, kit, shared, files, report);
        if (!house) return std::nullopt;
        load.house = std::move(*house);
    }
    return load;
}

/// Makes the packs of one run.
class Packs {
public:
    Packs(const Library& library, const PackKit& kit, const BuildOptions& options, AssembleOptions assemble,
          const PackLoad& load, AnnexShelf shelf)
        : library_(library),
          kit_(kit),
          options_(options),
          assemble_(std::move(assemble)),
          load_(load),
          shelf_(std::move(shelf)) {}

    const PackTemplate& template_for(const Selection& selection) const {
        return kit_.templates.at(template_of(selection, options_));
    }

    Result<MadePack> make(const Selection& selection) const {
        return make_pack(library_, selection, assemble_, template_for(selection), kit_, shelf_);
    }

    /// What a worker answers: diagnostics, number of pages, and the file of each format; no files where one failed.
    std::string make_files(const Selection& selection, StageMark& mark) const {
        mark.set(Stage::composing);
        const PackTemplate& with = template_for(selection);
        Result<MadePack> made = needs_pages(with) ? make(selection) : MadePack{};
        if (!made) return to_message({to_message(Diagnostics{made.error()})});
        mark.set(Stage::writing);
        std::vector<std::string> parts{"", std::to_string(made->pages.pages.size())};
        Diagnostics told = made->diagnostics;
        const PdfOptions pdf = pdf_options(*made);
        for (const PackFormat format : options_.formats) {
            Result<PackFile> file = make_file(selection, *made, format, pdf);
            if (!file) return to_message({to_message(Diagnostics{file.error()})});
            parts.push_back(std::move(file->bytes));
            told.insert(told.end(), file->notes.begin(), file->notes.end());
        }
        parts.front() = to_message(told);
        return to_message(std::vector<std::string_view>(parts.begin(), parts.end()));
    }

private:
    /// A DOCX from a Word template has no pages of ours.
    bool needs_pages(const PackTemplate& with) const {
        return !with.word || std::any_of(options_.formats.begin(), options_.formats.end(),
                                         [](PackFormat format) { return format != PackFormat::docx; });
    }

    Result<PackFile> make_word_file(const Selection& selection, const PackTemplate& with) const {
        const Briefing briefing = assemble(library_, selection, assemble_);
        Result<std::string> bytes = make_word_pack(briefing, with, kit_.fonts, kit_.patterns.hyphenation);
        if (!bytes) return bytes.error();
        return PackFile{std::move(*bytes), {}};
    }

    Result<PackFile> make_file(const Selection& selection, const MadePack& made, PackFormat format,
                               const PdfOptions& pdf) const {
        const PackTemplate& with = template_for(selection);
        if (format == PackFormat::pdf) return write_pdf_pack(made, kit_.fonts, pdf);
        if (with.word) return make_word_file(selection, with);
        return write_docx_pack(made, with, kit_.fonts, kit_.patterns.hyphenation, load_.house.bytes);
    }

    PdfOptions pdf_options(const MadePack& made) const {
        PdfOptions out;
        if (std::find(options_.formats.begin(), options_.formats.end(), PackFormat::pdf) == options_.formats.end())
            return out;
        const SourceFiles none;
        out.attachments = pack_attachments(library_, made.documents, options_.embed_sources ? load_.sources : none);
        out.password = load_.password;
        return out;
    }

    const Library& library_;
    const PackKit& kit_;
    const BuildOptions& options_;
    AssembleOptions assemble_;
    const PackLoad& load_;
    AnnexShelf shelf_;
};

/// Takes packs from the workers and writes their files.
class Output {
public:
    Output(const BuildOptions& options, Files& files, Report& report)
        : options_(options), files_(files), report_(report) {}

    void take(const Selection& selection, const WorkResult& result) {
        const auto parts = parts_of(result.output);
        const auto told = parts && !parts->empty() ? diagnostics_of(parts->front()) : std::nullopt;
        if (result.state != WorkState::done || !told) {
            report_.add(Diagnostic{Code::internal_error, {selection.file_stem, 0, 0, 0}, reason_of(result)});
            return;
        }
        for (Diagnostic diagnostic : *told) {
            if (diagnostic.place.file.empty()) diagnostic.place.file = selection.file_stem;
            report_.add(diagnostic);
        }
        if (parts->size() == options_.formats.size() + 2) write(selection, *parts);
    }

private:
    void write(const Selection& selection, const std::vector<std::string_view>& parts) {
        PackLine line{selection.title, selection.by_theme ? "theme" : "meeting", number_of(parts[1]), {}};
        for (std::size_t i = 0; i < options_.formats.size(); ++i) {
            std::string path = join_path(options_.out, selection.file_stem + ending_of(options_.formats[i]));
            if (const auto problem = files_.write(path, parts[i + 2])) {
                report_.add(*problem);
                return;
            }
            line.files.push_back(std::move(path));
        }
        report_.add(line);
    }

    const BuildOptions& options_;
    Files& files_;
    Report& report_;
};

void make_all(const std::vector<Selection>& selected, const Packs& packs, Output output, int jobs, Report& report) {
    std::size_t given = 0;
    const Work work{
        [&]() -> std::optional<std::string> {
            return given < selected.size() ? std::optional(std::to_string(given++)) : std::nullopt;
        },
        [&](std::string_view job, StageMark& mark) { return packs.make_files(selected[number_of(job)], mark); },
        [&](std::size_t job, const WorkResult& result) {
            output.take(selected[job], result);
            report.progress().show("making packs", job + 1, selected.size());
        },
    };
    perform_all(work, jobs, pack_limits);
    report.progress().clear();
}

/// What packs have of the delegation that they are for; nothing where its table or its notes cannot be read.
std::optional<AssembleOptions> assemble_options(const BuildOptions& options, const Resources& resources,
                                                const Files& files, Report& report) {
    AssembleOptions out;
    out.as_of = options.as_of;
    out.annex = options.annex;
    out.language = options.language;
    out.prepared_for = options.prepared_for.empty() ? options.delegation : options.prepared_for;
    if (options.delegation.empty()) return out;
    const auto table = report.configured(load_state_table(resources, files));
    if (!table) return std::nullopt;
    out.delegation = delegation_of(options.delegation, *table);
    return out;
}

/// The notes of the file on the items of the packs; those without an item are reported.
Instructions read_instructions(const std::string& file, const Library& library, const std::vector<Selection>& selected,
                               const Knowledge& knowledge, const SharedOptions& shared, const Files& files,
                               Report& report) {
    Instructions all;
    if (file.empty()) return all;
    for (const ReadInput& input : read_inputs({file}, Keep::documents, knowledge, shared, files, report)) {
        if (!input.document) continue;
        Instructions placed = place_instructions(library, selected, *input.document);
        report.add(placed.unplaced);
        all.by_item.merge(placed.by_item);
    }
    return all;
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

/// The kit, or nothing where templates have mistakes: all of them are told then.
std::optional<PackKit> load_checked_kit(const KitOptions& options, const Resources& resources, const Files& files,
                                        Report& report) {
    Result<PackKit> kit = load_kit(resources, options, files);
    if (kit) return std::move(*kit);
    Diagnostics problems;
    for (const std::string& name : options.templates) {
        for (Diagnostic& problem : lint_template(resources.templates, name, {options.language}, options.style, files))
            problems.push_back(std::move(problem));
    }
    if (problems.empty()) problems.push_back(kit.error());  // of the fonts or the logo
    for (const Diagnostic& problem : problems) report.configured(Result<bool>(problem));
    return std::nullopt;
}

/// The formats that the templates can give, the others told; none where they give none of those asked for.
std::vector<PackFormat> possible_formats(const std::vector<PackFormat>& wanted, const PackKit& kit, Report& report) {
    std::vector<PackFormat> out = wanted;
    for (const auto& [name, with] : kit.templates) {
        if (with.text || std::erase(out, PackFormat::pdf) == 0) continue;
        const std::string why = "a Word template gives DOCX packs, no PDF";
        report.add(Diagnostic{out.empty() ? Code::template_invalid : Code::member_refused,
                              {name, 0, 0, 0},
                              out.empty() ? why + ": ask for --format docx" : why});
    }
    return out;
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
    for (const auto& [name, with] : kit->templates)
        if (with.word) report.add(with.word->notes());
    options.formats = possible_formats(asked.formats, *kit, report);
    if (options.formats.empty()) return;
    auto assemble = assemble_options(options, resources, files, report);
    auto load = load_of(options, shared, *kit, files, report);
    if (!assemble || !load) return;
    if (const auto problem = files.make_folder(options.out)) return report.add(*problem);

    Diagnostics problems;
    std::vector<std::string> paths =
        find_documents(options.inputs, {options.out, shared.follow_links}, files, problems);
    report.add(problems);
    const auto edited = found_notes(options.notes, shared, files, report);
    if (!edited) return;
    leave_out(*edited, files, paths);
    const bool with_sources = options.embed_sources || options.annex;
    Material material =
        merged(read_inputs(paths, with_sources ? Keep::members : Keep::documents, *knowledge, shared, files, report));
    if (options.classification) assemble->withheld = leave_out(material, *options.classification, report);
    Library library(material.records, material.documents, names_of(knowledge->themes, options.language));
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
    make_all(selected,
             Packs(library, *kit, options, std::move(*assemble), *load, {load->sources, shared.reading.password}),
             Output(options, files, report), shared.jobs, report);
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
    const Library library(material.records, material.documents, names_of(knowledge->themes, options.language));
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
    Library library(material.records, material.documents, names_of(knowledge->themes, options.language));
    library.cite_places();  // packs with annexes have the most fields
    BuildOptions as_built;
    as_built.as_of = options.as_of;
    as_built.language = options.language;
    as_built.annex = true;
    as_built.delegation = options.delegation;
    const auto assembling = assemble_options(as_built, resources, files, report);
    if (!assembling) return;
    FieldSamples samples;
    for (const Selection& selection : selections(library, GroupBy::both)) {
        const Briefing briefing = assemble(library, selection, *assembling);
        add_samples(make_context(briefing, Wording(*labels, !briefing.by_theme)), samples);
    }
    report.progress().clear();
    out << words_of_fields(samples);
}

}  // namespace rapporteur
