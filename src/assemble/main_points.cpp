#include "assemble/main_points.h"

#include <algorithm>
#include <cmath>

#include "assemble/key_sentences.h"
#include "assemble/quotation.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double strongest_ladder = 5;     // strength of what "must" be done
constexpr std::size_t most_ranked = 60;    // sentences of one document: those chosen and those shown elsewhere
constexpr double weight_of_outcome = 0.6;  // of a sentence that tells a result

/// The statements of one document where they stand in its text.
std::vector<WeighedRange> statements_of(const Scope& scope, const Document& document) {
    const CodePointIndex index(document.text);
    std::vector<WeighedRange> out;
    const auto add = [&](const RecordHead& record, double weight) {
        for (const Source& source : record.sources)
            if (source.document == document.id())
                out.push_back({{index.byte_of(source.start), index.byte_of(source.end)}, weight});
    };
    for (const auto* list : {&scope.put_to, &scope.in_papers})
        for (const Same<Recommendation>& same : *list)
            for (const Recommendation* record : same.all) add(*record, record->strength / strongest_ladder);
    for (const auto* list : {&scope.of_meeting, &scope.earlier, &scope.proposed})
        for (const Same<Outcome>& same : *list)
            for (const Outcome* record : same.all) add(*record, weight_of_outcome);
    return out;
}

/// How many sentences each document gives: by the root of its length, so that a long paper does not crowd out a short
/// one; documents beyond the number of sentences give none.
std::vector<std::size_t> shares(const std::vector<const Document*>& documents, std::size_t most) {
    double sum = 0;
    for (const Document* document : documents) sum += std::sqrt(static_cast<double>(document->text.size()));
    std::vector<std::size_t> out;
    std::size_t left = most;
    for (const Document* document : documents) {
        const double share = static_cast<double>(most) * std::sqrt(static_cast<double>(document->text.size())) / sum;
        out.push_back(std::min(left, static_cast<std::size_t>(std::max(1.0, std::round(share)))));
        left -= out.back();
    }
    return out;
}

bool is_shown(std::string_view text, const std::vector<std::string_view>& shown) {
    return std::any_of(shown.begin(), shown.end(), [&](std::string_view other) {
        return text.find(other) != text.npos || other.find(text) != text.npos;
    });
}

/// The weightiest sentences that are not shown elsewhere, in the order of the text.
std::vector<BodySentence> points_of(const Document& document, std::vector<BodySentence> points, std::size_t most,
                                    const std::vector<std::string_view>& shown) {
    std::erase_if(points, [&](const BodySentence& point) { return is_shown(document.slice(point.range), shown); });
    if (points.size() > most) points.resize(most);
    std::sort(points.begin(), points.end(),
              [](const BodySentence& a, const BodySentence& b) { return a.range.begin < b.range.begin; });
    return points;
}

}  // namespace

MainPoints::MainPoints(const Library& library, const Scope& scope) : library_(library) {
    for (const std::string& id : scope.documents) {
        const Document* document = library.document(id);
        if (!document) continue;
        Ranked ranked{document, make_outline(*document), {}};
        ranked.sentences = key_sentences(*document, ranked.outline, statements_of(scope, *document), most_ranked);
        documents_.push_back(std::move(ranked));
    }
    std::sort(documents_.begin(), documents_.end(), [&](const Ranked& a, const Ranked& b) {
        return library.document_number(a.document->id()) < library.document_number(b.document->id());
    });
}

std::vector<Quotation> MainPoints::choose(std::size_t most, const std::vector<std::string_view>& shown) const {
    std::vector<const Document*> documents;
    for (const Ranked& ranked : documents_) documents.push_back(ranked.document);
    const std::vector<std::size_t> numbers = shares(documents, most);
    std::vector<Quotation> quotations;
    for (std::size_t i = 0; i < documents_.size(); ++i) {
        const auto& [document, outline, sentences] = documents_[i];
        for (const BodySentence& point : points_of(*document, sentences, numbers[i], shown))
            quotations.push_back(quote(library_, source_in_block(*document, outline, point.block, point.range),
                                       std::string(document->slice(point.range))));
    }
    return quotations;
}

}  // namespace rapporteur
