#include "readers/text/layout_rows.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "readers/label.h"
#include "readers/markdown/pipe_table.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t fewest_numbered = 2;

bool is_row(const Line& line) { return line.text.size() > 1 && line.text.starts_with('|') && line.text.ends_with('|'); }

std::vector<Line> filled_cells(const Line& line) {
    std::vector<Line> cells = grid_cells(line);
    std::erase_if(cells, [](const Line& cell) { return cell.text.empty(); });
    return cells;
}

/// "1." or "(a)" in a cell of its own, with the text beside it.
bool is_numbered(const std::vector<Line>& filled) {
    if (filled.size() != 2) return false;
    const auto label = label_at(filled[0].text + "\tX");
    return label && label->style != LabelStyle::bullet && label->length > filled[0].text.size();
}

/// The cells one after the other on a plain line that stands where the row stood.
Line joined(const Line& row, const std::vector<Line>& cells) {
    Line line = row;
    line.text.clear();
    line.runs.clear();
    line.tabs.clear();
    line.gaps.clear();
    line.glue.clear();
    for (const Line& cell : cells) {
        if (!line.text.empty()) line.text += ' ';
        for (Run run : cell.runs) {
            run.range = {run.range.begin + line.text.size(), run.range.end + line.text.size()};
            line.runs.push_back(std::move(run));
        }
        line.text += cell.text;
    }
    line.columns = static_cast<int>(count_code_points(line.text));
    return line;
}

/// The plain lines for the rows [begin, end); none where they are a table.
std::vector<Line> plain_lines(const std::vector<Line>& lines, std::size_t begin, std::size_t end) {
    std::vector<Line> plain;
    std::size_t numbered = 0;
    for (std::size_t at = begin; at < end; ++at) {
        const std::vector<Line> filled = filled_cells(lines[at]);
        if (filled.size() > 2 || is_ruling(lines[at])) return {};
        numbered += is_numbered(filled) ? 1 : 0;
        if (!filled.empty()) plain.push_back(joined(lines[at], filled));
    }
    if (end - begin < fewest_rows || numbered < fewest_numbered) plain.clear();
    return plain;
}

}  // namespace

void take_bars_off(std::vector<Line>& lines) {
    if (std::none_of(lines.begin(), lines.end(), is_row)) return;
    std::vector<Line> out;
    for (std::size_t at = 0; at < lines.size();) {
        std::size_t end = at;
        while (end < lines.size() && is_row(lines[end]) && (end == at || !lines[end].after_space)) ++end;
        std::vector<Line> plain = plain_lines(lines, at, end);
        if (plain.empty()) {
            end = std::max(end, at + 1);
            std::move(lines.begin() + static_cast<long>(at), lines.begin() + static_cast<long>(end),
                      std::back_inserter(out));
        } else {
            std::move(plain.begin(), plain.end(), std::back_inserter(out));
        }
        at = end;
    }
    lines = std::move(out);
}

}  // namespace rapporteur
