#include "readers/odt/odt_table.h"

#include <algorithm>
#include <utility>

#include "readers/markdown/pipe_table.h"

namespace rapporteur {
namespace {

/// The part of a draft's text as a printed line of a cell, with the runs that stand in it.
Line line_of(const Draft& draft, Range part) {
    Line line;
    line.text = draft.text.substr(part.begin, part.size());
    for (const Run& run : draft.block.runs) {
        if (!part.overlaps(run.range)) continue;
        Run cut = run;
        cut.range = {std::max(run.range.begin, part.begin) - part.begin,
                     std::min(run.range.end, part.end) - part.begin};
        line.runs.push_back(std::move(cut));
    }
    return line;
}

void add_lines(Draft draft, std::vector<Line>& lines) {
    if (!draft.block.label.empty()) {
        Draft whole;
        whole.text = std::exchange(draft.block.label, {});
        append(whole, draft, draft.text.empty() ? "" : " ");
        draft = std::move(whole);
    }
    for (std::size_t begin = 0; begin <= draft.text.size();) {
        const std::size_t end = std::min(draft.text.find('\n', begin), draft.text.size());
        if (end > begin) lines.push_back(line_of(draft, {begin, end}));
        begin = end + 1;
    }
}

void set_spans(const OdtTable& table, Draft& draft) {
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        Row& row = draft.block.rows[i];
        for (std::size_t k = 0; k < row.cells.size(); ++k) row.cells[k].rows = table.rows[i].cells[k].rows;
        if (i == 0 || row.cells.empty()) continue;
        for (int page = table.rows[i - 1].page; page < table.rows[i].page; ++page) {
            draft.block.page_breaks.push_back(row.cells.front().range.begin);
        }
    }
}

}  // namespace

bool OdtTable::is_frame() const {
    return std::all_of(rows.begin(), rows.end(), [](const OdtRow& row) { return row.cells.size() <= 1; });
}

Draft draft_of(OdtTable table) {
    TableText text("");
    for (OdtRow& row : table.rows) {
        text.start_row(row.header);
        for (OdtCell& cell : row.cells) {
            std::vector<Line> lines;
            for (Draft& draft : cell.blocks) add_lines(std::move(draft), lines);
            text.add_cell(lines, cell.columns);
        }
    }
    Draft draft = text.finish(0, table.rows.empty() ? 0 : table.rows.front().page);
    set_spans(table, draft);
    draft.after_space = true;
    return draft;
}

}  // namespace rapporteur
