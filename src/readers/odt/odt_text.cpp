#include "readers/odt/odt_text.h"

#include <algorithm>
#include <array>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 10> raised_digits{"⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹"};

bool is_dropped(char32_t c) { return c == 0xAD || c == 0x200B || c == 0xFEFF || c == 0x2060 || c >= 0xFFFE; }

bool all_digits(std::string_view text) {
    return !text.empty() && text.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Below U+0300 no text needs composing.
bool may_need_composing(std::string_view text) {
    return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xCC; });
}

}  // namespace

void OdtText::add(std::string_view text, const OdtLook& look, const std::string& link, int page) {
    if (text.empty()) return;
    const bool same =
        run_.bold == look.bold.value_or(false) && run_.italic == look.italic.value_or(false) && run_.link == link;
    if (!same) start_run(look, link);
    const std::size_t begin = line_.text.size();
    const std::string composed = may_need_composing(text) ? nfc(text) : std::string();
    if (!composed.empty()) text = composed;
    const bool superior = look.raised.value_or(false) && all_digits(trim(text));
    for (std::size_t at = 0; at < text.size();) {
        const CodePoint c = decode_at(text, at);
        if (is_space(c.value) || c.value < 0x20 || c.value == 0x7F) {
            add_space();
        } else if (superior) {
            add_character(raised_digits[c.value - U'0'], page);
        } else if (c.value == 0xFFFD && c.bytes == 1) {
            add_character("\xEF\xBF\xBD", page);
        } else if (!is_dropped(c.value)) {
            add_character(text.substr(at, c.bytes), page);
        }
        at += c.bytes;
    }
    note_size(look.size.value_or(0), line_.text.size() - begin);
}

void OdtText::add_character(std::string_view character, int page) {
    if (line_.text.empty()) {
        line_.block.page = page;
    } else {
        for (int i = line_page_; i < page; ++i) line_.block.page_breaks.push_back(line_.text.size());
    }
    line_page_ = page;
    line_.text += character;
}

void OdtText::add_space() {
    if (!line_.text.empty() && line_.text.back() != ' ') line_.text += ' ';
}

void OdtText::add_tab() {
    if (line_.text.empty()) return;
    const bool first_word = line_.text.find(' ') == std::string::npos;
    if (first_word && line_.gap_at == 0) line_.gap_at = line_.text.size();
    add_space();
}

void OdtText::note_size(double points, std::size_t bytes) {
    const auto known = std::find_if(sizes_.begin(), sizes_.end(), [&](const auto& s) { return s.first == points; });
    if (known == sizes_.end()) {
        sizes_.emplace_back(points, bytes);
    } else {
        known->second += bytes;
    }
}

void OdtText::start_run(const OdtLook& look, const std::string& link) {
    end_run();
    run_.bold = look.bold.value_or(false);
    run_.italic = look.italic.value_or(false);
    run_.link = link;
}

void OdtText::end_run() {
    run_.range.end = line_.text.size();
    if ((run_.bold || run_.italic || !run_.link.empty()) && !run_.range.empty()) line_.block.runs.push_back(run_);
    run_.range.begin = run_.range.end;
}

void OdtText::break_line() {
    end_run();
    std::string& text = line_.text;
    while (text.ends_with(' ')) text.pop_back();
    for (Run& run : line_.block.runs) run.range.end = std::min(run.range.end, text.size());
    std::erase_if(line_.block.runs, [](const Run& run) { return run.range.empty(); });
    if (line_.gap_at >= text.size()) line_.gap_at = 0;
    if (!text.empty()) {
        const auto most = std::max_element(sizes_.begin(), sizes_.end(),
                                           [](const auto& a, const auto& b) { return a.second < b.second; });
        line_.size = most == sizes_.end() ? 0 : most->first;
        line_.block.range = {0, text.size()};
        line_.after_space = true;
        lines_.push_back(std::move(line_));
    }
    line_ = Draft();
    sizes_.clear();
    run_.range = {0, 0};
}

Drafts OdtText::take() {
    break_line();
    run_ = Run();
    return std::exchange(lines_, {});
}

Draft joined(Drafts lines) {
    if (lines.empty()) return {};
    Draft out = std::move(lines.front());
    for (std::size_t i = 1; i < lines.size(); ++i) append(out, lines[i], " ");
    return out;
}

}  // namespace rapporteur
