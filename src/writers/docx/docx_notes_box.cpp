#include "writers/docx/docx_notes_box.h"

#include <algorithm>

#include "support/text.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

// Word refuses names of content controls of more than 64 characters.
std::string within_limit(const std::string& name) {
    constexpr std::size_t most = 64;
    std::size_t end = 0;
    for (std::size_t i = 0; i < most && end < name.size(); ++i) end += decode_at(name, end).bytes;
    return name.substr(0, end);
}

class NotesWriter {
public:
    NotesWriter(DocxWriting& writing, const NotesBox& notes, double width)
        : writing_(writing), style_(writing.style), notes_(notes), width_(width) {}

    std::string table() const {
        const NotesHeights::Box height = heights();
        return table_xml({.columns = {width_}, .description = notes_.item, .right_to_left = writing_.right_to_left()},
                         row(notes_.position_label, notes_.position_note, height.position) +
                             row(notes_.notes_label, "", height.notes));
    }

private:
    // As on the laid-out page, less some lines, since Word may break the text above otherwise; else a page of its own.
    NotesHeights::Box heights() const {
        const double label = style_.role("notes-label").leading, line = style_.notes.line_pitch;
        if (auto laid = writing_.notes.next())
            return {laid->position + label, std::max(laid->notes + label - 2 * line, 2 * line)};
        const double whole = style_.body_height() - style_.notes.clearance - 2 * style_.role("row-label").leading;
        const double position = std::min(style_.notes.position_height, whole);
        return {position, whole - position};
    }

    std::string label(const std::string& words, const std::string& note) const {
        std::string runs = writing_.inlines.text(words);
        if (!note.empty()) runs += writing_.inlines.text("   " + note, "notes-note", "notes-label");
        return paragraph_xml({.style = style_id(style_, "notes-label")}, runs);
    }

    // Dotted lines under paragraphs one can write into, so that lines stay under what is typed.
    std::string lines(double height) const {
        const int count =
            std::max(1, static_cast<int>((height - style_.notes.first_line) / style_.notes.line_pitch) + 1);
        const auto rule = [this](const char* side) {
            return tag(side, {{"w:val", "dotted"},
                              {"w:sz", eighth_points(style_.notes.line_width)},
                              {"w:space", "0"},
                              {"w:color", hex_colour(style_.colour("rule"))}});
        };
        ParagraphLook look{.style = style_id(style_, "own")};
        look.borders = tag("w:pBdr", {}, rule("w:bottom") + rule("w:between"));
        look.line = style_.notes.line_pitch;
        look.before = 0;
        look.indent = 0;
        std::string out;
        for (int i = 0; i < count; ++i) out += paragraph_xml(look, "");
        return out;
    }

    std::string control(const std::string& words, const std::string& content) const {
        const std::string name = within_limit(notes_.item.empty() ? words : words + ", " + notes_.item);
        return tag(
            "w:sdt", {},
            tag("w:sdtPr", {}, property("w:alias", name) + property("w:tag", name)) + tag("w:sdtContent", {}, content));
    }

    std::string row(const std::string& words, const std::string& note, double height) const {
        const CellLine line{style_.rule.heavy, style_.colour("ink")}, side{style_.rule.light, style_.colour("rule")};
        const CellLook look{.width = width_,
                            .top = line,
                            .bottom = line,
                            .left = side,
                            .right = side,
                            .margin_top = style_.table.padding,
                            .margin_bottom = style_.table.padding,
                            .margin_left = style_.notes.inset,
                            .margin_right = style_.notes.inset};
        const std::string end = paragraph_xml({.before = 0, .after = 0, .line = 1}, "");
        return row_xml({.whole = true, .height = height},
                       cell_xml(look, label(words, note) + control(words, lines(height)) + end));
    }

    DocxWriting& writing_;
    const Style& style_;
    const NotesBox& notes_;
    double width_;
};

}  // namespace

NotesHeights::NotesHeights(const Pages& pages) {
    for (const auto& page : pages.pages)
        for (const auto& item : page.items)
            if (const auto* field = std::get_if<FieldItem>(&item)) fields_.push_back(field->area.y1 - field->area.y0);
}

std::optional<NotesHeights::Box> NotesHeights::next() {
    if (next_ + 1 >= fields_.size()) return std::nullopt;
    next_ += 2;
    return Box{fields_[next_ - 2], fields_[next_ - 1]};
}

void add_notes_box(DocxWriting& writing, const NotesBox& notes, DocxBody& body, const DocxMeasure& measure) {
    const Space above{writing.style.notes.above, 0};
    if (!notes.item.empty())
        body.add_paragraph({.style = style_id(writing.style, "row-label"), .keep_next = true},
                           writing.inlines.text(notes.item), above, {});
    body.add_table(NotesWriter(writing, notes, measure.width).table(), above);
}

}  // namespace rapporteur
