#include "assemble/stem_vectors.h"

#include <cmath>

#include "assemble/word_match.h"

namespace rapporteur {
namespace {

void scale_to_one(StemVector& vector) {
    double squares = 0;
    for (const auto& [stem, weight] : vector) squares += weight * weight;
    if (squares == 0) return;
    for (auto& [stem, weight] : vector) weight /= std::sqrt(squares);
}

}  // namespace

double cosine(const StemVector& a, const StemVector& b) {
    double sum = 0;
    for (auto left = a.begin(), right = b.begin(); left != a.end() && right != b.end();) {
        if (left->first < right->first) {
            ++left;
        } else if (right->first < left->first) {
            ++right;
        } else {
            sum += left++->second * right++->second;
        }
    }
    return sum;
}

StemVectors::StemVectors(const std::vector<std::string_view>& texts) {
    std::map<std::string, int> numbers;
    std::vector<double> holders;  // texts that hold the stem
    for (const std::string_view text : texts) {
        std::map<int, double> counts;
        for (const std::string& stem : word_stems(text))
            ++counts[numbers.try_emplace(stem, static_cast<int>(numbers.size())).first->second];
        holders.resize(numbers.size());
        for (const auto& [stem, count] : counts) ++holders[static_cast<std::size_t>(stem)];
        vectors_.emplace_back(counts.begin(), counts.end());
    }
    centre_.resize(numbers.size());
    for (StemVector& vector : vectors_) {
        for (auto& [stem, weight] : vector)
            weight *= std::log(1 + static_cast<double>(texts.size()) / holders[static_cast<std::size_t>(stem)]);
        scale_to_one(vector);
        for (const auto& [stem, weight] : vector) centre_[static_cast<std::size_t>(stem)] += weight;
    }
    double squares = 0;
    for (const double weight : centre_) squares += weight * weight;
    for (double& weight : centre_) weight /= squares > 0 ? std::sqrt(squares) : 1;
}

double StemVectors::centrality(std::size_t text) const {
    double sum = 0;
    for (const auto& [stem, weight] : vectors_[text]) sum += weight * centre_[static_cast<std::size_t>(stem)];
    return sum;
}

}  // namespace rapporteur
