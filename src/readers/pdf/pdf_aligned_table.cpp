#include "readers/pdf/pdf_aligned_table.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "readers/label.h"
#include "readers/pdf/pdf_bands.h"
#include "readers/pdf/pdf_frames.h"
#include "readers/prose.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double cell_gap = 1.9;  // of the font size: parts cells
constexpr double narrow_gap = 0.45;
constexpr double aligned = 4.0;  // points
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

/// Gathers lines into tables.
class TableFinder {
public:
    TableFinder(const PdfRegion& region, const PdfPage& page, const PdfStyle& style, bool after_table)
        : region_(region), style_(style), after_table_(after_table) {
        std::vector<bool> parted;
        for (const PdfLine& line : region.lines) {
            cells_.push_back(line.stands_in() ? std::vector<PdfLine>() : cells_of(line));
            parted.push_back(cells_.back().size() >= 2);
        }
        frames_ = frames_of(region, page, parted);
    }

    std::vector<LineTable> find() {
        std::vector<LineTable> out;
        auto frame = frames_.begin();
        for (std::size_t i = 0; i < cells_.size();) {
            while (frame != frames_.end() && frame->begin < i) ++frame;
            limit_ = frame == frames_.end() ? cells_.size() : frame->begin;
            LineTable table;
            std::size_t end = i;
            if (limit_ == i && !(table = table_of(*frame)).rows.empty()) {
                end = table.end;
            } else {
                if (limit_ == i) limit_ = cells_.size();
                end = cells_[i].size() >= 2 ? end_of(i, out.empty() ? nullptr : &out.back()) : i;
                if (end > i) table = table_of(i, end);
            }
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

    /// The line after the table that begins at line i, with what table before it; i where too few lines make one.
    std::size_t end_of(std::size_t i, const LineTable* before) const {
        std::size_t end = i + 1;
        std::size_t lines = 1;
        std::size_t last = i;
        std::size_t reach = i + 3;
        for (std::size_t k = i + 1; k < limit_ && k <= reach; ++k) {
            if (cells_[k].empty() || heads_rows(last, k)) break;
            const bool both_led = led(k) && led(last);
            if (cells_[k].size() >= 2 && (both_led || line_up(cells_[last], cells_[k]))) {
                last = k;
                end = k + 1;
                ++lines;
                reach = k + 3;
            } else if (wraps_below(last, k)) {
                end = k + 1;
                reach = k + 3;
            } else if (cells_[k].size() < 2 && ends_sentence(text_of(region_.lines[k])) && !led(last)) {
                break;
            }
        }
        const bool contents = led(i) && lines >= 2;
        const bool carried_on = after_table_ && i == 0;
        return lines >= least_lines || contents || carried_on || resumes(i, before) ? std::max(end, continued(end)) : i;
    }

    /// A line apart from those around it, of one cell and in another look, heads the rows below it: a table ends there.
    bool heads_rows(std::size_t last, std::size_t k) const {
        if (cells_[k].size() != 1 || led(last) || k + 1 >= cells_.size()) return false;
        const PdfLine& line = region_.lines[k];
        const auto far = [&](std::size_t i) {
            return region_.lines[i].baseline - region_.lines[i + 1].baseline > (style_.leading + 0.3) * line.size;
        };
        const auto other_look = [&](const PdfLine& cell) { return line.italic && !cell.italic; };
        return far(k - 1) && far(k) && std::all_of(cells_[last].begin(), cells_[last].end(), other_look);
    }

    /// The rows go on below a line or two that head them, as those above did.
    bool resumes(std::size_t i, const LineTable* before) const {
        if (!before || before->end + 2 < i) return false;
        std::size_t last = before->end;
        while (last-- > before->begin) {
            if (cells_[last].size() >= 2) return line_up(cells_[last], cells_[i]);
        }
        return false;
    }

    /// A line right below the row at `last`, or below such a line, within a later column of it.
    bool wraps_below(std::size_t last, std::size_t k) const {
        if (cells_[k].size() != 1) return false;
        const PdfLine& line = region_.lines[k];
        const bool close = region_.lines[k - 1].baseline - line.baseline < (style_.leading + 0.3) * line.size;
        return close && std::any_of(cells_[last].begin() + 1, cells_[last].end(), [&](const PdfLine& cell) {
                   return std::abs(cell.x0 - line.x0) < 1 && cell.words.size() >= 2;
               });
    }

    /// A last line that goes on in the first column, as long titles of rows do.
    std::size_t continued(std::size_t end) const {
        if (end >= limit_ || cells_[end].size() != 1 || end == 0) return end;
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
        add_rows(table, begin, end, bands, false);
        return table;
    }

    /// The table between the rules of a frame; without rows where its lines make no columns.
    LineTable table_of(const LineFrame& frame) const {
        std::vector<std::vector<PdfLine>> lines;
        for (std::size_t i = frame.head_end; i < frame.end; ++i) lines.push_back(fine_cells(i));
        if (lines.size() == 1 && frame.head_end > frame.begin) lines.push_back(fine_cells(frame.head_end - 1));
        std::vector<Band> bands = bands_of(lines);
        if (!frame.columns.empty()) {
            bands.clear();
            for (const PdfRule& column : frame.columns) bands.push_back({column.x0, column.x1});
        }
        if (bands.size() < 2) return {};
        LineTable table{frame.begin, frame.end, {}};
        if (frame.head_end > frame.begin) add_head(table, frame, bands);
        table.heads = table.rows.size();
        add_rows(table, frame.head_end, frame.end, bands, !frame.columns.empty());
        return table;
    }

    void add_rows(LineTable& table, std::size_t begin, std::size_t end, const std::vector<Band>& bands,
                  bool columns_known) const {
        for (std::size_t i = begin; i < end; ++i) {
            if (starts_row(i, begin, bands, columns_known)) table.rows.emplace_back(bands.size());
            for (const PdfLine& cell : cells_in(bands, i))
                table.rows.back()[band_of(bands, cell)].lines.push_back(cell);
        }
    }

    /// The head as one row, or as two where some of it stands over several columns, above a rule of its own.
    void add_head(LineTable& table, const LineFrame& frame, const std::vector<Band>& bands) const {
        std::vector<LineCell> single(bands.size());
        std::vector<LineCell> over(bands.size());  // by the first column below
        std::vector<PdfLine> head;
        for (std::size_t i = frame.begin; i < frame.head_end; ++i) {
            for (PdfLine& cell : fine_cells(i)) head.push_back(std::move(cell));
        }
        for (const PdfLine& cell : head) {
            const auto [first, count] = columns_below(cell, head, frame, bands);
            LineCell& target = count > 1 ? over[first] : single[band_of(bands, cell)];
            target.lines.push_back(cell);
            target.columns = std::max(target.columns, static_cast<int>(count));
        }
        const bool two =
            std::any_of(over.begin(), over.end(), [](const LineCell& cell) { return !cell.lines.empty(); });
        std::vector<LineCell> upper, lower;
        for (std::size_t band = 0; band < bands.size();) {
            if (over[band].lines.empty()) {
                single[band].rows = two ? 2 : 1;
                upper.push_back(std::move(single[band++]));
                continue;
            }
            const std::size_t end = std::min(band + static_cast<std::size_t>(over[band].columns), bands.size());
            upper.push_back(over[band]);
            for (; band < end; ++band) lower.push_back(std::move(single[band]));
        }
        table.rows.push_back(std::move(upper));
        if (two) table.rows.push_back(std::move(lower));
    }

    static bool stands_on(const PdfLine& cell, const PdfRule& span) {
        const double middle = (cell.x0 + cell.x1) / 2;
        return span.x0 - aligned <= middle && middle <= span.x1 + aligned && cell.baseline > span.y0 &&
               cell.baseline - span.y0 < 3 * cell.size;
    }

    /// The columns below the rule on which a cell of the head stands, of those nearer to it than to its neighbours on
    /// that rule: the first, and how many.
    static std::pair<std::size_t, std::size_t> columns_below(const PdfLine& cell, const std::vector<PdfLine>& head,
                                                             const LineFrame& frame, const std::vector<Band>& bands) {
        for (const PdfRule& span : frame.spans) {
            if (!stands_on(cell, span)) continue;
            std::size_t first = 0;
            std::size_t count = 0;
            for (std::size_t band = 0; band < bands.size(); ++band) {
                const double centre = (bands[band].x0 + bands[band].x1) / 2;
                if (centre < span.x0 - aligned || centre > span.x1 + aligned) continue;
                const auto distance = [&](const PdfLine& of) { return std::abs((of.x0 + of.x1) / 2 - centre); };
                const bool nearest = std::none_of(head.begin(), head.end(), [&](const PdfLine& other) {
                    const bool beside = other.x1 < cell.x0 || other.x0 > cell.x1;
                    return beside && stands_on(other, span) && distance(other) < distance(cell);
                });
                if (nearest && count++ == 0) first = band;
            }
            if (count > 1) return {first, count};
        }
        return {0, 1};
    }

    /// Inside a table a narrow gap parts cells too, if it lies above others.
    std::vector<PdfLine> fine_cells(std::size_t i) const {
        return led(i) ? cells_[i] : parted_at(region_.lines[i], narrow_gap);
    }

    /// The line's cells; one that reaches across columns is parted between its words.
    std::vector<PdfLine> cells_in(const std::vector<Band>& bands, std::size_t i) const {
        std::vector<PdfLine> out;
        for (const PdfLine& cell : fine_cells(i)) {
            if (cells_[i].size() < 2 || bands_under(bands, cell) < 2) {
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

    bool starts_row(std::size_t i, std::size_t begin, const std::vector<Band>& bands, bool columns_known) const {
        if (i == begin || led(i - 1)) return true;
        if (led(i) && cells_[i - 1].size() == 1 && !label_at(text_of(region_.lines[i]))) return false;
        const double distance = region_.lines[i - 1].baseline - region_.lines[i].baseline;
        if (distance > (style_.leading + 0.3) * region_.lines[i].size) return true;
        if (columns_known && goes_on(i, bands)) return false;
        if (band_of(bands, cells_[i].front()) != 0) return false;
        if (band_of(bands, cells_[i - 1].front()) != 0) return true;
        const std::string above = text_of(cells_in(bands, i - 1).front());
        const std::string here = text_of(cells_in(bands, i).front());
        return !starts_low(here) && !ends_open(above, style_.language) && !above.ends_with(':');
    }

    /// Some cell of words goes on from the line above: what it begins with found no room there.
    bool goes_on(std::size_t i, const std::vector<Band>& bands) const {
        for (const PdfLine& below : cells_in(bands, i)) {
            const std::size_t band = band_of(bands, below);
            for (const PdfLine& above : cells_in(bands, i - 1)) {
                if (band_of(bands, above) != band || is_figure(above) || is_figure(below)) continue;
                const PdfWord& first = below.words.front();
                const bool full = above.x1 + first.x1 - first.x0 + narrow_gap * below.size > bands[band].x1;
                const bool plain =
                    std::abs(above.x0 - below.x0) < 3 * aligned && above.words.size() >= 2 && above.bold == below.bold;
                if (full && plain && !ends_clause(text_of(above))) return true;
            }
        }
        return false;
    }

    const PdfRegion& region_;
    const PdfStyle& style_;
    bool after_table_;
    std::vector<std::vector<PdfLine>> cells_;
    std::vector<LineFrame> frames_;
    std::size_t limit_ = 0;  // the line at which the next frame begins
};

}  // namespace

std::vector<PdfLine> stretches_of(const PdfLine& line) { return parted_at(line, cell_gap); }

std::vector<LineTable> aligned_tables(const PdfRegion& region, const PdfPage& page, const PdfStyle& style,
                                      bool after_table) {
    return TableFinder(region, page, style, after_table).find();
}

}  // namespace rapporteur
