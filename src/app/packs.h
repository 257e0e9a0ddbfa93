#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/house_file.h"
#include "app/options.h"
#include "app/pack_kit.h"
#include "app/pack_maker.h"
#include "app/report.h"
#include "app/source_files.h"
#include "app/worker.h"
#include "store/edition_book.h"

namespace rapporteur {

/// The names of the templates that the packs may need.
std::vector<std::string> template_names(const BuildOptions& options);

/// The kit, or nothing where templates have mistakes: all of them are told then.
std::optional<PackKit> load_checked_kit(const KitOptions& options, const Resources& resources, const Files& files,
                                        Report& report);

/// What packs have of the delegation that they are for; nothing where its table cannot be read.
std::optional<AssembleOptions> assemble_options(const BuildOptions& options, const Resources& resources,
                                                const Files& files, Report& report);

/// What goes into the files of packs besides their pages.
struct PackLoad {
    SourceFiles sources;
    std::string password;
    HouseFile house;  // without bytes where there is none
};

/// Nothing where there is to be a password or a house document and it cannot be read.
std::optional<PackLoad> load_of(const BuildOptions& options, const SharedOptions& shared, const PackKit& kit,
                                const Files& files, Report& report);

/// What a pack says of its own edition.
struct EditionNote {
    std::string edition;
    std::optional<LastEdition> last;
    bool supplement = false;  // to what readers hold, which can have one: made, too
};

/// One file of a pack; its name is the pack's with this ending.
struct PackOutput {
    std::string ending, bytes;
};

/// What an edition leaves for later ones, and its supplement where there is one.
struct KeptEdition {
    std::vector<EditionLine> lines;
    PackOutput supplement;
};

/// The formats that the templates can give; none where they give none of those asked for. The others are told, and what
/// Word templates leave out.
std::vector<PackFormat> possible_formats(const std::vector<PackFormat>& wanted, const PackKit& kit, Report& report);

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

    const PackTemplate& template_for(const Selection& selection) const;
    Result<MadePack> make(const Selection& selection, const EditionNote& note = {}) const;
    /// What it says as of a day, without its edition; what it would tell of all other documents is left out.
    Briefing say(const Selection& selection, const std::optional<PartialDate>& as_of) const;
    /// What a worker answers: diagnostics, number of pages, documents, what the edition keeps, the supplement's file,
    /// and the file of each format and each export; no files where one failed.
    std::string make_files(const Selection& selection, StageMark& mark, const EditionNote& note = {}) const;

    /// The briefing as its template words it: pack XML, or the file of a Word template.
    Result<std::string> rendered(const Selection& selection, const Briefing& briefing) const;

private:
    /// A DOCX from a Word template has no pages of ours.
    bool needs_pages(const PackTemplate& with) const;
    Briefing assembled(const Selection& selection, const EditionNote& note) const;
    Result<MadePack> laid_out(const Selection& selection, const Briefing& briefing) const;
    Result<PackFile> make_file(const Briefing& briefing, const MadePack& made, const PackTemplate& with,
                               PackFormat format) const;
    Result<PackFile> make_word_file(const Briefing& briefing, const PackTemplate& with) const;
    Result<KeptEdition> keep(const Selection& selection, const Briefing& briefing, const MadePack& made,
                             const EditionNote& note, Diagnostics& told) const;
    PdfOptions pdf_options(const std::vector<std::string>& documents) const;

    const Library& library_;
    const PackKit& kit_;
    const BuildOptions& options_;
    AssembleOptions assemble_;
    const PackLoad& load_;
    AnnexShelf shelf_;
};

/// A pack as a worker made it.
struct FinishedPack {
    std::size_t pages = 0;
    std::vector<std::string> documents;  // ids of those that it is made from
    std::vector<EditionLine> lines;      // that the edition keeps
    std::vector<PackOutput> files;       // formats, then exports, then the supplement where there is one
};

/// What `make_files` answered in a worker; nothing, and why is told, where there are no files.
std::optional<FinishedPack> finished_pack(const Selection& selection, const WorkResult& result,
                                          const BuildOptions& options, Report& report);

/// Writes the pack's files; nothing, and why is told, where one cannot be written.
std::optional<PackLine> write_files(const Selection& selection, const FinishedPack& pack, const BuildOptions& options,
                                    Files& files, Report& report);

/// Gives every selection to a worker and what it answers to `take`, in their order.
void for_each_selection(const std::vector<Selection>& selected,
                        const std::function<std::string(const Selection&, StageMark&)>& perform, int jobs,
                        Report& report, const std::function<void(const Selection&, const WorkResult&)>& take);

}  // namespace rapporteur
