#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/docx/docx_properties.h"
#include "readers/draft.h"

namespace rapporteur {

/// How a piece of text is set, after styles and the run's own properties.
struct DocxLook {
    bool bold = false;
    bool italic = false;
    bool hidden = false;
    bool struck = false;
    DocxFont font = DocxFont::unset;
    DocxVertical vertical = DocxVertical::unset;
    int half_points = 0;

    bool operator==(const DocxLook&) const = default;
};

/// A line of a paragraph as its author broke it; most paragraphs are one.
struct DocxLine {
    Draft draft;
    std::vector<Range> raised;      // superior letters and signs, which may be marks of notes
    std::vector<std::size_t> tabs;  // bytes of the text where white space held a tab
};

/// Gathers the text of one paragraph: one space between words, NFC, runs of one look.
class DocxText {
public:
    void add(std::string_view text, const DocxLook& look, const std::string& link);
    void add_tab();
    /// Ends a line.
    void break_line();
    /// Text that is added from now on stands on that page.
    void set_page(int page) { page_ = page; }

    bool empty() const { return lines_.empty() && line_.draft.text.empty(); }
    /// The lines gathered, without those that are empty; the text begins anew.
    std::vector<DocxLine> take();
    /// What was gathered but is not read: its reason and its text.
    std::vector<LeftOut> take_left_out();

private:
    void add_plain(std::string_view text);
    void add_space();
    void start_run(const DocxLook& look, const std::string& link);
    void end_run();
    void note_page();
    void note_size(int half_points, std::size_t bytes);
    void keep_aside(std::string_view reason, std::string_view text);

    DocxLine line_;
    std::vector<DocxLine> lines_;
    std::vector<LeftOut> left_out_;
    std::vector<std::pair<int, std::size_t>> sizes_;  // half points, and the bytes set in them
    Run run_;                                         // the run at hand
    DocxLook look_;
    int page_ = 0;
    int line_page_ = 0;  // on which the text gathered so far ends
};

/// Puts the lines of one paragraph together again, a space between.
DocxLine joined_lines(std::vector<DocxLine> lines);

}  // namespace rapporteur
