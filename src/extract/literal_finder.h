#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// Which literals stand in a text, by their places in the list given to the finder.
struct LiteralHits {
    std::vector<int> found;    // each once, in the order in which they are met
    std::vector<bool> stands;  // one mark for each literal
};

/// Finds which of many literals stand in a text, in one pass whose cost does not depend on how many there are (the
/// automaton of Aho and Corasick, 1975). The letters A to Z of a text count as small ones.
class LiteralFinder {
public:
    LiteralFinder() = default;
    /// The literals hold no capital ASCII letter and differ.
    explicit LiteralFinder(const std::vector<std::string>& literals);

    LiteralHits find(std::string_view text) const;

private:
    struct Node {
        int literal = -1;  // the one that ends here
        int fallback = 0;  // node of the longest proper end that is also a beginning
        int ending = 0;    // next node on the way of fallbacks at which a literal ends; 0: none
    };

    /// A node as a step leads to it: the place of its row in `steps_`, and whether a literal ends there, so that most
    /// bytes of a text touch the steps alone.
    struct Step {
        std::uint32_t row : 31;
        std::uint32_t ends : 1;
    };

    Step& step(int node, std::size_t byte_class) {
        return steps_[static_cast<std::size_t>(node) * classes_ + byte_class];
    }
    int node_of(Step step) const { return static_cast<int>(step.row / classes_); }
    std::size_t class_of(char c) const { return byte_class_[static_cast<unsigned char>(c)]; }
    void number_bytes(const std::vector<std::string>& literals);
    void insert(const std::string& literal, int place);
    void link();

    std::array<std::uint8_t, 256> byte_class_{};  // 0: stands in no literal
    std::size_t classes_ = 1;
    std::size_t literals_ = 0;
    std::vector<Node> nodes_;
    std::vector<Step> steps_;  // a row of classes_ for each node
};

}  // namespace rapporteur
