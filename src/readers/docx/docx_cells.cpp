#include <algorithm>
#include <utility>

#include "readers/docx/docx_story.h"
#include "readers/docx/docx_xml.h"

// Tables of a story: rows, cells and their looks.
namespace rapporteur {

using namespace docx_space;

void DocxStory::read_table(DocxBlocks& out) {
    DocxTable table;
    const int level = xml_.depth();
    while (xml_.inside(level)) {
        if (xml_.is_text() || too_deep()) continue;
        if (xml_.is(word, "tblPr")) {
            read_table_look(table);
        } else if (xml_.is(word, "tr")) {
            read_row(table);
        } else if (xml_.is(word, "tblGrid") || xml_.is(word, "sdtPr")) {
            xml_.skip();
        } else if (xml_.space() == word) {
            read_change();
        }
    }
    DocxBlocks blocks = flat_ ? blocks_of_cells(std::move(table)) : blocks_of_table(std::move(table));
    std::move(blocks.begin(), blocks.end(), std::back_inserter(out));
}

void DocxStory::read_table_look(DocxTable& table) {
    const int level = xml_.depth();
    bool styled = false;
    while (xml_.inside(level)) {
        if (xml_.is(word, "tblStyle")) {
            styled = context_.styles.sets_head_apart(xml_.raw("val"));
        } else if (xml_.is(word, "tblLook")) {
            const bool by_name = xml_.raw("firstRow") == "1" || xml_.raw("firstRow") == "true";
            const std::string_view bits = xml_.raw("val");  // 0x0020: the first row is a head
            const bool by_bit = !xml_.has("firstRow") && bits.size() == 4 &&
                                std::string_view("2367abefABEF").find(bits[2]) != std::string_view::npos;
            table.styled_head = styled && (by_name || by_bit);
        } else if (!xml_.is_text()) {
            xml_.skip();
        }
    }
}

void DocxStory::read_row(DocxTable& table) {
    DocxRow row;
    bool gone = false;
    const int level = xml_.depth();
    const int first_page = page_ + (page_turns_ ? 1 : 0);
    int last_page = first_page;
    row.page = first_page;
    while (xml_.inside(level)) {
        if (xml_.is_text() || too_deep()) continue;
        if (xml_.is(word, "trPr")) {
            read_row_properties(row, gone);
        } else if (xml_.is(word, "tc")) {
            if (page_turns_) turn_page();
            page_ = first_page;  // the cells of a row begin on one page
            read_cell(row);
            last_page = std::max(last_page, page_);
        } else if (xml_.is(word, "tblPrEx") || xml_.is(word, "sdtPr")) {
            xml_.skip();
        }
    }
    page_ = last_page;
    if (!gone && !row.cells.empty()) table.rows.push_back(std::move(row));
}

void DocxStory::read_row_properties(DocxRow& row, bool& gone) {
    const int level = xml_.depth();
    while (xml_.inside(level)) {
        if (xml_.is_text()) continue;
        if (xml_.is(word, "gridBefore")) row.before = std::clamp(docx_number(xml_, "val"), 0, 63);
        if (xml_.is(word, "gridAfter")) row.after = std::clamp(docx_number(xml_, "val"), 0, 63);
        if (xml_.is(word, "tblHeader")) row.header = docx_is_on(xml_);
        if (xml_.is(word, "hidden")) gone = gone || docx_is_on(xml_);
        if (xml_.is(word, context_.tracked == Tracked::accepted ? "del" : "ins")) gone = true;
        if (xml_.is(word, "trPrChange")) xml_.skip();
    }
}

void DocxStory::read_cell(DocxRow& row) {
    DocxCell cell;
    bool beside = false;  // goes on from the cell before it, as older files say it
    const int level = xml_.depth();
    std::optional<Paragraph> carried;
    while (xml_.inside(level)) {
        if (xml_.is_text() || too_deep()) continue;
        if (!xml_.is(word, "tcPr")) {
            read_block(cell.blocks, carried);
            continue;
        }
        const int inner = xml_.depth();
        while (xml_.inside(inner)) {
            if (xml_.is(word, "gridSpan")) cell.columns = std::clamp(docx_number(xml_, "val", 1), 1, 63);
            if (xml_.is(word, "vMerge")) cell.goes_on = xml_.raw("val") != "restart";
            if (xml_.is(word, "hMerge")) beside = xml_.raw("val") != "restart";
            if (xml_.is(word, "tcPrChange")) xml_.skip();
        }
    }
    flush(carried, cell.blocks);
    if (beside && !row.cells.empty()) {
        row.cells.back().columns += cell.columns;
    } else {
        row.cells.push_back(std::move(cell));
    }
}

}  // namespace rapporteur
