#include "readers/markdown/markdown_drafter.h"

#include <md4c.h>

#include <algorithm>
#include <iterator>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "readers/html/html_link.h"
#include "readers/html/html_reader.h"
#include "readers/label.h"
#include "readers/labelling.h"
#include "readers/markdown/pipe_table.h"
#include "readers/marks.h"
#include "support/text.h"

// The only user of md4c: its events become drafts.
namespace rapporteur {
namespace {

constexpr unsigned dialect = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS | MD_FLAG_TASKLISTS |
                             MD_FLAG_PERMISSIVEURLAUTOLINKS | MD_FLAG_PERMISSIVEWWWAUTOLINKS;

/// An attribute with its character references resolved.
std::string text_of(const MD_ATTRIBUTE& attribute) {
    std::string out;
    if (!attribute.text) return out;
    for (std::size_t i = 0; attribute.substr_offsets[i] < attribute.size; ++i) {
        const MD_OFFSET begin = attribute.substr_offsets[i];
        const std::string_view part(attribute.text + begin, attribute.substr_offsets[i + 1] - begin);
        out += attribute.substr_types[i] == MD_TEXT_ENTITY ? entity_text(part) : std::string(part);
    }
    return out;
}

/// A list that is open while its items are read.
struct OpenList {
    bool ordered = false;
    bool tight = false;
    char mark = '-';
    unsigned number = 0;  // of the next item
};

/// An item that is open: its label waits for the first text.
struct OpenItem {
    std::string label;
    std::string number;
    bool paragraph = false;  // a numbered paragraph rather than an item of a list
    bool labelled = false;   // the label has been given away
};

/// Turns md4c's events into drafts.
class MarkdownDrafter {
public:
    MarkdownDrafter(std::string_view text, const NoteMarks& notes) : source_(text), notes_(notes) {
        for (std::size_t at = text.find('\n'); at != std::string_view::npos; at = text.find('\n', at + 1))
            line_ends_.push_back(at);
    }

    void parse() {
        MD_PARSER parser{};
        parser.flags = dialect;
        parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return of(self).enter(type, detail); };
        parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return of(self).leave(type); };
        parser.enter_span = [](MD_SPANTYPE type, void* detail, void* self) {
            return of(self).enter_span(type, detail);
        };
        parser.leave_span = [](MD_SPANTYPE type, void*, void* self) { return of(self).leave_span(type); };
        parser.text = [](MD_TEXTTYPE type, const MD_CHAR* text, MD_SIZE size, void* self) {
            return of(self).text(type, {text, size});
        };
        md_parse(source_.data(), static_cast<MD_SIZE>(source_.size()), &parser, this);
        flush();
    }

    Drafts drafts;
    std::vector<LeftOut> left_out;

private:
    static MarkdownDrafter& of(void* self) { return *static_cast<MarkdownDrafter*>(self); }

    int enter(MD_BLOCKTYPE type, void* detail) {
        flush();
        switch (type) {
            case MD_BLOCK_UL:
                lists_.push_back({false, static_cast<MD_BLOCK_UL_DETAIL*>(detail)->is_tight != 0,
                                  static_cast<MD_BLOCK_UL_DETAIL*>(detail)->mark, 0});
                break;
            case MD_BLOCK_OL: {
                const auto& list = *static_cast<MD_BLOCK_OL_DETAIL*>(detail);
                lists_.push_back({true, list.is_tight != 0, list.mark_delimiter, list.start});
                break;
            }
            case MD_BLOCK_LI:
                enter_item(*static_cast<MD_BLOCK_LI_DETAIL*>(detail));
                break;
            case MD_BLOCK_H:
                level_ = static_cast<int>(static_cast<MD_BLOCK_H_DETAIL*>(detail)->level);
                break;
            case MD_BLOCK_CODE:
                in_code_ = true;
                break;
            case MD_BLOCK_HTML:
                in_html_ = true;
                break;
            case MD_BLOCK_TABLE:
                table_.emplace("");
                break;
            case MD_BLOCK_TR:
                if (table_) table_->start_row(in_head_);
                break;
            case MD_BLOCK_THEAD:
                in_head_ = true;
                break;
            default:
                break;
        }
        return 0;
    }

