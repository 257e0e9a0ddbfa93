#include "readers/pdf_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "readers/label.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double cell_gap = 1.9;  // of the font size: parts cells
constexpr double narrow_gap = 0.45;
constexpr double narrowest_gutter = 4.0;  // points
constexpr double aligned = 4.0;           // points
constexpr std::size_t least_lines = 3;

/// "......", ". . . .": leads from a title to its page.
bool is_leader(const PdfWord& word) {
    return word.text.size() >= 1 && word.text.find_first_not_of(".…·_") == std::string::npos;
}

/// Takes a leader off the end of a word: "Introduction......" is "Introduction". True where one was there.
bool strip_leader(PdfWord& word) {
    const std::size_t dots = word.text.find("....");
    if (dots == std::string::npos || dots == 0) return false;
    word.x1 = word.x0 + (word.x1 - word.x0) * static_cast<double>(dots) / static_cast<double>(word.text.size());
    word.text.resize(dots);
    return true;
}

bool has_leader(const PdfLine& line) {
    const std::string text = text_of(line);
    return text.find(".....") != std::string::npos || text.find(". . . .") != std::string::npos;
}

/// The cells of a line of contents: title and what the dots lead to.
std::vector<PdfLine> led_cells(const PdfLine& line) {
    std::vector<PdfLine> out(1);
    bool after_leader = false;
    for (PdfWord word : line.words) {
        if (is_leader(word) && word.text != "." && word.text.size() > 2) {
            after_leader = true;
            continue;
        }
        if (word.text == "." && line.words.size() > 6) {
            after_leader = true;
            continue;
        }
        const bool led_on = strip_leader(word);
        const bool gap = !out.back().words.empty() && word.x0 - out.back().words.back().x1 > cell_gap * word.size;
        if (!out.back().words.empty() && (after_leader || (gap && out.size() > 1))) out.emplace_back();
        after_leader = led_on;
        out.back().words.push_back(std::move(word));
    }
    std::erase_if(out, [](const PdfLine& cell) { return cell.words.empty(); });
    for (PdfLine& cell : out) settle(cell);
    return out;
}

/// The line parted at gaps wider than that share of the font size.
std::vector<PdfLine> parted_at(const PdfLine& line, double share) {
    std::vector<PdfLine> out(1);
    std::string before;
    for (const PdfWord& word : line.words) {
        std::vector<PdfWord>& words = out.back().words;
        const bool gap = !words.empty() && word.x0 - words.back().x1 > share * std::max(word.size, words.back().size);
        const auto label = gap && out.size() == 1 ? label_at(before + " X") : std::nullopt;
        const bool after_label = label && label->length >= before.size();
        const bool after_number = gap && out.size() == 1 && words.size() == 1 && words.front().text.size() <= 5 &&
                                  words.front().text.find_first_not_of("0123456789.") == std::string::npos &&
                                  is_alpha(decode_at(word.text, 0).value);
        if (gap && !after_label && !after_number) out.emplace_back();
        out.back().words.push_back(word);
        before += (before.empty() ? "" : " ") + word.text;
    }
    for (PdfLine& stretch : out) settle(stretch);
    return out;
}

std::vector<PdfLine> cells_of(const PdfLine& line) {
    return has_leader(line) ? led_cells(line) : parted_at(line, cell_gap);
}

bool line_up(const PdfLine& a, const PdfLine& b) {
    return std::abs(a.x0 - b.x0) < aligned || std::abs(a.x1 - b.x1) < aligned ||
           std::abs((a.x0 + a.x1) - (b.x0 + b.x1)) < 2 * aligned;
}

/// Some cell after the first stands right above one of the other line.
bool line_up(const std::vector<PdfLine>& above, const std::vector<PdfLine>& below) {
    for (std::size_t i = 1; i < above.size(); ++i) {
        for (std::size_t k = 1; k < below.size(); ++k) {
            if (line_up(above[i], below[k])) return true;
        }
    }
    return false;
}

struct Band {
    double x0 = 0, x1 = 0;
};

