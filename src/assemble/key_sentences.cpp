#include "assemble/key_sentences.h"

#include <algorithm>
#include <map>
#include <optional>

#include "assemble/key_sentence_words.h"
#include "assemble/stem_vectors.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_sentences = 5000;  // of one document
constexpr std::size_t fewest_words = 8, long_sentence = 45, most_words = 70;
constexpr std::size_t most_of_block = 2;  // sentences taken from one paragraph
constexpr double too_alike = 0.6;         // cosine of sentences that say the same

/// What each sign of a sentence that tells much adds to its score.
constexpr double of_centrality = 1.0, of_section = 0.5, of_announcement = 0.5, of_statement = 0.5;
constexpr double of_place = 0.4;    // the document's first sentence; half of it a tenth further on
constexpr double of_first = 0.1;    // the first sentence of its paragraph
constexpr double of_figures = 0.1;  // sums and shares
constexpr double by_dependence = 0.4, by_length = 0.2, by_annex = 0.3;  // taken away
constexpr double by_likeness = 0.7;  // times the cosine with the nearest of those chosen

bool has_figures(std::string_view text) {
    return text.find('%') != text.npos || text.find('$') != text.npos || text.find("per cent") != text.npos ||
           text.find("€") != text.npos || text.find("million") != text.npos;
}

/// A whole sentence has its mark at the end and is not all names and titles.
bool is_sentence(std::string_view text) {
    std::string_view bare = text;
    while (!bare.empty() && std::string_view(")]\"'").find(bare.back()) != bare.npos) bare.remove_suffix(1);
    for (const std::string_view quote : {"”", "’", "»"})
        if (bare.ends_with(quote)) bare.remove_suffix(quote.size());
    if (bare.empty() || std::string_view(".;!?").find(bare.back()) == bare.npos) return false;
    std::size_t small = 0, all = 0;
    for (const Range& word : words(text)) {
        ++all;
        if (is_lower(decode_at(text, word.begin).value)) ++small;
    }
    return small * 2 > all;
}

class Chooser {
public:
    Chooser(const Document& document, const Outline& outline, const std::vector<WeighedRange>& statements)
        : document_(document), outline_(outline), statements_(statements) {
        std::sort(statements_.begin(), statements_.end(),
                  [](const WeighedRange& a, const WeighedRange& b) { return a.range.begin < b.range.begin; });
        for (BodySentence& sentence : body_sentences(document, outline, most_sentences)) {
            const std::string_view text = document.slice(sentence.range);
            const std::size_t length = words(text).size();
            if (!sentence.whole || length < fewest_words || length > most_words) continue;
            if (!is_sentence(text) || is_apparatus(fold(text), document.language)) continue;
            lengths_.push_back(length);
            sentences_.push_back(std::move(sentence));
        }
        std::vector<std::string_view> texts;
        for (const BodySentence& sentence : sentences_) texts.push_back(document.slice(sentence.range));
        vectors_.emplace(texts);
        rate_all();
    }

    std::vector<BodySentence> choose(std::size_t most) {
        std::vector<std::size_t> chosen;
        std::vector<double> nearest(sentences_.size());  // likeness with those chosen
        while (chosen.size() < most) {
            const auto best = next(nearest);
            if (!best) break;
            chosen.push_back(*best);
            for (std::size_t i = 0; i < sentences_.size(); ++i)
                nearest[i] = std::max(nearest[i], cosine(vectors_->of(i), vectors_->of(*best)));
        }
        std::vector<BodySentence> out;
        for (const std::size_t i : chosen) out.push_back(sentences_[i]);
        return out;
    }

private:
    void rate_all() {
        double most_central = 0;
        for (std::size_t i = 0; i < sentences_.size(); ++i)
            most_central = std::max(most_central, vectors_->centrality(i));
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            const double central = most_central > 0 ? vectors_->centrality(i) / most_central : 0;
            scores_.push_back(of_centrality * central + rate(i));
        }
    }

    double rate(std::size_t i) {
        const BodySentence& sentence = sentences_[i];
        const std::string_view text = document_.slice(sentence.range);
        const std::string folded = fold(text);
        const double tenth = std::max(1.0, static_cast<double>(sentences_.size()) / 10);
        double score = of_place / (1 + static_cast<double>(i) / tenth);
        score += of_section * section_of(sentence) + of_announcement * announcement(folded, document_.language);
        score += of_statement * statement_in(sentence.range);
        if (sentence.range.begin == document_.blocks[sentence.block].range.begin) score += of_first;
        if (has_figures(text)) score += of_figures;
        if (points_back(folded, document_.language)) score -= by_dependence;
        if (lengths_[i] > long_sentence) score -= by_length;
        if (sentence.in_annex) score -= by_annex;
        return score;
    }

    double section_of(const BodySentence& sentence) const {
        double weight = 0;
        for (const std::string& heading : outline_.sections[outline_.blocks[sentence.block].section].path) {
            const double own = section_weight(fold(heading), document_.language);
            if (own != 0) weight = own;  // the innermost that says anything
        }
        return weight;
    }

    /// The weightiest statement that begins in the range; ranges come in rising order.
    double statement_in(const Range& range) {
        while (next_statement_ < statements_.size() && statements_[next_statement_].range.begin < range.begin)
            ++next_statement_;
        double weight = 0;
        for (std::size_t i = next_statement_; i < statements_.size() && statements_[i].range.begin < range.end; ++i)
            weight = std::max(weight, statements_[i].weight);
        return weight;
    }

    std::optional<std::size_t> next(const std::vector<double>& nearest) {
        std::optional<std::size_t> best;
        const auto worth = [&](std::size_t i) { return scores_[i] - by_likeness * nearest[i]; };
        for (std::size_t i = 0; i < sentences_.size(); ++i) {
            if (nearest[i] > too_alike || taken_[sentences_[i].block] == most_of_block) continue;
            if (!best || worth(i) > worth(*best)) best = i;
        }
        if (best) ++taken_[sentences_[*best].block];
        return best;
    }

    const Document& document_;
    const Outline& outline_;
    std::vector<WeighedRange> statements_;
    std::vector<BodySentence> sentences_;
    std::vector<std::size_t> lengths_;  // words
    std::optional<StemVectors> vectors_;
    std::vector<double> scores_;
    std::size_t next_statement_ = 0;
    std::map<std::size_t, std::size_t> taken_;  // sentences by block
};

}  // namespace

std::vector<BodySentence> key_sentences(const Document& document, const Outline& outline,
                                        const std::vector<WeighedRange>& statements, std::size_t most) {
    return Chooser(document, outline, statements).choose(most);
}

}  // namespace rapporteur
