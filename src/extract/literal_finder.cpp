#include "extract/literal_finder.h"

namespace rapporteur {

LiteralFinder::LiteralFinder(const std::vector<std::string>& literals) : literals_(static_cast<int>(literals.size())) {
    number_bytes(literals);
    nodes_.emplace_back();
    steps_.resize(static_cast<std::size_t>(classes_));
    for (int place = 0; place < literals_; ++place) insert(literals[static_cast<std::size_t>(place)], place);
    link();
}

void LiteralFinder::number_bytes(const std::vector<std::string>& literals) {
    for (const std::string& literal : literals) {
        for (const char c : literal) {
            std::uint8_t& number = byte_class_[static_cast<unsigned char>(c)];
            if (number == 0 && classes_ < 256) number = static_cast<std::uint8_t>(classes_++);
        }
    }
    for (unsigned char c = 'A'; c <= 'Z'; ++c) byte_class_[c] = byte_class_[static_cast<unsigned char>(c - 'A' + 'a')];
}

void LiteralFinder::insert(const std::string& literal, int place) {
    int node = 0;
    for (const char c : literal) {
        const int known = step(node, class_of(c));
        if (known == 0) {
            const int made = static_cast<int>(nodes_.size());
            nodes_.emplace_back();
            steps_.resize(steps_.size() + static_cast<std::size_t>(classes_));
            step(node, class_of(c)) = made;
            node = made;
        } else {
            node = known;
        }
    }
    nodes_[static_cast<std::size_t>(node)].literal = place;
}

/// Breadth first: a node's fallback is nearer to the root and ready before it.
void LiteralFinder::link() {
    std::vector<int> queue{0};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const int node = queue[at];
        const int fallback = nodes_[static_cast<std::size_t>(node)].fallback;
        for (int c = 0; c < classes_; ++c) {
            int& next = step(node, c);
            const int other = node == 0 ? 0 : step(fallback, c);
            if (next == 0) {
                next = other;
                continue;
            }
            const Node& behind = nodes_[static_cast<std::size_t>(other)];
            nodes_[static_cast<std::size_t>(next)].fallback = other;
            nodes_[static_cast<std::size_t>(next)].ending = behind.literal >= 0 ? other : behind.ending;
            queue.push_back(next);
        }
    }
}

LiteralHits LiteralFinder::find(std::string_view text) const {
    LiteralHits hits{{}, std::vector<bool>(static_cast<std::size_t>(literals_))};
    if (literals_ == 0) return hits;
    int node = 0;
    for (const char c : text) {
        node = steps_[static_cast<std::size_t>(node * classes_ + class_of(c))];
        const Node& here = nodes_[static_cast<std::size_t>(node)];
        for (int end = here.literal >= 0 ? node : here.ending; end != 0;
             end = nodes_[static_cast<std::size_t>(end)].ending) {
            const int literal = nodes_[static_cast<std::size_t>(end)].literal;
            if (hits.stands[static_cast<std::size_t>(literal)]) continue;
            hits.stands[static_cast<std::size_t>(literal)] = true;
            hits.found.push_back(literal);
        }
    }
    return hits;
}

}  // namespace rapporteur