/// The columns: stretches of the width that cells cover, parted where hardly any does.
std::vector<Band> bands_of(const std::vector<std::vector<PdfLine>>& lines) {
    double left = 1e9;
    double right = 0;
    for (const auto& line : lines) {
        for (const PdfLine& cell : line) {
            left = std::min(left, cell.x0);
            right = std::max(right, cell.x1);
        }
    }
    std::vector<std::size_t> covered(static_cast<std::size_t>(std::clamp(right - left, 1.0, 5000.0)) + 2);
    std::size_t several = 0;
    for (const auto& line : lines) {
        if (line.size() < 2) continue;
        ++several;
        for (const PdfLine& cell : line) {
            const auto from = static_cast<std::size_t>(cell.x0 - left);
            const auto to = std::min(static_cast<std::size_t>(std::ceil(cell.x1 - left)), covered.size());
            for (std::size_t x = from; x < to; ++x) ++covered[x];
        }
    }
    std::vector<Band> out;
    const std::size_t stray = several / 7;  // cells that may reach across the gap of the others
    for (std::size_t x = 0; x < covered.size(); ++x) {
        if (covered[x] <= stray) continue;
        const double at = left + static_cast<double>(x);
        if (out.empty() || at - out.back().x1 > narrowest_gutter) out.push_back({at, at});
        out.back().x1 = at + 1;
    }
    return out;
}

std::size_t band_of(const std::vector<Band>& bands, const PdfLine& cell) {
    std::size_t best = 0;
    double most = -1e9;
    for (std::size_t i = 0; i < bands.size(); ++i) {
        const double common = std::min(bands[i].x1, cell.x1) - std::max(bands[i].x0, cell.x0);
        if (common > most) {
            most = common;
            best = i;
        }
    }
    return best;
}

/// Gathers lines into tables.
class TableFinder {
public:
    TableFinder(const PdfRegion& region, const PdfStyle& style, bool after_table)
        : region_(region), style_(style), after_table_(after_table) {
        for (const PdfLine& line : region.lines)
            cells_.push_back(line.table >= 0 ? std::vector<PdfLine>() : cells_of(line));
    }

    std::vector<LineTable> find() {
        std::vector<LineTable> out;
        for (std::size_t i = 0; i < cells_.size();) {
            const std::size_t end = cells_[i].size() >= 2 ? end_of(i) : i;
            LineTable table = end > i ? table_of(i, end) : LineTable();
            if (table.rows.empty() || (!out.empty() && table.begin < out.back().end)) {
                ++i;
                continue;
            }
            out.push_back(std::move(table));
            i = end;
        }
        return out;
    }

private:
    bool led(std::size_t i) const { return has_leader(region_.lines[i]); }

    /// The line after the table that begins at line i; i where too few lines make one.
    std::size_t end_of(std::size_t i) const {
        std::size_t end = i + 1;
        std::size_t lines = 1;
        std::size_t last = i;
        for (std::size_t k = i + 1; k < cells_.size() && k <= last + 3; ++k) {
            if (cells_[k].empty()) break;
            const bool both_led = led(k) && led(last);
            if (cells_[k].size() >= 2 && (both_led || line_up(cells_[last], cells_[k]))) {
                last = k;
                end = k + 1;
                ++lines;
            } else if (cells_[k].size() < 2 && ends_sentence(text_of(region_.lines[k])) && !led(last)) {
                break;
            }
        }
        const bool contents = led(i) && lines >= 2;
        const bool carried_on = after_table_ && i == 0;
        return lines >= least_lines || contents || carried_on ? std::max(end, continued(end)) : i;
    }

    /// A last line that goes on in the first column, as long titles of rows do.
    std::size_t continued(std::size_t end) const {
        if (end >= cells_.size() || cells_[end].size() != 1 || end == 0) return end;
        const PdfLine& line = region_.lines[end];
        const PdfLine& above = region_.lines[end - 1];
        const bool close = above.baseline - line.baseline < (style_.leading + 0.3) * line.size;
        const std::string first = text_of(cells_[end - 1].front());
        return close && (starts_low(text_of(line)) || ends_open(first, style_.language)) && !led(end - 1) ? end + 1
                                                                                                          : end;
    }

    LineTable table_of(std::size_t begin, std::size_t end) const {
        std::vector<std::vector<PdfLine>> lines;
        for (std::size_t i = begin; i < end; ++i) lines.push_back(fine_cells(i));
        const std::vector<Band> bands = bands_of(lines);
        if (bands.size() < 2) return {};
        begin = with_head(begin, bands);
        LineTable table{begin, end, {}};
        for (std::size_t i = begin; i < end; ++i) {
            if (starts_row(i, begin, bands)) table.rows.emplace_back(bands.size());
            for (const PdfLine& cell : cells_in(bands, i)) table.rows.back()[band_of(bands, cell)].push_back(cell);
        }
        return table;
    }

    /// Inside a table a narrow gap parts cells too, if it lies above others.
    std::vector<PdfLine> fine_cells(std::size_t i) const {
        return led(i) ? cells_[i] : parted_at(region_.lines[i], narrow_gap);
    }