    int leave(MD_BLOCKTYPE type) {
        switch (type) {
            case MD_BLOCK_TH:
            case MD_BLOCK_TD:
                leave_cell();
                return 0;
            case MD_BLOCK_TABLE:
                leave_table();
                return 0;
            case MD_BLOCK_THEAD:
                in_head_ = false;
                return 0;
            default:
                break;
        }
        if (type == MD_BLOCK_HTML) leave_html();
        flush();
        if (type == MD_BLOCK_UL || type == MD_BLOCK_OL) lists_.pop_back();
        if (type == MD_BLOCK_LI) items_.pop_back();
        if (type == MD_BLOCK_H) level_ = 0;
        if (type == MD_BLOCK_CODE) in_code_ = false;
        return 0;
    }

    void enter_item(const MD_BLOCK_LI_DETAIL& detail) {
        OpenItem item;
        OpenList& list = lists_.back();
        if (list.ordered) {
            item.number = std::to_string(list.number++);
            item.label = item.number + list.mark;
            item.paragraph = lists_.size() == 1 && list.mark == '.' && !list.tight;
        } else {
            item.label = std::string(1, list.mark);
        }
        if (detail.is_task != 0) item.label += detail.task_mark == ' ' ? " ☐" : " ☑";
        items_.push_back(std::move(item));
    }

