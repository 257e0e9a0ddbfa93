#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/draft.h"
#include "readers/html/html_list.h"
#include "readers/html/html_main_content.h"
#include "readers/html/html_note.h"
#include "readers/html/html_table.h"
#include "readers/html/html_text.h"
#include "readers/html/html_tree.h"
#include "readers/html/preformatted_links.h"
#include "readers/list_depth.h"
#include "readers/markdown/pipe_table.h"

namespace rapporteur {

/// What drafting a page needs to know beyond its tree.
struct HtmlPage {
    const HtmlTree& tree;
    const HtmlNotes& notes;
    const HtmlLeftOut& left_out;
    std::string base;       // address against which links count, empty where unknown
    std::string language;   // BCP 47, empty where unknown
    bool original = false;  // as it was before tracked changes
};

/// Turns the nodes of a page into drafts, in one pass.
class HtmlDrafter {
public:
    explicit HtmlDrafter(const HtmlPage& page) : page_(page), tree_(page.tree) {}
    void draft();

    Drafts drafts;
    std::vector<LeftOut> left_out;

private:
    /// An item that is open: its label waits for the first text.
    struct OpenItem {
        std::string label;
        std::string number;
        bool labelled = false;
    };
    struct OpenLink {
        std::size_t begin = 0;  // of its words in preformatted text
        std::string target;
    };
    struct Note {
        std::string mark;
        std::size_t end = 0;
        bool begun = false;
    };

    void step(std::size_t node);
    void enter(std::size_t node);
    void enter_block(std::size_t node);
    void leave(std::size_t node);
    void leave_block(std::size_t node);
    void enter_inline(std::size_t node);
    void leave_inline(std::size_t node);
    void enter_item(std::size_t node);
    void enter_table(std::size_t node);
    void enter_row(std::size_t node);
    void leave_cell(std::size_t node);
    std::vector<Line> cell_lines();
    void place_caption(const std::vector<Line>& lines);
    void leave_table();
    void enter_terms(std::size_t node);
    void leave_term(std::size_t node);
    void leave_preformatted();
    void begin_note(std::size_t node);
    void add_text(std::size_t node);
    void add_code(std::string_view characters, int line);

    bool skip_mark(std::size_t node);
    bool is_struck(std::size_t node) const;
    void skip(std::size_t node, std::string_view reason);

    bool in_cell() const { return table_.has_value(); }
    void break_block();
    void flush();
    void emit(HtmlLine line, bool first);
    bool runs_on(const HtmlLine& line) const;
    void make_heading(Draft& draft);
    void make_item(Draft& draft);
    void make_note(Draft& draft);
    bool make_word_item(Draft& draft);
    bool join_note(Draft& draft);
    void place(Draft draft);

    const HtmlPage& page_;
    const HtmlTree& tree_;
    HtmlText text_;
    std::vector<std::size_t> open_;
    std::vector<HtmlList> lists_;
    std::vector<OpenItem> items_;
    ListDepth depth_;
    std::optional<Note> note_;
    std::optional<TableText> table_;
    HtmlTable shape_;
    std::size_t table_node_ = 0;
    bool in_caption_row_ = false;
    int cells_of_term_ = 0;
    int table_line_ = 0;
    int heading_ = 0;      // level of the heading at hand, 0 outside
    bool titled_ = false;  // the box at hand is named as a title
    int bold_ = 0;
    int italic_ = 0;
    std::string word_label_;  // what Word printed before the paragraph at hand
    int word_level_ = 1;
    std::size_t preformatted_ = 0;  // the node, 0 outside
    bool is_code_ = false;
    std::string raw_;                 // of preformatted text
    std::vector<LinkedWords> links_;  // in it
    OpenLink link_;                   // the last that was opened
    bool apart_ = false;
};

}  // namespace rapporteur
