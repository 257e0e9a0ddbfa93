#include "app/packs.h"

#include <algorithm>
#include <charconv>

#include "app/edition_json.h"
#include "app/message.h"
#include "app/pack_attachments.h"
#include "app/password_file.h"
#include "app/supplement_maker.h"
#include "app/template_tools.h"
#include "app/word_pack.h"
#include "app/worker_pool.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A pack is our own work on records that are bounded: only a mistake of ours can make it last.
const WorkLimits pack_limits{std::chrono::minutes(10), 0};

const std::string& template_of(const Selection& selection, const BuildOptions& options) {
    static const std::string meeting = "meeting", theme = "theme";
    if (!options.template_name.empty()) return options.template_name;
    return selection.by_theme ? theme : meeting;
}

std::size_t number_of(std::string_view text) {
    std::size_t value = 0;
    std::from_chars(text.data(), text.data() + text.size(), value);
    return value;
}

const Labels& labels_of(const PackTemplate& with) { return with.text ? with.text->labels() : with.word->labels(); }

/// Of the files that a pack may have, in their order.
std::vector<std::string> endings_of(const BuildOptions& options) {
    std::vector<std::string> endings;
    for (const PackFormat format : options.formats) endings.push_back(ending_of(format));
    for (const ExportFormat format : options.exports) endings.push_back(ending_of(format));
    return endings;
}

}  // namespace

std::vector<std::string> template_names(const BuildOptions& options) {
    if (!options.template_name.empty()) return {options.template_name};
    if (options.by == GroupBy::both) return {"meeting", "theme"};
    return {options.by == GroupBy::meeting ? "meeting" : "theme"};
}

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

std::vector<PackFormat> possible_formats(const std::vector<PackFormat>& wanted, const PackKit& kit, Report& report) {
    std::vector<PackFormat> out = wanted;
    for (const auto& [name, with] : kit.templates) {
        if (with.word) report.add(with.word->notes());
        if (with.text || std::erase(out, PackFormat::pdf) == 0) continue;
        const std::string why = "a Word template gives DOCX packs, no PDF";
        report.add(Diagnostic{out.empty() ? Code::template_invalid : Code::member_refused,
                              {name, 0, 0, 0},
                              out.empty() ? why + ": ask for --format docx" : why});
    }
    return out;
}

const PackTemplate& Packs::template_for(const Selection& selection) const {
    return kit_.templates.at(template_of(selection, options_));
}

Result<MadePack> Packs::make(const Selection& selection, const EditionNote& note) const {
    return laid_out(selection, assembled(selection, note));
}

Result<MadePack> Packs::laid_out(const Selection& selection, const Briefing& briefing) const {
    return make_pack(briefing, selection.file_stem, library_, template_for(selection), kit_, shelf_);
}

Briefing Packs::say(const Selection& selection, const std::optional<PartialDate>& as_of) const {
    AssembleOptions options = assemble_;
    options.as_of = as_of;
    Briefing briefing = assemble(library_, selection, options);
    briefing.method.not_listed = 0;
    return briefing;
}

std::string Packs::make_files(const Selection& selection, StageMark& mark, const EditionNote& note) const {
    mark.set(Stage::composing);
    const PackTemplate& with = template_for(selection);
    const Briefing briefing = assembled(selection, note);
    const Result<MadePack> made = needs_pages(with) ? laid_out(selection, briefing) : MadePack{};
    if (!made) return to_message({to_message(Diagnostics{made.error()})});
    mark.set(Stage::writing);
    Diagnostics told = made->diagnostics;
    Result<KeptEdition> kept = note.edition.empty() ? KeptEdition() : keep(selection, briefing, *made, note, told);
    if (!kept) return to_message({to_message(Diagnostics{kept.error()})});
    std::vector<std::string> parts{"",
                                   std::to_string(made->pages.pages.size()),
                                   join(briefing.documents_read, "\n"),
                                   to_message(kept->lines),
                                   std::move(kept->supplement.ending),
                                   std::move(kept->supplement.bytes)};
    for (const PackFormat format : options_.formats) {
        Result<PackFile> file = make_file(briefing, *made, with, format);
        if (!file) return to_message({to_message(Diagnostics{file.error()})});
        parts.push_back(std::move(file->bytes));
        told.insert(told.end(), file->notes.begin(), file->notes.end());
    }
    for (const ExportFormat format : options_.exports)
        parts.push_back(export_pack(format, library_, briefing, labels_of(with), options_.as_of));
    parts.front() = to_message(told);
    return to_message(std::vector<std::string_view>(parts.begin(), parts.end()));
}

Result<KeptEdition> Packs::keep(const Selection& selection, const Briefing& briefing, const MadePack& made,
                                const EditionNote& note, Diagnostics& told) const {
    const PackTemplate& with = template_for(selection);
    const bool printed =
        std::find(options_.formats.begin(), options_.formats.end(), PackFormat::pdf) != options_.formats.end();
    if (!note.supplement || !note.last)
        return KeptEdition{lines_of_whole(briefing, printed ? &made.pages : nullptr), {}};
    const std::optional<Template>& text = kit_.templates.at(supplement_name).text;
    if (!text) return Diagnostic{Code::template_missing, {}, "supplements need a template of pack XML"};
    Result<MadeSupplement> supplement =
        make_supplement_pack(briefing, *note.last, selection.file_stem, *text, with.style, kit_);
    if (!supplement) return supplement.error();
    KeptEdition kept{lines_of_supplement(supplement->says, note.edition), {}};
    if (!supplement->sheets) return kept;
    told.insert(told.end(), supplement->sheets->diagnostics.begin(), supplement->sheets->diagnostics.end());
    Result<PackFile> file =
        write_pdf_pack(*supplement->sheets, kit_.fonts, pdf_options(cited_documents(supplement->says)));
    if (!file) return file.error();
    told.insert(told.end(), file->notes.begin(), file->notes.end());
    kept.supplement = {supplement_ending(note.edition), std::move(file->bytes)};
    return kept;
}

