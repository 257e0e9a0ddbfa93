#include "readers/text/text_reader.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "readers/damage.h"
#include "readers/furniture.h"
#include "readers/label.h"
#include "readers/labelling.h"
#include "readers/list_depth.h"
#include "readers/markdown/pipe_table.h"
#include "readers/marks.h"
#include "readers/prose.h"
#include "readers/text/layout_rows.h"
#include "readers/text/page_columns.h"
#include "readers/text/text_columns.h"
#include "readers/text/text_lines.h"
#include "readers/vocabulary.h"
#include "readers/wrapping.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int least_full_line = 40;  // characters of a bold line that may run on into the next

/// A line of nothing but "---", "===", "***" or "___": a rule.
bool is_rule(std::string_view text) {
    if (text.size() < 3) return false;
    const char first = text[0];
    if (first != '-' && first != '=' && first != '*' && first != '_') return false;
    return text.find_first_not_of(std::string{first, ' '}) == std::string_view::npos;
}

/// "[English] [French] - Next title": where the next item of a list begins whose bullet stands at the end of the line
/// above it; 0 where none does.
std::size_t next_item_after_links(std::string_view text) {
    std::size_t at = 0;
    while (at < text.size() && text[at] == '[') {
        const std::size_t close = text.find(']', at);
        if (close == std::string_view::npos || close - at > 40) return 0;
        at = close + 1;
        while (at < text.size() && text[at] == ' ') ++at;
    }
    return at > 0 && text.substr(at).starts_with("- ") ? at : 0;
}

/// Makes drafts of lines: what each line is and which lines belong together.
class TextDrafter {
public:
    TextDrafter(std::vector<Line> lines, const NoteMarks& notes, std::string_view language)
        : lines_(std::move(lines)), notes_(notes), language_(language), wrapping_(lines_, language) {
        if (!wrapping_.is_wrapped()) return;
        for (const Line& line : lines_) vocabulary_.add(line.text);
    }

    Drafts draft() {
        while (at_ < lines_.size()) step();
        return std::move(drafts_);
    }
    bool is_wrapped() const { return wrapping_.is_wrapped(); }

private:
    void step() {
        const Line& line = lines_[at_];
        if (is_rule(line.text)) return rule(line);
        if (is_rubbish(line.text)) return damaged(line);
        if (atx_heading(line)) return;
        if (note(line)) return;
        auto table = read_table(lines_, at_, language_);
        if (!table && !on_face()) table = read_columns(lines_, at_, language_);
        if (table) {
            end_list();
            place(std::move(table->draft), line);
            at_ = table->end;
            return;
        }
        if (labelled(line)) return;
        plain(line);
    }

    /// On the face of a document, names and symbols stand left and right: no table.
    bool on_face() const {
        constexpr std::size_t face_drafts = 12;
        return drafts_.size() < face_drafts && std::none_of(drafts_.begin(), drafts_.end(), [](const Draft& draft) {
                   return draft.marked || is_long(draft.text) || ends_sentence(draft.text);
               });
    }

    /// A rule right under a single short line makes it a heading, else it only sets apart.
    void rule(const Line& line) {
        Draft* above = drafts_.empty() ? nullptr : &drafts_.back();
        const bool underlines = above && !line.after_space && (line.text[0] == '=' || line.text[0] == '-') &&
                                above->block.kind == BlockKind::paragraph && above->printed_lines <= 2 &&
                                above->after_space;
        if (underlines) {
            above->block.kind = BlockKind::heading;
            above->block.level = line.text[0] == '=' ? 1 : 2;
            above->marked = true;
        }
        end_list();
        apart_ = true;
        ++at_;
    }

    void damaged(const Line& line) {
        Draft draft = draft_of(line);
        draft.block.kind = BlockKind::damaged;
        place(std::move(draft), line);
        ++at_;
    }

    bool atx_heading(const Line& line) {
        std::size_t level = 0;
        while (level < line.text.size() && line.text[level] == '#') ++level;
        if (level == 0 || level > 6 || level >= line.text.size() || line.text[level] != ' ') return false;
        Draft draft = draft_of(line);
        drop_front(draft, level);
        while (!draft.text.empty() && (draft.text.back() == '#' || draft.text.back() == ' ')) draft.text.pop_back();
        draft.block.kind = BlockKind::heading;
        draft.block.level = static_cast<int>(level);
        draft.marked = true;
        end_list();
        take_heading_number(draft);
        place(std::move(draft), line);
        ++at_;
        return true;
    }

