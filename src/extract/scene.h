#pragma once

#include "extract/actors.h"
#include "extract/dates.h"
#include "extract/match.h"
#include "extract/outline.h"
#include "extract/setting.h"
#include "extract/unit.h"
#include "model/record.h"
#include "model/source_maker.h"

namespace rapporteur {

/// Everything that the finders of statements need to know of one document.
struct Scene {
    Scene(const Document& the_document, const Outline& the_outline, const RuleSet& the_rules, std::string document_body,
          std::string the_language);

    /// The source of a stretch of one block: printed number, headings, page.
    Source source(std::size_t block, const Range& range) const;
    /// The printed number that governs a block: of its paragraph, else of the numbered heading above.
    std::string paragraph_of(std::size_t block) const;
    /// True where a pattern of that table of the language matches the text.
    bool matches(std::string_view table, std::string_view text) const;

    const Document& document;
    const Outline& outline;
    const RuleSet& rules;
    std::string language;  // whose rules are used: the document's, or one of its languages
    std::string body;      // the document's own, empty where not known
    Settings settings;
    bool of_a_meeting;  // the document says by its face or headings that it comes from a meeting or a body
    SourceMaker sources;
    Actors actors;
    ClausePatterns clauses;
};

/// A unit with what surrounds it: its roles, what introduces it, and who spoke last.
struct Moment {
    Unit unit;
    std::vector<std::string> roles;
    bool heading = false;      // stands in a heading: a statement only where it is labelled as one
    std::string status;        // of recommendations, where what introduces them says it
    Range lead_in;             // empty where none
    std::string speaker;       // of the sentences before in this block, for "he" and "she"
    std::string mentioned;     // id of the meeting that the sentences before in this block named last
    bool refers_back = false;  // its subject is a pronoun
    bool asks = false;         // a recommendation was taken from it

    MatchPlace place(RuleKind kind, const Document& document) const {
        MatchPlace here{kind, roles, document.blocks[unit.block].kind};
        if (unit.first) here.roles.emplace_back("opens");
        return here;
    }
};

}  // namespace rapporteur
