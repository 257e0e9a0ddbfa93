#pragma once

#include "extract/confidence.h"
#include "extract/outline.h"
#include "extract/rule_set.h"
#include "extract/scene.h"
#include "model/record.h"

namespace rapporteur {

/// Adds the recommendations, outcomes and interventions of a document, in the order of its text. Reads the document's
/// own record, where there is one, for the body that proposes.
void find_statements(const Document& document, const Outline& outline, const RuleSet& rules, Records& records);

/// The statements of a document with what tells how sure each is, before repeats are gathered; each kind in the order
/// of the text.
struct JudgedStatements {
    std::vector<Judged<Recommendation>> recommendations;
    std::vector<Judged<Outcome>> outcomes;
    std::vector<Judged<Intervention>> interventions;
};

/// Finds them; reads in the records what find_statements reads.
JudgedStatements judge_statements(const Document& document, const Outline& outline, const RuleSet& rules,
                                  const Records& records);

/// True for blocks in which statements are looked for sentence by sentence.
bool holds_statements(const Block& block);

/// The moments of one block. `lead` remembers the last introducing block, so that long lists cost no more than short
/// ones.
struct LeadIn {
    std::optional<std::size_t> block;
    Range range;
    std::vector<std::string> roles;  // that it gives to its items
    std::string status;              // of recommendations
};
std::vector<Moment> moments_of(const Scene& scene, std::size_t block, LeadIn& lead);

/// Calls `visit` with every unit of the blocks in the scene's language that may be a statement, in order, with its
/// roles and what introduces it. `languages` holds the language of every block. The speaker is left empty.
template <class Visitor>
void for_each_moment(const Scene& scene, const std::vector<std::string>& languages, Visitor&& visit) {
    LeadIn lead;
    for (std::size_t block = 0; block < scene.document.blocks.size(); ++block) {
        if (languages[block] != scene.language) continue;
        if (!holds_statements(scene.document.blocks[block])) continue;
        for (Moment& moment : moments_of(scene, block, lead)) visit(moment);
    }
}

}  // namespace rapporteur
