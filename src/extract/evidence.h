#pragma once

#include <string_view>

#include "extract/confidence.h"
#include "extract/scene.h"

namespace rapporteur {

/// How a statement was found.
struct Evidence {
    std::string_view kind;        // of the record: "recommendation"
    const RuleMatch& match;       // the rule that counts
    std::string_view looked_at;   // the text in which it matched
    std::string_view text;        // the statement's own words
    bool lent = false;            // the words that matched are the lead-in's
    bool names_somebody = false;  // an addressee or proposer, a body, an affiliation
};

/// What speaks for and against a statement that was found at a moment.
Features features_of(const Scene& scene, const Moment& moment, const Evidence& evidence);

/// Gives the record its confidence by the rules' model, and keeps what it rests on.
template <class Statement>
Judged<Statement> judged(const Scene& scene, const Moment& moment, const Evidence& evidence, Statement record) {
    Features features = features_of(scene, moment, evidence);
    record.confidence = scene.rules.confidence().confidence(features);
    return {std::move(record), std::move(features)};
}

}  // namespace rapporteur
