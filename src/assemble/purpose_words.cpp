#include "assemble/purpose_words.h"

#include <algorithm>

namespace rapporteur {
namespace {

enum class Cue { heading, meeting, paper };

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
    {"en", Cue::paper, "this paper", 1.5},
    {"en", Cue::paper, "this document", 1.5},
    {"en", Cue::paper, "this note", 1.5},
    {"en", Cue::paper, "this report", 1.5},
    {"en", Cue::paper, "the present report", 1.5},
    {"en", Cue::paper, "the present note", 1.5},
    {"en", Cue::paper, "the present document", 1.5},
    {"en", Cue::paper, "is submitted", 1},
    {"en", Cue::paper, "is intended to", 1},
    {"en", Cue::paper, "seeks to", 1},
    {"en", Cue::paper, "aims to", 1},
    {"en", Cue::paper, "as background for", 1},
    {"en", Cue::paper, "proposes ways", 0.5},
};

std::string_view primary(std::string_view language) { return language.substr(0, language.find('-')); }

double strongest_cue(std::string_view folded, std::string_view language, Cue cue) {
    double best = 0;
    for (const CuePhrase& phrase : cue_phrases)
        if (phrase.cue == cue && phrase.language == primary(language) && folded.find(phrase.words) != folded.npos)
            best = std::max(best, phrase.weight);
    return best;
}

}  // namespace

double heading_promise(std::string_view folded_heading, std::string_view language) {
    return strongest_cue(folded_heading, language, Cue::heading);
}

double meeting_purpose(std::string_view folded, std::string_view language) {
    return strongest_cue(folded, language, Cue::meeting);
}

double paper_purpose(std::string_view folded, std::string_view language) {
    return strongest_cue(folded, language, Cue::paper);
}

}  // namespace rapporteur
