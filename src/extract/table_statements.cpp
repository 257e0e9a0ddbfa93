#include "extract/table_statements.h"

#include <map>

#include "extract/answers.h"
#include "extract/recommendations.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::string_view record_kind = "recommendation";
constexpr std::size_t least_text = 12;  // bytes: shorter cells are numbers or dashes
constexpr int usual_strength = 3;

/// Which column of the table holds which field, and the rule that says that it is a list of recommendations.
struct Columns {
    std::map<std::string, std::size_t> of;
    const Rule* rule = nullptr;
};

Columns columns_of(const Scene& scene, const MatchPlace& place, const Row& header) {
    Columns columns;
    const RuleGroup* group = scene.rules.group(scene.language, record_kind);
    std::size_t at = 0;
    for (const Cell& cell : header.cells) {
        const std::string_view title = scene.document.slice(cell.range);
        const RuleMatch match = best_match(group, title, place);
        const std::string field(match.field(title, "field"));
        if (!field.empty()) columns.of.try_emplace(field, at);
        if (field == "text") columns.rule = match.rule;
        at += static_cast<std::size_t>(cell.columns);
    }
    return columns;
}

/// The range of the cell in the column that holds a field; empty where the row has none.
Range cell_of(const Row& row, const Columns& columns, const std::string& field) {
    const auto column = columns.of.find(field);
    if (column == columns.of.end()) return {};
    std::size_t at = 0;
    for (const Cell& cell : row.cells) {
        if (at == column->second) return cell.range;
        at += static_cast<std::size_t>(cell.columns);
    }
    return {};
}

void read_verb(const Scene& scene, const MatchPlace& place, Recommendation& found) {
    const RuleGroup* group = scene.rules.group(scene.language, record_kind);
    MatchPlace cue = place;
    cue.kind = RuleKind::cue;
    const RuleMatch match = best_match(group, found.text, cue);
    if (match.rule == nullptr) return;
    found.verb = match.field(found.text, "verb");
    found.strength =
        match.rule->strength > 0 ? match.rule->strength : strength_of(scene.rules, scene.language, found.verb);
}

Recommendation read_row(const Scene& scene, std::size_t block, const Row& row, const Columns& columns,
                        const MatchPlace& place) {
    Recommendation found;
    const Range text = cell_of(row, columns, "text");
    const std::string number(scene.document.slice(cell_of(row, columns, "number")));
    found.text = scene.document.slice(text);
    found.sources.push_back(scene.sources.source(scene.document.blocks[block], text,
                                                 number.empty() ? scene.paragraph_of(block) : number,
                                                 headings_above(scene.document, scene.outline, block)));
    found.strength = usual_strength;
    read_verb(scene, place, found);
    const std::string addressee(scene.document.slice(cell_of(row, columns, "addressee")));
    if (!addressee.empty()) found.addressees.push_back(addressee);
    found.proposer = scene.document.slice(cell_of(row, columns, "proposer"));
    const std::string due(scene.document.slice(cell_of(row, columns, "deadline")));
    for (const FoundDate& date : scene.rules.dates(scene.language).dates(due)) {
        if (date.has_year() && !found.deadline) found.deadline = date.last();
    }
    const Range answer = cell_of(row, columns, "response");
    if (!answer.empty()) {
        found.response = Response{std::string(scene.document.slice(answer)), {}, {scene.source(block, answer)}};
        found.status = Answers(scene.rules, scene.language).status_in(found.response->text).value_or(found.status);
    }
    found.rule = columns.rule->id;
    found.confidence = columns.rule->confidence;
    found.id = make_id({std::string(record_kind), scene.document.id(), found.text});
    return found;
}

}  // namespace

std::vector<Recommendation> recommendations_in_table(const Scene& scene, std::size_t block) {
    std::vector<Recommendation> found;
    const Block& table = scene.document.blocks[block];
    if (table.rows.size() < 2) return found;
    const MatchPlace place{RuleKind::column, scene.settings.roles_of(scene.outline, block), BlockKind::table};
    const Columns columns = columns_of(scene, place, table.rows.front());
    if (columns.rule == nullptr) return found;
    for (std::size_t i = 1; i < table.rows.size(); ++i) {
        const Range text = cell_of(table.rows[i], columns, "text");
        if (table.rows[i].header || text.size() < least_text) continue;
        found.push_back(read_row(scene, block, table.rows[i], columns, place));
    }
    return found;
}

}  // namespace rapporteur
