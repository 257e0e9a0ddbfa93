#include "readers/text/text_lines.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

/// An asterisk hangs on a word ("Review*") and just one line begins with one: then it marks a footnote.
bool has_asterisk_note(const std::vector<RawLine>& lines) {
    int notes = 0;
    int marks = 0;
    for (const RawLine& line : lines) {
        const std::string_view text = trim(line.text);
        if (text.starts_with("* ") || text == "*") ++notes;
        if (text.size() > 1 && text.ends_with('*') && std::count(text.begin(), text.end(), '*') == 1) ++marks;
    }
    return notes == 1 && marks > 0;
}

}  // namespace

std::vector<RawLine> split_lines(std::string_view text, int& pages) {
    std::vector<RawLine> out;
    const bool paged = text.find('\f') != std::string_view::npos;
    int page = paged ? 1 : 0;
    int number = 0;
    bool after_break = false;
    for (std::string_view line : split(text, '\n')) {
        ++number;
        while (true) {
            const std::size_t feed = line.find('\f');
            out.push_back({line.substr(0, feed), number, page, after_break});
            after_break = after_break && trim(line.substr(0, feed)).empty();
            if (feed == std::string_view::npos) break;
            line.remove_prefix(feed + 1);
            after_break = true;
            ++page;
        }
    }
    pages = page;
    while (pages > 1 && !out.empty() && trim(out.back().text).empty() && out.back().page == pages) {
        out.pop_back();
        if (!out.empty() && out.back().page < pages) --pages;
    }
    return out;
}

std::string note_mark_at(std::string_view line, std::size_t& length) {
    std::size_t end = 0;
    std::string mark = superscript_at(line, 0, end);
    if (mark.empty() && line.starts_with("[^")) {
        const std::size_t close = line.find("]:");
        if (close != std::string_view::npos && close <= 12) {
            mark = std::string(line.substr(2, close - 2));
            end = close + 2;
        }
    }
    if (mark.empty()) return mark;
    while (end < line.size() && line[end] == ' ') ++end;
    length = end;
    return end < line.size() ? mark : std::string();
}

NoteMarks note_marks_of(const std::vector<RawLine>& lines) {
    NoteMarks out;
    std::size_t length = 0;
    for (const RawLine& line : lines) {
        const std::string mark = note_mark_at(trim(line.text), length);
        if (!mark.empty()) out.insert(mark);
    }
    if (has_asterisk_note(lines)) out.insert("*");
    return out;
}

std::vector<Line> read_lines(const std::vector<RawLine>& raw, const NoteMarks& notes) {
    std::vector<Line> out;
    std::vector<RawLine> group;
    bool after_break = false;
    const auto flush = [&] {
        std::vector<Line> lines = read_marks(group, notes);
        for (std::size_t i = 0; i < lines.size(); ++i) {
            lines[i].after_space = i == 0;
            if (!lines[i].text.empty()) out.push_back(std::move(lines[i]));
        }
        group.clear();
    };
    for (const RawLine& line : raw) {
        if (trim(line.text).empty()) {
            flush();
            after_break = after_break || line.after_break;
            continue;
        }
        group.push_back(line);
        group.back().after_break = line.after_break || after_break;
        after_break = false;
    }
    flush();
    return out;
}

}  // namespace rapporteur
