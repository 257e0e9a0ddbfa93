#include "readers/html/preformatted_links.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t farthest = 12;  // drafts after the last link in which the next is looked for

/// A spot in the drafts.
struct Spot {
    std::size_t draft = 0;
    std::size_t at = 0;
};

std::optional<Spot> find_words(const Drafts& drafts, Spot from, const std::string& words) {
    const std::size_t end = std::min(drafts.size(), from.draft + farthest);
    for (std::size_t i = from.draft; i < end; ++i) {
        const std::size_t at = drafts[i].text.find(words, i == from.draft ? from.at : 0);
        if (at != std::string::npos) return Spot{i, at};
    }
    return std::nullopt;
}

void put_link(Draft& draft, Range range, const std::string& target) {
    std::vector<Run>& runs = draft.block.runs;
    const auto after =
        std::find_if(runs.begin(), runs.end(), [&](const Run& run) { return run.range.end > range.begin; });
    if (after != runs.end() && after->range.begin < range.end) return;  // its marks say more
    Run run;
    run.range = range;
    run.link = target;
    runs.insert(after, std::move(run));
}

}  // namespace

void put_links(const std::vector<LinkedWords>& links, Drafts& drafts) {
    Spot spot;
    for (const LinkedWords& link : links) {
        const std::string words = collapse_space(link.words);
        const auto found = words.empty() || link.target.empty() ? std::nullopt : find_words(drafts, spot, words);
        if (!found) continue;
        spot = {found->draft, found->at + words.size()};
        put_link(drafts[found->draft], {found->at, spot.at}, link.target);
    }
}

}  // namespace rapporteur