    bool note(const Line& line) {
        std::size_t length = 0;
        std::string mark = note_mark_at(line.text, length);
        if (mark.empty() && (line.text.starts_with("* ") || line.text == "*") && notes_.contains("*")) {
            mark = "*";
            length = std::min<std::size_t>(2, line.text.size());
        }
        if (mark.empty()) return false;
        Draft draft = draft_of(line);
        draft.block.kind = BlockKind::note;
        draft.block.number = mark;
        draft.block.label = mark;
        drop_front(draft, length);
        ++at_;
        take_wrapped(draft);
        place(std::move(draft), line);
        return true;
    }

    bool labelled(const Line& line) {
        const auto label = label_at(line.text);
        if (!label) return false;
        if (label->style == LabelStyle::bullet && label->length >= line.text.size()) {
            lone_bullets_ = true;
            start_item(line, *label);
            ++at_;
            return true;
        }
        if (!label->bulleted && !line.after_space && wrapping_.runs_on(at_ - 1) && !drafts_.empty() &&
            wraps_mid_sentence(line)) {
            return false;
        }
        lone_bullets_ = false;
        start_item(line, *label);
        ++at_;
        take_wrapped(drafts_.back());
        return true;
    }

    /// A number at the start of a wrapped line is no label where the sentence above it has not ended.
    bool wraps_mid_sentence(const Line& line) const {
        const std::string& above = lines_[at_ - 1].text;
        return !ends_clause(above) && (ends_with_function_word(above, language_) || starts_low(line.text));
    }

    void start_item(const Line& line, const Label& label) {
        Draft draft = draft_of(line);
        set_label(draft, label);
        drop_front(draft, label.length);
        if (makes_item(label)) {
            draft.block.kind = BlockKind::list_item;
            draft.block.level = depth_.place(label, line.indent);
        } else {
            depth_.start_under(label);
        }
        place(std::move(draft), line);
    }

    void plain(const Line& line) {
        if (fill_empty_item(line) || continue_item(line)) return;
        end_list();
        Draft draft = draft_of(line);
        if (draft.text.starts_with("| ")) drop_front(draft, 2);
        while (draft.text.ends_with(" |")) draft.text.resize(draft.text.size() - 2);
        ++at_;
        if (draft.text.empty() || draft.text == "|") return;
        take_bold(draft);
        take_wrapped(draft);
        place(std::move(draft), line);
        if (wrapping_.is_wrapped()) return;
        depth_.reset();
    }

    /// The text of an item whose label stood on a line of its own.
    bool fill_empty_item(const Line& line) {
        if (drafts_.empty() || !drafts_.back().text.empty() || drafts_.back().block.label.empty()) return false;
        Draft draft = draft_of(line);
        append(drafts_.back(), draft, "");
        drafts_.back().block.line = line.number;
        drafts_.back().printed_lines = 1;
        ++at_;
        take_wrapped(drafts_.back());
        close_with_bullet(line);
        return true;
    }

    /// A further printed line of a list item.
    bool continue_item(const Line& line) {
        if (drafts_.empty() || drafts_.back().block.kind != BlockKind::list_item || line.after_space) return false;
        const bool deeper = line.indent > 1 && line.indent > item_indent_;
        if (!deeper && !(lone_bullets_ && !heads_what_follows())) return false;
        if (const std::size_t next = lone_bullets_ ? next_item_after_links(line.text) : 0) {
            split_item(line, next);
            return true;
        }
        Draft draft = draft_of(line);
        draft.block.kind = BlockKind::list_item;
        draft.block.level = drafts_.back().block.level;
        ++at_;
        take_wrapped(draft);
        const int indent = item_indent_;
        place(std::move(draft), line);
        item_indent_ = indent;
        close_with_bullet(line);
        return true;
    }

    /// "… [Spanish] - Next title": the line ends one item and begins the next.
    void split_item(const Line& line, std::size_t at) {
        Draft before = draft_of(line);
        Draft after = split_off(before, at);
        drop_front(after, 2);
        for (Draft* draft : {&before, &after}) {
            draft->block.kind = BlockKind::list_item;
            draft->block.level = drafts_.back().block.level;
        }
        after.block.label = "-";
        place(std::move(before), line);
        place(std::move(after), line);
        ++at_;
    }

    /// In a list whose bullets stand on lines of their own, the bullet of the next item may end up at the end of a
    /// line.
    void close_with_bullet(const Line& line) {
        Draft& last = drafts_.back();
        if (!lone_bullets_ || !last.text.ends_with(" -")) return;
        last.text.resize(last.text.size() - 2);
        last.block.range = {0, last.text.size()};
        for (Run& run : last.block.runs) run.range.end = std::min(run.range.end, last.text.size());
        Label bullet;
        bullet.bulleted = true;
        bullet.text = "-";
        Line start = line;
        start.text.clear();
        start.runs.clear();
        start_item(start, bullet);
    }

