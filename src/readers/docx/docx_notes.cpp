#include "readers/docx/docx_notes.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "readers/docx/docx_section.h"
#include "readers/docx/docx_story.h"
#include "readers/docx/docx_xml.h"
#include "readers/note_marks.h"
#include "readers/number_format.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using namespace docx_space;

constexpr std::size_t most_stars = 4;

using Notes = std::map<std::string, DocxBlocks>;

Notes read_notes(DocxPackage& package, const DocxPart& main, const char* type, const char* element,
                 DocxContext& context) {
    Notes out;
    const DocxPart part = package.part(main.target_of(type));
    if (part.bytes.empty()) return out;
    DocxStory story(part, context);
    for (DocxStory::Entry& entry : story.read_entries(element)) {
        if (!entry.separator) out.emplace(entry.id, std::move(entry.blocks));
    }
    if (story.broken() || !part.whole) context.warnings.push_back({Code::text_cut_off, {}, "notes are damaged"});
    return out;
}

/// How the whole document numbers its notes.
void read_settings(DocxPackage& package, const DocxPart& main, DocxNoteFormat& footnotes, DocxNoteFormat& endnotes) {
    const DocxPart part = package.part(main.target_of("settings"));
    XmlStream xml = docx_stream(part.bytes);
    while (xml.inside(1)) {
        if (xml.is(word, "footnotePr")) footnotes = read_docx_note_format(xml);
        if (xml.is(word, "endnotePr")) endnotes = read_docx_note_format(xml);
    }
}

/// Counts the notes of one kind.
class NoteCounter {
public:
    NoteCounter(DocxNoteFormat format, std::string_view usual) : format_(std::move(format)) {
        if (format_.format.empty()) format_.format = usual;
        if (format_.start == 0) format_.start = 1;
        next_ = format_.start;
    }

    std::string next(const DocxNoteFormat& section_format, std::size_t section) {
        const bool anew = section_format.anew_in_sections || format_.anew_in_sections;
        if (section != section_ && anew) next_ = section_format.start > 0 ? section_format.start : format_.start;
        section_ = section;
        return number_in_format(next_++, section_format.format.empty() ? format_.format : section_format.format);
    }

private:
    DocxNoteFormat format_;
    int next_ = 1;
    std::size_t section_ = 0;
};

/// All blocks of a note as one text.
void fill(DocxBlock& note, const Notes& notes) {
    const auto found = notes.find(note.note_id);
    if (found == notes.end()) return;
    for (const DocxBlock& block : found->second) {
        if (block.draft.block.kind == BlockKind::note) continue;
        Draft draft = block.draft;
        const std::string label = std::exchange(draft.block.label, {});
        const std::size_t by = note.draft.text.size() + (note.draft.text.empty() ? 0 : 1);
        append(note.draft, draft, note.draft.text.empty() ? "" : " ");
        for (const Range& range : block.raised) note.raised.push_back({range.begin + by, range.end + by});
    }
    note.draft.block.kind = BlockKind::note;
    note.draft.block.page = 0;
    note.draft.block.page_breaks.clear();
}

/// The mark that the author typed before the note's text is no part of it.
void drop_typed_mark(DocxBlock& note) {
    if (note.mark.empty() || !note.draft.text.starts_with(note.mark)) return;
    if (note.draft.text.size() == note.mark.size()) return;
    drop_front(note.draft, note.mark.size());
    note.raised.clear();
}

/// The mark that begins a paragraph set as a note by hand, empty where none does.
std::string typed_mark(const DocxBlock& block) {
    if (block.role != DocxRole::text || block.draft.block.kind != BlockKind::paragraph) return "";
    const std::string& text = block.draft.text;
    if (!block.raised.empty() && block.raised.front().begin == 0) {
        const Range& range = block.raised.front();
        if (range.end < text.size()) return std::string(trim(text.substr(0, range.end)));
    }
    std::size_t end = 0;
    const std::string digits = superscript_at(text, 0, end);
    return end > 0 && end < text.size() ? digits : "";
}

void make_note(DocxBlock& block, const std::string& mark) {
    block.raised.clear();
    block.draft.block.kind = BlockKind::note;
    block.draft.block.level = 0;
    block.draft.block.number = block.draft.block.label = mark;
}

std::size_t mark_length(const DocxBlock& block) {
    if (!block.raised.empty() && block.raised.front().begin == 0) return block.raised.front().end;
    std::size_t end = 0;
    (void)superscript_at(block.draft.text, 0, end);
    return end;
}

/// True where all marks in "a,b" are those of notes, or where one stands after a word as nothing else does.
bool are_marks(std::string_view raised, std::string_view before, const NoteMarks& marks) {
    bool known = false;
    std::string one;
    for (const char c : std::string(raised) + ",") {
        if (c != ',' && c != ' ') {
            one += c;
            continue;
        }
        known = known || marks.contains(one);
        one.clear();
    }
    if (known || raised.find_first_of("*†‡§") != std::string_view::npos) return true;
    return !before.empty() && is_alpha(decode_before(before, before.size()).value);
}

/// What goes with a mark at `range`: the space before it where another one or an end follows. Empty where it stands
/// alone in a cell or line, as no mark does.
Range stretch_of_mark(std::string_view text, Range range) {
    if (range.begin == 0 || range.end > text.size() || range.empty()) return {};
    while (range.end > range.begin && text[range.end - 1] == ' ') --range.end;
    if (text[range.begin - 1] == '\n') return {};
    if (text[range.begin - 1] != ' ') return range;
    if (range.begin < 2 || text[range.begin - 2] == '|') return {};
    const bool ends = range.end == text.size() || text[range.end] == ' ' || text[range.end] == '\n';
    return {range.begin - (ends ? 1 : 0), range.end};
}

