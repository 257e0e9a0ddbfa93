#pragma once

#include <string>
#include <vector>

#include "extract/outline.h"
#include "extract/resolution.h"
#include "extract/rule_set.h"

namespace rapporteur {

/// What the headings say of one section: which roles rules may ask for, and the number that a heading gives to all
/// below it
/// ("Recommendation 4", "Resolution no. 2016/7").
struct SectionSetting {
    std::vector<std::string> roles;
    std::string number;
};

/// What headings and the document's face say about the statements below them.
struct Settings {
    std::vector<SectionSetting> sections;      // one for every section of the outline
    std::vector<SectionSetting> lines;         // short lines that stand for headings without being set as such
    std::vector<int> line_above;               // for every block the place in `lines` that holds there, -1 where none
    std::vector<std::string> document;         // roles of the whole document
    std::vector<ResolutionBlock> resolutions;  // for every block the resolution that it belongs to

    /// What the nearest heading, or line that stands for one, says of a block.
    const SectionSetting& above(const Outline& outline, std::size_t block) const;
    /// All roles that hold at a block.
    std::vector<std::string> roles_of(const Outline& outline, std::size_t block) const;
};

/// Reads the roles off the headings by the rules of the record kinds "section" and "document_kind". A heading's own
/// roles replace those of the headings above; without any it inherits them.
Settings make_settings(const Document& document, const Outline& outline, const RuleSet& rules,
                       std::string_view language);

}  // namespace rapporteur
