#include "assemble/purpose.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <set>

#include "assemble/body_sentences.h"
#include "assemble/purpose_words.h"
#include "assemble/quotation.h"
#include "assemble/word_match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t fewest_words = 8, most_words = 70;
constexpr double least_score = 3.5;          // below it a sentence says nothing of a purpose
constexpr std::size_t most_of_meeting = 2;   // quotations
constexpr std::size_t most_sentences = 400;  // from the front of one document: a purpose stands there

/// A sentence that may say a purpose.
struct Candidate {
    const Document* document = nullptr;
    BodySentence sentence;
    double for_meeting = 0, for_paper = 0;
};

/// How many sentences of one document hold each stem: what many share is what the document is about.
class Centrality {
public:
    void add(const std::string& sentence) {
        const std::vector<std::string> stems = word_stems(sentence);
        for (const std::string& stem : std::set<std::string>(stems.begin(), stems.end())) ++counts_[stem];
        ++sentences_;
    }
    /// 0 to 1: the mean share of sentences that the sentence's words stand in, scaled by its root.
    double of(const std::string& sentence) const {
        const std::vector<std::string> stems = word_stems(sentence);
        if (stems.empty() || sentences_ == 0) return 0;
        double sum = 0;
        for (const std::string& stem : stems) sum += counts_.at(stem);
        return std::sqrt(sum / (static_cast<double>(stems.size()) * sentences_));
    }

private:
    std::map<std::string, int> counts_;
    double sentences_ = 0;
};

class PurposeFinder {
public:
    PurposeFinder(const Library& library, const Scope& scope) : library_(library), scope_(scope) {
        for (const std::string& name : scope.meeting->names) names_.push_back(comparable_name(name));
    }

    Purpose find() {
        for (const std::string& id : scope_.documents)
            if (const Document* document = library_.document(id)) look_through(*document);
        Purpose purpose;
        take_best(purpose.meeting, &Candidate::for_meeting, most_of_meeting);
        take_best(purpose.papers, &Candidate::for_paper, scope_.documents.size());
        return purpose;
    }

private:
    void look_through(const Document& document) {
        const Outline outline = make_outline(document);
        std::vector<Candidate> found;
        Centrality centrality;
        for (const BodySentence& sentence : body_sentences(document, outline, most_sentences)) {
            if (sentence.in_annex) continue;
            found.push_back({&document, sentence});
            centrality.add(std::string(document.slice(sentence.range)));
        }
        for (std::size_t i = 0; i < found.size(); ++i) rate(found[i], outline, centrality, i);
        candidates_.insert(candidates_.end(), found.begin(), found.end());
    }

    void rate(Candidate& candidate, const Outline& outline, const Centrality& centrality, std::size_t position) const {
        const Document& document = *candidate.document;
        const std::string sentence(document.slice(candidate.sentence.range));
        const std::size_t length = words(sentence).size();
        if (length < fewest_words || length > most_words || !candidate.sentence.whole) return;
        const std::string folded = fold(sentence);
        double shared = centrality.of(sentence) + 1.0 / (1.0 + static_cast<double>(position) / 8);
        for (const std::string& heading : outline.sections[outline.blocks[candidate.sentence.block].section].path)
            shared = std::max(shared, shared + heading_promise(fold(heading), document.language));
        const FoundCue meeting = meeting_purpose(folded, document.language);
        const double paper = paper_purpose(folded, document.language);
        if (meeting.weight > 0) {
            const bool only_one = library_.meetings_about(document.id()) == 1;
            candidate.for_meeting = meeting.weight + shared + naming(folded.substr(0, meeting.at), only_one);
        }
        if (paper > 0) candidate.for_paper = paper + shared;
    }

    /// What the words before the phrase tell: a sentence whose subject is the meeting is about it; in a document of no
    /// other meeting "the meeting" is it.
    double naming(const std::string& folded_subject, bool only_one) const {
        const bool named = std::any_of(names_.begin(), names_.end(), [&](const std::string& name) {
            return name.size() > 2 && folded_subject.find(name) != std::string::npos;
        });
        return named ? 2 : only_one ? 1 : -2;
    }

    void take_best(std::vector<Quotation>& quotations, double Candidate::*score, std::size_t most) {
        std::vector<std::size_t> order(candidates_.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return candidates_[a].*score > candidates_[b].*score; });
        std::set<std::pair<const Document*, std::size_t>> blocks;
        std::vector<std::size_t> chosen;
        for (const std::size_t i : order) {
            const Candidate& candidate = candidates_[i];
            if (chosen.size() == most || candidate.*score < least_score) break;
            const bool one_a_document = score == &Candidate::for_paper;
            if (blocks.emplace(candidate.document, one_a_document ? 0 : candidate.sentence.block).second)
                chosen.push_back(i);
        }
        std::sort(chosen.begin(), chosen.end());  // in the order of the text
        for (const std::size_t i : chosen) quotations.push_back(quote_with_neighbours(i, score));
    }

    bool follows_on(std::size_t before, std::size_t after, double Candidate::*score) const {
        const Candidate &a = candidates_[before], &b = candidates_[after];
        return a.document == b.document && a.sentence.block == b.sentence.block && a.*score >= least_score &&
               b.*score >= least_score;
    }

    /// The sentence with those beside it in its block that say a purpose too.
    Quotation quote_with_neighbours(std::size_t place, double Candidate::*score) const {
        std::size_t first = place, last = place;
        while (first > 0 && follows_on(first - 1, first, score)) --first;
        while (last + 1 < candidates_.size() && follows_on(last, last + 1, score)) ++last;
        const Candidate& candidate = candidates_[place];
        const Range range{candidates_[first].sentence.range.begin, candidates_[last].sentence.range.end};
        const Document& document = *candidate.document;
        const Source source = source_in_block(document, make_outline(document), candidate.sentence.block, range);
        return quote(library_, source, std::string(document.slice(range)));
    }

    const Library& library_;
    const Scope& scope_;
    std::vector<std::string> names_;
    std::vector<Candidate> candidates_;
};

}  // namespace

Purpose find_purpose(const Library& library, const Scope& scope) { return PurposeFinder(library, scope).find(); }

}  // namespace rapporteur
