#include "readers/marks.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cstdint>
#include <utility>

#include "readers/emphasis.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t longest_link = 2048;  // bytes of one link or tag; keeps hostile lines linear

struct Entity {
    std::string_view name;
    std::string_view text;
};

// The character entities that text exports leave behind most often (HTML Living Standard, named character references).
constexpr std::array entities{Entity{"&amp;", "&"},   Entity{"&lt;", "<"},     Entity{"&gt;", ">"},
                              Entity{"&quot;", "\""}, Entity{"&apos;", "'"},   Entity{"&nbsp;", " "},
                              Entity{"&ndash;", "–"}, Entity{"&mdash;", "—"},  Entity{"&rsquo;", "’"},
                              Entity{"&lsquo;", "‘"}, Entity{"&ldquo;", "“"},  Entity{"&rdquo;", "”"},
                              Entity{"&#39;", "'"},   Entity{"&hellip;", "…"}, Entity{"&#160;", " "}};

/// Renders one line at a time; emphasis and links carry over from line to line.
class LineReader {
public:
    LineReader(const std::vector<Stars>& stars, const NoteMarks& notes) : stars_(stars), notes_(notes) {}

    Line read(const RawLine& raw, std::size_t index) {
        line_ = Line();
        raw_ = raw.text;
        line_.number = raw.number;
        line_.page = raw.page;
        line_.column_width = raw.column_width;
        line_.after_break = raw.after_break;
        line_.hard_break = raw_.ends_with("  ");
        at_ = indent();
        counted_ = at_;
        counted_columns_ = line_.indent;
        line_.columns = static_cast<int>(count_code_points(trim(raw_)));
        open_run();
        while (at_ < raw_.size()) step(index);
        close_run();
        while (!line_.text.empty() && line_.text.back() == ' ') line_.text.pop_back();
        for (Run& run : line_.runs) run.range.end = std::min(run.range.end, line_.text.size());
        std::erase_if(line_.runs, [](const Run& run) { return run.range.empty(); });
        std::erase_if(line_.gaps, [&](const WideSpace& gap) { return gap.at >= line_.text.size(); });
        std::erase_if(line_.tabs, [&](std::size_t tab) { return tab >= line_.text.size(); });
        line_.bold_goes_on = bold_;
        return std::move(line_);
    }

private:
    std::size_t indent() {
        std::size_t at = 0;
        while (at < raw_.size()) {
            const CodePoint c = decode_at(raw_, at);
            if (!is_space(c.value)) break;
            line_.indent += c.value == U'\t' ? 4 : 1;
            at += c.bytes;
        }
        return at;
    }

    void step(std::size_t index) {
        const char c = raw_[at_];
        if (c != ' ' && c != '\t' && at_ > 1 && raw_[at_ - 1] == ' ' && raw_[at_ - 2] == ' ') note_gap();
        if (c == '*' && star(index)) return;
        if (c == '\\' && escape()) return;
        if (c == '!' && picture()) return;
        if (c == '[' && bracket()) return;
        if (c == ']' && link_end()) return;
        if (c == '<' && tag()) return;
        if (c == '&' && entity()) return;
        if (static_cast<unsigned char>(c) >= 0x80 && superscript()) return;
        plain();
    }

    void plain() {
        const CodePoint c = decode_at(raw_, at_);
        if (is_space(c.value) || c.value < 0x20 || c.value == 0x7F) {
            space(c.value == U'\t');
        } else if (c.value != 0xAD && c.value != 0x200B && c.value != 0xFEFF) {
            append_utf8(line_.text, c.value);
        }
        at_ += c.bytes;
    }

    void note_gap() {
        if (line_.text.empty()) return;
        counted_columns_ += static_cast<int>(count_code_points(raw_.substr(counted_, at_ - counted_)));
        counted_ = at_;
        line_.gaps.push_back({line_.text.size(), counted_columns_});
    }

