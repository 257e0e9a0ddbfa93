#include "extract/face_title.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

/// A line such as "Draft agenda" completes a title that stands no further above it.
constexpr std::size_t farthest_kind = 4;
constexpr int weight_below_kind = -12;

/// False for what a bad scan makes of a line: letters with figures inside words, signs between crumbs of words.
bool is_legible(std::string_view text) {
    std::size_t letters = 0;
    std::size_t whole = 0;
    const std::vector<Range> all = words(text);
    for (Range range : all) {
        const std::string_view word = text.substr(range.begin, range.size());
        letters += word.size();
        bool mixed = false;
        for (std::size_t i = 1; i + 1 < word.size(); ++i)
            mixed = mixed || (is_alpha(word[0]) && is_digit(word[i]) && is_alpha(word[i + 1]));
        if (!mixed) whole += word.size();
    }
    return 3 * letters >= 2 * (text.size() - (all.empty() ? 0 : all.size() - 1)) && 4 * whole >= 3 * letters &&
           (all.size() < 6 || letters > 3 * all.size());
}

/// More than one word, or as much in a script that sets no spaces.
bool is_phrase(std::string_view text) {
    return words(text).size() >= 2 || (decode_at(text, 0).bytes > 2 && count_code_points(text) >= 4);
}

bool is_candidate(const FaceLine& line) {
    return !line.imprint && !line.furniture && !line.document_kind && !line.text.empty() && is_phrase(line.text) &&
           is_legible(line.text);
}

/// How much a line looks like a title.
int weight(const FaceLine& line, const FaceLine* before, int first_page) {
    int weight = static_cast<int>(std::min<std::size_t>(words(line.text).size(), 10));
    if (line.kind == BlockKind::heading) weight += 10;
    if (line.bold) weight += 8;
    if (line.repeated) weight += 6;
    if (is_all_capitals(line.text)) weight += 3;
    // What follows "Agenda item 5" is the item's title.
    if (before && before->furniture && fold(before->text).find("item") != std::string::npos) weight -= 12;
    if (line.byline) weight -= 10;
    if (line.numbered) weight -= 12;
    if (line.page > first_page) weight -= 8;  // a cover says it first
    if (line.text.ends_with('.') || line.text.ends_with(';') || line.text.ends_with(':')) weight -= 8;
    return weight;
}

/// Where nothing else is left, the document is called what it is: "Provisional agenda and annotations".
std::string kind_alone(const std::vector<FaceLine>& lines, const Casing& casing) {
    const auto kind = std::find_if(lines.begin(), lines.end(), [](const FaceLine& line) {
        return line.document_kind && !line.imprint && is_phrase(line.text) && line.kind != BlockKind::list_item;
    });
    return kind == lines.end() ? std::string() : casing.name(kind->text);
}

}  // namespace

std::string face_title(const std::vector<FaceLine>& lines, const Casing& casing) {
    std::size_t best = lines.size();
    int most = 0;
    bool seen_kind = false;
    bool below_programme = false;  // what stands below days, times and the first number is an item
    bool below_kind = false;       // what stands below "Draft agenda" is the agenda
    for (std::size_t i = 0; i < lines.size(); ++i) {
        seen_kind = seen_kind || lines[i].document_kind;
        below_kind = below_kind || (lines[i].document_kind && best != lines.size());
        below_programme = below_programme || (lines[i].first_number && (seen_kind || best != lines.size())) ||
                          (lines[i].programme && (seen_kind || best != lines.size()));
        if (below_programme || !is_candidate(lines[i]) || (seen_kind && lines[i].numbered)) continue;
        const int below = below_kind ? weight_below_kind : 0;
        const int found = below + weight(lines[i], i > 0 ? &lines[i - 1] : nullptr, lines.front().page);
        if (best == lines.size() || found > most) best = i, most = found;
    }
    if (best == lines.size()) return kind_alone(lines, casing);
    std::string title = casing.name(lines[best].text);
    for (std::size_t i = best + 1; i < lines.size() && i <= best + farthest_kind; ++i) {
        const bool prominent = lines[i].kind == BlockKind::heading || lines[i].bold;
        if (!lines[i].document_kind || lines[i].imprint || !prominent) continue;
        return title + ": " + casing.name(lines[i].text);
    }
    return title;
}

}  // namespace rapporteur
