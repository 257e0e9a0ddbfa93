#include "extract/face_lines.h"

#include <algorithm>

#include "extract/lookup.h"
#include "extract/match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_line = 500;
constexpr std::size_t words_of_prose = 30;
constexpr std::size_t most_face_lines = 40;
constexpr std::size_t most_imprint_lines = 60;
constexpr std::size_t most_printed_lines = 8;

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with(';') || text.ends_with(':'); }

bool is_body(const Block& block, std::string_view text) {
    if (block.title) return false;
    if (block.kind != BlockKind::paragraph) return true;
    if (!block.number.empty() && block.number.find('/') == std::string::npos) return true;
    return words(text).size() >= words_of_prose || (ends_sentence(text) && words(text).size() > 8);
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

    void add(FaceLine line) {
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
        if (is_body(block, document.text_of(block))) break;
        ++at;
    }
    return at;
}

std::vector<FaceLine> face_lines(const Document& document, const RuleSet& rules) {
    return FaceLiner(document, rules).run();
}

}  // namespace rapporteur