    void space(bool tab) {
        if (line_.text.empty()) return;
        if (line_.text.back() != ' ') line_.text += ' ';
        if (tab && (line_.tabs.empty() || line_.tabs.back() != line_.text.size()))
            line_.tabs.push_back(line_.text.size());
    }

    bool star(std::size_t index) {
        while (next_ < stars_.size() &&
               (stars_[next_].line < index || (stars_[next_].line == index && stars_[next_].at < at_))) {
            ++next_;
        }
        if (next_ == stars_.size() || stars_[next_].line != index || stars_[next_].at != at_) return false;
        const Stars& stars = stars_[next_];
        if (stars.literal) return lone_star(stars);
        close_run();
        if (stars.can_open && stars.can_close && !line_.text.empty() && line_.text.back() != ' ') {
            line_.glue.push_back(line_.text.size());
        }
        bold_ = stars.bold;
        italic_ = stars.italic;
        open_run();
        at_ += static_cast<std::size_t>(stars.count);
        return true;
    }

    /// An asterisk of its own after a word is a footnote mark where a note with it is there.
    bool lone_star(const Stars& stars) {
        const bool is_mark =
            stars.can_close && notes_.contains(std::string(static_cast<std::size_t>(stars.count), '*'));
        if (!is_mark && !(line_.text.ends_with(' ') && !stars.can_open && notes_.contains("*"))) return false;
        at_ += static_cast<std::size_t>(stars.count);
        return true;
    }

    bool escape() {
        constexpr std::string_view escapable = "\\`*_{}[]()#+-.!|<>~";
        if (at_ + 1 >= raw_.size() || escapable.find(raw_[at_ + 1]) == std::string_view::npos) return false;
        line_.text += raw_[at_ + 1];
        at_ += 2;
        return true;
    }

    /// "![what it shows](address)" goes without a trace.
    bool picture() {
        const std::string_view near = raw_.substr(at_, longest_link);
        if (!near.starts_with("![")) return false;
        const std::size_t close = near.find("](");
        const std::size_t end = close == std::string_view::npos ? close : near.find(')', close);
        if (end == std::string_view::npos) return false;
        line_.picture = true;
        at_ += end + 1;
        return true;
    }

    /// "[^1]" is a footnote mark; "[words](address)" opens a link.
    bool bracket() {
        const std::string_view near = raw_.substr(at_, longest_link);
        const std::size_t close = near.find(']');
        if (close == std::string_view::npos) return false;
        if (near.starts_with("[^")) {
            if (close > 12 || line_.text.empty()) return false;
            at_ += close + 1;
            return true;
        }
        const std::size_t end = near.find(')', close);
        if (near.substr(close, 2) != "](" || !link_.empty() || end == std::string_view::npos) return false;
        close_run();
        link_ = std::string(trim(near.substr(close + 2, end - close - 2)));
        link_close_ = at_ + close;
        link_end_ = at_ + end + 1;
        open_run();
        ++at_;
        return true;
    }

    bool link_end() {
        if (link_end_ == 0 || at_ != link_close_) return false;
        close_run();
        link_.clear();
        at_ = link_end_;
        link_end_ = 0;
        open_run();
        return true;
    }

    /// "<br>" is a space, "<sup>1</sup>" a footnote mark, "<http://…>" its address; other tags stay as they are.
    bool tag() {
        const std::string_view rest = raw_.substr(at_, longest_link);
        for (const std::string_view line_break : {"<br>", "<br/>", "<br />"}) {
            if (!rest.starts_with(line_break)) continue;
            space(false);
            at_ += line_break.size();
            return true;
        }
        if (rest.starts_with("<sup>")) return superscript_tag(rest);
        if (rest.starts_with("<http") || rest.starts_with("<mailto:")) return address(rest);
        for (const std::string_view other :
             {"</sup>", "<sub>", "</sub>", "<u>", "</u>", "<b>", "</b>", "<i>", "</i>"}) {
            if (!rest.starts_with(other)) continue;
            at_ += other.size();
            return true;
        }
        return false;
    }

