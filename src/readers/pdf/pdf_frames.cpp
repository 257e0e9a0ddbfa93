#include "readers/pdf/pdf_frames.h"

#include <algorithm>
#include <cmath>

namespace rapporteur {
namespace {

constexpr double level = 2.0;  // points within which rules are on one height
constexpr double same_edge = 5.0;
constexpr double covered = 0.75;  // of the width, by rules that are broken between columns
constexpr double narrowest_column = 12;
constexpr std::size_t most_rules = 3000;

/// Rules on one height, as one.
struct Level {
    double y = 0, x0 = 0, x1 = 0;
    double ink = 0;  // how much of it is drawn
    std::vector<PdfRule> parts;

    void add(const PdfRule& rule) {
        x0 = parts.empty() ? rule.x0 : std::min(x0, rule.x0);
        x1 = parts.empty() ? rule.x1 : std::max(x1, rule.x1);
        ink += rule.x1 - rule.x0;
        parts.push_back(rule);
    }
    bool is_whole() const { return ink >= covered * (x1 - x0) && x1 - x0 > 60; }
    bool matches(const Level& other) const {
        return std::abs(x0 - other.x0) < same_edge && std::abs(x1 - other.x1) < same_edge;
    }
};

/// The heights at which rules run across the region, from the top.
std::vector<Level> levels_of(const PdfRegion& region, const PdfPage& page) {
    std::vector<PdfRule> rules;
    for (const PdfRule& rule : page.rules) {
        const bool here = rule.x0 > region.x0 - 30 && rule.x1 < region.x1 + 30;
        if (rule.y0 == rule.y1 && here) rules.push_back(rule);
    }
    if (rules.size() > most_rules) return {};
    std::stable_sort(rules.begin(), rules.end(), [](const PdfRule& a, const PdfRule& b) { return a.y0 > b.y0; });
    std::vector<Level> out;
    for (const PdfRule& rule : rules) {
        if (out.empty() || out.back().y - rule.y0 > level) out.push_back({rule.y0});
        out.back().add(rule);
    }
    return out;
}

class FrameFinder {
public:
    FrameFinder(const PdfRegion& region, const PdfPage& page, const std::vector<bool>& parted)
        : lines_(region.lines), parted_(parted), levels_(levels_of(region, page)) {}

    std::vector<LineFrame> find() {
        std::vector<LineFrame> out;
        for (std::size_t top = 0; top < levels_.size();) {
            std::vector<std::size_t> rules = rules_from(top);
            const LineFrame frame = frame_of(rules);
            if (frame.end == frame.begin || (!out.empty() && frame.begin < out.back().end)) {
                ++top;
                continue;
            }
            out.push_back(frame);
            top = rules.back();
        }
        return out;
    }

private:
    /// The first line whose middle is below that height.
    std::size_t first_below(double y) const {
        const auto line = std::partition_point(lines_.begin(), lines_.end(), [&](const PdfLine& candidate) {
            return candidate.baseline + 0.25 * candidate.size > y;
        });
        return static_cast<std::size_t>(line - lines_.begin());
    }

    /// Lines between two rules that could be rows: some have gaps, or there is but one.
    bool are_rows(std::size_t begin, std::size_t end, const Level& rule) const {
        std::size_t gaps = 0;
        for (std::size_t i = begin; i < end; ++i) {
            if (lines_[i].stands_in() || lines_[i].x0 < rule.x0 - same_edge || lines_[i].x1 > rule.x1 + same_edge)
                return false;
            gaps += parted_[i] ? 1 : 0;
        }
        return end - begin <= 1 || gaps * 4 >= end - begin;
    }

    /// The whole rules of one table, from the one at `top` down.
    std::vector<std::size_t> rules_from(std::size_t top) const {
        std::vector<std::size_t> out{top};
        if (!levels_[top].is_whole()) return out;
        for (std::size_t i = top + 1; i < levels_.size(); ++i) {
            if (!levels_[i].is_whole() || !levels_[i].matches(levels_[top])) continue;
            if (!are_rows(first_below(levels_[out.back()].y), first_below(levels_[i].y), levels_[top])) break;
            out.push_back(i);
        }
        return out;
    }

