#include "extract/table_statements.h"

#include <map>
#include <optional>
#include <utility>

#include "extract/answers.h"
#include "extract/deadline.h"
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
    RuleMatch match;  // of the head of the column of texts; without a rule where there is none
    std::string_view title;
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
        if (field == "text" || (field == "action" && columns.match.rule == nullptr)) {
            columns.match = match;
            columns.title = title;
        }
        at += static_cast<std::size_t>(cell.columns);
    }
    if (columns.of.contains("text")) return columns;
    const bool says_who_or_when = columns.of.contains("addressee") || columns.of.contains("deadline");
    if (!columns.of.contains("action") || !says_who_or_when) return {};
    columns.of.emplace("text", columns.of.at("action"));
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

/// Adds the answer that stands in a range of the table, and the status that its words say.
void give_answer(const Scene& scene, std::size_t block, const Range& answer, Recommendation& found) {
    if (answer.empty()) return;
    found.response = Response{std::string(scene.document.slice(answer)), {}, {scene.source(block, answer)}};
    found.status = Answers(scene.rules, scene.language).status_in(found.response->text).value_or(found.status);
}

/// What speaks for a statement that stands in a table.
Judged<Recommendation> judged_in_table(const Scene& scene, std::size_t block, const MatchPlace& place,
                                       const RuleMatch& match, std::string_view looked_at, Recommendation found) {
    Moment moment;
    moment.unit.block = block;
    moment.roles = place.roles;
    const bool somebody = !found.addressees.empty() || !found.proposer.empty();
    const std::string words = found.text;
    return judged(scene, moment, {record_kind, match, looked_at, words, false, somebody}, std::move(found));
}

Judged<Recommendation> read_row(const Scene& scene, std::size_t block, const Row& row, const Columns& columns,
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
    found.deadline = due_date_in(scene.rules, scene.language, due);
    give_answer(scene, block, cell_of(row, columns, "response"), found);
    found.rule = columns.match.rule->id;
    found.id = make_id({std::string(record_kind), scene.document.id(), found.text});
    return judged_in_table(scene, block, place, columns.match, columns.title, std::move(found));
}

constexpr std::size_t most_rows_above = 3;  // titles and group headings before the row that names the columns

/// The row that names the columns, and what it says of them; a rule of none where the table lists no recommendations.
std::pair<std::size_t, Columns> header_of(const Scene& scene, const MatchPlace& place, const Block& table) {
    for (std::size_t i = 0; i + 1 < table.rows.size() && i < most_rows_above; ++i) {
        Columns columns = columns_of(scene, place, table.rows[i]);
        if (columns.match.rule != nullptr) return {i, std::move(columns)};
    }
    return {table.rows.size(), {}};
}

/// A cell that is labelled as a recommendation by itself ("Recommendation 4: …"), for forms that give each of them a
/// table of its own.
std::optional<Judged<Recommendation>> labelled_cell(const Scene& scene, std::size_t block, const Cell& cell,
                                                    const MatchPlace& place) {
    const std::string_view text = scene.document.slice(cell.range);
    MatchPlace item = place;
    item.kind = RuleKind::item;
    item.block = BlockKind::paragraph;
    const RuleMatch match = best_match(scene.rules.group(scene.language, record_kind), text, item);
    const Range words = match.range_of("words");
    if (words.empty()) return std::nullopt;
    Recommendation found;
    const Range range{cell.range.begin + words.begin, cell.range.begin + words.end};
    found.text = scene.document.slice(range);
    found.sources.push_back(scene.source(block, range));
    if (const std::string_view number = match.field(text, "number"); !number.empty())
        found.sources.front().paragraph = number;
    found.verb = match.field(text, "verb");
    found.strength = usual_strength;
    found.rule = match.rule->id;
    found.id = make_id({std::string(record_kind), scene.document.id(), found.text});
    return judged_in_table(scene, block, place, match, text, std::move(found));
}

/// The answer that a cell gives, after its label ("Management response: Agreed"); empty where it is none.
Range answer_in(const Scene& scene, const Cell& cell) {
    const RuleTable* labels = scene.rules.table(scene.language, "answer_labels");
    const std::string_view text = scene.document.slice(cell.range);
    for (std::size_t i = 0; labels != nullptr && i < labels->entries.size(); ++i) {
        const auto match = labels->entries[i].pattern.find(text);
        if (match && match->range.end < text.size()) return {cell.range.begin + match->range.end, cell.range.end};
    }
    return {};
}

/// The labelled cells of a table without a header, each with the first answer that follows it.
std::vector<Judged<Recommendation>> labelled_cells(const Scene& scene, std::size_t block, const MatchPlace& place) {
    std::vector<Judged<Recommendation>> found;
    for (const Row& row : scene.document.blocks[block].rows) {
        for (const Cell& cell : row.cells) {
            if (auto labelled = labelled_cell(scene, block, cell, place)) {
                found.push_back(std::move(*labelled));
            } else if (!found.empty() && !found.back().record.response) {
                give_answer(scene, block, answer_in(scene, cell), found.back().record);
            }
        }
    }
    return found;
}

}  // namespace

std::vector<Judged<Recommendation>> recommendations_in_table(const Scene& scene, std::size_t block) {
    std::vector<Judged<Recommendation>> found;
    const Block& table = scene.document.blocks[block];
    const MatchPlace place{RuleKind::column, scene.settings.roles_of(scene.outline, block), BlockKind::table};
    const auto [header, columns] = header_of(scene, place, table);
    if (columns.match.rule == nullptr) return labelled_cells(scene, block, place);
    for (std::size_t i = header + 1; i < table.rows.size(); ++i) {
        const Range text = cell_of(table.rows[i], columns, "text");
        if (table.rows[i].header || text.size() < least_text) continue;
        found.push_back(read_row(scene, block, table.rows[i], columns, place));
    }
    return found;
}

}  // namespace rapporteur
