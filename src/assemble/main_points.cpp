#include "assemble/main_points.h"

#include <algorithm>
#include <cmath>

#include "assemble/key_sentences.h"
#include "assemble/quotation.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double strongest_ladder = 5;     // strength of what "must" be done
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
std::vector<BodySentence> points_of(const Document& document, const Outline& outline, const Scope& scope,
                                    std::size_t most, const std::vector<std::string_view>& shown) {
    std::vector<BodySentence> points =
        key_sentences(document, outline, statements_of(scope, document), most + shown.size());
    std::erase_if(points, [&](const BodySentence& point) { return is_shown(document.slice(point.range), shown); });
    if (points.size() > most) points.resize(most);
    std::sort(points.begin(), points.end(),
              [](const BodySentence& a, const BodySentence& b) { return a.range.begin < b.range.begin; });
    return points;
}

}  // namespace

std::vector<Quotation> main_points(const Library& library, const Scope& scope, std::size_t most,
                                   const std::vector<std::string_view>& shown) {
    std::vector<const Document*> documents;
    for (const std::string& id : scope.documents)
        if (const Document* document = library.document(id)) documents.push_back(document);
    std::sort(documents.begin(), documents.end(), [&](const Document* a, const Document* b) {
        return library.document_number(a->id()) < library.document_number(b->id());
    });
    const std::vector<std::size_t> numbers = shares(documents, most);
    std::vector<Quotation> quotations;
    for (std::size_t i = 0; i < documents.size(); ++i) {
        const Document& document = *documents[i];
        const Outline outline = make_outline(document);
        for (const BodySentence& point : points_of(document, outline, scope, numbers[i], shown))
            quotations.push_back(quote(library, source_in_block(document, outline, point.block, point.range),
                                       std::string(document.slice(point.range))));
    }
    return quotations;
}

}  // namespace rapporteur
