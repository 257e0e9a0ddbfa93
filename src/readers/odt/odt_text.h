#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "readers/draft.h"
#include "readers/odt/odt_styles.h"

namespace rapporteur {

/// Gathers the text of one paragraph: one space between words, NFC, runs of one look, a draft for each line that its
/// author broke.
class OdtText {
public:
    void add(std::string_view text, const OdtLook& look, const std::string& link, int page);
    void add_tab();
    void break_line();
    bool empty() const { return lines_.empty() && line_.text.empty(); }
    /// The lines gathered, without those that are empty; the text begins anew.
    Drafts take();

private:
    void add_character(std::string_view character, int page);
    void add_space();
    void start_run(const OdtLook& look, const std::string& link);
    void end_run();
    void note_size(double points, std::size_t bytes);

    Drafts lines_;
    Draft line_;
    Run run_;
    int line_page_ = 0;  // on which the text gathered so far ends
    std::vector<std::pair<double, std::size_t>> sizes_;
};

/// Puts lines together again, a space between.
Draft joined(Drafts lines);

}  // namespace rapporteur
