#include "extract/participants.h"

#include <algorithm>
#include <set>
#include <utility>

#include "extract/lookup.h"
#include "extract/match.h"
#include "extract/person.h"
#include "model/source_maker.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_line = 400;     // bytes of a line that names one person
constexpr std::size_t longest_list = 20000;   // bytes of a paragraph that names many
constexpr std::size_t longest_heading = 160;  // bytes

/// The parts of a list of people between the signs given, outside brackets.
std::vector<std::string_view> parts_at(std::string_view text, char sign) {
    std::vector<std::string_view> parts;
    std::size_t begin = 0;
    int depth = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        depth += (text[i] == '(') - (text[i] == ')');
        if (text[i] != sign || depth > 0) continue;
        parts.push_back(trim(text.substr(begin, i - begin)));
        begin = i + 1;
    }
    parts.push_back(trim(text.substr(begin)));
    return parts;
}

class ParticipantFinder {
public:
    ParticipantFinder(const Document& document, const Outline& outline, const RuleSet& rules, Records& records)
        : document_(document),
          outline_(outline),
          group_(group_or_default(rules, document.language, "participant")),
          people_(rules, document.language),
          records_(records),
          sources_(document) {
        for (const Meeting& meeting : records.meetings) {
            if (meeting.principal && meeting_.empty()) meeting_ = meeting.id;
        }
    }

    void find() {
        if (group_ == nullptr) return;
        for (std::size_t at = 0; at < document_.blocks.size(); ++at) {
            const Block& block = document_.blocks[at];
            if (block.kind == BlockKind::heading) {
                enter(at);
            } else if (block.kind == BlockKind::table) {
                if (open_) take_table(block, at);
            } else if (block.kind == BlockKind::list_item || block.kind == BlockKind::paragraph) {
                take_text(block, at);
            }
        }
    }

private:
    RuleMatch match(std::string_view text, RuleKind kind, std::string_view role) const {
        return best_match(group_, text, {kind, {std::string(role)}, BlockKind::paragraph});
    }

    /// A heading opens a list, names the delegation of those below it, or ends the list.
    void enter(std::size_t at) {
        const Block& block = document_.blocks[at];
        const std::string_view text = trim(document_.text_of(block));
        delegation_.clear();
        const RuleMatch found = text.size() <= longest_heading ? match(text, RuleKind::heading, "list") : RuleMatch{};
        if (found.rule != nullptr && (open_ || found.field(text, "only_inside").empty())) {
            if (!open_ || block.level < level_) level_ = block.level;
            open_ = true;
            rule_ = found.rule;
            role_ = found.field(text, "role");
        } else if (open_ && block.level > level_ && !people_.person(text)) {
            delegation_ = collapse_space(text);
        } else if (!(open_ && take_line(at, block.range))) {
            open_ = false;
        }
    }

    void take_text(const Block& block, std::size_t at) {
        const std::string_view text = trim(document_.text_of(block));
        if (take_inline_list(at, text)) return;
        // "Present:" above lines of names.
        if (block.kind == BlockKind::paragraph && text.ends_with(':') && text.size() <= longest_heading &&
            match(text, RuleKind::heading, "list").rule != nullptr) {
            enter(at);
            return;
        }
        if (!open_) return;
        for (const std::string_view one : split(text, '\n')) {
            if (!take_line(at, range_of(one)) && people_.is_affiliation(one) && one.size() <= longest_heading) {
                delegation_ = collapse_space(one);
            }
        }
    }

    /// "Present: A, B Apologies: C"; false where the text is no such list.
    bool take_inline_list(std::size_t at, std::string_view text) {
        if (text.size() > longest_list) return false;
        const RuleMatch line = match(text, RuleKind::cue, "line");
        if (line.rule == nullptr) return false;
        const Rule* rule = std::exchange(rule_, line.rule);
        const std::string role = std::exchange(role_, std::string(line.field(text, "role")));
        const std::string_view people = line.field(text, "people");
        const RuleMatch inside = match(people, RuleKind::field, "inside");
        take_list(at, inside.rule == nullptr ? people : inside.field(people, "people"));
        if (inside.rule != nullptr) take_inline_list(at, inside.field(people, "rest"));
        rule_ = rule;
        role_ = role;
        return true;
    }

    Range range_of(std::string_view inside) const {
        const auto begin = static_cast<std::size_t>(inside.data() - document_.text.data());
        return {begin, begin + inside.size()};
    }

    /// "A (X), B; C": by semicolons where there are any, else by commas.
    void take_list(std::size_t at, std::string_view text) {
        auto parts = parts_at(text, ';');
        if (parts.size() == 1) parts = parts_at(text, ',');
        for (std::string_view part : parts) {
            const RuleMatch joined = match(part, RuleKind::field, "last");
            if (joined.rule != nullptr) part = joined.field(part, "people");
            take_line(at, range_of(part));
        }
    }

