#include "extract/evidence.h"

#include <algorithm>
#include <initializer_list>

namespace rapporteur {
namespace {

constexpr std::size_t short_bytes = 40, long_bytes = 400;  // of a statement
constexpr std::size_t late_bytes = 150;                    // before the verb

bool has_any(const std::vector<std::string>& roles, std::initializer_list<std::string_view> wanted) {
    return std::any_of(roles.begin(), roles.end(), [&](const std::string& role) {
        return std::find(wanted.begin(), wanted.end(), role) != wanted.end();
    });
}

/// True where more quotation marks open than close before the byte.
bool stands_in_quotes(std::string_view text, std::size_t at) {
    int depth = 0;
    bool straight = false;
    const auto opens = [&](std::size_t i, std::string_view mark) { return text.substr(i).starts_with(mark); };
    for (std::size_t i = 0; i < at; ++i) {
        if (text[i] == '"') straight = !straight;
        if (opens(i, "“") || opens(i, "«")) ++depth;
        if (opens(i, "”") || opens(i, "»")) depth = std::max(0, depth - 1);
    }
    return straight || depth > 0;
}

/// Collects the features that hold.
struct Collector {
    Features features;

    void add(Feature feature, bool holds) {
        if (holds) features.names.emplace_back(name_of(feature));
    }
};

void add_construct(const Moment& moment, const Evidence& evidence, const Block& block, Collector& out) {
    out.add(Feature::outcome, evidence.kind == "outcome");
    out.add(Feature::intervention, evidence.kind == "intervention");
    out.add(Feature::labelled, evidence.match.rule->kind == RuleKind::item);
    out.add(Feature::in_table, evidence.match.rule->kind == RuleKind::column);
    out.add(Feature::lent_verb, evidence.lent);
    out.add(Feature::list_item, block.kind == BlockKind::list_item);
    out.add(Feature::footnote, block.kind == BlockKind::note);
    out.add(Feature::opens_block, moment.unit.first);
}

void add_place(const Scene& scene, const Moment& moment, Collector& out) {
    const auto& roles = moment.roles;
    out.add(Feature::numbered, !scene.paragraph_of(moment.unit.block).empty());
    out.add(Feature::operative, moment.unit.clause || has_any(roles, {"operative", "articles"}));
    out.add(Feature::telling_heading, has_any(roles, {"recommendations", "conclusions", "decision", "response",
                                                      "recommended", "resolved", "acts"}));
    out.add(Feature::minutes, has_any(roles, {"report", "minutes"}));
    out.add(Feature::background, has_any(roles, {"background", "goals"}));
    out.add(Feature::agenda, has_any(roles, {"agenda", "attendance"}));
    out.add(Feature::annex, has_any(roles, {"annex"}));
    out.add(Feature::rules, has_any(roles, {"rules", "guidelines", "furniture"}));
    out.add(Feature::of_a_meeting, scene.of_a_meeting);
}

void add_wording(const Scene& scene, const Moment& moment, const Evidence& evidence, Collector& out) {
    const Range verb = evidence.match.range_of("verb");
    const bool own_verb = !evidence.lent && !verb.empty();
    const MatchPlace place = moment.place(evidence.match.rule->kind, scene.document);
    const RuleGroup* group = scene.rules.group(scene.language, evidence.kind);
    out.add(Feature::short_text, evidence.text.size() < short_bytes);
    out.add(Feature::long_text, evidence.text.size() > long_bytes);
    out.add(Feature::question, evidence.text.ends_with('?'));
    out.add(Feature::quoted, own_verb && stands_in_quotes(evidence.looked_at, verb.begin));
    out.add(Feature::verb_late, own_verb && verb.begin > late_bytes);
    out.add(Feature::names_somebody, evidence.names_somebody);
    out.add(Feature::several_rules, several_match(group, evidence.looked_at, place));
}

/// The names of the entries that match, each once.
void add_signs(const Scene& scene, std::string_view table, std::string_view text, Features& features) {
    const RuleTable* signs = scene.rules.table(scene.language, table);
    if (signs == nullptr || text.empty()) return;
    for (const TableEntry* entry : signs->possible_entries(text)) {
        auto& names = features.names;
        const bool is_new = std::find(names.begin(), names.end(), entry->key) == names.end();
        if (is_new && entry->pattern.matches(text)) names.push_back(entry->key);
    }
}

}  // namespace

Features features_of(const Scene& scene, const Moment& moment, const Evidence& evidence) {
    const Block& block = scene.document.blocks[moment.unit.block];
    Collector out;
    out.features.certainty = evidence.match.rule->confidence;
    add_construct(moment, evidence, block, out);
    add_place(scene, moment, out);
    add_wording(scene, moment, evidence, out);
    out.add(Feature::cut, moment.unit.cut);
    out.add(Feature::damaged, !block.damaged.empty());
    out.add(Feature::not_english, scene.language != default_language);
    const std::string lead(evidence.lent ? evidence.looked_at : std::string_view{});
    add_signs(scene, "signs", lead + " " + std::string(evidence.text), out.features);
    add_signs(scene, "verb_signs", evidence.match.field(evidence.looked_at, "verb"), out.features);
    return std::move(out.features);
}

}  // namespace rapporteur
