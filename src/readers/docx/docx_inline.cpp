#include <algorithm>
#include <charconv>
#include <utility>

#include "readers/docx/docx_story.h"
#include "readers/docx/docx_symbols.h"
#include "readers/docx/docx_xml.h"
#include "support/text.h"

// What stands inside a paragraph: runs, fields, links, drawings, formulas.
namespace rapporteur {
namespace {

using namespace docx_space;

/// 17.7.3: a property of style and character style together cancels out; the run's own word is the last.
bool toggled(DocxToggle own, DocxToggle character, DocxToggle paragraph, DocxToggle fallback) {
    if (own != DocxToggle::unset) return own == DocxToggle::on;
    if (character == DocxToggle::unset && paragraph == DocxToggle::unset) return fallback == DocxToggle::on;
    return (character == DocxToggle::on) != (paragraph == DocxToggle::on);
}

/// XML's white space goes where xml:space does not keep it; a no-break space is text.
std::string_view without_outer_blanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t begin = text.find_first_not_of(blanks);
    if (begin == std::string_view::npos) return {};
    return text.substr(begin, text.find_last_not_of(blanks) - begin + 1);
}

template <class Value>
Value first_set(Value own, Value character, Value paragraph, Value fallback, Value none) {
    for (const Value value : {own, character, paragraph}) {
        if (value != none) return value;
    }
    return fallback;
}

}  // namespace

DocxLook DocxStory::look_of(const DocxRunProperties& run, int style) const {
    static const DocxRunProperties nothing;
    const DocxStyle* named = run.style.empty() ? nullptr : context_.styles.character(run.style);
    const DocxRunProperties& character = named ? named->look : nothing;
    const DocxRunProperties& paragraph = context_.styles.at(style).look;
    const DocxRunProperties& defaults = context_.styles.defaults();
    DocxLook look;
    look.bold = toggled(run.bold, character.bold, paragraph.bold, defaults.bold);
    look.italic = toggled(run.italic, character.italic, paragraph.italic, defaults.italic);
    look.hidden = toggled(run.hidden, character.hidden, paragraph.hidden, defaults.hidden);
    look.struck = toggled(run.struck, character.struck, paragraph.struck, defaults.struck);
    look.font = first_set(run.font, character.font, paragraph.font, defaults.font, DocxFont::unset);
    look.vertical =
        first_set(run.vertical, character.vertical, paragraph.vertical, defaults.vertical, DocxVertical::unset);
    look.half_points =
        first_set(run.half_points, character.half_points, paragraph.half_points, defaults.half_points, 0);
    return look;
}

std::string DocxStory::link() const { return hyperlink_.empty() ? fields_.link() : hyperlink_; }

void DocxStory::add(Paragraph& paragraph, std::string_view text, const DocxLook& look) {
    if (text.empty() || fields_.in_instruction()) return;
    if (page_turns_) {
        turn_page();
        paragraph.text.set_page(page_);
    }
    ++added_;
    paragraph.text.add(text, look, link());
}

void DocxStory::read_inline(int level, Paragraph& paragraph) {
    while (xml_.inside(level)) {
        if (!xml_.is_text() && !too_deep()) read_inline_child(paragraph);
    }
}

void DocxStory::read_inline_child(Paragraph& paragraph) {
    if (xml_.is(word, "r")) return read_run(xml_.depth(), paragraph, look_of({}, paragraph.style));
    if (xml_.is(word, "pPr")) return read_paragraph_properties(paragraph);
    if (xml_.is(word, "hyperlink")) return read_link(paragraph);
    if (xml_.is(word, "fldSimple")) return read_simple_field(paragraph);
    if (xml_.is(word, "sdt")) return read_control(&paragraph, nullptr);
    if (xml_.is(maths, "oMath")) return read_maths(paragraph);
    if (xml_.is(compatibility, "AlternateContent")) return read_alternatives(paragraph, false, {});
    if (xml_.space() == word) {
        // Other elements (w:smartTag, w:customXml, w:bdo) only wrap what the loop comes to next.
        if (!read_change() && xml_.name().ends_with("Pr")) xml_.skip();
    }
}

