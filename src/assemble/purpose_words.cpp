#include "assemble/purpose_words.h"

#include <algorithm>
#include <iterator>

#include "support/language_tag.h"

namespace rapporteur {
namespace {

enum class Cue { heading, meeting, paper, paper_does };

/// A phrase, folded, and how much it tells. A language is one more block of rows.
struct CuePhrase {
    std::string_view language;
    Cue cue;
    std::string_view words;
    double weight;
};

constexpr CuePhrase cue_phrases[] = {
    {"en", Cue::heading, "objective", 3},
    {"en", Cue::heading, "purpose", 3},
    {"en", Cue::heading, "aims", 2},
    {"en", Cue::heading, "mandate", 2},
    {"en", Cue::heading, "about the meeting", 2},
    {"en", Cue::heading, "background", 1},
    {"en", Cue::heading, "introduction", 1},
    {"en", Cue::heading, "opening", 0.5},
    {"en", Cue::meeting, "being held in response to", 3},
    {"en", Cue::meeting, "is convened", 2},
    {"en", Cue::meeting, "is being held", 2},
    {"en", Cue::meeting, "is held", 1.5},
    {"en", Cue::meeting, "main objective", 2},
    {"en", Cue::meeting, "objectives of the", 2},
    {"en", Cue::meeting, "purpose of the", 2},
    {"en", Cue::meeting, "the aim of", 2},
    {"en", Cue::meeting, "will focus on", 2},
    {"en", Cue::meeting, "focused on", 1.5},
    {"en", Cue::meeting, "will consider", 1.5},
    {"en", Cue::meeting, "will discuss", 1.5},
    {"en", Cue::meeting, "will review", 1.5},
    {"en", Cue::meeting, "will take stock", 2},
    {"en", Cue::meeting, "presents an opportunity", 1.5},
    {"en", Cue::meeting, "provides an opportunity", 1.5},
    {"en", Cue::meeting, "an opportunity to", 1},
    {"en", Cue::meeting, "pursuant to", 0.5},
    {"en", Cue::meeting, "in accordance with resolution", 1},
    {"en", Cue::meeting, "decided to convene", 2},
    {"en", Cue::meeting, "brought together", 1},
    {"en", Cue::meeting, "to discuss", 1},
    {"en", Cue::paper, "this paper", 1},
    {"en", Cue::paper, "this document", 1},
    {"en", Cue::paper, "this note", 1},
    {"en", Cue::paper, "this report", 1},
    {"en", Cue::paper, "the present report", 1},
    {"en", Cue::paper, "the present note", 1},
    {"en", Cue::paper, "the present document", 1},
    {"en", Cue::paper, "the present paper", 1},
    {"en", Cue::paper_does, "is submitted", 2},
    {"en", Cue::paper_does, "is intended to", 2},
    {"en", Cue::paper_does, "seeks to", 2},
    {"en", Cue::paper_does, "aims to", 2},
    {"en", Cue::paper_does, "as background for", 2},
    {"en", Cue::paper_does, "proposes", 1.5},
    {"en", Cue::paper_does, "provides", 1.5},
    {"en", Cue::paper_does, "presents", 1.5},
    {"en", Cue::paper_does, "describes", 1.5},
    {"en", Cue::paper_does, "examines", 1.5},
    {"en", Cue::paper_does, "summarizes", 1.5},
    {"en", Cue::paper_does, "sets out", 1.5},
    {"en", Cue::paper_does, "reports on", 1.5},
    {"en", Cue::paper_does, "has been prepared", 1.5},
};

/// How titles of items begin at which something is decided, folded, in the languages of agendas.
constexpr std::string_view deciding_words[] = {
    "approval",      "approve",      "to approve",    "adoption",   "adopt",      "to adopt",       "election",
    "elect",         "to elect",     "appointment",   "appoint",    "vote",       "voting",         "ratification",
    "nomination of", "endorsement",  "authorization", "award of",   "renewal of", "decision",       "confirmation of",
    "approbation",   "election des", "designation",   "nomination", "vote",       "renouvellement", "ratification",
    "attribution",   "autorisation", "cession",
};

/// What is approved at every meeting.
constexpr std::string_view formal_words[] = {
    "agenda",
    "minutes",
    "ordre du jour",
    "proces-verbal",
    "proces verbal",
    "compte rendu",
    "compte-rendu",
    "programme of work",
    "secretaire de seance",
    "organization of work",
    "organisation of work",
};

/// The strongest phrase that begins at `from` or later.
FoundCue strongest_cue(std::string_view folded, std::string_view language, Cue cue, std::size_t from = 0) {
    FoundCue best;
    for (const CuePhrase& phrase : cue_phrases) {
        if (phrase.cue != cue || phrase.language != primary_language(language) || phrase.weight <= best.weight)
            continue;
        const std::size_t at = folded.find(phrase.words, from);
        if (at != folded.npos) best = {phrase.weight, at};
    }
    return best;
}

}  // namespace

bool titles_decision(std::string_view folded_title) {
    const auto begins = [&](std::string_view word) {
        return folded_title.starts_with(word) &&
               (folded_title.size() == word.size() || folded_title[word.size()] == ' ');
    };
    const auto holds = [&](std::string_view word) { return folded_title.find(word) != folded_title.npos; };
    return std::any_of(std::begin(deciding_words), std::end(deciding_words), begins) &&
           std::none_of(std::begin(formal_words), std::end(formal_words), holds);
}

double heading_promise(std::string_view folded_heading, std::string_view language) {
    return strongest_cue(folded_heading, language, Cue::heading).weight;
}

FoundCue meeting_purpose(std::string_view folded, std::string_view language) {
    return strongest_cue(folded, language, Cue::meeting);
}

double paper_purpose(std::string_view folded, std::string_view language) {
    const FoundCue paper = strongest_cue(folded, language, Cue::paper);
    if (paper.weight == 0) return 0;
    const FoundCue does = strongest_cue(folded, language, Cue::paper_does, paper.at);
    return does.weight == 0 ? 0 : paper.weight + does.weight;
}

}  // namespace rapporteur
