#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/rule_set.h"

namespace rapporteur {

/// Reads off a sentence who is asked and who asks, by the language's tables "actor_nouns" (of a name's last
/// word), "actor_names" (of all of it: where adjectives follow the noun), "openers", "clause_breaks",
/// "head_breaks", "determiners", "trailers", "conjunctions", "relative_passives", "name_adjectives",
/// "plain_adjectives", "not_actors", "speaking_nouns" and "speech_frames".
class Actors {
public:
    Actors(const RuleSet& rules, std::string_view language);

    /// The actors that are the subject of a verb, from the text of the sentence before it: "In this regard, the Board"
    /// gives "Board". Things that cannot act give nothing.
    std::vector<std::string> subject(std::string_view before) const;

    /// The actors that are asked, from the text after a verb of asking: "the Board and all members to report" gives
    /// "Board", "members".
    std::vector<std::string> object(std::string_view after) const;

    /// Who speaks, from the text before a verb of speech, as printed: "On fees, Mr. Lind, for the Union," gives "Mr.
    /// Lind, for the Union". Empty where that names nobody who could speak.
    std::string speaker(std::string_view before) const;

    /// The same of a text that is known to name somebody, as the brackets after a recommendation.
    std::string named(std::string_view before) const;

    /// True where the text holds a verb after which somebody's view follows ("considers that").
    bool claims(std::string_view before) const;

private:
    const Pattern* pattern(std::string_view table) const;
    bool matches(std::string_view table, std::string_view text) const;
    std::string_view head_of(std::string_view name) const;
    bool is_noun_of_actor(std::string_view name) const;
    bool is_one_name(std::string_view left, std::string_view joint, std::string_view right) const;
    std::string_view bare(std::string_view name) const;
    bool is_actor(std::string_view name, bool begins_sentence) const;
    std::vector<std::string> clause_subject(std::string_view clause) const;
    std::vector<std::string> agents(std::string_view after) const;
    std::vector<std::string> names_in(std::string_view list, bool begins_sentence) const;

    const RuleSet& rules_;
    std::string language_;
};

/// How strongly a verb of recommending asks, by the language's table "strength": 1 "may wish to" to 5 "demands"; 0
/// where the table has no entry for it.
int strength_of(const RuleSet& rules, std::string_view language, std::string_view verb);

}  // namespace rapporteur