void DocxStory::read_link(Paragraph& paragraph) {
    const int level = xml_.depth();
    const auto relation = part_.relations.find(xml_.value("id"));
    std::string target = relation == part_.relations.end() ? "" : relation->second.target;
    const std::string anchor = xml_.value("anchor");
    if (!anchor.empty()) target += "#" + anchor;
    const std::string outer = std::exchange(hyperlink_, std::move(target));
    read_inline(level, paragraph);
    hyperlink_ = outer;
}

void DocxStory::read_simple_field(Paragraph& paragraph) {
    const int level = xml_.depth();
    fields_.begin_simple(xml_.value("instr"));
    read_inline(level, paragraph);
    fields_.end();
}

/// Markup compatibility (ISO/IEC 29500-3): the first choice that gives text, else the fallback.
void DocxStory::read_alternatives(Paragraph& paragraph, bool in_run, const DocxLook& look) {
    const int level = xml_.depth();
    const std::size_t before = added_;
    while (xml_.inside(level)) {
        const bool branch = xml_.is(compatibility, "Choice") || xml_.is(compatibility, "Fallback");
        if (!branch) continue;
        if (added_ != before || too_deep()) {
            xml_.skip();
        } else if (in_run) {
            read_run(xml_.depth(), paragraph, look);
        } else {
            read_inline(xml_.depth(), paragraph);
        }
    }
}

/// A formula in a line: its signs in order, fractions and scripts as they are typed.
void DocxStory::read_maths(Paragraph& paragraph) {
    const int level = xml_.depth();
    const DocxLook look = look_of({}, paragraph.style);
    bool in_text = false;
    while (xml_.inside(level)) {
        if (xml_.is_text()) {
            if (in_text) add(paragraph, xml_.text(), look);
            in_text = false;
            continue;
        }
        in_text = xml_.is(maths, "t");
        if (xml_.is(maths, "den")) add(paragraph, "/", look);
        if (xml_.is(maths, "sup")) add(paragraph, "^", look);
        if (xml_.is(maths, "sub")) add(paragraph, "_", look);
        if (xml_.is(maths, "rad")) add(paragraph, "√", look);
        if (xml_.is(maths, "deg") || xml_.name().ends_with("Pr")) xml_.skip();
    }
}

void DocxStory::read_run(int level, Paragraph& paragraph, DocxLook look) {
    while (xml_.inside(level)) {
        if (!xml_.is_text() && !too_deep()) read_run_child(paragraph, look);
    }
    awaits_mark_ = false;
}

void DocxStory::read_run_child(Paragraph& paragraph, DocxLook& look) {
    if (xml_.space() == compatibility) {
        if (xml_.named("AlternateContent")) read_alternatives(paragraph, true, look);
        return;
    }
    if (xml_.space() != word) return;
    if (xml_.named("t") || xml_.named("delText")) return read_text(paragraph, look);
    if (xml_.named("rPr")) {
        look = look_of(read_docx_run_properties(xml_, context_.age()), paragraph.style);
    } else if (xml_.named("tab") || xml_.named("ptab")) {
        if (!fields_.in_instruction()) paragraph.text.add_tab();
    } else if (xml_.named("br") || xml_.named("cr")) {
        read_break(paragraph);
    } else if (xml_.named("noBreakHyphen")) {
        add(paragraph, "-", look);
    } else if (xml_.named("sym")) {
        read_symbol(paragraph, look);
    } else if (xml_.named("fldChar")) {
        read_field_mark();
    } else if (xml_.named("instrText")) {
        read_instruction();
    } else if (xml_.named("footnoteReference")) {
        read_note_mark(paragraph, DocxNoteKind::footnote, look);
    } else if (xml_.named("endnoteReference")) {
        read_note_mark(paragraph, DocxNoteKind::endnote, look);
    } else if (xml_.named("lastRenderedPageBreak")) {
        page_turns_ = false;
        seen_breaks_ = true;
        turn_page();
        paragraph.text.set_page(page_);
    } else if (xml_.named("drawing") || xml_.named("pict") || xml_.named("object")) {
        read_drawing(paragraph);
    } else if (xml_.named("rt") || xml_.named("delInstrText") || xml_.named("rubyPr")) {
        xml_.skip();  // a gloss over the text, and what prints nothing
    }
}

