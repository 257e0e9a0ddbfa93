#include "extract/face_title.h"

#include <algorithm>

#include "extract/face.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_line = 500;
constexpr std::size_t words_of_prose = 30;
constexpr std::size_t most_face_lines = 40;
constexpr std::size_t most_imprint_lines = 60;

bool ends_sentence(std::string_view text) { return text.ends_with('.') || text.ends_with(';') || text.ends_with(':'); }

bool is_body(const Block& block, std::string_view text) {
    if (block.title) return false;
    if (block.kind == BlockKind::list_item || block.kind == BlockKind::table || block.kind == BlockKind::note)
        return true;
    if (block.kind == BlockKind::heading) return true;
    if (!block.number.empty() && block.number.find('/') == std::string::npos) return true;
    return words(text).size() >= words_of_prose || (ends_sentence(text) && words(text).size() > 8);
}

FaceLine line_of(const Document& document, std::size_t at, bool imprint) {
    const Block& block = document.blocks[at];
    std::size_t begin = block.range.begin;
    if (!block.label.empty() && begin > block.label.size()) begin -= block.label.size() + 1;
    FaceLine line;
    line.block = at;
    line.text = trim(document.slice({begin, block.range.end}));
    line.imprint = imprint;
    line.kind = block.kind;
    line.bold = block.bold;
    line.level = block.level;
    return line;
}

bool is_candidate(const FaceLine& line) {
    return !line.imprint && !line.furniture && !line.document_kind && words(line.text).size() >= 2;
}

/// How much a line looks like a title.
int weight(const FaceLine& line, const FaceLine* before) {
    int weight = static_cast<int>(std::min<std::size_t>(words(line.text).size(), 10));
    if (line.kind == BlockKind::heading) weight += 10;
    if (line.bold) weight += 8;
    if (line.repeated) weight += 6;
    if (is_all_capitals(line.text)) weight += 3;
    // What follows "Agenda item 5" is the item's title.
    const bool below_item =
        before && before->furniture && !line.bold && fold(before->text).find("item") != std::string::npos;
    if (below_item) weight -= 12;
    if (ends_sentence(line.text)) weight -= 8;
    return weight;
}

bool same_words(std::string_view a, std::string_view b) { return fold(a) == fold(b); }

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

std::vector<FaceLine> face_lines(const Document& document) {
    std::vector<FaceLine> lines;
    const std::size_t begin = body_begin(document);
    const std::size_t end = std::min(document.blocks.size(), begin + most_imprint_lines);
    for (std::size_t at = 0; at < end; ++at) {
        const Block& block = document.blocks[at];
        if (block.kind == BlockKind::damaged || block.kind == BlockKind::table || block.range.empty()) continue;
        if (block.range.size() > longest_line) continue;
        lines.push_back(line_of(document, at, at >= begin));
    }
    for (std::size_t i = 0; i + 1 < lines.size(); ++i) {
        if (!same_words(lines[i].text, lines[i + 1].text)) continue;
        lines[i].repeated = true;
    }
    return lines;
}

std::string face_title(const std::vector<FaceLine>& lines, const Casing& casing) {
    const FaceLine* best = nullptr;
    int most = 0;
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (!is_candidate(lines[i])) continue;
        const int found = weight(lines[i], i > 0 ? &lines[i - 1] : nullptr);
        if (!best || found > most) best = &lines[i], most = found;
    }
    if (!best) return {};
    std::string title = casing.name(collapse_space(best->text));
    for (const FaceLine& line : lines) {
        if (line.document_kind && !line.imprint && title.find(':') == std::string::npos) {
            title += ": " + casing.name(collapse_space(line.text));
        }
    }
    return title;
}

}  // namespace rapporteur
