#include "app/annex_blocks.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int most_columns = 24;  // of a table that is set as one

std::size_t width_of(const Cell& cell) {
    return static_cast<std::size_t>(std::clamp(cell.columns, 1, most_columns + 1));
}

/// Tables of packs have no cells that reach down: blanks stand below such a cell, and where a row ends early.
class RegularRows {
public:
    explicit RegularRows(const std::vector<Row>& rows) {
        for (const Row& row : rows) add(row);
        for (auto& row : rows_) row.resize(row.size() + columns_ - ends_[&row - rows_.data()], nullptr);
    }

    std::size_t columns() const { return columns_; }
    /// The cells of a row in their order; null for a blank of one column.
    const std::vector<const Cell*>& row(std::size_t at) const { return rows_[at]; }

private:
    void add(const Row& row) {
        std::vector<const Cell*> out;
        std::size_t column = 0;
        for (const Cell& cell : row.cells) {
            column = pass_reaching(column, out);
            out.push_back(&cell);
            const std::size_t end = column + width_of(cell);
            if (reaching_.size() < end) reaching_.resize(end, 0);
            for (; column < end; ++column) reaching_[column] = std::max(cell.rows, 1) - 1;
        }
        for (; column < reaching_.size(); ++column) {
            if (reaching_[column] > 0) --reaching_[column];
            out.push_back(nullptr);
        }
        columns_ = std::max(columns_, column);
        rows_.push_back(std::move(out));
        ends_.push_back(column);
    }

    std::size_t pass_reaching(std::size_t column, std::vector<const Cell*>& out) {
        for (; column < reaching_.size() && reaching_[column] > 0; ++column) {
            --reaching_[column];
            out.push_back(nullptr);
        }
        return column;
    }

    std::vector<std::vector<const Cell*>> rows_;
    std::vector<std::size_t> ends_;  // columns that each row fills
    std::vector<int> reaching_;      // rows that the cell above still reaches down, by column
    std::size_t columns_ = 1;
};

class Typesetting {
public:
    Typesetting(const Document& document, const std::vector<CitedWords>& cited) : document_(document), cited_(cited) {}

    std::vector<PackBlock> blocks() {
        for (const Block& block : document_.blocks) add(block);
        return std::move(out_);
    }

private:
    std::vector<std::string> places_in(const Range& range) const {
        std::vector<std::string> places;
        for (const CitedWords& words : cited_)
            if (words.range.overlaps(range)) places.push_back(words.place);
        return places;
    }

    TextRun run(std::size_t begin, std::size_t end) const {
        return TextRun{std::string(document_.slice({begin, end}))};
    }

    /// The words of a range with the emphasis and links of the runs inside it.
    Inlines inlines(const Range& range, const std::vector<Run>& runs) const {
        Inlines out;
        std::size_t at = range.begin;
        for (const Run& each : runs) {
            const std::size_t begin = std::max(each.range.begin, at), end = std::min(each.range.end, range.end);
            if (begin >= end) continue;
            if (begin > at) out.emplace_back(run(at, begin));
            TextRun emphasised = run(begin, end);
            emphasised.bold = each.bold;
            emphasised.italic = each.italic;
            emphasised.target = each.link;
            out.emplace_back(std::move(emphasised));
            at = end;
        }
        if (at < range.end) out.emplace_back(run(at, range.end));
        return out;
    }

    Paragraph paragraph(const Block& block, std::string role) const {
        return paragraph(block.range, block.runs, std::move(role));
    }

    Paragraph paragraph(const Range& range, const std::vector<Run>& runs, std::string role) const {
        Paragraph made{std::move(role), inlines(range, runs), "", document_.language};
        made.places = places_in(range);
        return made;
    }

    void add(const Block& block) {
        switch (block.kind) {
            case BlockKind::heading:
                return add_heading(block);
            case BlockKind::list_item:
                return add_item(block);
            case BlockKind::table:
                return add_table(block);
            case BlockKind::note:
                return add_note(block);
            case BlockKind::paragraph:
                return add_paragraph(block);
            case BlockKind::damaged:
                return;
        }
    }

    void add_heading(const Block& block) {
        Heading heading;
        heading.level = 3;
        heading.number = block.number;
        heading.content = inlines(block.range, block.runs);
        heading.in_contents = false;
        heading.places = places_in(block.range);
        out_.push_back({std::move(heading)});
    }

    void add_paragraph(const Block& block) {
        if (block.number.empty()) {
            out_.push_back({paragraph(block, "quote")});
            return;
        }
        LabelledRow row;
        row.number = block.label.empty() ? block.number : block.label;
        row.content.push_back(paragraph(block, "quote"));
        out_.push_back({std::move(row)});
    }

    void add_item(const Block& block) {
        List* list = out_.empty() ? nullptr : std::get_if<List>(&out_.back().content);
        if (!list) {
            out_.push_back({List{}});
            list = &std::get<List>(out_.back().content);
        }
        list->items.push_back({block.label, {paragraph(block, "quote")}});
    }

    void add_note(const Block& block) {
        Paragraph note = paragraph(block, "caption");
        for (Inline& item : note.content) std::get<TextRun>(item).voice = "quote";
        if (!block.number.empty()) note.content.insert(note.content.begin(), TextRun{block.number + "\u2002"});
        out_.push_back({std::move(note)});
    }

    void add_table(const Block& block) {
        Table table;
        table.role = "plain";
        const RegularRows rows(block.rows);
        if (rows.columns() > std::size_t{most_columns}) return out_.push_back({paragraph(block, "quote")});
        table.columns.assign(rows.columns(), ColumnWidth{0, 1});
        for (std::size_t at = 0; at < block.rows.size(); ++at) {
            const bool head = block.rows[at].header && table.body.empty();
            (head ? table.head : table.body).push_back(table_row(rows.row(at), block, head));
        }
        if (table.body.empty()) std::swap(table.head, table.body);
        if (!table.body.empty()) out_.push_back({std::move(table)});
    }

    TableRow table_row(const std::vector<const Cell*>& cells, const Block& block, bool head) const {
        TableRow out;
        for (const Cell* cell : cells) {
            TableCell made;
            made.header = head;
            if (cell) made.columns = static_cast<int>(width_of(*cell));
            if (cell && !trim(document_.slice(cell->range)).empty())
                made.content.push_back(paragraph(cell->range, block.runs, head ? "table-head" : "table-quote"));
            out.cells.push_back(std::move(made));
        }
        return out;
    }

    const Document& document_;
    const std::vector<CitedWords>& cited_;
    std::vector<PackBlock> out_;
};

}  // namespace

std::vector<PackBlock> typeset_document(const Document& document, const std::vector<CitedWords>& cited) {
    return Typesetting(document, cited).blocks();
}

}  // namespace rapporteur
