#include "readers/markdown/markdown_notes.h"

#include <algorithm>
#include <utility>

#include "readers/markdown/markdown_drafter.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// The definition that a line begins, "[^1]: …" or "¹ …"; without a mark where it begins none.
MarkdownNote note_at(std::string_view line) {
    const std::size_t close = line.starts_with("[^") ? line.find("]:") : std::string_view::npos;
    if (close != std::string_view::npos && close > 2 && close <= 24) {
        return {std::string(line.substr(2, close - 2)), std::string(line.substr(close + 2))};
    }
    std::size_t end = 0;
    const std::string digits = superscript_at(line, 0, end);
    if (digits.empty() || trim(line.substr(end)).empty()) return {};
    return {digits, std::string(trim(line.substr(end)))};
}

bool is_set_in(std::string_view line) { return line.starts_with("  ") || line.starts_with('\t'); }

Draft draft_of(const MarkdownNote& note, const NoteMarks& marks) {
    MarkdownDrafts parts = draft_markdown(note.text, marks);
    Draft draft = parts.drafts.empty() ? Draft() : std::move(parts.drafts.front());
    for (std::size_t i = 1; i < parts.drafts.size(); ++i) append(draft, parts.drafts[i], " ");
    draft.block.kind = BlockKind::note;
    draft.block.level = 0;
    draft.block.number = draft.block.label = note.mark;
    draft.block.line = note.line;
    return draft;
}

}  // namespace

std::vector<MarkdownNote> take_notes(std::string& text) {
    std::vector<MarkdownNote> out;
    int number = 0;
    bool open = false;    // the lines at hand may belong to the last note
    bool set_in = false;  // only those that are set in
    std::size_t at = 0;
    while (at < text.size()) {
        ++number;
        const std::size_t end = std::min(text.find('\n', at), text.size());
        const std::string line = text.substr(at, end - at);
        MarkdownNote note = note_at(line);
        const bool begins = !note.mark.empty();
        const bool blank = trim(line).empty();
        if (begins) {
            open = true;
            set_in = line.starts_with("[^");
            note.line = number;
            out.push_back(std::move(note));
        } else if (open && blank && set_in) {
            out.back().text += "\n";
        } else if (open && !blank && (!set_in || is_set_in(line))) {
            out.back().text += "\n" + std::string(trim(line));
        } else {
            open = false;
        }
        if (open) std::fill(text.begin() + static_cast<long>(at), text.begin() + static_cast<long>(end), ' ');
        at = end + 1;
    }
    return out;
}

void place_notes(Drafts& drafts, const std::vector<MarkdownNote>& notes, const NoteMarks& marks) {
    Drafts out;
    auto next = notes.begin();
    for (Draft& draft : drafts) {
        for (; next != notes.end() && draft.block.line > next->line; ++next) out.push_back(draft_of(*next, marks));
        out.push_back(std::move(draft));
    }
    for (; next != notes.end(); ++next) out.push_back(draft_of(*next, marks));
    drafts = std::move(out);
}

}  // namespace rapporteur
