#include "extract/statements.h"

#include <algorithm>
#include <set>

#include "extract/answers.h"
#include "extract/block_languages.h"
#include "extract/echoes.h"
#include "extract/interventions.h"
#include "extract/outcomes.h"
#include "extract/recommendations.h"
#include "extract/statement_links.h"
#include "extract/table_statements.h"

namespace rapporteur {
namespace {

UnitForm form_of(const ResolutionBlock& resolution) {
    if (!resolution.inside) return UnitForm::sentences;
    return resolution.lead ? UnitForm::whole : UnitForm::clauses;
}

/// Reads off the clause that introduces a list what it says of the items ("The following recommendations were
/// accepted:").
LeadIn lead_in_at(const Scene& scene, std::size_t block) {
    const UnitForm form = form_of(scene.settings.resolutions[block]);
    LeadIn lead{block, lead_in_of(scene.document, block, form, scene.clauses), {}, {}};
    const RuleGroup* group = scene.rules.group(scene.language, "lead_in");
    const std::string_view text = scene.document.text_of(scene.document.blocks[block]);
    const MatchPlace place{RuleKind::cue, scene.settings.roles_of(scene.outline, block), BlockKind::paragraph};
    for (const RuleMatch& match : match_rules(group, text, place)) {
        lead.roles.emplace_back(match.field(text, "role"));
        if (lead.status.empty()) lead.status = match.field(text, "status");
    }
    return lead;
}

/// The text that stands right below a block; empty where it is no short line.
std::string_view line_below(const Document& document, std::size_t block) {
    constexpr std::size_t longest = 120;  // bytes of a line that only says how a vote ended
    while (++block < document.blocks.size() && document.blocks[block].kind == BlockKind::note) {
    }
    if (block >= document.blocks.size()) return {};
    const std::string_view text = document.text_of(document.blocks[block]);
    return text.size() > longest ? std::string_view{} : text;
}

/// Adds to each moment what the sentence or line after it says of a vote on it ("Carried."), as a role.
void add_verdicts(const Scene& scene, std::size_t block, std::vector<Moment>& moments) {
    const RuleTable* verdicts = scene.rules.table(scene.language, "verdicts");
    for (std::size_t i = 0; verdicts != nullptr && i < moments.size(); ++i) {
        const std::string_view after = i + 1 < moments.size() ? scene.document.slice(moments[i + 1].unit.range)
                                                              : line_below(scene.document, block);
        if (const TableEntry* said = verdicts->entry_matching(after)) moments[i].roles.push_back(said->key);
    }
}

template <class Statement>
void gather_echoes(std::vector<Statement>& statements) {
    std::vector<std::string_view> texts;
    for (const Statement& statement : statements) texts.push_back(statement.text);
    const Echoes echoes = find_echoes(texts);
    std::set<std::size_t> gone;
    for (const auto& [first, later] : echoes.repeats) {
        auto& repeats = statements[first].repeats;
        repeats.insert(repeats.end(), statements[later].sources.begin(), statements[later].sources.end());
        gone.insert(later);
    }
    for (const auto& [earlier, later] : echoes.related) {
        statements[earlier].related.push_back(statements[later].id);
        statements[later].related.push_back(statements[earlier].id);
    }
    std::vector<Statement> kept;
    for (std::size_t i = 0; i < statements.size(); ++i) {
        if (!gone.contains(i)) kept.push_back(std::move(statements[i]));
    }
    statements = std::move(kept);
}

template <class Statement>
void sort_by_place(std::vector<Judged<Statement>>& statements) {
    std::stable_sort(statements.begin(), statements.end(), [](const auto& a, const auto& b) {
        return a.record.sources.front().range < b.record.sources.front().range;
    });
}

template <class Statement>
void take_records(std::vector<Judged<Statement>>& from, std::vector<Statement>& to) {
    for (Judged<Statement>& judged : from) to.push_back(std::move(judged.record));
}

std::string body_of(const Document& document, const Records& records) {
    for (const DocumentRecord& record : records.documents) {
        if (record.sha256 == document.sha256) return record.body;
    }
    return {};
}

}  // namespace

bool holds_statements(const Block& block) {
    return !block.title && (block.kind == BlockKind::heading || block.kind == BlockKind::paragraph ||
                            block.kind == BlockKind::list_item || block.kind == BlockKind::note);
}

std::vector<Moment> moments_of(const Scene& scene, std::size_t block, LeadIn& lead) {
    const BlockContext& context = scene.outline.blocks[block];
    Moment base;
    base.heading = scene.document.blocks[block].kind == BlockKind::heading && !context.lead_in;
    base.roles = scene.settings.roles_of(scene.outline, block);
    const ResolutionBlock& resolution = scene.settings.resolutions[block];
    if (!resolution.inside && scene.matches("cites_rules", scene.document.text_of(scene.document.blocks[block])))
        base.roles.emplace_back("rules");
    const auto governing = context.lead_in ? context.lead_in : resolution.lead;
    if (governing) {
        if (lead.block != governing) lead = lead_in_at(scene, *governing);
        base.roles.insert(base.roles.end(), lead.roles.begin(), lead.roles.end());
        base.status = lead.status;
    }
    std::vector<Moment> moments;
    for (const Unit& unit : units_of(scene.document, block, form_of(resolution), scene.clauses)) {
        moments.push_back(base);
        moments.back().unit = unit;
        if (!unit.clause && resolution.part == ResolutionPart::reason) moments.back().unit.preambular = true;
        if (unit.first && governing) moments.back().lead_in = lead.range;
    }
    const auto& contexts = scene.outline.blocks;
    const bool leads = block + 1 < contexts.size() && contexts[block + 1].lead_in == block;
    if (leads && !moments.empty()) moments.back().unit.leads = true;
    add_verdicts(scene, block, moments);
    return moments;
}

namespace {

/// The recommendations that the tables in one language list.
void find_in_tables(const Scene& scene, const std::vector<std::string>& languages, const StatementLinks& links,
                    JudgedStatements& statements) {
    for (std::size_t block = 0; block < scene.document.blocks.size(); ++block) {
        if (scene.document.blocks[block].kind != BlockKind::table || languages[block] != scene.language) continue;
        Moment moment;
        moment.unit.block = block;
        moment.roles = scene.settings.roles_of(scene.outline, block);
        for (Judged<Recommendation>& found : recommendations_in_table(scene, block)) {
            links.link(moment, found.record);
            statements.recommendations.push_back(std::move(found));
        }
    }
}

bool answers(const Moment& moment) {
    return std::find(moment.roles.begin(), moment.roles.end(), "response") != moment.roles.end();
}

/// The statements of the blocks in one language.
void find_in_language(const Scene& scene, const std::vector<std::string>& languages, const StatementLinks& links,
                      JudgedStatements& statements) {
    SpeakerWalk speakers(scene);
    Answers given(scene.rules, scene.language);
    MentionWalk mentions(links);
    for_each_moment(scene, languages, [&](Moment& moment) {
        speakers.take(moment);
        moment.speaker = speakers.speaker();
        moment.mentioned = mentions.before(moment.unit.block);
        moment.refers_back = scene.matches("back_references", scene.document.slice(moment.unit.range));
        if (auto found = recommendation_of(scene, moment)) {
            moment.asks = true;
            links.link(moment, found->record);
            statements.recommendations.push_back(std::move(*found));
        }
        if (auto found = outcome_of(scene, moment)) {
            links.link(moment, found->record);
            if (answers(moment)) given.add(found->record);
            statements.outcomes.push_back(std::move(*found));
        }
        mentions.take(moment.unit.block, scene.document.slice(moment.unit.range));
    });
    for (SpeakerWalk::Found& found : speakers.finish()) {
        links.link(scene.settings.roles_of(scene.outline, found.block), found.block, found.judged.record);
        statements.interventions.push_back(std::move(found.judged));
    }
    find_in_tables(scene, languages, links, statements);
    for (Judged<Recommendation>& asked : statements.recommendations) given.tie(asked.record);
}

}  // namespace

JudgedStatements judge_statements(const Document& document, const Outline& outline, const RuleSet& rules,
                                  const Records& records) {
    JudgedStatements statements;
    const std::vector<std::string> languages = languages_of_blocks(document, rules);
    const StatementLinks links(document, outline, records);
    for (const std::string& language : std::set(languages.begin(), languages.end())) {
        const Scene scene(document, outline, rules, body_of(document, records), language);
        find_in_language(scene, languages, links, statements);
    }
    sort_by_place(statements.recommendations);
    sort_by_place(statements.outcomes);
    sort_by_place(statements.interventions);
    return statements;
}

void find_statements(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    JudgedStatements found = judge_statements(document, outline, rules, records);
    take_records(found.recommendations, records.recommendations);
    take_records(found.outcomes, records.outcomes);
    take_records(found.interventions, records.interventions);
    gather_echoes(records.recommendations);
    gather_echoes(records.outcomes);
}

}  // namespace rapporteur