    /// The line's cells; one that reaches across columns is parted between its words.
    std::vector<PdfLine> cells_in(const std::vector<Band>& bands, std::size_t i) const {
        std::vector<PdfLine> out;
        for (const PdfLine& cell : fine_cells(i)) {
            if (cells_[i].size() < 2) {
                out.push_back(cell);
                continue;
            }
            std::size_t last = bands.size();
            for (const PdfWord& word : cell.words) {
                PdfLine single;
                single.words = {word};
                settle(single);
                const std::size_t band = band_of(bands, single);
                if (band != last) out.emplace_back();
                out.back().words.push_back(word);
                last = band;
            }
        }
        for (PdfLine& cell : out) settle(cell);
        return out;
    }

    /// The line above, where it stands over the columns only and not over the first.
    std::size_t with_head(std::size_t begin, const std::vector<Band>& bands) const {
        if (begin == 0 || cells_[begin - 1].empty() || cells_[begin - 1].front().x0 < bands[0].x1) return begin;
        return begin - 1;
    }

    bool starts_row(std::size_t i, std::size_t begin, const std::vector<Band>& bands) const {
        if (i == begin || led(i - 1)) return true;
        if (led(i) && cells_[i - 1].size() == 1 && !label_at(text_of(region_.lines[i]))) return false;
        const double distance = region_.lines[i - 1].baseline - region_.lines[i].baseline;
        if (distance > (style_.leading + 0.3) * region_.lines[i].size) return true;
        if (band_of(bands, cells_[i].front()) != 0) return false;
        if (band_of(bands, cells_[i - 1].front()) != 0) return true;
        const std::string above = text_of(cells_in(bands, i - 1).front());
        const std::string here = text_of(cells_in(bands, i).front());
        return !starts_low(here) && !ends_open(above, style_.language) && !above.ends_with(':');
    }

    const PdfRegion& region_;
    const PdfStyle& style_;
    bool after_table_;
    std::vector<std::vector<PdfLine>> cells_;
};

/// Puts cells together as a table's draft.
class TableMaker {
public:
    void start_row(bool header) {
        if (!draft_.block.rows.empty()) draft_.text += '\n';
        draft_.block.rows.push_back({{}, header});
        row_begin_ = draft_.text.size();
    }

    /// Adds a cell; each of its drafts stands on a line of its own.
    void add(const Drafts& parts, int columns) {
        if (draft_.text.size() > row_begin_ && !parts.empty()) draft_.text += " | ";
        const std::size_t begin = draft_.text.size();
        for (std::size_t i = 0; i < parts.size(); ++i) append(draft_, parts[i], i == 0 ? "" : "\n");
        draft_.block.rows.back().cells.push_back({{begin, draft_.text.size()}, columns});
    }

    Draft finish(int page) {
        draft_.block.kind = BlockKind::table;
        draft_.block.page = page;
        draft_.block.range = {0, draft_.text.size()};
        return std::move(draft_);
    }

private:
    Draft draft_;
    std::size_t row_begin_ = 0;
};

bool is_bold(const PdfCell& cell) {
    return std::all_of(cell.words.begin(), cell.words.end(), [](const PdfWord& word) { return word.bold; });
}

}  // namespace

std::vector<PdfLine> stretches_of(const PdfLine& line) { return parted_at(line, cell_gap); }

Draft table_of_grid(PdfGrid grid, const PdfPage& page, const PdfStyle& style, const Vocabulary& vocabulary) {
    TableMaker maker;
    bool first = true;
    for (std::vector<PdfCell>& row : grid.rows) {
        maker.start_row(first && std::all_of(row.begin(), row.end(), is_bold));
        first = false;
        for (PdfCell& cell : row) {
            PdfRegion region{joined_pieces(lines_of(std::move(cell.words))), cell.x0, cell.x1};
            maker.add(region.lines.empty() ? Drafts() : paragraphs_of(region, page, style, vocabulary), cell.columns);
        }
    }
    return maker.finish(page.number);
}

std::vector<LineTable> aligned_tables(const PdfRegion& region, const PdfStyle& style, bool after_table) {
    return TableFinder(region, style, after_table).find();
}

Draft table_of_lines(const LineTable& table, const PdfPage& page, const Vocabulary& vocabulary) {
    TableMaker maker;
    for (const auto& row : table.rows) {
        maker.start_row(false);
        for (const std::vector<PdfLine>& cell : row) {
            Drafts parts;
            if (!cell.empty()) parts.push_back(draft_of_lines(cell, page, vocabulary));
            maker.add(parts, 1);
        }
    }
    return maker.finish(page.number);
}

}  // namespace rapporteur
