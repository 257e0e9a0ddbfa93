#include "readers/html/html_drafter.h"

#include <algorithm>
#include <charconv>
#include <utility>

#include "readers/html/html_link.h"
#include "readers/html/html_part_name.h"
#include "readers/label.h"
#include "readers/labelling.h"
#include "readers/prose.h"
#include "readers/text/text_reader.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_heading = 500;   // bytes: more is a paragraph that was dressed as a heading
constexpr std::size_t longest_left_out = 300;  // bytes of what is shown of a part that is left out
constexpr int most_title_words = 16;
constexpr std::string_view bullet = "•";

/// The level in Word's "mso-list:l0 level2 lfo1", 0 where none is named.
int word_list_level(std::string_view style) {
    const std::size_t list = style.find("mso-list:");
    const std::size_t at = list == std::string_view::npos ? list : style.find("level", list);
    if (at == std::string_view::npos) return 0;
    int level = 0;
    std::from_chars(style.data() + at + 5, style.data() + style.size(), level);
    return std::clamp(level, 0, 9);
}

bool is_ignored_by_word(std::string_view style) {
    return style.find("mso-list:") != std::string_view::npos && style.find("gnore") != std::string_view::npos;
}

/// A bullet of Word's symbol fonts as the sign that it prints.
std::string printed_label(std::string_view label) {
    label = trim(label);
    if (label == "·" || label == "o" || label == "§" || label == "Ø" || label == "ü" || label == "\uF0B7")
        return std::string(bullet);
    return std::string(label);
}

/// True where the whole line is a link to a paper: bold sets it off from the text and makes no heading of it.
bool leads_to_paper(const Draft& draft) {
    const std::vector<Run>& runs = draft.block.runs;
    return !runs.empty() && runs.front().range.begin == 0 && runs.back().range.end == draft.text.size() &&
           std::all_of(runs.begin(), runs.end(), [](const Run& run) { return is_paper_link(run.link); });
}

void clear_bold(Draft& draft) {
    for (Run& run : draft.block.runs) run.bold = false;
}

}  // namespace

void HtmlDrafter::draft() {
    std::size_t node = 0;
    while (node < tree_.size()) {
        while (!open_.empty() && tree_[open_.back()].end <= node) {
            leave(open_.back());
            open_.pop_back();
        }
        const auto out = page_.left_out.find(node);
        if (out != page_.left_out.end()) {
            skip(node, out->second);
            node = tree_[node].end;
        } else if (skip_mark(node)) {
            node = tree_[node].end;
        } else {
            step(node);
            ++node;
        }
    }
    for (; !open_.empty(); open_.pop_back()) leave(open_.back());
    flush();
}

void HtmlDrafter::step(std::size_t node) {
    if (tree_[node].tag == Tag::text) return add_text(node);
    open_.push_back(node);
    enter(node);
}

/// What a part that is left out held, for those who want to know.
void HtmlDrafter::skip(std::size_t node, std::string_view reason) {
    if (!is_inline(tree_[node].tag) && !reason.empty()) break_block();
    if (reason.empty()) return;
    std::string text = tree_.text_of(node);
    if (text.empty()) return;
    if (text.size() > longest_left_out) text = std::string(head(text, longest_left_out)) + " …";
    left_out.push_back({std::string(reason), std::move(text), 0});
}

bool HtmlDrafter::is_struck(std::size_t node) const {
    const Tag tag = tree_[node].tag;
    if (tag == Tag::inserted) return page_.original;
    return tag == Tag::deleted && !(page_.original && tree_[node].text == "del");
}

/// Marks of footnotes, Word's labels and what is struck out are no text.
bool HtmlDrafter::skip_mark(std::size_t node) {
    if (tree_[node].tag == Tag::text) return false;
    if (page_.notes.starts.contains(node)) begin_note(node);
    if (page_.notes.marks.contains(node)) return true;
    if (is_struck(node)) {
        skip(node, tree_[node].tag == Tag::inserted ? "inserted" : "struck out");
        return true;
    }
    if (tree_[node].tag == Tag::superscript && tree_[node].end - node <= 4) {
        const std::string raised = tree_.text_of(node);
        const bool figures =
            !raised.empty() && raised.size() <= 3 && raised.find_first_not_of("0123456789") == std::string::npos;
        return figures && is_note_mark(text_.line(), raised, page_.notes.known);
    }
    if (tree_[node].attributes > 0 && is_inline(tree_[node].tag) &&
        is_ignored_by_word(tree_.attribute(node, "style"))) {
        word_label_ = printed_label(tree_.text_of(node));
        return true;
    }
    return false;
}

void HtmlDrafter::begin_note(std::size_t node) {
    if (in_cell()) return;
    flush();
    std::size_t block = node;
    while (is_inline(tree_[block].tag) && block != 0) block = tree_[block].parent;
    note_ = Note{page_.notes.starts.at(node), tree_[block].end, false};
}

