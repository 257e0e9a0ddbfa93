#include "readers/draft.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

Range shifted(const Range& range, std::size_t by) { return {range.begin + by, range.end + by}; }

/// Moves every range of the block `by` bytes to the right.
void shift(Block& block, std::size_t by) {
    block.range = shifted(block.range, by);
    for (std::size_t& at : block.page_breaks) at += by;
    for (Run& run : block.runs) run.range = shifted(run.range, by);
    for (LineBox& line : block.lines) line.range = shifted(line.range, by);
    for (Range& range : block.damaged) range = shifted(range, by);
    for (Row& row : block.rows) {
        for (Cell& cell : row.cells) cell.range = shifted(cell.range, by);
    }
}

/// The part of `range` inside [begin, end), counted from `begin`.
Range part(const Range& range, std::size_t begin, std::size_t end) {
    const std::size_t from = std::clamp(range.begin, begin, end);
    const std::size_t to = std::clamp(range.end, begin, end);
    return {from - begin, to - begin};
}

/// The block's ranges cut down to [begin, end) of its text and counted from there; rows are left behind.
void cut(Block& block, std::size_t begin, std::size_t end) {
    block.range = {0, end - begin};
    for (Run& run : block.runs) run.range = part(run.range, begin, end);
    for (LineBox& line : block.lines) line.range = part(line.range, begin, end);
    for (Range& range : block.damaged) range = part(range, begin, end);
    std::erase_if(block.runs, [](const Run& run) { return run.range.empty(); });
    std::erase_if(block.lines, [](const LineBox& line) { return line.range.empty(); });
    std::erase_if(block.damaged, [](const Range& range) { return range.empty(); });
    std::vector<std::size_t> breaks;
    for (const std::size_t at : block.page_breaks) {
        if (at <= begin) {
            ++block.page;
        } else if (at < end) {
            breaks.push_back(at - begin);
        }
    }
    block.page_breaks = std::move(breaks);
}

template <class Look>
bool covered(const Draft& draft, Look look) {
    std::size_t run = 0;
    const std::vector<Run>& runs = draft.block.runs;
    bool any = false;
    for (std::size_t at = 0; at < draft.text.size();) {
        const CodePoint c = decode_at(draft.text, at);
        if (is_alpha(c.value) || is_digit(c.value)) {
            while (run < runs.size() && runs[run].range.end <= at) ++run;
            if (run == runs.size() || !runs[run].range.contains(at) || !look(runs[run])) return false;
            any = true;
        }
        at += c.bytes;
    }
    return any;
}

}  // namespace

int last_page(const Draft& draft) {
    return draft.block.page == 0 ? 0 : draft.block.page + static_cast<int>(draft.block.page_breaks.size());
}

void append(Draft& draft, const Draft& next, std::string_view glue) {
    const int pages = draft.block.page == 0 || next.block.page == 0 ? 0 : next.block.page - last_page(draft);
    draft.text += glue;
    const std::size_t at = draft.text.size();
    Block moved = next.block;
    shift(moved, at);
    draft.text += next.text;
    Block& block = draft.block;
    for (int page = 0; page < pages; ++page) block.page_breaks.push_back(at);
    const auto add = [](auto& to, const auto& from) { to.insert(to.end(), from.begin(), from.end()); };
    add(block.page_breaks, moved.page_breaks);
    add(block.runs, moved.runs);
    add(block.lines, moved.lines);
    add(block.damaged, moved.damaged);
    add(block.rows, moved.rows);
    for (const std::size_t seam : next.seams) draft.seams.push_back(seam + at);
    block.range = {0, draft.text.size()};
    block.cut_after = moved.cut_after;
    draft.reaches_edge = next.reaches_edge;
    draft.room = next.room;
    draft.printed_lines += next.printed_lines;
}

void drop_front(Draft& draft, std::size_t count) {
    while (count < draft.text.size() && draft.text[count] == ' ') ++count;
    const std::size_t end = draft.text.size();
    std::erase_if(draft.seams, [&](std::size_t seam) { return seam <= count; });
    for (std::size_t& seam : draft.seams) seam -= count;
    cut(draft.block, std::min(count, end), end);
    draft.text.erase(0, count);
}