bool Packs::needs_pages(const PackTemplate& with) const {
    return !with.word || std::any_of(options_.formats.begin(), options_.formats.end(),
                                     [](PackFormat format) { return format != PackFormat::docx; });
}

Result<PackFile> Packs::make_file(const Briefing& briefing, const MadePack& made, const PackTemplate& with,
                                  PackFormat format) const {
    if (format == PackFormat::pdf) return write_pdf_pack(made, kit_.fonts, pdf_options(briefing.documents_read));
    if (with.word) return make_word_file(briefing, with);
    return write_docx_pack(made, with, kit_.fonts, kit_.patterns.hyphenation, load_.house.bytes);
}

Result<PackFile> Packs::make_word_file(const Briefing& briefing, const PackTemplate& with) const {
    Result<std::string> bytes = make_word_pack(briefing, with, kit_.fonts, kit_.patterns.hyphenation);
    if (!bytes) return bytes.error();
    return PackFile{std::move(*bytes), {}};
}

Result<std::string> Packs::rendered(const Selection& selection, const Briefing& briefing) const {
    const PackTemplate& with = template_for(selection);
    if (with.text) return with.text->render(briefing);
    return make_word_pack(briefing, with, kit_.fonts, kit_.patterns.hyphenation);
}

Briefing Packs::assembled(const Selection& selection, const EditionNote& note) const {
    AssembleOptions options = assemble_;
    options.edition = note.edition;
    options.last = note.last;
    return assemble(library_, selection, options);
}

PdfOptions Packs::pdf_options(const std::vector<std::string>& documents) const {
    PdfOptions out;
    const SourceFiles none;
    out.attachments = pack_attachments(library_, documents, options_.embed_sources ? load_.sources : none);
    out.password = load_.password;
    return out;
}

std::optional<FinishedPack> finished_pack(const Selection& selection, const WorkResult& result,
                                          const BuildOptions& options, Report& report) {
    const auto parts = parts_of(result.output);
    const auto told = parts && !parts->empty() ? diagnostics_of(parts->front()) : std::nullopt;
    if (result.state != WorkState::done || !told) {
        report.add(Diagnostic{Code::internal_error, {selection.file_stem, 0, 0, 0}, reason_of(result)});
        return std::nullopt;
    }
    for (Diagnostic diagnostic : *told) {
        if (diagnostic.place.file.empty()) diagnostic.place.file = selection.file_stem;
        report.add(diagnostic);
    }
    constexpr std::size_t before_files = 6;
    const std::vector<std::string> endings = endings_of(options);
    if (parts->size() != before_files + endings.size()) return std::nullopt;
    auto lines = edition_lines_of((*parts)[3]);
    if (!lines) return std::nullopt;
    FinishedPack pack{number_of((*parts)[1]), {}, std::move(*lines), {}};
    for (const std::string_view id : split((*parts)[2], '\n')) pack.documents.emplace_back(id);
    for (std::size_t i = 0; i < endings.size(); ++i)
        if (const std::string_view bytes = (*parts)[before_files + i]; !bytes.empty())
            pack.files.push_back({endings[i], std::string(bytes)});
    if (!(*parts)[4].empty()) pack.files.push_back({std::string((*parts)[4]), std::string((*parts)[5])});
    return pack;
}

std::optional<PackLine> write_files(const Selection& selection, const FinishedPack& pack, const BuildOptions& options,
                                    Files& files, Report& report) {
    PackLine line{selection.title, selection.by_theme ? "theme" : "meeting", pack.pages, {}};
    for (const PackOutput& output : pack.files) {
        std::string path = join_path(options.out, selection.file_stem + output.ending);
        if (const auto problem = files.write(path, output.bytes)) {
            report.add(*problem);
            return std::nullopt;
        }
        line.files.push_back(std::move(path));
    }
    return line;
}

void for_each_selection(const std::vector<Selection>& selected,
                        const std::function<std::string(const Selection&, StageMark&)>& perform, int jobs,
                        Report& report, const std::function<void(const Selection&, const WorkResult&)>& take) {
    std::size_t given = 0;
    const Work work{
        [&]() -> std::optional<std::string> {
            return given < selected.size() ? std::optional(std::to_string(given++)) : std::nullopt;
        },
        [&](std::string_view job, StageMark& mark) { return perform(selected[number_of(job)], mark); },
        [&](std::size_t job, const WorkResult& result) {
            take(selected[job], result);
            report.progress().show("making packs", job + 1, selected.size());
        },
    };
    perform_all(work, jobs, pack_limits);
    report.progress().clear();
}

}  // namespace rapporteur
