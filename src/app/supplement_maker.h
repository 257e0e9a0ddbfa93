#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/pack_maker.h"
#include "assemble/snapshot.h"
#include "store/edition_book.h"

namespace rapporteur {

/// Of the template that supplements are made with.
inline constexpr const char* supplement_name = "supplement";

/// ".supplement-3.pdf".
std::string supplement_ending(const std::string& edition);

/// The supplement of an edition, laid out, its sheets numbered; nothing where nothing changed.
struct MadeSupplement {
    std::optional<MadePack> sheets;
    Supplement says;
};

/// A supplement to the pack that readers hold, which has to be one that can be supplemented; in the look of the pack
/// itself.
Result<MadeSupplement> make_supplement_pack(Briefing briefing, const LastEdition& last, const std::string& name,
                                            const Template& text, const Style& style, const PackKit& kit);

/// What a later edition has to know of one that readers are given whole; its pages where there is a PDF of them.
std::vector<EditionLine> lines_of_whole(const Briefing& briefing, const Pages* pages);
/// The same of one that readers are given as a supplement.
std::vector<EditionLine> lines_of_supplement(const Supplement& supplement, const std::string& edition);

/// Ids of the documents that a supplement cites.
std::vector<std::string> cited_documents(const Supplement& supplement);

}  // namespace rapporteur