    bool address(std::string_view rest) {
        const std::size_t end = rest.find_first_of("> ");
        if (end == std::string_view::npos || rest[end] != '>' || !link_.empty()) return false;
        const auto is_control = [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F; };
        if (std::any_of(rest.begin(), rest.begin() + static_cast<long>(end), is_control)) return false;
        close_run();
        link_ = std::string(rest.substr(1, end - 1));
        line_.text += link_;
        close_run();
        link_.clear();
        at_ += end + 1;
        return true;
    }

    bool superscript_tag(std::string_view rest) {
        const std::size_t end = rest.find("</sup>");
        if (end == std::string_view::npos) return false;
        const std::string_view inner = trim(rest.substr(5, end - 5));
        const bool mark =
            !inner.empty() && inner.size() <= 3 && inner.find_first_not_of("0123456789*†‡,") == std::string_view::npos;
        at_ += mark && !line_.text.empty() ? end + 6 : 5;
        return true;
    }

    bool entity() {
        for (const Entity& entity : entities) {
            if (!raw_.substr(at_).starts_with(entity.name)) continue;
            if (entity.text == " ") {
                space(false);
            } else {
                line_.text += entity.text;
            }
            at_ += entity.name.size();
            return true;
        }
        return false;
    }

    /// Superscript digits after a word are a footnote mark; after a number or a space only where that note is there;
    /// after a unit of measure they are its exponent.
    bool superscript() {
        std::size_t end = at_;
        const std::string digits = superscript_at(raw_, at_, end);
        if (digits.empty() || line_.text.empty()) return false;
        if (!is_note_mark(line_.text, digits, notes_)) return false;
        at_ = end;
        while (at_ < raw_.size() && raw_[at_] == ',' && !superscript_at(raw_, at_ + 1, end).empty()) at_ = end;
        if (line_.text.back() == ' ' && at_ < raw_.size() && is_space(decode_at(raw_, at_).value))
            line_.text.pop_back();
        return true;
    }

    void open_run() { run_begin_ = line_.text.size(); }

    void close_run() {
        if (line_.text.size() > run_begin_ && (bold_ || italic_ || !link_.empty())) {
            line_.runs.push_back({{run_begin_, line_.text.size()}, bold_, italic_, link_});
        }
        run_begin_ = line_.text.size();
    }

    const std::vector<Stars>& stars_;
    const NoteMarks& notes_;
    std::size_t next_ = 0;
    Line line_;
    std::string_view raw_;
    std::size_t at_ = 0;
    std::size_t run_begin_ = 0;
    std::size_t counted_ = 0;  // bytes of the line whose columns are counted
    int counted_columns_ = 0;
    bool bold_ = false;
    bool italic_ = false;
    std::string link_;
    std::size_t link_close_ = 0;
    std::size_t link_end_ = 0;
};

}  // namespace

std::vector<Line> read_marks(const std::vector<RawLine>& lines, const NoteMarks& notes) {
    std::vector<std::string_view> texts;
    for (const RawLine& line : lines) texts.push_back(line.text);
    const std::vector<Stars> stars = paired_stars(texts);
    LineReader reader(stars, notes);
    std::vector<Line> out;
    out.reserve(lines.size());
    for (std::size_t i = 0; i < lines.size(); ++i) out.push_back(reader.read(lines[i], i));
    return out;
}

std::string entity_text(std::string_view entity) {
    for (const Entity& known : entities) {
        if (known.name == entity) return std::string(known.text);
    }
    if (!entity.starts_with("&#") || entity.size() < 4) return std::string(entity);
    const bool hexadecimal = entity[2] == 'x' || entity[2] == 'X';
    std::uint32_t value = 0;
    const char* from = entity.data() + (hexadecimal ? 3 : 2);
    const auto read = std::from_chars(from, entity.data() + entity.size() - 1, value, hexadecimal ? 16 : 10);
    if (read.ec != std::errc() || value == 0 || value > 0x10FFFF || (value >= 0xD800 && value < 0xE000)) return " ";
    std::string out;
    append_utf8(out, value);
    return out;
}

}  // namespace rapporteur
