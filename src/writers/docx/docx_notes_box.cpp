#include "writers/docx/docx_notes_box.h"

#include <algorithm>
#include <cmath>

#include "support/notes_tag.h"
#include "support/text.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_table.h"
#include "writers/docx/docx_table_styles.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

// Word refuses names and tags of content controls of more than 64 characters.
std::string within_limit(const std::string& name) {
    constexpr std::size_t most = 64;
    std::size_t end = 0;
    for (std::size_t i = 0; i < most && end < name.size(); ++i) end += decode_at(name, end).bytes;
    return name.substr(0, end);
}

std::string joined(const std::string& first, const std::string& second) {
    return first.empty() || second.empty() ? first + second : first + ", " + second;
}

// One half of a box: its label and what stands in it.
struct Half {
    NotesPart part;
    const std::string& label;
    const std::string& note;
    const std::vector<Paragraph>& written;
    double height;
};

class NotesWriter {
public:
    NotesWriter(DocxWriting& writing, const NotesBox& notes, double width)
        : writing_(writing), style_(writing.style), notes_(notes), width_(width), box_(writing.next_box++) {}

    std::string table() {
        const NotesHeights height = heights();
        const std::string none;
        std::string rows;
        for (const Half& half :
             {Half{NotesPart::position, notes_.position_label, notes_.position_note, notes_.position, height.position},
              Half{NotesPart::notes, notes_.notes_label, none, notes_.notes, height.notes}})
            if (!notes_.loose || !half.written.empty()) rows += row(half);
        return table_xml({.style = notes_table_style,
                          .columns = {width_},
                          .title = joined(notes_.item, notes_.title),
                          .right_to_left = writing_.right_to_left()},
                         rows);
    }

private:
    // As on the laid-out page, less some lines, since Word may break the text above otherwise; else a page of its own.
    NotesHeights heights() const {
        if (notes_.loose) return {};
        const double label = style_.role("notes-label").leading, line = style_.notes.line_pitch;
        const auto laid = writing_.notes.find(box_);
        if (laid != writing_.notes.end() && laid->second.position > 0 && laid->second.notes > 0)
            return {laid->second.position + label, std::max(laid->second.notes + label - 2 * line, 2 * line)};
        const double whole = style_.body_height() - style_.notes.clearance - 2 * style_.role("row-label").leading;
        const double position = std::min(style_.notes.position_height, whole);
        return {position, whole - position};
    }

    bool named() const { return !notes_.key.empty(); }

    // The bookmark says which box this is where a word processor loses the control's tag.
    std::string label(const Half& half) {
        std::string runs = writing_.inlines.text(half.label);
        if (!half.note.empty()) runs += writing_.inlines.text("   " + half.note, "notes-note", "notes-label");
        if (named()) runs = writing_.places.placed(label_bookmark({half.part, notes_.key}), runs);
        return paragraph_xml({.style = style_id(style_, "notes-label")}, runs);
    }

    ParagraphLook line_look() const { return {.style = notes_line_style}; }

    // How high the written text is about: Word sets it anew.
    double text_height(const std::vector<Paragraph>& written) const {
        const TypeRole& role = style_.role("own");
        constexpr double average_letter = 0.5;  // of the size
        const double letters = (width_ - 2 * style_.notes.inset) / (role.size * average_letter);
        double lines = 0;
        for (const Paragraph& paragraph : written)
            lines +=
                std::max(std::ceil(static_cast<double>(count_code_points(words_of(paragraph.content))) / letters), 1.0);
        return lines * role.leading;
    }

    // Dotted lines under paragraphs one can write into, so that lines stay under what is typed.
    std::string empty_lines(double height, bool untouched) const {
        const int count =
            std::max(1, static_cast<int>((height - style_.notes.first_line) / style_.notes.line_pitch) + 1);
        std::string out;
        for (int i = 0; i < count; ++i) {
            const bool says = untouched && i == 0 && !notes_.placeholder.empty();
            out += paragraph_xml(line_look(),
                                 says ? run_xml({.style = placeholder_style}, notes_.placeholder) : std::string());
        }
        return out;
    }

    std::string content(const Half& half) {
        std::string out;
        for (const Paragraph& paragraph : half.written) {
            ParagraphLook look{.style = notes_text_style};
            const bool from_right = runs_right_to_left(paragraph.language);
            if (!paragraph.language.empty() && from_right != writing_.right_to_left()) look.right_to_left = from_right;
            out += paragraph_xml(look, writing_.inlines.runs(paragraph.content, "own", paragraph.language));
        }
        const double left = half.height - text_height(half.written);
        return notes_.loose ? out : out + empty_lines(left, half.written.empty());
    }

    std::string control(const Half& half) {
        const std::string name = joined(joined(half.label, notes_.item), notes_.title);
        const std::string tag_name = named() ? control_tag({half.part, notes_.key}) : joined(half.label, notes_.item);
        constexpr int first_id = 1000;
        const int id = first_id + 2 * box_ + (half.part == NotesPart::notes ? 1 : 0);
        std::string look = property("w:alias", within_limit(name)) + property("w:tag", within_limit(tag_name)) +
                           property("w:id", std::to_string(id)) + property("w:lock", "sdtLocked");
        if (half.written.empty()) look += "<w:showingPlcHdr/>";
        return tag("w:sdt", {}, tag("w:sdtPr", {}, look + "<w:richText/>") + tag("w:sdtContent", {}, content(half)));
    }

    std::string row(const Half& half) {
        const std::string end = paragraph_xml({.before = 0, .after = 0, .line = 1}, "");
        return row_xml({.whole = half.written.empty(), .height = half.height},
                       cell_xml({.width = width_}, label(half) + control(half) + end));
    }

    DocxWriting& writing_;
    const Style& style_;
    const NotesBox& notes_;
    double width_;
    int box_;
};

// What reading the notes again needs to know of the item.
void add_properties(DocxWriting& writing, const NotesBox& notes) {
    if (notes.key.empty()) return;
    if (!notes.placeholder.empty()) writing.properties.emplace(placeholder_property, notes.placeholder);
    writing.properties.emplace(
        std::string(item_property) + notes.key,
        collapse_space(notes.number) + std::string(item_separator) + collapse_space(notes.title));
}

}  // namespace

std::map<int, NotesHeights> notes_heights(const Pages& pages) {
    std::map<int, NotesHeights> heights;
    for (const auto& page : pages.pages)
        for (const auto& item : page.items)
            if (const auto* field = std::get_if<FieldItem>(&item)) {
                NotesHeights& box = heights[field->box];
                double& height = field->part == NotesPart::position ? box.position : box.notes;
                if (height == 0) height = field->area.y1 - field->area.y0;
            }
    return heights;
}

void add_notes_box(DocxWriting& writing, const NotesBox& notes, DocxBody& body, const DocxMeasure& measure) {
    const Space above{writing.style.notes.above, 0};
    add_properties(writing, notes);
    if (notes.loose && notes.position.empty() && notes.notes.empty()) return;
    if (!notes.item.empty())
        body.add_paragraph({.style = style_id(writing.style, "row-label"), .keep_next = true},
                           writing.inlines.text(notes.item), above, {});
    body.add_table(NotesWriter(writing, notes, measure.width).table(), above);
}

}  // namespace rapporteur
