#include "readers/docx/docx_text.h"

#include <algorithm>
#include <array>

#include "readers/docx/docx_symbols.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 10> superior_digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

/// False for text that is surely in Normalization Form C: below U+0300 all is, and so is most of general punctuation.
bool may_need_composing(std::string_view text) {
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c < 0xCC) continue;
        const bool punctuation = c == 0xE2 && i + 1 < text.size() && static_cast<unsigned char>(text[i + 1]) == 0x80;
        if (!punctuation) return true;
    }
    return false;
}

bool is_dropped(char32_t c) {
    return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 || c == 0xFFFE || c == 0xFFFF;
}

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Digits set high as the characters that look so: what they mean is told later.
std::string superior(std::string_view digits) {
    std::string out;
    for (const char c : digits) out += superior_digits[static_cast<std::size_t>(c - '0')];
    return out;
}

/// A letter or sign that may be the mark of a note: "a", "*", "**", "a,b".
bool may_be_mark(std::string_view text) {
    if (text.empty() || text.size() > 12) return false;
    if (text.find_first_not_of("*†‡§") == std::string_view::npos) return true;
    const auto is_letter = [](char c) { return c >= 'a' && c <= 'z'; };
    for (std::size_t i = 0; i < text.size(); ++i) {
        const bool separator = text[i] == ',' || text[i] == ' ';
        if (!separator && !is_letter(text[i])) return false;
        if (i > 0 && is_letter(text[i]) && is_letter(text[i - 1])) return false;
    }
    return is_letter(text[0]);
}

}  // namespace

void DocxText::keep_aside(std::string_view reason, std::string_view text) {
    if (left_out_.empty() || left_out_.back().reason != reason) left_out_.push_back({std::string(reason), "", page_});
    left_out_.back().text += text;
}

void DocxText::add(std::string_view text, const DocxLook& look, const std::string& link) {
    if (text.empty()) return;
    if (look.hidden) return keep_aside("hidden text", text);
    if (look.struck) return keep_aside("struck out", text);
    if (!(look == look_) || link != run_.link) start_run(look, link);
    const std::size_t begin = line_.draft.text.size();
    if (look.font == DocxFont::symbol || look.font == DocxFont::wingdings) {
        add_plain(symbol_text(text, look.font));
    } else if (look.vertical == DocxVertical::raised && all_digits(trim(text))) {
        add_plain(superior(trim(text)));
    } else if (may_need_composing(text)) {
        add_plain(nfc(text));
    } else {
        add_plain(text);
    }
    const std::size_t end = line_.draft.text.size();
    if (look.vertical == DocxVertical::raised && may_be_mark(trim(text))) line_.raised.push_back({begin, end});
    note_size(look.half_points, end - begin);
}

void DocxText::add_plain(std::string_view text) {
    std::string& out = line_.draft.text;
    for (std::size_t at = 0; at < text.size();) {
        const auto c = static_cast<unsigned char>(text[at]);
        if (c > 0x20 && c < 0x7F) {
            if (line_page_ != page_) note_page();
            out += text[at++];
            continue;
        }
        const CodePoint character = decode_at(text, at);
        if (character.value <= 0x20 || character.value == 0x7F || is_space(character.value)) {
            add_space();
        } else if (!is_dropped(character.value)) {
            if (line_page_ != page_) note_page();
            out += text.substr(at, character.bytes);
        }
        at += character.bytes;
    }
}

void DocxText::add_space() {
    std::string& out = line_.draft.text;
    if (!out.empty() && out.back() != ' ') out += ' ';
}

void DocxText::note_page() {
    Block& block = line_.draft.block;
    if (line_.draft.text.empty()) {
        block.page = page_;
    } else {
        for (int i = line_page_; i < page_; ++i) block.page_breaks.push_back(line_.draft.text.size());
    }
    line_page_ = page_;
}

void DocxText::note_size(int half_points, std::size_t bytes) {
    const auto found =
        std::find_if(sizes_.begin(), sizes_.end(), [&](const auto& size) { return size.first == half_points; });
    if (found == sizes_.end()) {
        sizes_.emplace_back(half_points, bytes);
    } else {
        found->second += bytes;
    }
}

void DocxText::start_run(const DocxLook& look, const std::string& link) {
    end_run();
    look_ = look;
    run_.bold = look.bold;
    run_.italic = look.italic;
    run_.link = link;
}

void DocxText::end_run() {
    run_.range.end = line_.draft.text.size();
    const bool marked = run_.bold || run_.italic || !run_.link.empty();
    if (marked && !run_.range.empty()) line_.draft.block.runs.push_back(run_);
    run_.range.begin = run_.range.end;
}

void DocxText::add_tab() {
    Draft& draft = line_.draft;
    if (draft.text.empty()) return;
    const bool first_word = draft.text.find(' ') == std::string::npos;
    if (first_word && draft.gap_at == 0) draft.gap_at = draft.text.size();
    if (line_.tabs.empty() || line_.tabs.back() != draft.text.size()) line_.tabs.push_back(draft.text.size());
    add_space();
}

void DocxText::break_line() {
    end_run();
    std::string& text = line_.draft.text;
    while (text.ends_with(' ')) text.pop_back();
    for (Run& run : line_.draft.block.runs) run.range.end = std::min(run.range.end, text.size());
    std::erase_if(line_.draft.block.runs, [](const Run& run) { return run.range.empty(); });
    std::erase_if(line_.tabs, [&](std::size_t at) { return at >= text.size(); });
    if (line_.draft.gap_at >= text.size()) line_.draft.gap_at = 0;
    if (!text.empty()) {
        const auto most = std::max_element(sizes_.begin(), sizes_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        line_.draft.size = most == sizes_.end() ? 0 : most->first / 2.0;
        line_.draft.block.range = {0, text.size()};
        line_.draft.after_space = true;
        lines_.push_back(std::move(line_));
    }
    line_ = DocxLine();
    sizes_.clear();
    run_.range = {0, 0};
    line_page_ = 0;
}

std::vector<DocxLine> DocxText::take() {
    break_line();
    run_ = Run();
    look_ = DocxLook();
    return std::exchange(lines_, {});
}

std::vector<LeftOut> DocxText::take_left_out() {
    std::vector<LeftOut> out;
    for (LeftOut& left : left_out_) {
        left.text = collapse_space(to_valid_utf8(left.text));
        if (!left.text.empty()) out.push_back(std::move(left));
    }
    left_out_.clear();
    return out;
}

DocxLine joined_lines(std::vector<DocxLine> lines) {
    if (lines.empty()) return {};
    DocxLine out = std::move(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) {
        const std::size_t by = out.draft.text.size() + 1;
        append(out.draft, lines[i].draft, " ");
        for (const Range& range : lines[i].raised) out.raised.push_back({range.begin + by, range.end + by});
    }
    return out;
}

}  // namespace rapporteur
