#include "store/statement_merge.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <limits>
#include <map>

#include "store/clusters.h"
#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Least share of three-word sequences that near-verbatim repeats have in common.
constexpr double near_verbatim = 0.7;
/// Shorter statements are the same only where every word is.
constexpr std::size_t least_words_for_near = 8;
/// MinHash (Broder 1997): 12 bands of 2 rows find pairs that share 0.7 of their sequences with a probability of 0.9997.
constexpr std::size_t bands = 12, rows = 2;
/// Statements compared with one statement in a band, at most.
constexpr std::size_t most_candidates = 16;

constexpr std::array<std::string_view, 6> negations{"not", "no", "never", "without", "nor", "neither"};

using Sequences = std::vector<std::uint64_t>;  // hashes, in order, each once

std::uint64_t mix(std::uint64_t value) {
    // Finalizer of MurmurHash3: spreads every bit over the whole word.
    value = (value ^ (value >> 33)) * 0xff51afd7ed558ccdULL;
    value = (value ^ (value >> 33)) * 0xc4ceb9fe1a85ec53ULL;
    return value ^ (value >> 33);
}

std::uint64_t hash_of(std::string_view word) {
    std::uint64_t hash = 0xcbf29ce484222325ULL;  // FNV-1a
    for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 0x100000001b3ULL;
    return mix(hash);
}

Sequences sequences_of(const std::vector<std::string>& all) {
    Sequences out;
    for (std::size_t i = 0; i + 2 < all.size(); ++i)
        out.push_back(mix(hash_of(all[i]) + mix(hash_of(all[i + 1]) + mix(hash_of(all[i + 2])))));
    std::sort(out.begin(), out.end());
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

double shared(const Sequences& a, const Sequences& b) {
    Sequences both;
    std::set_intersection(a.begin(), a.end(), b.begin(), b.end(), std::back_inserter(both));
    const std::size_t all = a.size() + b.size() - both.size();
    return all == 0 ? 0 : static_cast<double>(both.size()) / static_cast<double>(all);
}

/// What must be equal in two wordings of one statement: its numbers and negations, in their order.
std::string telling_words(const std::vector<std::string>& all) {
    std::string out;
    for (const std::string& word : all) {
        const bool negation = std::find(negations.begin(), negations.end(), word) != negations.end();
        const bool number = std::any_of(word.begin(), word.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (negation || number) out += word + " ";
    }
    return out;
}

struct Statement {
    std::string words, telling, by;
    std::size_t count = 0;  // of words
    Sequences sequences;
};

Statement statement_of(const std::string& text, const std::string& lead_in, const std::string& by) {
    std::vector<std::string> all = comparable_words(lead_in);
    for (std::string& word : comparable_words(text)) all.push_back(std::move(word));
    return {join(all, " "), telling_words(all), join(comparable_words(by), " "), all.size(), sequences_of(all)};
}

Statement statement_of(const Recommendation& r) { return statement_of(r.text, r.lead_in, r.proposer); }
Statement statement_of(const Outcome& r) { return statement_of(r.text, r.lead_in, r.body); }
Statement statement_of(const Intervention& r) { return statement_of(r.text, "", r.speaker); }

/// The smallest hash of a set under the function number `which`.
std::uint64_t least_hash(const Sequences& sequences, std::size_t which) {
    std::uint64_t least = std::numeric_limits<std::uint64_t>::max();
    for (const std::uint64_t sequence : sequences)
        least = std::min(least, mix(sequence + which * 0x9e3779b97f4a7c15ULL));
    return least;
}

template <class Record>
class StatementMerge {
public:
    StatementMerge(const char* kind, std::vector<Record>& records, std::vector<MergeReason>& reasons)
        : clusters_(kind, records, reasons) {
        for (const Record& record : records) statements_.push_back(statement_of(record));
    }

    void run() {
        for (std::size_t at = 0; at < statements_.size(); ++at) {
            const Statement& statement = statements_[at];
            join_seen(by_words_[statement.words], at, "word for word");
            if (statement.count < least_words_for_near) continue;
            for (std::size_t band = 0; band < bands; ++band)
                join_seen(by_band_[band_key(band, at)], at, "nearly word for word");
        }
        clusters_.settle();
    }

private:
    using Key = std::array<std::uint64_t, rows + 1>;

    Key band_key(std::size_t band, std::size_t at) const {
        Key key{band};
        for (std::size_t row = 0; row < rows; ++row)
            key[row + 1] = least_hash(statements_[at].sequences, band * rows + row);
        return key;
    }

    void join_seen(std::vector<std::size_t>& seen, std::size_t at, const char* why) {
        bool known = false;
        for (const std::size_t other : seen) {
            if (!same(statements_[other], statements_[at])) continue;
            clusters_.join(other, at, why);
            known = known || statements_[other].by == statements_[at].by;
        }
        if (!known && seen.size() < most_candidates) seen.push_back(at);
    }

    static bool same(const Statement& a, const Statement& b) {
        if (!a.by.empty() && !b.by.empty() && a.by != b.by) return false;
        return a.words == b.words || (a.telling == b.telling && shared(a.sequences, b.sequences) >= near_verbatim);
    }

    std::vector<Statement> statements_;
    std::map<std::string, std::vector<std::size_t>> by_words_;
    std::map<Key, std::vector<std::size_t>> by_band_;
    RecordClusters<Record> clusters_;
};

}  // namespace

void merge_statements(Records& records, std::vector<MergeReason>& reasons) {
    StatementMerge("recommendation", records.recommendations, reasons).run();
    StatementMerge("outcome", records.outcomes, reasons).run();
    StatementMerge("intervention", records.interventions, reasons).run();
}

}  // namespace rapporteur