    /// The end of the rows that follow from line `begin` on; titles of rows may take some lines in the first column.
    std::size_t end_of_rows(std::size_t begin, const Level& rule, const std::vector<PdfRule>& columns) const {
        std::size_t end = begin;
        const std::size_t longest_title = columns.empty() ? 1 : 5;
        for (std::size_t i = begin; i < lines_.size() && i <= end + longest_title; ++i) {
            if (!are_rows(i, i + 1, rule)) break;
            if (parted_[i])
                end = i + 1;
            else if (i > end && !columns.empty() && lines_[i].x1 > columns[1].x0)
                break;
        }
        return end;
    }

    /// The frame that these rules make; an empty one where they make none.
    LineFrame frame_of(const std::vector<std::size_t>& rules) const {
        LineFrame frame;
        frame.begin = frame.head_end = first_below(levels_[rules.front()].y);
        frame.end = first_below(levels_[rules.back()].y);
        std::vector<std::size_t> cuts;  // the lines above which a rule runs
        for (const std::size_t rule : rules) {
            const std::size_t line = first_below(levels_[rule].y);
            if (cuts.empty() || line > cuts.back()) cuts.push_back(line);
        }
        frame.columns = columns_of(rules);
        const std::size_t rows_end = end_of_rows(cuts.back(), levels_[rules.front()], frame.columns);
        if (cuts.size() == 2 && rows_end > cuts.back()) {  // the table goes on over the page: no rule closes it here
            cuts.push_back(rows_end);
            frame.end = rows_end;
        }
        const auto gaps = std::count(parted_.begin() + static_cast<long>(frame.begin),
                                     parted_.begin() + static_cast<long>(frame.end), true);
        if (gaps < 2) return {};
        if (cuts.size() >= 3 && cuts[1] - cuts[0] <= 8) {
            frame.head_end = cuts[1];
            add_spans(frame, rules);
        }
        return frame;
    }

    /// The columns, by the rule of the frame that is drawn in the most pieces: one for each cell.
    std::vector<PdfRule> columns_of(const std::vector<std::size_t>& rules) const {
        std::vector<PdfRule> out;
        for (const std::size_t rule : rules) {
            std::vector<PdfRule> parts = levels_[rule].parts;
            std::erase_if(parts, [](const PdfRule& part) { return part.x1 - part.x0 < narrowest_column; });
            std::stable_sort(parts.begin(), parts.end(),
                             [](const PdfRule& a, const PdfRule& b) { return a.x0 < b.x0; });
            bool in_row = parts.size() >= 2;
            for (std::size_t i = 1; i < parts.size(); ++i)
                in_row = in_row && std::abs(parts[i].x0 - parts[i - 1].x1) < same_edge;
            if (in_row && parts.size() > out.size()) out = std::move(parts);
        }
        return out;
    }

    void add_spans(LineFrame& frame, const std::vector<std::size_t>& rules) const {
        for (std::size_t i = rules.front() + 1; i < levels_.size(); ++i) {
            const std::size_t line = first_below(levels_[i].y);
            if (line >= frame.head_end) break;
            if (line == frame.begin) continue;
            std::vector<PdfRule> parts = levels_[i].parts;
            std::stable_sort(parts.begin(), parts.end(),
                             [](const PdfRule& a, const PdfRule& b) { return a.x0 < b.x0; });
            for (const PdfRule& part : parts) {
                const bool goes_on = !frame.spans.empty() && frame.spans.back().y0 == levels_[i].y &&
                                     part.x0 - frame.spans.back().x1 < level;
                if (!goes_on) frame.spans.push_back({part.x0, levels_[i].y, part.x1, levels_[i].y});
                frame.spans.back().x1 = std::max(frame.spans.back().x1, part.x1);
            }
        }
    }

    const std::vector<PdfLine>& lines_;
    const std::vector<bool>& parted_;
    std::vector<Level> levels_;
};

}  // namespace

std::vector<LineFrame> frames_of(const PdfRegion& region, const PdfPage& page, const std::vector<bool>& parted) {
    return FrameFinder(region, page, parted).find();
}

}  // namespace rapporteur