    /// True where the line names people and nothing else.
    bool take_line(std::size_t at, const Range& range) {
        std::string_view text = trim(document_.slice(range));
        if (text.empty() || text.size() > longest_line) return false;
        const RuleMatch before = match(text, RuleKind::field, "function-before");
        std::string function = role_;
        if (before.rule != nullptr) {
            function = before.field(text, "role");
            text = before.field(text, "people");
        }
        const auto found = people_.names(text, false);
        if (found.empty()) return false;
        for (const FoundPerson& one : found) add(one.person, function, at, range_of(text));
        return true;
    }

    void add(const Person& person, const std::string& function, std::size_t at, const Range& range) {
        Participant record;
        record.name = person.name;
        record.affiliation = person.affiliation.empty() ? delegation_ : person.affiliation;
        record.role = function;
        const RuleMatch in_brackets = match(person.affiliation, RuleKind::field, "function");
        if (in_brackets.rule != nullptr) {
            record.role = in_brackets.field(person.affiliation, "role");
            record.affiliation = delegation_;
        }
        record.meeting = meeting_;
        if (!known_.insert(fold(record.name) + "|" + fold(record.affiliation)).second) return;
        record.id = make_id({"participant", document_.id(), record.name, record.affiliation});
        record.sources = {sources_.source(document_.blocks[at], range, outline_.blocks[at].paragraph,
                                          headings_above(document_, outline_, at))};
        if (rule_ != nullptr) {
            record.rule = rule_->id;
            record.confidence = rule_->confidence;
        }
        records_.participants.push_back(std::move(record));
    }

    std::vector<std::string> columns_of(const Row& row) const {
        std::vector<std::string> columns;
        for (const Cell& cell : row.cells) {
            const std::string_view text = trim(document_.slice(cell.range));
            const RuleMatch found = best_match(group_, text, {RuleKind::column, {"column"}, BlockKind::table});
            for (int i = 0; i < cell.columns; ++i) columns.emplace_back(found.field(text, "column"));
        }
        const bool has_name = std::find(columns.begin(), columns.end(), "name") != columns.end();
        return has_name ? columns : std::vector<std::string>{};
    }

    void take_table(const Block& block, std::size_t at) {
        std::vector<std::string> columns;
        for (const Row& row : block.rows) {
            auto header = columns_of(row);
            if (!header.empty()) {
                columns = std::move(header);
            } else if (columns.empty()) {
                take_cells(row, at);
            } else {
                take_columns(row, columns, at);
            }
        }
    }

    /// Without a header: the first cell that is a person, what stands beside it being the body.
    void take_cells(const Row& row, std::size_t at) {
        for (std::size_t i = 0; i < row.cells.size(); ++i) {
            auto found = people_.person(trim(document_.slice(row.cells[i].range)));
            if (!found) continue;
            const std::size_t beside = i + 1 < row.cells.size() ? i + 1 : i > 0 ? i - 1 : i;
            if (found->person.affiliation.empty() && beside != i) {
                found->person.affiliation = collapse_space(document_.slice(row.cells[beside].range));
            }
            add(found->person, role_, at, row.cells[i].range);
            return;
        }
        if (row.cells.size() == 1) delegation_ = collapse_space(document_.slice(row.cells[0].range));
    }

    void take_columns(const Row& row, const std::vector<std::string>& columns, std::size_t at) {
        Person person;
        std::string function = role_;
        Range range;
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            const std::string what = column < columns.size() ? columns[column] : std::string{};
            column += static_cast<std::size_t>(std::max(1, cell.columns));
            const std::string text = collapse_space(document_.slice(cell.range));
            if (text.empty()) continue;
            if (what == "name" && range.empty()) {
                range = cell.range;
                const auto found = people_.person(text);
                person = found ? found->person : Person{text};
            } else if (what == "affiliation") {
                person.affiliation = text;
            } else if (what == "role") {
                function = text;
            }
        }
        if (!range.empty() && range.size() <= longest_line) add(person, function, at, range);
    }

    const Document& document_;
    const Outline& outline_;
    const RuleGroup* group_;
    PersonReader people_;
    Records& records_;
    SourceMaker sources_;
    std::string meeting_;  // id of the meeting that the document is of
    bool open_ = false;    // below a heading that opens a list
    int level_ = 0;        // of that heading
    const Rule* rule_ = nullptr;
    std::string role_, delegation_;  // of those below
    std::set<std::string> known_;
};

}  // namespace

void find_participants(const Document& document, const Outline& outline, const RuleSet& rules, Records& records) {
    ParticipantFinder(document, outline, rules, records).find();
}

}  // namespace rapporteur
