#include "extract/recommendations.h"

#include <algorithm>

#include "extract/deadline.h"

namespace rapporteur {
namespace {

constexpr std::string_view record_kind = "recommendation";

/// The words that recommend: what matched, and in which text.
struct Finding {
    RuleMatch match;
    std::string_view text;
    bool by_lead_in = false;
};

/// True where the clause above a list, or the unit where it is that clause, asks for things that the items only name.
bool lists_things(const Scene& scene, const Moment& moment) {
    const Range& lead = moment.unit.leads ? moment.unit.range : moment.lead_in;
    return !lead.empty() && scene.matches("lists_of_things", scene.document.slice(lead));
}

Finding find(const Scene& scene, const Moment& moment) {
    const RuleGroup* group = scene.rules.group(scene.language, record_kind);
    const std::string_view text = scene.document.slice(moment.unit.range);
    if (moment.heading) return {best_match(group, text, moment.place(RuleKind::item, scene.document)), text};
    Finding own{best_match(group, text, moment.place(RuleKind::cue, scene.document)), text};
    if (own.match.rule != nullptr) return own;
    if (moment.unit.first && !moment.lead_in.empty() && !lists_things(scene, moment)) {
        const std::string_view lead = scene.document.slice(moment.lead_in);
        Finding lent{best_match(group, lead, moment.place(RuleKind::cue, scene.document)), lead, true};
        if (lent.match.rule != nullptr) return lent;
    }
    if (!moment.unit.first) return own;
    return {best_match(group, text, moment.place(RuleKind::item, scene.document)), text};
}

/// The unit without a label that the rule tells apart ("Recommendation 4:").
Range own_words(const Range& unit, const Finding& finding) {
    const Range words = finding.match.range_of("words");
    return words.empty() || finding.by_lead_in ? unit : Range{unit.begin + words.begin, unit.begin + words.end};
}

RecommendationStatus status_named(std::string_view name) {
    for (int i = 0; i <= static_cast<int>(RecommendationStatus::implemented); ++i) {
        const auto status = static_cast<RecommendationStatus>(i);
        if (name_of(status) == name) return status;
    }
    return RecommendationStatus::proposed;
}

/// The verb as printed, without the adverbs inside it where the rule captures it in two parts.
std::string verb_of(const Finding& finding) {
    std::string verb(finding.match.field(finding.text, "verb"));
    const std::string_view rest = finding.match.field(finding.text, "verb_rest");
    if (!rest.empty()) verb += " " + std::string(rest);
    return verb;
}

/// Where the verb ends, with the parts and the alternatives in brackets that follow it.
std::size_t end_of_verb(const RuleMatch& match) {
    return std::max({match.range_of("verb").end, match.range_of("verb_rest").end, match.range_of("alternatives").end});
}

/// The text as it reads without the marks of what is still under negotiation ("the secretariat[, with the Board,] to").
std::string without_brackets(std::string_view text) {
    std::string out(text);
    std::erase_if(out, [](char c) { return c == '[' || c == ']'; });
    return out;
}

std::vector<std::string> addressees_of(const Scene& scene, const Finding& finding) {
    const RuleMatch& match = finding.match;
    const Range verb = match.range_of("verb");
    const Range named = match.range_of("addressee");
    const std::string_view where = match.field(finding.text, "addressee");
    if (where == "subject" && scene.matches("made_not_asked", finding.text.substr(verb.end))) return {};
    if (!named.empty()) return scene.actors.subject(where);
    if (where == "subject") return scene.actors.subject(finding.text.substr(0, verb.begin));
    if (where == "object") return scene.actors.object(without_brackets(finding.text.substr(end_of_verb(match))));
    return {};
}

std::string proposer_of(const Scene& scene, const Moment& moment, const Finding& finding) {
    const std::string_view where = finding.match.field(finding.text, "proposer");
    if (!finding.match.range_of("proposer").empty()) return scene.actors.named(where);
    if (where == "subject") {
        const std::string name = scene.actors.speaker(finding.text.substr(0, finding.match.range_of("verb").begin));
        return name.empty() || name == "speaker" ? moment.speaker : name;
    }
    if (where == "lead") return scene.actors.speaker(scene.document.slice(moment.lead_in));
    if (where == "speaker" && !moment.speaker.empty()) return moment.speaker;
    const std::string& resolving = scene.settings.resolutions[moment.unit.block].body;
    if (!resolving.empty()) return resolving;
    const Range verb = finding.match.range_of("verb");
    if (!finding.by_lead_in && scene.actors.claims(finding.text.substr(0, verb.begin))) {
        const std::string name = scene.actors.speaker(finding.text.substr(0, verb.begin));
        if (!name.empty()) return name;
    }
    if (!moment.speaker.empty()) return moment.speaker;
    const bool body_speaks = std::find(moment.roles.begin(), moment.roles.end(), "decision") != moment.roles.end();
    return body_speaks ? scene.body : std::string{};
}

/// A body that advises another, in a document of that other body, recommends to it where it names nobody else.
std::vector<std::string> advised_body(const Scene& scene, const Recommendation& found) {
    const bool own = scene.body.find(found.proposer) != std::string::npos;
    const bool advises = !scene.body.empty() && !own && scene.matches("advisory_bodies", found.proposer) &&
                         scene.matches("advice", found.verb);
    return advises ? std::vector<std::string>{scene.body} : std::vector<std::string>{};
}

}  // namespace

std::optional<Judged<Recommendation>> recommendation_of(const Scene& scene, const Moment& moment) {
    if (moment.unit.preambular || (moment.unit.leads && !lists_things(scene, moment))) return std::nullopt;
    const Finding finding = find(scene, moment);
    const Rule* rule = finding.match.rule;
    if (rule == nullptr) return std::nullopt;
    Recommendation found;
    const Range range = own_words(moment.unit.range, finding);
    found.text = scene.document.slice(range);
    found.sources.push_back(scene.source(moment.unit.block, range));
    found.lead_in = scene.document.slice(moment.lead_in);
    found.verb = verb_of(finding);
    found.strength = rule->strength > 0 ? rule->strength : strength_of(scene.rules, scene.language, found.verb);
    found.addressees = addressees_of(scene, finding);
    found.proposer = proposer_of(scene, moment, finding);
    if (found.addressees.empty()) found.addressees = advised_body(scene, found);
    found.deadline = deadline_in(scene.rules, scene.language, found.text);
    found.rule = rule->id;
    found.status = status_named(moment.status);
    found.cut = moment.unit.cut;
    found.id = make_id({std::string(record_kind), scene.document.id(), found.text});
    const bool somebody = !found.addressees.empty() || !found.proposer.empty();
    const std::string_view words = scene.document.slice(range);
    return judged(scene, moment, {record_kind, finding.match, finding.text, words, finding.by_lead_in, somebody},
                  std::move(found));
}

}  // namespace rapporteur