    int enter_span(MD_SPANTYPE type, void* detail) {
        close_run();
        if (type == MD_SPAN_STRONG) ++bold_;
        if (type == MD_SPAN_EM) ++italic_;
        if (type == MD_SPAN_DEL) ++struck_;
        if (type == MD_SPAN_IMG) ++pictures_;
        if (type == MD_SPAN_A) {
            link_ = resolve_link({}, text_of(static_cast<MD_SPAN_A_DETAIL*>(detail)->href));
        }
        if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) add_seam();
        return 0;
    }

    int leave_span(MD_SPANTYPE type) {
        close_run();
        if (type == MD_SPAN_STRONG) --bold_;
        if (type == MD_SPAN_EM) --italic_;
        if (type == MD_SPAN_IMG) --pictures_;
        if (type == MD_SPAN_A) link_.clear();
        if (type == MD_SPAN_STRONG || type == MD_SPAN_EM) add_seam();
        if (type == MD_SPAN_DEL && --struck_ == 0) {
            left_out.push_back({"struck out", collapse_space(struck_text_), 0});
            struck_text_.clear();
        }
        return 0;
    }

    /// Where emphasis changes without white space; one that white space or the end follows is forgotten again.
    void add_seam() {
        const std::string& text = draft_.text;
        if (!text.empty() && text.back() != ' ' && (draft_.seams.empty() || draft_.seams.back() != text.size())) {
            draft_.seams.push_back(text.size());
        }
    }

    int text(MD_TEXTTYPE type, std::string_view part) {
        if (pictures_ > 0) return 0;
        note_line(part);
        if (struck_ > 0) {
            struck_text_ += part;
            return 0;
        }
        switch (type) {
            case MD_TEXT_BR:
                break_line();
                break;
            case MD_TEXT_SOFTBR:
                add(" ");
                break;
            case MD_TEXT_ENTITY:
                add(entity_text(part));
                break;
            case MD_TEXT_NULLCHAR:
                break;
            case MD_TEXT_HTML:
                add_html(part);
                break;
            default:
                in_code_ ? add_code(part) : add(part);
        }
        return 0;
    }

    /// A hard break sets lines apart, as in "Place: Lisbon", "Date: 4 June"; inside tables and headings it is a space.
    void break_line() {
        if (table_ || level_ > 0) return add(" ");
        close_run();
        flush();
    }

    void add_code(std::string_view part) {
        for (const char c : part) {
            if (c == '\n')
                flush();
            else
                add(std::string_view(&c, 1));
        }
    }

    /// Markup of a block is gathered; inside a line the elements that dress text do what Markdown's own marks do.
    void add_html(std::string_view part) {
        if (in_html_) {
            html_ += part;
            return;
        }
        const bool closing = part.starts_with("</");
        const std::string tag = to_lower(part.substr(closing ? 2 : 1, 8));
        const std::string_view name = std::string_view(tag).substr(0, tag.find_first_of(" />"));
        if (name == "br") return break_line();
        if (name == "sup") return closing ? leave_raised() : enter_raised();
        const MD_SPANTYPE type = name == "b" || name == "strong" ? MD_SPAN_STRONG
                                 : name == "i" || name == "em"   ? MD_SPAN_EM
                                 : name == "del" || name == "s"  ? MD_SPAN_DEL
                                                                 : MD_SPAN_CODE;
        if (type == MD_SPAN_CODE) return;
        if (!closing) {
            enter_span(type, nullptr);
        } else if ((type == MD_SPAN_STRONG && bold_ > 0) || (type == MD_SPAN_EM && italic_ > 0) ||
                   (type == MD_SPAN_DEL && struck_ > 0)) {
            leave_span(type);
        }
    }

    /// Marks of emphasis that HTML left open end with their block.
    void close_spans() {
        close_run();
        if (table_) return;
        bold_ = italic_ = 0;
        if (struck_ > 0) {
            struck_ = 1;
            leave_span(MD_SPAN_DEL);
        }
    }

    void enter_raised() { raised_at_ = draft_.text.size(); }

    /// Raised figures after a word are a footnote mark, after a unit an exponent.
    void leave_raised() {
        std::string& text = draft_.text;
        if (raised_at_ == 0 || raised_at_ >= text.size()) return;
        const std::string raised = text.substr(raised_at_);
        const bool figures = raised.size() <= 3 && raised.find_first_not_of("0123456789*") == std::string::npos;
        if (figures && is_note_mark(std::string_view(text).substr(0, raised_at_), raised, notes_)) {
            close_run();
            text.resize(raised_at_);
            while (!draft_.block.runs.empty() && draft_.block.runs.back().range.end > text.size()) {
                draft_.block.runs.back().range.end = text.size();
                if (!draft_.block.runs.back().range.empty()) break;
                draft_.block.runs.pop_back();
            }
            run_begin_ = text.size();
        }
        raised_at_ = 0;
    }

    /// A block of HTML is read as a page is, in its place.
    void leave_html() {
        in_html_ = false;
        Reading reading = read_html_piece(std::exchange(html_, {}));
        const int line = std::exchange(draft_.block.line, 0);
        for (Draft& draft : reading.drafts) {
            draft.block.line += std::max(0, line - 1);
            draft.after_space = true;
            drafts.push_back(std::move(draft));
        }
        std::move(reading.left_out.begin(), reading.left_out.end(), std::back_inserter(left_out));
    }

    void add(std::string_view part) {
        std::string& text = draft_.text;
        for (std::size_t at = 0; at < part.size();) {
            const CodePoint c = decode_at(part, at);
            if (is_space(c.value) || c.value < 0x20 || c.value == 0x7F) {
                if (!text.empty() && text.back() != ' ') text += ' ';
            } else if (c.value != 0xAD && c.value != 0x200B && c.value != 0xFEFF) {
                text += part.substr(at, c.bytes);
            }
            at += c.bytes;
        }
    }

    void note_line(std::string_view part) {
        const bool inside = part.data() >= source_.data() && part.data() < source_.data() + source_.size();
        if (draft_.block.line > 0 || !inside || trim(part).empty()) return;
        const auto at = static_cast<std::size_t>(part.data() - source_.data());
        draft_.block.line =
            1 + static_cast<int>(std::lower_bound(line_ends_.begin(), line_ends_.end(), at) - line_ends_.begin());
    }

    void close_run() {
        const std::size_t end = draft_.text.size();
        if (end > run_begin_ && (bold_ > 0 || italic_ > 0 || !link_.empty())) {
            draft_.block.runs.push_back({{run_begin_, end}, bold_ > 0, italic_ > 0, link_});
        }
        run_begin_ = end;
    }

    /// The draft that has gathered, cleaned of footnote marks and white space at its end.
    Draft taken() {
        close_spans();
        Draft draft = std::exchange(draft_, {});
        run_begin_ = raised_at_ = 0;
        while (draft.text.ends_with(' ')) draft.text.pop_back();
        std::erase_if(draft.seams,
                      [&](std::size_t seam) { return seam >= draft.text.size() || draft.text[seam] == ' '; });
        remove_note_marks(draft, notes_);
        put_in_normal_form(draft);
        for (Run& run : draft.block.runs) run.range.end = std::min(run.range.end, draft.text.size());
        std::erase_if(draft.block.runs, [](const Run& run) { return run.range.empty(); });
        draft.block.range = {0, draft.text.size()};
        return draft;
    }

    void flush() {
        if (table_) return;
        Draft draft = taken();
        if (draft.text.empty()) return;
        draft.after_space = true;
        draft.verbatim = in_code_;
        if (level_ > 0) {
            draft.block.kind = BlockKind::heading;
            draft.block.level = level_;
            draft.marked = true;
            take_heading_number(draft);
        } else if (!items_.empty()) {
            make_item(draft);
        } else if (!in_code_) {
            take_label(draft, depth_, 0);
        }
        drafts.push_back(std::move(draft));
    }

    void make_item(Draft& draft) {
        OpenItem& item = items_.back();
        draft.block.kind = BlockKind::list_item;
        draft.block.level = static_cast<int>(std::min<std::size_t>(items_.size(), 9));
        if (item.labelled) return;
        item.labelled = true;
        draft.block.label = item.label;
        draft.block.number = item.number;
        if (item.paragraph) {
            draft.block.kind = BlockKind::paragraph;
            draft.block.level = 0;
        }
        const auto inner = item.number.empty() ? label_at(draft.text) : std::nullopt;
        if (!inner || inner->bulleted || inner->length >= draft.text.size()) return;
        draft.block.label += " " + inner->text;
        draft.block.number = inner->number;
        drop_front(draft, inner->length);
    }

    void leave_cell() {
        Draft draft = taken();
        Line line;
        line.text = std::move(draft.text);
        line.runs = std::move(draft.block.runs);
        if (table_line_ == 0) table_line_ = draft.block.line;
        if (table_) table_->add_cell({line});
    }

    void leave_table() {
        if (!table_) return;
        Draft draft = table_->finish(std::exchange(table_line_, 0), 0);
        table_.reset();
        if (!draft.text.empty()) drafts.push_back(std::move(draft));
    }

    std::string_view source_;
    const NoteMarks& notes_;
    std::vector<std::size_t> line_ends_;
    std::vector<OpenList> lists_;
    std::vector<OpenItem> items_;
    ListDepth depth_;
    Draft draft_;
    std::optional<TableText> table_;
    int table_line_ = 0;
    std::size_t run_begin_ = 0;
    int level_ = 0;
    int bold_ = 0, italic_ = 0, struck_ = 0, pictures_ = 0;
    bool in_code_ = false, in_html_ = false, in_head_ = false;
    std::string html_;           // of the block at hand
    std::size_t raised_at_ = 0;  // byte at which raised text began, 0 outside
    std::string link_;
    std::string struck_text_;
};

}  // namespace

MarkdownDrafts draft_markdown(std::string_view text, const NoteMarks& notes) {
    MarkdownDrafter drafter(text, notes);
    drafter.parse();
    return {std::move(drafter.drafts), std::move(drafter.left_out)};
}

}  // namespace rapporteur