void HtmlDrafter::enter(std::size_t node) {
    if (is_inline(tree_[node].tag)) return enter_inline(node);
    if (tree_[node].tag == Tag::line_break) {
        if (preformatted_ > 0)
            raw_ += '\n';
        else if (heading_ > 0)
            text_.add(" ", 0);
        else
            text_.break_line();
        return;
    }
    break_block();
    enter_block(node);
}

void HtmlDrafter::enter_inline(std::size_t node) {
    switch (tree_[node].tag) {
        case Tag::bold:
            text_.set_bold(++bold_ > 0);
            break;
        case Tag::italic:
            text_.set_italic(++italic_ > 0);
            break;
        case Tag::a:
            link_ = {raw_.size(), resolve_link(page_.base, tree_.attribute(node, "href"))};
            text_.set_link(link_.target);
            break;
        case Tag::code:
            is_code_ = is_code_ || preformatted_ > 0;
            break;
        default:
            break;
    }
}

void HtmlDrafter::leave_inline(std::size_t node) {
    if (tree_[node].tag == Tag::bold) text_.set_bold(--bold_ > 0);
    if (tree_[node].tag == Tag::italic) text_.set_italic(--italic_ > 0);
    if (tree_[node].tag != Tag::a) return;
    text_.set_link({});
    if (preformatted_ == 0 || link_.begin >= raw_.size()) return;
    for (const std::string_view words : split(std::string_view(raw_).substr(link_.begin), '\n'))
        links_.push_back({std::string(words), link_.target});
}

void HtmlDrafter::enter_block(std::size_t node) {
    if (in_cell()) {
        if (tree_[node].tag == Tag::table_row) enter_row(node);
        return;
    }
    switch (tree_[node].tag) {
        case Tag::heading:
            heading_ = tree_[node].level;
            break;
        case Tag::list:
        case Tag::ordered_list:
            lists_.emplace_back(tree_, node);
            break;
        case Tag::list_item:
            enter_item(node);
            break;
        case Tag::table:
            enter_table(node);
            break;
        case Tag::term_list:
            enter_terms(node);
            break;
        case Tag::preformatted:
            preformatted_ = node;
            break;
        case Tag::rule:
            apart_ = true;
            break;
        default: {
            if (tree_[node].attributes == 0) break;
            word_level_ = std::max(1, word_list_level(tree_.attribute(node, "style")));
            const bool heads = tree_.attribute(node, "role") == "heading";
            if (heads) heading_ = std::clamp(span_of(tree_, node, "aria-level"), 1, 9);
            if (tree_.attribute(node, "class") == "MsoTitle") heading_ = 1;
            titled_ = is_named(tree_, node, "title") || is_named(tree_, node, "heading") ||
                      is_named(tree_, node, "header") || is_named(tree_, node, "headers");
        }
    }
}

void HtmlDrafter::leave(std::size_t node) {
    if (is_inline(tree_[node].tag)) return leave_inline(node);
    if (tree_[node].tag == Tag::line_break) return;
    leave_block(node);
    titled_ = false;
}

void HtmlDrafter::leave_block(std::size_t node) {
    const Tag tag = tree_[node].tag;
    if (in_cell()) {
        if (tag == Tag::caption) return place_caption(cell_lines());
        const bool own = tree_[tree_[node].parent].tag == Tag::table_row || tag == Tag::term || tag == Tag::term_text;
        if (node == table_node_) return leave_table();
        if (own && shape_.data) return leave_cell(node);
        if (own) return leave_term(node);
        return text_.break_line();
    }
    if (tag == Tag::preformatted) leave_preformatted();
    flush();
    word_label_.clear();
    heading_ = 0;
    if (tag == Tag::list || tag == Tag::ordered_list) lists_.pop_back();
    if (tag == Tag::list_item && !items_.empty()) items_.pop_back();
    if (note_ && tree_[node].end >= note_->end) note_.reset();
}

/// Items of what is no list (malformed pages) count as bulleted.
void HtmlDrafter::enter_item(std::size_t node) {
    OpenItem item;
    item.number = lists_.empty() ? std::string() : lists_.back().next_number(tree_, node);
    item.label = item.number.empty() ? std::string(bullet) : item.number + ".";
    items_.push_back(std::move(item));
}

/// Preformatted text is set as a text file is: columns of spaces, drawn lines, lists with hanging indents.
void HtmlDrafter::leave_preformatted() {
    const std::string raw = std::exchange(raw_, {});
    const std::vector<LinkedWords> links = std::exchange(links_, {});
    const int line = tree_[preformatted_].line;
    preformatted_ = 0;
    if (std::exchange(is_code_, false)) return add_code(raw, line);
    Reading reading = read_text(raw, page_.language);
    put_links(links, reading.drafts);
    for (Draft& draft : reading.drafts) {
        draft.block.line += line - 1;
        draft.block.page = 0;
        place(std::move(draft));
    }
}

void HtmlDrafter::add_code(std::string_view characters, int line) {
    for (const std::string_view part : split(characters, '\n')) {
        text_.add(part, line++);
        for (HtmlLine& code : text_.take()) {
            code.draft.verbatim = true;
            place(std::move(code.draft));
        }
    }
}

