#include "extract/face_lines.h"

#include <algorithm>

#include "extract/lookup.h"
#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_line = 500;
constexpr std::size_t longest_date = 30;  // bytes of a heading that is a date
constexpr std::size_t most_headings_above_date = 2;
constexpr std::size_t most_words_of_when = 14;  // of a line that says when a meeting is held
constexpr std::size_t words_of_prose = 30;
constexpr std::size_t most_face_lines = 40;
constexpr std::size_t most_imprint_lines = 60;
constexpr std::size_t most_printed_lines = 8;

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with(';') || text.ends_with(':'); }

bool is_body(const Block& block, std::string_view text) {
    if (block.title) return false;
    if (block.kind != BlockKind::paragraph) return true;
    if (!block.number.empty() && block.number.find('/') == std::string::npos) return true;
    // "Monday, 3 May 2031, 10 a.m. to 1 p.m."
    const bool half_day = text.ends_with(".m.") && is_upper(decode_at(text, 0).value);
    return words(text).size() >= words_of_prose || (ends_sentence(text) && !half_day && words(text).size() > 8);
}

bool holds_year(std::string_view text) {
    std::size_t run = 0, longest = 0;
    for (const char c : text) {
        run = c >= '0' && c <= '9' ? run + 1 : 0;
        longest = std::max(longest, run);
    }
    return longest == 4;
}

/// A short heading with a year: "11 March 2031".
bool is_dated(const Block& block, std::string_view text) {
    return block.kind == BlockKind::heading && text.size() <= longest_date && words(text).size() <= 4 &&
           holds_year(text);
}

/// "Board of Directors – Regular Meeting", set as a heading below the first and above the line that says when.
bool stands_above_date(const Document& document, std::size_t at) {
    if (at == 0 || at > most_headings_above_date || at + 1 >= document.blocks.size()) return false;
    const Block &block = document.blocks[at], &next = document.blocks[at + 1];
    const std::string_view below = document.text_of(next);
    return block.kind == BlockKind::heading && block.number.empty() && next.kind == BlockKind::paragraph &&
           holds_year(below) && words(below).size() <= most_words_of_when;
}

/// The date below a title, set as a heading; where there are several, they head the days of a programme.
bool is_only_date(const Document& document, std::size_t at) {
    if (at == 0 || !is_dated(document.blocks[at], document.text_of(document.blocks[at]))) return false;
    for (std::size_t i = at + 1; i < document.blocks.size(); ++i) {
        if (is_dated(document.blocks[i], document.text_of(document.blocks[i]))) return false;
    }
    return true;
}

/// A heading or item with a short number of its own: "2. Rivers", "4 Rivers"; no symbol, no year.
bool is_numbered(const Block& block, std::string_view text) {
    if (!block.number.empty()) return block.number.find('/') == std::string::npos;
    std::size_t digits = 0;
    while (digits < text.size() && is_digit(static_cast<unsigned char>(text[digits]))) ++digits;
    if (digits == 0 || digits > 2 || digits + 2 >= text.size()) return false;
    const bool stop = text[digits] == '.' && text[digits + 1] == ' ';
    return (text[digits] == ' ' || stop) && is_upper(decode_at(text, digits + (stop ? 2 : 1)).value);
}

FaceLine line_of(const Document& document, std::size_t at, Range range, bool imprint) {
    const Block& block = document.blocks[at];
    FaceLine line;
    line.block = at;
    line.text = collapse_space(document.slice(range));
    line.imprint = imprint;
    line.kind = block.kind;
    line.bold = block.bold;
    line.numbered = is_numbered(block, line.text);
    line.first_number = block.number == "1" || block.number == "I";
    line.page = block.page;
    return line;
}

/// The block with the label printed before it.
Range labelled_range(const Block& block) {
    Range range = block.range;
    if (!block.label.empty() && range.begin > block.label.size()) range.begin -= block.label.size() + 1;
    return range;
}

