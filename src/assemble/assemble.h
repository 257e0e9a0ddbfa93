#pragma once

#include <optional>
#include <string>

#include "assemble/briefing.h"
#include "assemble/delegation.h"
#include "assemble/instructions.h"
#include "assemble/library.h"
#include "assemble/selection.h"
#include "assemble/snapshot.h"
#include "assemble/withholding.h"
#include "model/pack_notes.h"

namespace rapporteur {

/// What the caller says of the packs of one run.
struct AssembleOptions {
    std::optional<PartialDate> as_of;  // date of the edition
    std::string prepared_for, edition;
    std::string language = "en";           // of the pack's own words
    std::optional<Delegation> delegation;  // that the packs are for
    Instructions instructions;
    std::vector<PackNotes> notes;              // from earlier packs
    std::vector<WithheldStatements> withheld;  // from all packs
    std::optional<LastEdition> last;           // that the pack tells the changes since
    std::vector<SupersededRow> superseded;     // of all packs
    bool annex = false;                        // the papers at hand stand behind the pack
};

/// The briefing of one selection. It quotes and never invents: what is not in the records or documents is not in the
/// pack.
Briefing assemble(const Library& library, const Selection& selection, const AssembleOptions& options);

}  // namespace rapporteur
