#pragma once

#include <string_view>
#include <vector>

#include "readers/marks.h"

namespace rapporteur {

/// Tells whether a text file is hard-wrapped, and which of its lines run on into the next. In a file that is not, a
/// line is a paragraph.
class Wrapping {
public:
    Wrapping(const std::vector<Line>& lines, std::string_view language);
    bool is_wrapped() const { return wrapped_; }
    /// True where line `at` was broken only because the next word found no room.
    bool runs_on(std::size_t at) const { return at < runs_on_.size() && runs_on_[at]; }

private:
    bool wrapped_ = false;
    std::vector<bool> runs_on_;
};

}  // namespace rapporteur