/// True for "of Maps", "« Rivers »" after a line, and for any line after one that ends in "&" or "and".
bool runs_on(const FaceLine& line, const FaceLine& next) {
    if (line.text.empty() || next.text.empty() || line.imprint != next.imprint || line.bold != next.bold) return false;
    const CodePoint first = decode_at(next.text, 0);
    const bool opens_quote = first.value == 0xAB && line.kind == BlockKind::heading && next.kind == BlockKind::heading;
    const bool goes_on =
        line.text.ends_with('&') || fold(line.text).ends_with(" and") || fold(line.text).ends_with(" of");
    const bool labelled = next.text.find(':') < next.text.find(' ');
    return (is_lower(first.value) && !labelled) || opens_quote || goes_on;
}

class FaceLiner {
public:
    FaceLiner(const Document& document, const RuleSet& rules)
        : document_(document), group_(group_or_default(rules, document.language, "face")) {}

    std::vector<FaceLine> run() {
        const std::size_t begin = body_begin(document_);
        const std::size_t end = std::min(document_.blocks.size(), begin + most_imprint_lines);
        for (std::size_t at = 0; at < end; ++at) {
            const Block& block = document_.blocks[at];
            const bool line = block.kind != BlockKind::damaged && block.kind != BlockKind::table &&
                              !block.range.empty() && block.kind != BlockKind::note;  // a note names other documents
            if (line && block.range.size() <= longest_line) add_block(at, at >= begin);
        }
        for (std::size_t i = 0; i + 1 < lines_.size(); ++i) {
            lines_[i].repeated = fold(lines_[i].text) == fold(lines_[i + 1].text);
        }
        return std::move(lines_);
    }

private:
    void add_block(std::size_t at, bool imprint) {
        const Block& block = document_.blocks[at];
        Range rest = labelled_range(block);
        const bool printed = !imprint && block.lines.size() > 1 && block.lines.size() <= most_printed_lines;
        for (std::size_t i = 0; printed && i + 1 < block.lines.size(); ++i) {
            const Range first{rest.begin, block.lines[i].range.end};
            if (first.empty() || !stands_alone(collapse_space(document_.slice(first)))) continue;
            add(line_of(document_, at, first, imprint));
            rest.begin = block.lines[i + 1].range.begin;
        }
        add(line_of(document_, at, rest, imprint));
    }

    /// "Committee on Quays Distr.: General" stood left and right.
    void add(FaceLine line) {
        const RuleMatch found = best_match(group_, line.text, {RuleKind::field, {"split"}, BlockKind::paragraph});
        if (line.imprint || found.rule == nullptr) return join(std::move(line));
        FaceLine second = line;
        second.text = found.field(line.text, "second");
        line.text = std::string(found.field(line.text, "first"));
        join(std::move(line));
        join(std::move(second));
    }

    void join(FaceLine line) {
        if (!lines_.empty() && runs_on(lines_.back(), line)) {
            lines_.back().text += " " + line.text;
        } else {
            lines_.push_back(std::move(line));
        }
    }

    /// A body, or a session of a named body, all of it.
    bool stands_alone(const std::string& text) const {
        for (const RuleMatch& match : match_rules(group_, text, {RuleKind::field, {"front"}, BlockKind::heading})) {
            if (match.range.size() == text.size() && !match.field(text, "body").empty()) return true;
        }
        return false;
    }

    const Document& document_;
    const RuleGroup* group_;
    std::vector<FaceLine> lines_;
};

}  // namespace

std::size_t body_begin(const Document& document) {
    std::size_t at = 0;
    while (at < document.blocks.size() && at < most_face_lines) {
        const Block& block = document.blocks[at];
        if (is_body(block, document.text_of(block)) && !is_only_date(document, at) && !stands_above_date(document, at))
            break;
        ++at;
    }
    return at;
}

std::vector<FaceLine> face_lines(const Document& document, const RuleSet& rules) {
    return FaceLiner(document, rules).run();
}

}  // namespace rapporteur
