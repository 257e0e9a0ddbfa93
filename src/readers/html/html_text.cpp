#include "readers/html/html_text.h"

#include <algorithm>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

/// Code points that take no room and say nothing: soft hyphens, zero-width spaces, byte order marks.
bool is_invisible(char32_t c) { return c == 0xAD || c == 0x200B || c == 0x2060 || c == 0xFEFF; }

}  // namespace

void HtmlText::add(std::string_view characters, int line) {
    std::string& text = draft_.text;
    for (std::size_t at = 0; at < characters.size();) {
        const char c = characters[at];
        if (c > ' ' && c < 0x7F) {
            if (draft_.block.line == 0) draft_.block.line = line;
            text += c;
            ++at;
            continue;
        }
        if (c == '\n') ++line;
        const CodePoint point = decode_at(characters, at);
        if (is_space(point.value) || point.value < 0x20 || (point.value >= 0x7F && point.value < 0xA0)) {
            if (!text.empty() && text.back() != ' ') text += ' ';
        } else if (!is_invisible(point.value)) {
            if (draft_.block.line == 0) draft_.block.line = line;
            text += characters.substr(at, point.bytes);
        }
        at += point.bytes;
    }
}

void HtmlText::break_line() {
    close_line();
    ++breaks_;
}

void HtmlText::close_line() {
    close_run();
    Draft draft = std::exchange(draft_, {});
    run_begin_ = 0;
    while (draft.text.ends_with(' ')) draft.text.pop_back();
    if (draft.text.empty()) return;
    put_in_normal_form(draft);
    for (Run& run : draft.block.runs) run.range.end = std::min(run.range.end, draft.text.size());
    std::erase_if(draft.block.runs, [](const Run& run) { return run.range.begin >= run.range.end; });
    std::erase_if(draft.seams, [&](std::size_t seam) { return seam >= draft.text.size() || draft.text[seam] == ' '; });
    draft.block.range = {0, draft.text.size()};
    lines_.push_back({std::move(draft), breaks_ > 1});
    breaks_ = 0;
}

std::vector<HtmlLine> HtmlText::take() {
    close_line();
    breaks_ = 0;
    return std::exchange(lines_, {});
}

void HtmlText::close_run() {
    const std::size_t end = draft_.text.size();
    if (end > run_begin_ && (bold_ || italic_ || !link_.empty())) {
        draft_.block.runs.push_back({{run_begin_, end}, bold_, italic_, link_});
    }
    run_begin_ = end;
}

void HtmlText::add_seam() {
    const std::string& text = draft_.text;
    if (!text.empty() && text.back() != ' ' && (draft_.seams.empty() || draft_.seams.back() != text.size())) {
        draft_.seams.push_back(text.size());
    }
}

void HtmlText::set_bold(bool bold) {
    if (bold == bold_) return;
    close_run();
    add_seam();
    bold_ = bold;
}

void HtmlText::set_italic(bool italic) {
    if (italic == italic_) return;
    close_run();
    add_seam();
    italic_ = italic;
}

void HtmlText::set_link(std::string link) {
    if (link == link_) return;
    close_run();
    link_ = std::move(link);
}

}  // namespace rapporteur
