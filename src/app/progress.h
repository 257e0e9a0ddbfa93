#pragma once

#include <cstddef>
#include <ostream>
#include <string_view>

namespace rapporteur {

/// A progress bar on the last line of a terminal; does nothing where there is no terminal.
class Progress {
public:
    Progress(std::ostream& terminal, bool enabled) : terminal_(terminal), enabled_(enabled) {}

    /// Shows that `done` of `total` things are done. `what` are words such as "reading".
    void show(std::string_view what, std::size_t done, std::size_t total);
    /// Takes the bar away, so that a line can be printed.
    void clear();

private:
    std::ostream& terminal_;
    bool enabled_;
    bool shown_ = false;
};

}  // namespace rapporteur