void HtmlDrafter::add_text(std::size_t node) {
    if (preformatted_ > 0) {
        raw_ += tree_[node].text;
        return;
    }
    text_.add(tree_[node].text, tree_[node].line);
}

/// A new block begins: in a cell a new line, elsewhere what has gathered is a block.
void HtmlDrafter::break_block() {
    if (preformatted_ > 0) {
        if (!raw_.empty() && raw_.back() != '\n') raw_ += '\n';
        return;
    }
    if (in_cell()) return text_.break_line();
    flush();
}

void HtmlDrafter::flush() {
    if (in_cell() || preformatted_ > 0) return;
    bool first = true;
    for (HtmlLine& line : text_.take()) {
        const bool goes_on = !first && runs_on(line);
        if (goes_on)
            append(drafts.back(), line.draft, " ");
        else
            emit(std::move(line), first);
        first = false;
    }
}

/// Lines of one block that a break parts in the middle of a sentence.
bool HtmlDrafter::runs_on(const HtmlLine& line) const {
    if (line.after_gap || drafts.empty() || drafts.back().block.kind == BlockKind::heading) return false;
    if (label_at(line.draft.text)) return false;
    return starts_low(line.draft.text) || ends_open(drafts.back().text, page_.language);
}

void HtmlDrafter::emit(HtmlLine line, bool first) {
    Draft draft = std::move(line.draft);
    draft.after_space = first || line.after_gap;
    if (note_ && join_note(draft)) return;
    const bool plain = draft.block.runs.empty() && count_words(draft.text) <= most_title_words;
    if (titled_ && plain && !ends_sentence(draft.text)) {
        draft.block.runs.push_back({{0, draft.text.size()}, true, false, {}});
    }
    if (leads_to_paper(draft)) clear_bold(draft);
    if (note_) {
        make_note(draft);
    } else if (heading_ > 0 && draft.text.size() <= longest_heading) {
        make_heading(draft);
    } else if (!word_label_.empty()) {
        make_word_item(draft);
    } else if (!items_.empty()) {
        make_item(draft);
    } else {
        take_label(draft, depth_, 0);
    }
    place(std::move(draft));
}

void HtmlDrafter::make_heading(Draft& draft) {
    draft.block.kind = BlockKind::heading;
    draft.block.level = heading_;
    draft.marked = true;
    if (!word_label_.empty()) {
        const auto label = label_at(std::exchange(word_label_, {}) + "\tX");
        if (label) return set_label(draft, *label);
    }
    if (!items_.empty() && !items_.back().labelled && !items_.back().number.empty()) {
        items_.back().labelled = true;
        draft.block.label = items_.back().label;
        draft.block.number = items_.back().number;
        return;
    }
    take_heading_number(draft);
}

void HtmlDrafter::make_item(Draft& draft) {
    OpenItem& item = items_.back();
    draft.block.kind = BlockKind::list_item;
    draft.block.level = static_cast<int>(std::clamp<std::size_t>(lists_.size(), 1, 9));
    if (item.labelled) return;
    item.labelled = true;
    draft.block.label = item.label;
    draft.block.number = item.number;
    const auto inner = item.number.empty() ? label_at(draft.text) : std::nullopt;
    if (!inner || inner->length >= draft.text.size()) return;
    if (!inner->number.empty()) {
        draft.block.label += " " + collapse_space(inner->text);
        draft.block.number = inner->number;
    }
    drop_front(draft, inner->length);
}

/// A paragraph that Word numbered: its label stands before it as plain text.
bool HtmlDrafter::make_word_item(Draft& draft) {
    const auto label = label_at(std::exchange(word_label_, {}) + "\tX");
    if (!label) return false;
    set_label(draft, *label);
    if (makes_item(*label) || word_level_ > 1) {
        draft.block.kind = BlockKind::list_item;
        draft.block.level = word_level_;
    }
    return true;
}

void HtmlDrafter::make_note(Draft& draft) {
    note_->begun = true;
    draft.block.kind = BlockKind::note;
    draft.block.number = draft.block.label = note_->mark;
    const std::string& mark = note_->mark;
    std::size_t at = draft.text.starts_with('[') ? 1 : 0;
    if (std::string_view(draft.text).substr(at).starts_with(mark)) {
        at += mark.size();
        const std::size_t text = draft.text.find_first_not_of("]).:", at);
        if (text != std::string::npos && (text > at || draft.text[text] == ' ')) drop_front(draft, text);
    }
    if (!items_.empty()) items_.back().labelled = true;
}

/// Further lines of a note belong to it.
bool HtmlDrafter::join_note(Draft& draft) {
    if (!note_->begun || drafts.empty() || drafts.back().block.kind != BlockKind::note) return false;
    append(drafts.back(), draft, " ");
    return true;
}

void HtmlDrafter::place(Draft draft) {
    draft.block.range = {0, draft.text.size()};
    draft.after_rule = apart_ && !drafts.empty();
    draft.after_space = draft.after_space || apart_ || draft.block.kind == BlockKind::table;
    apart_ = false;
    drafts.push_back(std::move(draft));
}

}  // namespace rapporteur
