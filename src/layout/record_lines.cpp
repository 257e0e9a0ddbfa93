#include "layout/record_lines.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "layout/heading_layout.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double kNumbers = 16;  // mm: a first column narrower than this holds numbers

TextRun own_run(std::string text) {
    TextRun run{std::move(text)};
    run.voice = "own";
    return run;
}

std::string words_of(const TableCell& cell) {
    std::string words;
    for (const Paragraph& paragraph : cell.content) words += plain_text(paragraph.content);
    return trim(words).empty() ? "" : words;
}

bool is_empty(const TableCell& cell) {
    return std::all_of(cell.content.begin(), cell.content.end(),
                       [](const Paragraph& paragraph) { return paragraph.content.empty(); });
}

bool has_role(const TableCell& cell, std::string_view role) {
    return !cell.content.empty() && cell.content.front().role == role;
}

/// A mark in words: "4 of 5, urged" of "strength 4 of 5: urged" where the line begins with "Strength".
std::string mark_words(const StrengthMark& mark, const std::string& label) {
    std::string words = mark.alt;
    if (!label.empty() && to_lower(words).starts_with(to_lower(label))) words = trim(words.substr(label.size()));
    const std::size_t colon = words.find(':');
    if (colon != std::string::npos)
        words = std::string(trim(words.substr(0, colon))) + ", " + std::string(trim(words.substr(colon + 1)));
    return words.empty() ? mark.word : words;
}

class RecordLines {
public:
    explicit RecordLines(Table table) : table_(std::move(table)) {
        if (table_.head.empty()) return;
        for (const TableCell& cell : table_.head.front().cells) {
            labels_.push_back(words_of(cell));
            labels_.resize(labels_.size() + static_cast<std::size_t>(std::max(cell.columns, 1) - 1));
        }
    }

    std::vector<Paragraph> lines() {
        for (TableRow& row : table_.body) {
            first_ = true;
            anchor_ = row.anchor;
            add_row(row);
        }
        return std::move(out_);
    }

private:
    void add_row(TableRow& row) {
        if (row.kind == RowKind::group) return add_group(row);
        if (row.kind == RowKind::band) std::erase_if(row.cells, [](auto& cell) { return has_role(cell, "band-note"); });
        if (row.kind == RowKind::item) return add_item(row);
        std::size_t column = 0;
        std::string role_words;  // "Moderator" before a name
        for (TableCell& cell : row.cells) {
            const std::size_t at = column;
            column += static_cast<std::size_t>(std::max(cell.columns, 1));
            if (is_empty(cell)) continue;
            if (at == 0 && row.kind == RowKind::body && heads_record(cell)) {
                add_head(cell);
            } else if (has_role(cell, "band-note") && &cell != &row.cells.back()) {
                role_words = words_of(cell);
            } else {
                add_cell(cell, role_words.empty() && at < labels_.size() ? labels_[at] : role_words);
                role_words.clear();
            }
        }
        if (row.kind == RowKind::band && !out_.empty()) out_.back().keeps = true;
    }

    static bool heads_record(const TableCell& cell) { return cell.content.size() == 1; }

    /// Words and count of a group; the next record stays with it.
    void add_group(TableRow& row) {
        Paragraph line{"table-group"};
        for (TableCell& cell : row.cells) {
            if (is_empty(cell)) continue;
            if (!line.content.empty()) line.content.push_back(own_run(" "));
            const bool count = has_role(cell, "table-count");
            for (Paragraph& paragraph : cell.content)
                for (Inline& item : paragraph.content) {
                    if (auto* run = std::get_if<TextRun>(&item); run && count) run->grey = true;
                    line.content.push_back(std::move(item));
                }
        }
        line.keeps = true;
        add(std::move(line));
    }

    /// An agenda item: its number before its title, then who speaks.
    void add_item(TableRow& row) {
        std::string number;
        for (TableCell& cell : row.cells) {
            if (has_role(cell, "agenda-number")) {
                number = words_of(cell);
                continue;
            }
            for (Paragraph& paragraph : cell.content) {
                if (!number.empty()) {
                    TextRun run{number};
                    run.accent = run.unbreakable = true;
                    paragraph.content.insert(paragraph.content.begin(), {std::move(run), TextRun{"\u2003"}});
                    number.clear();
                }
                add(std::move(paragraph));
            }
        }
        if (!out_.empty()) out_.back().keeps = true;
    }

    /// What a record begins with; a number stands in bold, names and symbols as the table has them.
    void add_head(TableCell& cell) {
        Paragraph line = std::move(cell.content.front());
        const bool number =
            !table_.columns.empty() && table_.columns.front().mm > 0 && table_.columns.front().mm < kNumbers;
        if (number || line.role == "table-own") line.role = "row-label";
        line.keeps = true;
        add(std::move(line));
    }

    void add_cell(TableCell& cell, const std::string& label) {
        std::string before = label.empty() ? "" : label + (label.ends_with('.') ? " " : ": ");
        if (table_.role == "key") join(cell);
        for (Paragraph& paragraph : cell.content) {
            if (paragraph.content.empty()) continue;
            if (!labels_.empty()) spell_marks(paragraph, label);
            if (!before.empty()) {
                TextRun run = own_run(std::exchange(before, ""));
                run.grey = true;
                paragraph.content.insert(paragraph.content.begin(), std::move(run));
            }
            add(std::move(paragraph));
        }
    }

    /// Mark and words of a key on one line.
    static void join(TableCell& cell) {
        for (std::size_t i = 1; i < cell.content.size(); ++i) {
            cell.content.front().content.push_back(own_run(" "));
            std::move(cell.content[i].content.begin(), cell.content[i].content.end(),
                      std::back_inserter(cell.content.front().content));
        }
        cell.content.resize(std::min<std::size_t>(cell.content.size(), 1));
    }

    static void spell_marks(Paragraph& paragraph, const std::string& label) {
        for (Inline& item : paragraph.content)
            if (const auto* mark = std::get_if<StrengthMark>(&item)) item = own_run(mark_words(*mark, label));
    }

    void add(Paragraph line) {
        line.close = !first_;
        if (first_ && line.anchor.empty()) line.anchor = anchor_;
        first_ = false;
        out_.push_back(std::move(line));
    }

    Table table_;
    std::vector<std::string> labels_;  // heads of the columns
    std::vector<Paragraph> out_;
    std::string anchor_;
    bool first_ = true;  // in its record
};

}  // namespace

std::vector<Paragraph> record_lines(Table table) { return RecordLines(std::move(table)).lines(); }

}  // namespace rapporteur
