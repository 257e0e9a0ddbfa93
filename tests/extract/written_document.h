#pragma once

#include <string>
#include <string_view>

#include "model/document.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {

/// Makes the document that a short notation describes, one block a line: "! " a block of the title block ("!# " where
/// it is a heading), "# " to "#### " a heading, "29. " a numbered paragraph, "(a) " or "- " a list item, "| a | b |" a
/// row of a table (rows that follow one another are one table), "^1 " a note, "~ " a damaged line, "=== 2" the page of
/// what follows. A line that ends in "[cut]" breaks off there.
class WrittenDocument {
public:
    explicit WrittenDocument(std::string_view notation) {
        document_.file = "written.txt";
        document_.language = "en";
        document_.sha256 = sha256_hex(notation);
        document_.bytes = notation.size();
        int line = 0;
        for (std::string_view written : split(notation, '\n')) {
            ++line;
            written = trim(written);
            if (written.empty()) continue;
            if (written.starts_with("=== ")) {
                document_.pages = page_ = std::stoi(std::string(written.substr(4)));
                continue;
            }
            Block block;
            block.line = line;
            block.page = page_;
            read(block, written);
        }
    }

    const Document& document() const { return document_; }
    Document& document() { return document_; }

private:
    static bool take(std::string_view& text, std::string_view mark) {
        if (!text.starts_with(mark)) return false;
        text.remove_prefix(mark.size());
        return true;
    }

    void read(Block& block, std::string_view text) {
        if (text.front() == '|') return add_row(block, text);
        if (take(text, "! ")) {
            block.title = true;
        } else if (take(text, "!# ")) {
            block.title = true;
            block.kind = BlockKind::heading;
            block.level = 1;
        } else if (take(text, "~ ")) {
            block.kind = BlockKind::damaged;
        } else if (text.front() == '^') {
            block.kind = BlockKind::note;
            block.number = block.label = text.substr(1, text.find(' ') - 1);
            text.remove_prefix(text.find(' ') + 1);
        } else if (text.front() == '#') {
            block.kind = BlockKind::heading;
            block.level = static_cast<int>(text.find(' '));
            text.remove_prefix(text.find(' ') + 1);
            take_number(block, text);
        } else {
            take_label(block, text);
        }
        add(block, text);
    }

    static void take_label(Block& block, std::string_view& text) {
        if (take(text, "- ")) {
            block.kind = BlockKind::list_item;
            block.level = 1;
            block.label = "-";
        } else if (text.front() == '(' && text.find(") ") < 5) {
            block.kind = BlockKind::list_item;
            block.level = 1;
            block.label = text.substr(0, text.find(") ") + 1);
            block.number = block.label.substr(1, block.label.size() - 2);
            text.remove_prefix(block.label.size() + 1);
        } else {
            take_number(block, text);
        }
    }

    /// "29. ", "138.12. ", "IV. "
    static void take_number(Block& block, std::string_view& text) {
        const std::size_t end = text.find(". ");
        if (end == std::string_view::npos || end > 7) return;
        const std::string_view number = text.substr(0, end);
        if (number.find_first_not_of("0123456789.IVX") != std::string_view::npos) return;
        block.number = number;
        block.label = std::string(number) + ".";
        text.remove_prefix(end + 2);
    }

    void begin_block(const Block& block) {
        if (!document_.text.empty()) document_.text += "\n\n";
        if (!block.label.empty()) document_.text += block.label + " ";
    }

    void add(Block& block, std::string_view text) {
        if (text.ends_with("[cut]")) {
            block.cut_after = true;
            text = trim(text.substr(0, text.size() - 5));
        }
        begin_block(block);
        block.range.begin = document_.text.size();
        document_.text += text;
        block.range.end = document_.text.size();
        document_.blocks.push_back(block);
    }

    void add_row(Block& block, std::string_view text) {
        const bool goes_on =
            !document_.blocks.empty() && document_.blocks.back().kind == BlockKind::table &&
            document_.blocks.back().line + static_cast<int>(document_.blocks.back().rows.size()) == block.line;
        if (!goes_on) {
            block.kind = BlockKind::table;
            begin_block(block);
            block.range = {document_.text.size(), document_.text.size()};
            document_.blocks.push_back(block);
        } else {
            document_.text += "\n";
        }
        Row row;
        for (std::string_view cell : split(text.substr(1, text.find_last_of('|') - 1), '|')) {
            if (!row.cells.empty()) document_.text += " | ";
            const std::size_t begin = document_.text.size();
            document_.text += trim(cell);
            row.cells.push_back({{begin, document_.text.size()}, 1});
        }
        document_.blocks.back().rows.push_back(row);
        document_.blocks.back().range.end = document_.text.size();
    }

    Document document_;
    int page_ = 0;
};

}  // namespace rapporteur