void DocxStory::read_text(Paragraph& paragraph, const DocxLook& look) {
    const int level = xml_.depth();
    const bool keeps_space = xml_.raw("space") == "preserve";
    while (xml_.inside(level)) {
        if (!xml_.is_text()) continue;
        const std::string resolved = xml_.is_plain() ? std::string() : xml_.text();
        std::string_view text = xml_.is_plain() ? xml_.raw_text() : std::string_view(resolved);
        if (!keeps_space) text = without_outer_blanks(text);
        if (awaits_mark_ && !paragraph.notes.empty()) {
            paragraph.notes.back().mark += text;
        } else {
            add(paragraph, text, look);
        }
    }
}

void DocxStory::read_instruction() {
    const int level = xml_.depth();
    while (xml_.inside(level)) {
        if (xml_.is_text()) fields_.add_instruction(xml_.text());
    }
}

void DocxStory::read_field_mark() {
    const std::string_view type = xml_.raw("fldCharType");
    if (type == "begin") fields_.begin();
    if (type == "separate") fields_.separate();
    if (type == "end") fields_.end();
    xml_.skip();
}

void DocxStory::read_break(Paragraph& paragraph) {
    const std::string_view type = xml_.raw("type");
    if (fields_.in_instruction()) return;
    if (type == "page") {
        page_turns_ = true;
    } else if (type == "column") {
        paragraph.text.add_tab();
    } else {
        paragraph.text.break_line();
    }
}

void DocxStory::read_symbol(Paragraph& paragraph, DocxLook look) {
    const std::string_view code = xml_.raw("char");
    unsigned value = 0;
    std::from_chars(code.data(), code.data() + code.size(), value, 16);
    DocxFont font = docx_font_named(xml_.value("font"));
    std::string text;
    if (value > 0x20 && value < 0xFFFE) append_utf8(text, value);
    if (font == DocxFont::text && value >= 0xF020 && value <= 0xF0FF) font = DocxFont::symbol;
    look.font = font;
    add(paragraph, text, look);
}

void DocxStory::read_note_mark(Paragraph& paragraph, DocxNoteKind kind, const DocxLook& look) {
    if (fields_.in_instruction() || look.hidden) return;
    DocxBlock note;
    note.note = kind;
    note.note_id = xml_.value("id");
    note.section = context_.sections.size();
    const std::string_view custom = xml_.raw("customMarkFollows");
    awaits_mark_ = custom == "1" || custom == "true" || custom == "on";
    paragraph.notes.push_back(std::move(note));
}

/// Pictures, charts and shapes: only text boxes hold text of the document.
void DocxStory::read_drawing(Paragraph& paragraph) {
    const int level = xml_.depth();
    while (xml_.inside(level)) {
        if (!xml_.is_text() && !too_deep()) read_drawing_child(paragraph);
    }
}

void DocxStory::read_drawing_child(Paragraph& paragraph) {
    if (xml_.is(word, "txbxContent")) return read_box(paragraph);
    if (xml_.is(compatibility, "AlternateContent")) {
        const int level = xml_.depth();
        const std::size_t before = added_;
        while (xml_.inside(level)) {
            if (xml_.is_text()) continue;
            if (xml_.is(compatibility, "Fallback") && added_ != before) {
                xml_.skip();
            } else {
                read_drawing_child(paragraph);
            }
        }
        return;
    }
    if (xml_.is(chart, "chart") || xml_.is(chart, "relIds")) {
        context_.left_out.push_back({"chart", xml_.is(chart, "chart") ? "chart" : "diagram", page_});
    } else if (xml_.is(drawing, "docPr")) {
        std::string described = collapse_space(to_valid_utf8(xml_.value("descr")));
        if (!described.empty()) context_.left_out.push_back({"picture", std::move(described), page_});
    } else if (xml_.is(vector, "textpath")) {
        context_.left_out.push_back({"drawn text", collapse_space(to_valid_utf8(xml_.value("string"))), page_});
    }
}

void DocxStory::read_box(Paragraph& paragraph) {
    const DocxFields outer = std::exchange(fields_, DocxFields());
    const std::string outer_link = std::exchange(hyperlink_, {});
    const bool outer_mark = std::exchange(awaits_mark_, false);
    read_blocks(xml_.depth(), paragraph.boxes);
    fields_ = outer;
    hyperlink_ = outer_link;
    awaits_mark_ = outer_mark;
}

}  // namespace rapporteur