void cut_out(Draft& draft, const std::vector<Range>& gone) {
    if (gone.empty()) return;
    std::vector<std::size_t> lost(1, 0);  // bytes gone before each of `gone`
    std::string text;
    std::size_t from = 0;
    for (const Range& range : gone) {
        text += std::string_view(draft.text).substr(from, range.begin - from);
        from = range.end;
        lost.push_back(lost.back() + range.size());
    }
    text += std::string_view(draft.text).substr(from);
    const auto moved = [&](std::size_t at) {
        const auto after = std::upper_bound(gone.begin(), gone.end(), at,
                                            [](std::size_t a, const Range& range) { return a < range.begin; });
        const auto before = static_cast<std::size_t>(after - gone.begin());
        if (before == 0) return at;
        return std::max(at, gone[before - 1].end) - lost[before];
    };
    const auto shrink = [&](Range& range) { range = {moved(range.begin), moved(range.end)}; };
    Block& block = draft.block;
    for (Run& run : block.runs) shrink(run.range);
    for (LineBox& line : block.lines) shrink(line.range);
    for (Range& range : block.damaged) shrink(range);
    for (Row& row : block.rows) {
        for (Cell& cell : row.cells) shrink(cell.range);
    }
    for (std::size_t& at : block.page_breaks) at = moved(at);
    for (std::size_t& seam : draft.seams) seam = moved(seam);
    std::erase_if(block.runs, [](const Run& run) { return run.range.empty(); });
    draft.text = std::move(text);
    block.range = {0, draft.text.size()};
}

Draft split_off(Draft& draft, std::size_t at) {
    Draft rest = draft;
    rest.block.kind = BlockKind::paragraph;
    rest.block.level = 0;
    rest.block.number.clear();
    rest.block.label.clear();
    drop_front(rest, at);
    std::size_t end = at;
    while (end > 0 && draft.text[end - 1] == ' ') --end;
    cut(draft.block, 0, end);
    draft.text.resize(end);
    std::erase_if(draft.seams, [&](std::size_t seam) { return seam >= end; });
    return rest;
}

bool is_all_bold(const Draft& draft) {
    return covered(draft, [](const Run& run) { return run.bold; });
}

bool is_all_italic(const Draft& draft) {
    return covered(draft, [](const Run& run) { return run.italic; });
}

void tidy_runs(std::vector<Run>& runs) {
    std::vector<Run> out;
    for (Run& run : runs) {
        if (run.range.empty() || (!run.bold && !run.italic && run.link.empty())) continue;
        Run* last = out.empty() ? nullptr : &out.back();
        const bool same = last && last->bold == run.bold && last->italic == run.italic && last->link == run.link;
        if (same && run.range.begin <= last->range.end + 1) {
            last->range.end = run.range.end;
        } else {
            out.push_back(std::move(run));
        }
    }
    runs = std::move(out);
}

void put_in_normal_form(Draft& draft) {
    const bool plain =
        std::all_of(draft.text.begin(), draft.text.end(), [](char c) { return static_cast<unsigned char>(c) < 0xCC; });
    if (plain) return;
    std::string normal = nfc(draft.text);
    if (normal == draft.text) return;
    draft.text = std::move(normal);
    draft.block.runs.clear();
    draft.seams.clear();
}

void compose(Drafts drafts, Document& document) {
    for (Draft& draft : drafts) {
        Block& block = draft.block;
        if (draft.text.empty() && block.label.empty()) continue;
        if (!document.text.empty()) document.text += "\n\n";
        if (!block.label.empty()) document.text += block.label + (draft.text.empty() ? "" : " ");
        block.range = {0, draft.text.size()};
        if (block.kind != BlockKind::table) tidy_runs(block.runs);  // runs of a table keep to their cells
        shift(block, document.text.size());
        document.text += draft.text;
        document.blocks.push_back(std::move(block));
    }
}

}  // namespace rapporteur
