#include "readers/docx/docx_story.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "readers/docx/docx_section.h"
#include "readers/docx/docx_xml.h"
#include "readers/label.h"
#include "readers/labelling.h"
#include "readers/prose.h"
#include "support/text.h"

// Blocks: paragraphs, their numbers, content controls. Tables are in docx_cells.cpp, what stands inside a paragraph in
// docx_inline.cpp.
namespace rapporteur {
namespace {

using namespace docx_space;

constexpr int most_heading_words = 60;
constexpr int most_sentence_words = 25;  // of a heading that ends as a sentence does
constexpr int twips_per_character = 120;
constexpr int least_step = 3;  // characters between two levels of a list

/// The text of blocks, for what is left out.
std::string text_of(const DocxBlocks& blocks) {
    std::string out;
    for (const DocxBlock& block : blocks) {
        if (block.draft.text.empty()) continue;
        if (!out.empty()) out += " / ";
        if (!block.draft.block.label.empty()) out += block.draft.block.label + " ";
        out += block.draft.text;
    }
    return out;
}

/// A style for headings may set whole paragraphs of numbered text.
bool is_prose(const Draft& draft) {
    const int words = count_words(draft.text);
    return words > most_heading_words || (words > most_sentence_words && ends_sentence(draft.text));
}

}  // namespace

DocxStory::DocxStory(const DocxPart& part, DocxContext& context)
    : part_(part), context_(context), xml_(docx_stream(part.bytes)) {}

DocxBlocks DocxStory::read() {
    DocxBlocks out;
    read_blocks(1, out);
    return out;
}

DocxBlocks DocxStory::read_flat() {
    flat_ = true;
    return read();
}

std::vector<DocxStory::Entry> DocxStory::read_entries(std::string_view name) {
    std::vector<Entry> out;
    while (xml_.inside(1)) {
        if (!xml_.is(word, name)) continue;
        Entry entry;
        entry.id = xml_.value("id");
        entry.author = xml_.value("author");
        const std::string_view type = xml_.raw("type");
        entry.separator = !type.empty() && type != "normal";
        read_blocks(xml_.depth(), entry.blocks);
        out.push_back(std::move(entry));
    }
    return out;
}

bool DocxStory::too_deep() {
    constexpr int deepest = 200;
    if (xml_.depth() <= deepest) return false;
    if (!std::exchange(warned_deep_, true)) {
        context_.warnings.push_back({Code::text_cut_off, {}, "elements are nested too deeply"});
    }
    xml_.skip();
    return true;
}

void DocxStory::read_blocks(int level, DocxBlocks& out) {
    std::optional<Paragraph> carried;
    while (xml_.inside(level)) {
        if (!xml_.is_text() && !too_deep()) read_block(out, carried);
    }
    flush(carried, out);
}

void DocxStory::read_block(DocxBlocks& out, std::optional<Paragraph>& carried) {
    if (xml_.is(word, "p")) return read_paragraph(out, carried);
    if (xml_.is(word, "tbl")) {
        flush(carried, out);
        return read_table(out);
    }
    if (xml_.is(word, "sdt")) return read_control(nullptr, &out);
    if (xml_.is(word, "sectPr")) return context_.sections.push_back(read_docx_section(xml_));
    if (xml_.is(compatibility, "Fallback")) return xml_.skip();
    if (xml_.is(word, "altChunk")) {
        context_.left_out.push_back({"embedded document", xml_.value("id"), 0});
        return xml_.skip();
    }
    if (xml_.space() == word && read_change()) return;
    if (xml_.is(word, "r") || xml_.is(word, "hyperlink")) {  // text that no paragraph holds
        Paragraph stray;
        stray.style = context_.styles.paragraph({});
        stray.text.set_page(page_);
        read_inline_child(stray);
        close_paragraph(stray, out);
    }
}

/// True (and its content passed over) for a tracked change whose text is not read.
bool DocxStory::read_change() {
    const std::string_view name = xml_.name();
    const bool added = name == "ins" || name == "moveTo";
    const bool taken = name == "del" || name == "moveFrom";
    const bool gone = context_.tracked == Tracked::accepted ? taken : added;
    if (gone) {
        const std::string_view what = name == "ins"      ? "inserted in a tracked change"
                                      : name == "del"    ? "deleted in a tracked change"
                                      : name == "moveTo" ? "moved here in a tracked change"
                                                         : "moved away in a tracked change";
        leave_out_rest(what);
    }
    return gone;
}

/// Passes over the element at hand and says what text it held.
void DocxStory::leave_out_rest(std::string_view reason) {
    const int level = xml_.depth();
    std::string text;
    bool in_text = false;
    while (xml_.inside(level)) {
        if (xml_.is_text()) {
            if (in_text) text += xml_.text();
            in_text = false;
            continue;
        }
        in_text = xml_.is(word, "t") || xml_.is(word, "delText");
        if (xml_.is(word, "p") || xml_.is(word, "tab") || xml_.is(word, "br")) text += ' ';
    }
    text = nfc(collapse_space(to_valid_utf8(text)));
    if (!text.empty()) context_.left_out.push_back({std::string(reason), std::move(text), page_});
}

void DocxStory::read_paragraph(DocxBlocks& out, std::optional<Paragraph>& carried) {
    Paragraph paragraph;
    if (carried) paragraph = std::move(*carried);
    carried.reset();
    paragraph.properties = DocxParagraphProperties();
    paragraph.style = context_.styles.paragraph({});
    paragraph.text.set_page(page_);
    read_inline(xml_.depth(), paragraph);
    fields_.abandon_instructions();
    if (goes_on(paragraph)) {
        carried = std::move(paragraph);
    } else {
        close_paragraph(paragraph, out);
    }
}

void DocxStory::read_paragraph_properties(Paragraph& paragraph) {
    const int level = xml_.depth();
    while (xml_.inside(level)) {
        if (xml_.is_text()) continue;
        if (xml_.is(word, "sectPr")) {
            context_.sections.push_back(read_docx_section(xml_));
            paragraph.properties.ends_section = true;
        } else {
            take_docx_paragraph_property(xml_, context_.age(), paragraph.properties);
        }
    }
    paragraph.style = context_.styles.paragraph(paragraph.properties.style);
    const DocxToggle breaks = paragraph.properties.page_break;
    const bool styled = context_.styles.at(paragraph.style).page_break && breaks != DocxToggle::off;
    if (styled || breaks == DocxToggle::on) page_turns_ = true;
}

/// True where the paragraph's mark is not there: its text goes on in the next one.
bool DocxStory::goes_on(const Paragraph& paragraph) const {
    const DocxRunProperties& mark = paragraph.properties.mark;
    const bool gone = context_.tracked == Tracked::accepted ? mark.deleted : mark.inserted;
    const bool drop_cap = paragraph.properties.drop_cap && !paragraph.text.empty();
    return gone || drop_cap || (mark.hidden == DocxToggle::on && !paragraph.properties.ends_section);
}

void DocxStory::flush(std::optional<Paragraph>& carried, DocxBlocks& out) {
    if (carried) close_paragraph(*carried, out);
    carried.reset();
}

bool DocxStory::is_left_out(const Paragraph& paragraph) const {
    return fields_.in_contents() || context_.styles.at(paragraph.style).role == DocxRole::contents;
}

void DocxStory::close_paragraph(Paragraph& paragraph, DocxBlocks& out) {
    for (LeftOut& left : paragraph.text.take_left_out()) context_.left_out.push_back(std::move(left));
    add_lines(paragraph, out);
    std::move(paragraph.boxes.begin(), paragraph.boxes.end(), std::back_inserter(out));
    std::move(paragraph.notes.begin(), paragraph.notes.end(), std::back_inserter(out));
    paragraph.boxes.clear();
    paragraph.notes.clear();
}

void DocxStory::add_lines(Paragraph& paragraph, DocxBlocks& out) {
    const std::optional<DocxNumber> number = number_of(paragraph);
    const DocxStyle& style = context_.styles.at(paragraph.style);
    const int outline = paragraph.properties.outline.value_or(style.outline);
    DocxRole role = style.role;
    if (role == DocxRole::text && outline < 9) role = DocxRole::heading;
    if (role == DocxRole::heading && outline >= 9) role = DocxRole::text;
    std::vector<DocxLine> lines = paragraph.text.take();
    if (lines.empty()) return;
    if (is_left_out(paragraph)) {
        std::string text = number ? number->label + " " : "";
        context_.left_out.push_back({"table of contents", text + joined_lines(std::move(lines)).draft.text, 0});
        return;
    }
    if (role != DocxRole::text) {
        DocxLine whole = joined_lines(std::move(lines));
        lines.clear();
        if (is_prose(whole.draft)) role = DocxRole::text;
        lines.push_back(std::move(whole));
    }
    for (std::size_t i = 0; i < lines.size(); ++i) {
        DocxBlock block;
        block.draft = std::move(lines[i].draft);
        block.raised = std::move(lines[i].raised);
        block.style = paragraph.style;
        block.role = role;
        const std::size_t before = block.draft.text.size();
        if (role != DocxRole::text) {
            block.draft.block.kind = BlockKind::heading;
            block.draft.block.level = role == DocxRole::title ? 1 : std::min(outline + 2, 9);
            block.draft.marked = role == DocxRole::heading;
            if (number) {
                this->number(block.draft, paragraph, *number);
                block.draft.block.kind = BlockKind::heading;
                block.draft.block.level = std::min(outline + 2, 9);
            } else {
                take_heading_number(block.draft);
            }
        } else if (i == 0) {
            place_text(block.draft, paragraph, number);
        } else if (!out.empty() && out.back().draft.block.kind == BlockKind::list_item) {
            block.draft.block.kind = BlockKind::list_item;
            block.draft.block.level = out.back().draft.block.level;
        }
        const std::size_t gone = before - block.draft.text.size();
        std::erase_if(block.raised, [&](const Range& range) { return range.begin < gone; });
        for (Range& range : block.raised) range = {range.begin - gone, range.end - gone};
        out.push_back(std::move(block));
    }
}

std::optional<DocxNumber> DocxStory::number_of(const Paragraph& paragraph) {
    const DocxStyle& style = context_.styles.at(paragraph.style);
    const DocxParagraphProperties& own = paragraph.properties;
    const std::optional<int> list = own.list ? own.list : style.list;
    if (!list || *list <= 0) return std::nullopt;
    std::optional<int> depth = own.depth;
    if (!depth && !own.list) {
        depth = context_.numbering.depth_of_style(*list, style.id);
        if (!depth) depth = context_.numbering.depth_of_style(*list, context_.styles.at(style.list_style).id);
    }
    if (!depth) depth = style.depth;
    return context_.numbering.next(*list, depth.value_or(0));
}

void DocxStory::number(Draft& draft, const Paragraph& paragraph, const DocxNumber& number) {
    const auto label = label_at(number.label + "\tX");
    draft.block.label = number.label;
    draft.block.number = number.number;
    if (label && label->text == number.label) set_label(draft, *label);
    const auto inner = number.bullet ? label_at(draft.text) : std::nullopt;
    if (inner && !inner->bulleted && inner->length < draft.text.size()) {
        draft.block.label += " " + inner->text;
        draft.block.number = inner->number;
        drop_front(draft, inner->length);
    }
    const std::optional<int> own = paragraph.properties.indent;
    const int indent = own ? *own : number.indent.value_or(context_.styles.at(paragraph.style).indent.value_or(0));
    if (number.bullet || (label && makes_item(*label))) {
        draft.block.kind = BlockKind::list_item;
        // Levels of one list differ, however little their indents do.
        const int step = std::max(indent / twips_per_character, least_step * number.depth);
        draft.block.level = depth_.place(label && !number.bullet ? *label : Label(), step);
    } else {
        depth_.start_under(Label());
    }
}

void DocxStory::place_text(Draft& draft, const Paragraph& paragraph, const std::optional<DocxNumber>& number) {
    if (number) return this->number(draft, paragraph, *number);
    const int indent = paragraph.properties.indent.value_or(context_.styles.at(paragraph.style).indent.value_or(0));
    take_label(draft, depth_, indent / twips_per_character);
}

/// A content control (17.5.2): its content is text like any other, but not a placeholder nor a table of contents.
void DocxStory::read_control(Paragraph* paragraph, DocxBlocks* out) {
    const int level = xml_.depth();
    std::string_view left_out;
    while (xml_.inside(level)) {
        if (xml_.is_text() || too_deep()) continue;
        if (xml_.is(word, "sdtPr")) {
            const int inner = xml_.depth();
            while (xml_.inside(inner)) {
                if (xml_.is(word, "showingPlcHdr") && docx_is_on(xml_)) left_out = "placeholder";
                if (xml_.is(word, "docPartGallery") && xml_.raw("val") == "Table of Contents")
                    left_out = "table of contents";
            }
        } else if (xml_.is(word, "sdtContent")) {
            read_control_content(paragraph, out, left_out);
        } else {
            xml_.skip();
        }
    }
}

void DocxStory::read_control_content(Paragraph* paragraph, DocxBlocks* out, std::string_view left_out) {
    const int level = xml_.depth();
    if (left_out.empty()) {
        if (paragraph) {
            read_inline(level, *paragraph);
        } else {
            read_blocks(level, *out);
        }
        return;
    }
    DocxBlocks gone;
    if (paragraph) {
        Paragraph inside;
        inside.style = paragraph->style;
        read_inline(level, inside);
        close_paragraph(inside, gone);
    } else {
        read_blocks(level, gone);
    }
    std::string text = text_of(gone);
    if (!text.empty()) context_.left_out.push_back({std::string(left_out), std::move(text), 0});
}

void DocxStory::turn_page() {
    ++page_;
    page_turns_ = false;
}

}  // namespace rapporteur
