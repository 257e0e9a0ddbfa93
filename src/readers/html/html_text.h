#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "readers/draft.h"

namespace rapporteur {

/// A line of a block of a page: what stands between its line breaks.
struct HtmlLine {
    Draft draft;
    bool after_gap = false;  // more than one line break stands before it
};

/// Gathers the characters of one block of a page, their emphasis and links, as a browser sets them: white space as one
/// space, a line for each line break.
class HtmlText {
public:
    void add(std::string_view characters, int line);
    void break_line();
    void set_bold(bool bold);
    void set_italic(bool italic);
    void set_link(std::string link);
    bool has_text() const { return !lines_.empty() || !draft_.text.empty(); }
    /// The characters of the line at hand so far.
    const std::string& line() const { return draft_.text; }
    /// The lines that have gathered, empty ones left out.
    std::vector<HtmlLine> take();

private:
    void close_run();
    void close_line();
    void add_seam();

    std::vector<HtmlLine> lines_;
    Draft draft_;
    std::size_t run_begin_ = 0;
    int breaks_ = 0;
    bool bold_ = false;
    bool italic_ = false;
    std::string link_;
};

}  // namespace rapporteur
