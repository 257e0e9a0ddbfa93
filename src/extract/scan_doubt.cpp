#include "extract/scan_doubt.h"

#include <algorithm>
#include <string>
#include <type_traits>
#include <vector>

#include "extract/gap_maker.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double confidence_of_doubt = 0.45;  // below what a pack gives as certain

/// The first of the ranges, which are in order, that does not end before `at`.
std::vector<Range>::const_iterator first_after(const std::vector<Range>& ranges, std::size_t at) {
    return std::partition_point(ranges.begin(), ranges.end(), [at](const Range& range) { return range.end <= at; });
}

bool touches(const std::vector<Range>& doubtful, const Range& range) {
    const auto next = first_after(doubtful, range.begin);
    return next != doubtful.end() && next->begin < range.end;
}

/// The doubtful words of a range, as they stand: “Works”, “99%”.
std::string words_in(const Document& document, const Block& block, const Range& range) {
    std::string out;
    for (auto at = first_after(block.damaged, range.begin); at != block.damaged.end() && at->begin < range.end; ++at)
        out += (out.empty() ? "“" : ", “") + collapse_space(document.slice(*at)) + "”";
    return out;
}

}  // namespace

bool is_from_scan(const Document& document, const Block& block) {
    return std::any_of(document.warnings.begin(), document.warnings.end(), [&](const Diagnostic& warning) {
        return warning.code == Code::page_recognised && warning.place.page == block.page;
    });
}

bool is_mostly_damaged(const Block& block, const Range& range) {
    std::size_t bytes = 0;
    for (auto at = first_after(block.damaged, range.begin); at != block.damaged.end() && at->begin < range.end; ++at)
        bytes += std::min(at->end, range.end) - std::max(at->begin, range.begin);
    return bytes * 2 > range.size();
}

void lower_doubtful(const Document& document, Records& records) {
    std::vector<Range> doubtful;
    for (const Block& block : document.blocks) {
        if (block.damaged.empty() || !is_from_scan(document, block)) continue;
        doubtful.insert(doubtful.end(), block.damaged.begin(), block.damaged.end());
    }
    if (doubtful.empty()) return;
    std::sort(doubtful.begin(), doubtful.end(), [](const Range& a, const Range& b) { return a.begin < b.begin; });
    for_each_record(records, [&](std::string_view, auto& record) {
        using Record = std::remove_cvref_t<decltype(record)>;
        if (record.sources.empty() || std::is_same_v<Record, DocumentRecord> || std::is_same_v<Record, Gap>) return;
        constexpr bool said_once = std::is_same_v<Record, Recommendation> || std::is_same_v<Record, Outcome> ||
                                   std::is_same_v<Record, Intervention> || std::is_same_v<Record, Event> ||
                                   std::is_same_v<Record, AgendaItem>;
        const auto in_doubt = [&](const Source& source) { return touches(doubtful, source.range); };
        const bool doubted = said_once ? std::any_of(record.sources.begin(), record.sources.end(), in_doubt)
                                       : std::all_of(record.sources.begin(), record.sources.end(), in_doubt);
        if (doubted) record.confidence = std::min(record.confidence, confidence_of_doubt);
    });
}

void add_doubtful_gaps(GapMaker& gaps, std::size_t place) {
    const Document& document = gaps.document();
    const Block& block = document.blocks[place];
    std::string words;
    for (Range sentence : sentences(document.text_of(block), document.language)) {
        sentence = {sentence.begin + block.range.begin, sentence.end + block.range.begin};
        if (!touches(block.damaged, sentence)) continue;
        if (is_mostly_damaged(block, sentence)) {
            gaps.add(GapCode::line_damaged, collapse_space(document.slice(sentence)), "", place, sentence);
        } else {
            words += (words.empty() ? "" : ", ") + words_in(document, block, sentence);
        }
    }
    if (!words.empty()) {
        gaps.add(GapCode::line_damaged, "read from a scan; doubtful words: " + words, "", place, block.damaged.front());
    }
}

}  // namespace rapporteur
