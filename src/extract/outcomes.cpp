#include "extract/outcomes.h"

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view record_kind = "outcome";

/// The day, month or year that the sentence says of itself: the first that it names.
std::optional<PartialDate> date_in(const Scene& scene, std::string_view text) {
    for (const FoundDate& date : scene.rules.dates(scene.language).dates(text)) {
        if (date.has_year()) return date.start;
    }
    return std::nullopt;
}

/// The type that the rule says, else that of the verb by the language's table.
OutcomeType type_of(const Scene& scene, const RuleMatch& match, std::string_view text) {
    std::string_view name = match.field(text, "type");
    const RuleTable* types = scene.rules.table(scene.language, "outcome_types");
    const std::string verb = to_lower(match.field(text, "verb"));
    for (std::size_t i = 0; types != nullptr && name.empty() && i < types->entries.size(); ++i) {
        if (types->entries[i].pattern.matches(verb)) name = types->entries[i].key;
    }
    return outcome_type_named(name).value_or(OutcomeType::other);
}

std::string body_of(const Scene& scene, const Moment& moment, const RuleMatch& match, std::string_view text) {
    const std::string_view where = match.field(text, "body");
    if (!match.range_of("body").empty()) return scene.actors.named(where);
    if (where == "lead") return scene.actors.speaker(scene.document.slice(moment.lead_in));
    if (where == "subject") return scene.actors.speaker(text.substr(0, match.range_of("verb").begin));
    return scene.settings.resolutions[moment.unit.block].body;
}

/// The words that decide: what matched, and in which text.
struct Finding {
    RuleMatch match;
    std::string_view text;
    bool lent = false;  // by the lead-in
};

Finding find(const Scene& scene, const Moment& moment) {
    const RuleGroup* group = scene.rules.group(scene.language, record_kind);
    const std::string_view text = scene.document.slice(moment.unit.range);
    Finding own{best_match(group, text, moment.place(RuleKind::cue, scene.document)), text};
    if (own.match.rule != nullptr || !moment.unit.first) return own;
    if (!moment.lead_in.empty()) {
        const std::string_view lead = scene.document.slice(moment.lead_in);
        Finding lent{best_match(group, lead, moment.place(RuleKind::cue, scene.document)), lead, true};
        if (lent.match.rule != nullptr) return lent;
    }
    if (moment.asks) return own;
    return {best_match(group, text, moment.place(RuleKind::item, scene.document)), text};
}

/// A paragraph right after an item, without a number and a clause of its own, is the item's further text.
bool continues_item(const Scene& scene, std::size_t lead, std::size_t at) {
    const Block& block = scene.document.blocks[at];
    if (block.kind != BlockKind::paragraph || !block.number.empty()) return false;
    if (scene.document.blocks[at - 1].kind != BlockKind::list_item) return false;
    if (scene.outline.blocks[at].section != scene.outline.blocks[lead].section) return false;
    const Pattern* start = scene.clauses.start;
    const auto clause = start == nullptr ? std::nullopt : start->find(scene.document.text_of(block));
    return !clause || clause->range.begin != 0;
}

/// A list of things ("Approves the following texts:") is one outcome with what introduces it: adds the items, as
/// further parts.
void add_items(const Scene& scene, std::size_t lead, Outcome& found) {
    constexpr std::size_t most_bytes = 6000;  // a longer list stays with its lead-in alone
    Outcome whole = found;
    for (std::size_t at = lead + 1; at < scene.document.blocks.size(); ++at) {
        const bool item = scene.outline.blocks[at].lead_in == lead;
        if (!item && !continues_item(scene, lead, at)) break;
        for (const Unit& unit : units_of(scene.document, at, UnitForm::sentences, scene.clauses)) {
            whole.text += " " + std::string(scene.document.slice(unit.range));
            whole.sources.push_back(scene.source(at, unit.range));
        }
        if (whole.text.size() > most_bytes) return;
    }
    found = std::move(whole);
}

}  // namespace

std::optional<Judged<Outcome>> outcome_of(const Scene& scene, const Moment& moment) {
    if (moment.unit.preambular || moment.heading) return std::nullopt;
    const bool of_objects =
        scene.matches("object_lists", scene.document.slice(moment.unit.leads ? moment.unit.range : moment.lead_in));
    if (of_objects != moment.unit.leads) return std::nullopt;
    const Finding finding = find(scene, moment);
    const RuleMatch& match = finding.match;
    if (match.rule == nullptr) return std::nullopt;
    const Range words = match.range_of("words");  // without a label ("Decision:")
    const Range range = words.empty() || finding.lent
                            ? moment.unit.range
                            : Range{moment.unit.range.begin + words.begin, moment.unit.range.begin + words.end};
    Outcome found;
    found.text = scene.document.slice(range);
    found.sources.push_back(scene.source(moment.unit.block, range));
    found.lead_in = scene.document.slice(moment.lead_in);
    found.type = type_of(scene, match, finding.text);
    found.body = body_of(scene, moment, match, finding.text);
    found.date = date_in(scene, found.text);
    found.rule = match.rule->id;
    found.cut = moment.unit.cut;
    if (moment.unit.leads) add_items(scene, moment.unit.block, found);
    found.id = make_id({std::string(record_kind), scene.document.id(), found.text});
    const bool somebody = !found.body.empty();
    const std::string_view own = scene.document.slice(range);
    return judged(scene, moment, {record_kind, match, finding.text, own, finding.lent, somebody}, std::move(found));
}

}  // namespace rapporteur
