#pragma once

#include <optional>
#include <string>
#include <vector>

#include "extract/outline.h"
#include "extract/rule_set.h"

namespace rapporteur {

/// What a block of a resolution does there.
enum class ResolutionPart { none, reason, operative };

/// What the resolution around a block says of it.
struct ResolutionBlock {
    bool inside = false;  // of a resolution
    std::string body;     // that speaks; empty where nothing names it
    ResolutionPart part = ResolutionPart::none;
    std::optional<std::size_t> lead;  // the clause whose articles follow ("Recommends:"), where it governs this block
};

/// Finds the resolutions of a document and tells reasons from operative paragraphs: for every block one answer. A
/// resolution is opened by its body ("The Assembly,"), or by its first reason where none is named, and ends with the
/// section in which it stands; one whose articles stand under headings of their own goes on until a heading opens
/// something else: `opens_other` says which sections do. Reads the language's tables "resolution_openings",
/// "clause_start", "preambular_clause", "reason_form", "reason_continues", "reason_opens", "operative_start",
/// "articles_lead" and "after_resolution". Linear in the blocks.
std::vector<ResolutionBlock> find_resolutions(const Document& document, const Outline& outline, const RuleSet& rules,
                                              std::string_view language, const std::vector<bool>& opens_other);

}  // namespace rapporteur
