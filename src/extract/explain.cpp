#include <algorithm>
#include <cmath>
#include <set>

#include "extract/block_languages.h"
#include "extract/extract.h"
#include "extract/face.h"
#include "extract/interventions.h"
#include "extract/outcomes.h"
#include "extract/outline.h"
#include "extract/recommendations.h"
#include "extract/statements.h"
#include "extract/table_statements.h"
#include "support/text.h"

namespace rapporteur {
namespace {

std::string quoted(std::string_view text) { return "\"" + std::string(text) + "\""; }

/// "p. 7, ¶ 29, Findings > Ports".
std::string place_of(const Source& source) {
    std::vector<std::string> parts;
    if (source.page > 0) parts.push_back("p. " + std::to_string(source.page));
    if (!source.paragraph.empty()) parts.push_back("¶ " + source.paragraph);
    if (!source.heading.empty()) parts.push_back(join(source.heading, " > "));
    return join(parts, ", ");
}

/// The same with the roles that hold there: "p. 7, ¶ 29, Findings > Ports [background report]".
std::string place_line(const Scene& scene, const Moment& moment) {
    std::string line = place_of(scene.source(moment.unit.block, moment.unit.range));
    if (!moment.roles.empty()) line += (line.empty() ? "[" : " [") + join(moment.roles, " ") + "]";
    return line;
}

std::string captures_of(const RuleMatch& match, std::string_view text) {
    std::vector<std::string> parts;
    for (const Capture& capture : match.captures) {
        if (!capture.range.empty()) {
            parts.push_back(capture.name + "=" + quoted(text.substr(capture.range.begin, capture.range.size())));
        }
    }
    return join(parts, " ");
}

std::string rule_line(const RuleMatch& match, std::string_view text) {
    const Rule& rule = *match.rule;
    std::string line = rule.id + " (" + rule.file + ":" + std::to_string(rule.line) + ", priority " +
                       std::to_string(rule.priority) + ", confidence " + hundredths(rule.confidence) + ") " +
                       captures_of(match, text);
    if (!rule.fragments.empty()) line += " fragments: " + join(rule.fragments, " ");
    return line;
}

/// The rules of one record kind for one text: the one that counts, those it outranks, and those that were refused.
void explain_kind(const Scene& scene, const Moment& moment, const Range& range, std::string_view record,
                  std::string& out) {
    const RuleGroup* group = scene.rules.group(scene.language, record);
    const std::string_view text = scene.document.slice(range);
    const bool whole = range == moment.unit.range && moment.unit.first;
    for (const RuleKind kind : {RuleKind::cue, RuleKind::item}) {
        if (kind == RuleKind::item && !whole) continue;
        std::vector<Rejection> rejected;
        const auto found = match_rules(group, text, moment.place(kind, scene.document), &rejected);
        for (const RuleMatch& match : found) {
            const bool counts = &match == &found.front();
            out += std::string("    ") + (counts ? "matches " : "rival   ") + rule_line(match, text) + "\n";
        }
        for (const Rejection& no : rejected) {
            const bool tells =
                no.reason != "does not match" && kind == RuleKind::cue;  // items are a matter of place alone
            if (tells) out += "    refused " + no.rule->id + ": " + no.reason + "\n";
        }
    }
}

std::string joined_addressees(const Recommendation& found) {
    return found.addressees.empty() ? "nobody named" : join(found.addressees, "; ");
}

std::string verdict_of(const Recommendation& found) {
    return "recommendation: " + quoted(found.verb) + ", strength " + std::to_string(found.strength) + ", to " +
           joined_addressees(found) + ", by " + (found.proposer.empty() ? "nobody named" : found.proposer) +
           ", confidence " + hundredths(found.confidence);
}

std::string verdict_of(const Outcome& found) {
    return "outcome: " + std::string(name_of(found.type)) + ", by " +
           (found.body.empty() ? "nobody named" : found.body) + ", confidence " + hundredths(found.confidence);
}

/// Why a statement is as sure as it is: what its rule alone gives, then what raises and what lowers it.
std::string reasons_of(const ConfidenceModel& model, const Features& features) {
    constexpr double least = 0.005;  // smaller weights change nothing
    std::vector<std::string> raises, lowers;
    for (const Weight& weight : model.reasons(features)) {
        if (std::abs(weight.value) < least) continue;
        (weight.value > 0 ? raises : lowers).push_back(weight.words + " (" + signed_hundredths(weight.value) + ")");
    }
    std::string out = "    confidence: starts at " + hundredths(model.confidence_of_rule(features.certainty)) +
                      " for a rule that says " + hundredths(features.certainty) + " of itself\n";
    if (!raises.empty()) out += "      raised: " + join(raises, "; ") + "\n";
    if (!lowers.empty()) out += "      lowered: " + join(lowers, "; ") + "\n";
    return out;
}

std::string verdict_of(const Intervention& found) {
    const std::string affiliation = found.affiliation.empty() ? "" : ", " + found.affiliation;
    return "intervention: by " + found.speaker + affiliation + ", confidence " + hundredths(found.confidence);
}

template <class Found>
void explain_found(const Scene& scene, const Moment& moment, const std::optional<Judged<Found>>& found,
                   std::string_view record, std::string& out) {
    std::string details;
    explain_kind(scene, moment, moment.unit.range, record, details);
    if (!moment.lead_in.empty()) {
        details += "    introduced by " + quoted(scene.document.slice(moment.lead_in)) + "\n";
        explain_kind(scene, moment, moment.lead_in, record, details);
    }
    if (found) {
        out +=
            "  " + verdict_of(found->record) + "\n" + reasons_of(scene.rules.confidence(), found->features) + details;
    } else if (!details.empty()) {
        out += "  no " + std::string(record) + "\n" + details;
    }
}

std::string why_passed_over(const Unit& unit) {
    if (unit.preambular) return "  gives reasons: asks and decides nothing\n";
    if (unit.leads) return "  introduces the list below: its items are the statements\n";
    return {};
}

/// A statement that is not one unit: a row of a table, a passage of what somebody said.
template <class Found>
void explain_other(const Scene& scene, const Judged<Found>& found, std::string& out) {
    out += place_of(found.record.sources.front()) + "\n" + quoted(found.record.text) + "\n  " +
           verdict_of(found.record) + "\n" + reasons_of(scene.rules.confidence(), found.features) + "    matches " +
           found.record.rule + "\n\n";
}

void explain_tables(const Scene& scene, const std::vector<std::string>& languages, std::string& out) {
    for (std::size_t block = 0; block < scene.document.blocks.size(); ++block) {
        if (scene.document.blocks[block].kind != BlockKind::table || languages[block] != scene.language) continue;
        for (const auto& row : recommendations_in_table(scene, block)) explain_other(scene, row, out);
    }
}

void explain_moment(const Scene& scene, Moment& moment, std::string& out) {
    out += place_line(scene, moment) + "\n" + quoted(scene.document.slice(moment.unit.range)) + "\n";
    const std::size_t told = out.size();
    out += why_passed_over(moment.unit);
    if (!moment.speaker.empty()) out += "  speaker: " + moment.speaker + "\n";
    const auto asked = recommendation_of(scene, moment);
    moment.asks = asked.has_value();
    explain_found(scene, moment, asked, "recommendation", out);
    explain_found(scene, moment, outcome_of(scene, moment), "outcome", out);
    if (out.size() == told) out += "  no rule matches\n";
    out += "\n";
}

}  // namespace

std::string explain(const Document& document, const Knowledge& knowledge) {
    std::string out;
    const Outline outline = make_outline(document);
    Records face;
    find_face(document, outline, knowledge.rules, face);
    const auto languages = languages_of_blocks(document, knowledge.rules);
    for (const std::string& language : std::set(languages.begin(), languages.end())) {
        const Scene scene(document, outline, knowledge.rules, face.documents.front().body, language);
        SpeakerWalk speakers(scene);
        for_each_moment(scene, languages, [&](Moment& moment) {
            speakers.take(moment);
            moment.speaker = speakers.speaker();
            explain_moment(scene, moment, out);
        });
        explain_tables(scene, languages, out);
        for (const SpeakerWalk::Found& found : speakers.finish()) explain_other(scene, found.judged, out);
    }
    return out;
}

}  // namespace rapporteur