    /// The line is the heading of the list or table that begins right under it.
    bool heads_what_follows() const {
        const std::size_t next = at_ + 1;
        if (next >= lines_.size() || lines_[at_].text.ends_with(" -")) return false;
        if (count_words(lines_[at_].text) > 12 || ends_sentence(lines_[at_].text)) return false;
        const auto label = label_at(lines_[next].text);
        const bool lone_bullet =
            label && label->style == LabelStyle::bullet && label->length >= lines_[next].text.size();
        return lone_bullet || starts_open_row(lines_, next) || is_long(lines_[next].text);
    }

    static bool is_long(std::string_view text) { return text.size() > 240 && ends_sentence(text); }

    /// Joins the lines that the paragraph at hand wraps over.
    void take_wrapped(Draft& draft) {
        while (at_ < lines_.size() && wrapping_.runs_on(at_ - 1) && !begins_anew(lines_[at_])) {
            append_wrapped(draft, draft_of(lines_[at_]));
            ++at_;
        }
    }

    /// Joins two lines of one paragraph; a word that the break cut is made whole.
    void append_wrapped(Draft& draft, const Draft& next) const {
        const std::string& text = draft.text;
        const bool cut = text.size() > 2 && text.ends_with('-') && is_alpha(decode_before(text, text.size() - 1).value);
        if (!cut) return append(draft, next, " ");
        if (!vocabulary_.keeps_hyphen(last_word(text), first_word(next.text))) draft.text.pop_back();
        append(draft, next, "");
    }

    bool begins_anew(const Line& line) const {
        if (is_rule(line.text) || line.text.starts_with("# ") || line.text.starts_with("##") || is_rubbish(line.text))
            return true;
        std::size_t length = 0;
        if (!note_mark_at(line.text, length).empty()) return true;
        return label_at(line.text).has_value() && !wraps_mid_sentence(line);
    }

    /// Joins lines that one bold run spans, as long titles do.
    void take_bold(Draft& draft) {
        while (at_ < lines_.size() && lines_[at_ - 1].bold_goes_on && !lines_[at_].after_space &&
               bold_runs_on(lines_[at_ - 1], lines_[at_])) {
            append(draft, draft_of(lines_[at_]), " ");
            ++at_;
        }
    }

    bool bold_runs_on(const Line& above, const Line& below) const {
        if (is_date_line(below.text)) return false;
        if (starts_low(below.text) || ends_open(above.text, language_)) return true;
        return (is_all_capitals(above.text) && is_all_capitals(below.text)) || above.columns >= least_full_line;
    }

    static Draft draft_of(const Line& line) {
        Draft draft;
        draft.text = line.text;
        draft.block.runs = line.runs;
        draft.seams = line.glue;
        draft.block.line = line.number;
        draft.block.page = line.page;
        draft.after_break = line.after_break;
        draft.after_space = line.after_space;
        return draft;
    }

    void place(Draft draft, const Line& line) {
        draft.block.range = {0, draft.text.size()};
        draft.after_space = draft.after_space || apart_;
        draft.after_rule = apart_ && !drafts_.empty();
        apart_ = false;
        if (draft.block.kind == BlockKind::list_item) item_indent_ = line.indent;
        drafts_.push_back(std::move(draft));
    }

    void end_list() {
        lone_bullets_ = false;
        item_indent_ = 0;
    }

    std::vector<Line> lines_;
    const NoteMarks& notes_;
    std::string_view language_;
    Wrapping wrapping_;
    Vocabulary vocabulary_;  // of hard-wrapped text only, for words that line breaks cut
    ListDepth depth_;
    Drafts drafts_;
    std::size_t at_ = 0;
    bool apart_ = true;          // a rule or the start of the file stands before the next draft
    bool lone_bullets_ = false;  // in a list whose bullets stand on lines of their own
    int item_indent_ = 0;
};

}  // namespace

Reading read_text(std::string_view text, std::string_view language) {
    Reading reading;
    const std::vector<RawLine> all = split_lines(text, reading.pages);
    const std::vector<RawLine> body = in_reading_order(without_furniture(all, reading.left_out));
    const NoteMarks notes = note_marks_of(body);
    std::vector<Line> lines = read_lines(body, notes);
    take_bars_off(lines);
    TextDrafter drafter(std::move(lines), notes, language);
    reading.drafts = drafter.draft();
    reading.lines_are_paragraphs = !drafter.is_wrapped();
    return reading;
}

}  // namespace rapporteur
