#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// The stems of one text, weighed by how rare they are among the texts, the whole of length 1; in rising order of
/// stems.
using StemVector = std::vector<std::pair<int, double>>;

/// The cosine of two texts: 0 for nothing in common, 1 for the same.
double cosine(const StemVector& a, const StemVector& b);

/// Texts as vectors of their stems (tf–idf), and the centre of them all.
class StemVectors {
public:
    explicit StemVectors(const std::vector<std::string_view>& texts);

    const StemVector& of(std::size_t text) const { return vectors_[text]; }
    /// How near a text is to the centre of all: 0 to 1.
    double centrality(std::size_t text) const;

private:
    std::vector<StemVector> vectors_;
    std::vector<double> centre_;  // by stem, of length 1
};

}  // namespace rapporteur
