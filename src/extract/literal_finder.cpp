#include "extract/literal_finder.h"

namespace rapporteur {

LiteralFinder::LiteralFinder(const std::vector<std::string>& literals) : literals_(literals.size()) {
    number_bytes(literals);
    nodes_.emplace_back();
    steps_.resize(classes_);
    for (std::size_t place = 0; place < literals_; ++place) insert(literals[place], static_cast<int>(place));
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
        int next = node_of(step(node, class_of(c)));
        if (next == 0) {
            next = static_cast<int>(nodes_.size());
            nodes_.emplace_back();
            step(node, class_of(c)).row = static_cast<std::uint32_t>(steps_.size()) & 0x7FFFFFFF;
            steps_.resize(steps_.size() + classes_);
        }
        node = next;
    }
    nodes_[static_cast<std::size_t>(node)].literal = place;
}

/// Breadth first: a node's fallback is nearer to the root and ready before it.
void LiteralFinder::link() {
    std::vector<int> queue{0};
    for (std::size_t at = 0; at < queue.size(); ++at) {
        const int node = queue[at];
        const int fallback = nodes_[static_cast<std::size_t>(node)].fallback;
        for (std::size_t c = 0; c < classes_; ++c) {
            Step& next = step(node, c);
            const Step other = node == 0 ? Step{0, 0} : step(fallback, c);
            if (next.row == 0) {
                next = other;
                continue;
            }
            Node& there = nodes_[static_cast<std::size_t>(node_of(next))];
            const Node& behind = nodes_[static_cast<std::size_t>(node_of(other))];
            there.fallback = node_of(other);
            there.ending = behind.literal >= 0 ? there.fallback : behind.ending;
            next.ends = there.literal >= 0 || there.ending != 0;
            queue.push_back(node_of(next));
        }
    }
}

LiteralHits LiteralFinder::find(std::string_view text) const {
    LiteralHits hits{{}, std::vector<bool>(literals_)};
    if (literals_ == 0) return hits;
    Step at{0, 0};
    for (const char c : text) {
        at = steps_[at.row + class_of(c)];
        if (!at.ends) continue;
        const int node = node_of(at);
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
