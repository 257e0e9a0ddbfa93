#pragma once

#include <cstddef>
#include <string>

#include "readers/html/html_tree.h"

namespace rapporteur {

/// How the items of one list are marked.
enum class Marker { bullet, none, decimal, letter_lower, letter_upper, roman_lower, roman_upper };

/// A list that is open while its items are read: it counts as browsers do (HTML Living Standard, 4.4.5 to 4.4.8).
class HtmlList {
public:
    HtmlList(const HtmlTree& tree, std::size_t list);
    /// The number of the next item ("3", "c", "iv"), empty where items have none.
    std::string next_number(const HtmlTree& tree, std::size_t item);
    /// True where the items are set apart by bullets or numbers.
    bool is_marked() const { return marker_ != Marker::none; }

private:
    Marker marker_ = Marker::bullet;
    long next_ = 1;
    long step_ = 1;
};

}  // namespace rapporteur