void take_marks_out(DocxBlock& block, const NoteMarks& marks) {
    std::vector<Range> gone;
    const std::string_view text = block.draft.text;
    for (const Range& range : block.raised) {
        const Range stretch = stretch_of_mark(text, range);
        if (stretch.empty() || (!gone.empty() && gone.back().end > stretch.begin)) continue;
        const std::string_view raised = trim(text.substr(range.begin, range.size()));
        if (are_marks(raised, trim(text.substr(0, range.begin)), marks)) gone.push_back(stretch);
    }
    cut_out(block.draft, gone);
    remove_note_marks(block.draft, marks);
    block.raised.clear();
}

/// How many asterisks stand at `at`.
std::size_t stars_at(std::string_view text, std::size_t at) {
    std::size_t end = at;
    while (end < text.size() && text[end] == '*') ++end;
    return end - at;
}

/// The asterisks that end words of a text, as references to notes do: their places.
std::vector<Range> starred_words(std::string_view text) {
    std::vector<Range> out;
    for (std::size_t at = text.find('*'); at != std::string_view::npos; at = text.find('*', at)) {
        const std::size_t end = at + stars_at(text, at);
        const bool after_word = at > 0 && text[at - 1] != ' ' && text[at - 1] != '\n' && text[at - 1] != '(';
        const bool before_end = end == text.size() || text[end] == ' ' || text[end] == '\n' || text[end] == ',' ||
                                text[end] == '.' || text[end] == ')';
        if (after_word && before_end && end - at <= most_stars) out.push_back({at, end});
        at = end;
    }
    return out;
}

/// "*", "**" before a paragraph's text, whether it was taken for a bullet or not.
std::string opening_stars(const DocxBlock& block) {
    const Block& shape = block.draft.block;
    if (block.role != DocxRole::text || shape.kind == BlockKind::table || shape.kind == BlockKind::note) return "";
    if (shape.label == "*" && shape.number.empty()) return "*";
    const std::size_t count = stars_at(block.draft.text, 0);
    const bool apart = count < block.draft.text.size() && block.draft.text[count] == ' ';
    return shape.label.empty() && count > 0 && count <= most_stars && apart ? std::string(count, '*') : "";
}

/// Notes that are typed below the text with asterisks, which end words above them.
void find_starred_notes(DocxBlocks& blocks) {
    std::set<std::string> referred;
    for (const DocxBlock& block : blocks) {
        for (const Range& stars : starred_words(block.draft.text)) referred.insert(std::string(stars.size(), '*'));
    }
    std::set<std::string> notes;
    for (DocxBlock& block : blocks) {
        const std::string mark = opening_stars(block);
        if (mark.empty() || !referred.contains(mark)) continue;
        if (block.draft.block.label.empty()) drop_front(block.draft, mark.size());
        make_note(block, mark);
        notes.insert(mark);
    }
    for (DocxBlock& block : blocks) {
        std::vector<Range> gone = starred_words(block.draft.text);
        std::erase_if(gone, [&](const Range& stars) { return !notes.contains(std::string(stars.size(), '*')); });
        if (gone.empty()) continue;
        cut_out(block.draft, gone);
        block.raised.clear();
    }
}

}  // namespace

void fill_docx_notes(DocxBlocks& blocks, DocxPackage& package, const DocxPart& main, DocxContext& context) {
    const bool any =
        std::any_of(blocks.begin(), blocks.end(), [](const DocxBlock& b) { return b.note != DocxNoteKind::none; });
    if (!any) return;
    DocxNoteFormat footnotes, endnotes;
    read_settings(package, main, footnotes, endnotes);
    const Notes foot = read_notes(package, main, "footnotes", "footnote", context);
    const Notes end = read_notes(package, main, "endnotes", "endnote", context);
    NoteCounter foot_counter(footnotes, "decimal");
    NoteCounter end_counter(endnotes, "lowerRoman");
    const DocxSection plain;
    DocxBlocks out, at_end;
    for (DocxBlock& block : blocks) {
        if (block.note == DocxNoteKind::none) {
            out.push_back(std::move(block));
            continue;
        }
        const DocxSection& section = block.section < context.sections.size() ? context.sections[block.section] : plain;
        const bool is_foot = block.note == DocxNoteKind::footnote;
        fill(block, is_foot ? foot : end);
        if (block.mark.empty()) {
            block.mark = is_foot ? foot_counter.next(section.footnotes, block.section)
                                 : end_counter.next(section.endnotes, block.section);
        } else {
            block.mark = collapse_space(block.mark);
            drop_typed_mark(block);
        }
        block.draft.block.number = block.draft.block.label = block.mark;
        if (!block.draft.text.empty()) (is_foot ? out : at_end).push_back(std::move(block));
    }
    std::move(at_end.begin(), at_end.end(), std::back_inserter(out));
    blocks = std::move(out);
}

void find_typed_notes(DocxBlocks& blocks) {
    NoteMarks marks;
    find_starred_notes(blocks);
    for (DocxBlock& block : blocks) {
        if (block.note != DocxNoteKind::none) marks.insert(block.mark);
        const std::string mark = typed_mark(block);
        if (mark.empty() || mark.size() > 4) continue;
        marks.insert(mark);
        drop_front(block.draft, mark_length(block));
        make_note(block, mark);
    }
    for (DocxBlock& block : blocks) take_marks_out(block, marks);
}

}  // namespace rapporteur
