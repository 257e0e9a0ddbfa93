#pragma once

#include <cstddef>

namespace rapporteur {

/// A half-open range of bytes [begin, end) in a UTF-8 text.
struct Range {
    std::size_t begin = 0;
    std::size_t end = 0;

    bool empty() const { return end <= begin; }
    std::size_t size() const { return empty() ? 0 : end - begin; }
    bool contains(std::size_t at) const { return begin <= at && at < end; }
    bool covers(const Range& other) const { return begin <= other.begin && other.end <= end; }
    bool overlaps(const Range& other) const { return begin < other.end && other.begin < end; }
    bool operator==(const Range&) const = default;
    auto operator<=>(const Range&) const = default;
};

}  // namespace rapporteur
