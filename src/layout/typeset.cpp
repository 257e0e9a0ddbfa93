#include "layout/typeset.h"

#include "layout/annex_layout.h"

#include <algorithm>
#include <iterator>

#include "support/language_tag.h"

namespace rapporteur {
namespace {

/// Widows and orphans: no page break after the first line or before the last.
void keep_pairs(std::vector<Strip>& strips) {
    if (strips.size() < 2) return;
    strips.front().keep = Keep::hard;
    strips[strips.size() - 2].keep = Keep::hard;
}

Chunk plain_chunk(std::string_view text, const TypeRole& role) {
    Chunk chunk;
    chunk.text = text;
    chunk.look = look_of(role);
    return chunk;
}

/// Parts texts of one element from each other when they are read out.
Chunk blank_chunk(const TypeRole& role) { return plain_chunk(" ", role); }

std::string text_of(const std::vector<Chunk>& chunks) {
    std::string text;
    for (const Chunk& chunk : chunks) text += chunk.text;
    return text.size() > 80 ? text.substr(0, text.find(' ', 70)) + " …" : text;
}

/// Where words stand: the citation that closes them, which names source and page, or else how they begin.
std::string place_of(const std::vector<Chunk>& chunks) {
    for (const Chunk& chunk : chunks)
        if (chunk.gap_before) return chunk.text;
    return text_of(chunks);
}

}  // namespace

Typesetter::Typesetter(const Style& style, const FontSet& fonts, const Hyphenation& hyphenation,
                       const std::string& language, Pages& pages, Diagnostics& diagnostics)
    : style_(style),
      fonts_(fonts),
      hyphenation_(hyphenation),
      language_(language),
      pages_(pages),
      diagnostics_(diagnostics),
      shaper_(fonts),
      breaks_(language),
      right_to_left_(runs_right_to_left(language)),
      page_face_(fonts.files().size(), -1) {}

double Typesetter::start_of(const TextLine& line, bool opposite, const TextSetting& setting) const {
    const bool at_the_end = (setting.align == Align::end) != opposite;
    return at_the_end ? setting.region.x + setting.region.width - line.width : setting.region.x;
}

int Typesetter::add_element(std::string_view element_role, int parent) {
    Element element;
    element.role = element_role;
    element.parent = parent;
    pages_.elements.push_back(std::move(element));
    return static_cast<int>(pages_.elements.size()) - 1;
}

int Typesetter::element_for(const Paragraph& paragraph, const TextSetting& setting) {
    if (setting.furniture) return -1;
    if (setting.bare) return setting.parent;
    int parent = setting.parent;
    if (paragraph.role == "quote") parent = add_element("BlockQuote", parent);
    const int element = add_element("P", parent);
    pages_.elements[static_cast<std::size_t>(element)].language = paragraph.language;
    return element;
}

int Typesetter::tag_chunk(const Chunk& chunk, int paragraph) {
    const bool mark = chunk.kind == Chunk::Kind::strength || chunk.kind == Chunk::Kind::status;
    const bool link = !chunk.target.empty();
    if (!mark && !link && chunk.language.empty()) return paragraph;
    const int index = add_element(mark ? "Figure" : link ? "Link" : "Span", paragraph);
    element(index).alt = chunk.alt;
    element(index).language = chunk.language;
    return index;
}

std::vector<int> Typesetter::tag_chunks(const std::vector<Chunk>& chunks, int paragraph) {
    std::vector<int> elements;
    for (std::size_t i = 0; i < chunks.size(); ++i) {
        const bool same_link = i > 0 && !chunks[i].target.empty() && chunks[i].target == chunks[i - 1].target;
        elements.push_back(paragraph < 0 ? -1 : same_link ? elements.back() : tag_chunk(chunks[i], paragraph));
    }
    return elements;
}

void Typesetter::use_faces(const AtomText& atoms) {
    for (const Piece& piece : atoms.pieces) {
        int& index = page_face_[static_cast<std::size_t>(piece.face)];
        if (!piece.shape || index >= 0) continue;
        const FontFile& file = fonts_.files()[static_cast<std::size_t>(piece.face)];
        index = static_cast<int>(pages_.faces.size());
        pages_.faces.push_back({file.path, file.index});
    }
}

void Typesetter::report(const AtomText& atoms, const std::vector<Chunk>& chunks) {
    for (const std::string& word : atoms.without_glyph)
        if (told_.insert(word).second)
            diagnostics_.push_back({Code::glyph_missing, {}, word + " in: " + place_of(chunks)});
    if (atoms.too_wide) diagnostics_.push_back({Code::text_overflows, {}, text_of(chunks)});
}

std::vector<Strip> Typesetter::paragraph(const Paragraph& paragraph, const TextSetting& setting) {
    const int element = element_for(paragraph, setting);
    std::vector<Strip> strips = lines(paragraph, setting, style_.role(paragraph.role), element);
    if (!paragraph.anchor.empty() && !strips.empty())
        strips.front().items.emplace_back(AnchorItem{paragraph.anchor, setting.region.x, 0});
    mark_cited(paragraph.places, setting.region.x, style_, strips);
    keep_pairs(strips);
    return strips;
}

std::vector<Strip> Typesetter::text(const Inlines& content, std::string_view role, const TextSetting& setting) {
    Paragraph paragraph;
    paragraph.role = role;
    paragraph.content = content;
    return this->paragraph(paragraph, setting);
}

/// In columns that the style hyphenates, what the best choice of lines parts is set in its parts.
AtomText Typesetter::atoms_for(const std::vector<Chunk>& chunks, const TextSetting& setting, const TypeRole& role,
                               std::string_view language) {
    const double width = setting.region.width;
    AtomText atoms = make_atoms(chunks, width, tools(role, language));
    const std::vector<std::size_t> parted = words_to_part(atoms, width);
    return parted.empty() ? atoms : make_atoms(chunks, width, tools(role, language), parted);
}

std::vector<Strip> Typesetter::lines(const Paragraph& paragraph, const TextSetting& setting, const TypeRole& role,
                                     int element) {
    const int first_note = next_note_;
    ChunkedText text = chunk_inlines(paragraph.content, role, style_, setting.in_table, first_note);
    if (setting.bare && !text.chunks.empty()) text.chunks.push_back(blank_chunk(role));
    next_note_ += static_cast<int>(text.notes.size());
    const AtomText atoms = atoms_for(text.chunks, setting, role, paragraph.language);
    use_faces(atoms);
    report(atoms, text.chunks);
    const std::vector<int> elements = tag_chunks(text.chunks, element);
    const std::vector<TextLine> broken =
        setting.even ? break_evenly(atoms.atoms, setting.region.width) : break_lines(atoms.atoms, setting.region.width);
    // A quotation of some lines that runs against the pack begins at the other side; names and titles stay in their
    // column.
    const bool against = atoms.right_to_left != right_to_left_ && role.family != "sans" && !setting.even;
    const bool opposite = against && broken.size() > 1;
    std::vector<Strip> strips;
    for (const TextLine& line : broken) {
        Strip strip;
        strip.height = setting.leading > 0 ? setting.leading : role.leading;
        strip.items = line_items(atoms, line, text.chunks, start_of(line, opposite, setting),
                                 strip.height * style_.grid.baseline, style_, {elements, page_face_, right_to_left_});
        strips.push_back(std::move(strip));
    }
    if (!text.notes.empty()) attach_notes(text.chunks, text.notes, first_note, atoms, broken, strips);
    return strips;
}

void Typesetter::attach_notes(const std::vector<Chunk>& chunks, const std::vector<FootNote>& notes, int first_note,
                              const AtomText& atoms, const std::vector<TextLine>& broken, std::vector<Strip>& strips) {
    std::vector<bool> done(notes.size());
    for (std::size_t i = 0; i < broken.size(); ++i) {
        for (std::size_t atom = broken[i].first; atom < broken[i].end; ++atom) {
            for (std::size_t k = 0; k < atoms.atoms[atom].count; ++k) {
                const int note = chunks[atoms.pieces[atoms.atoms[atom].first + k].chunk].note;
                if (note < 0 || done[static_cast<std::size_t>(note)]) continue;
                done[static_cast<std::size_t>(note)] = true;
                auto strips_of_note = note_strips(notes[static_cast<std::size_t>(note)], first_note + note);
                std::move(strips_of_note.begin(), strips_of_note.end(), std::back_inserter(strips[i].notes));
            }
        }
    }
}

std::vector<Strip> Typesetter::note_strips(const FootNote& note, int number) {
    const int element = add_element("Note", -1);
    const std::string mark = std::to_string(number);
    const double hang = std::max(style_.text.bullet_hang, width(mark, "footnote") + style_.grid.unit / 2);
    Inlines content(note.runs.begin(), note.runs.end());
    TextSetting setting;
    setting.region = {style_.grid.text_x + hang, style_.grid.text_width - hang};
    setting.parent = element;
    std::vector<Strip> strips = text(content, "footnote", setting);
    if (strips.empty()) strips.push_back({.height = style_.role("footnote").leading});
    const int label = add_element("Lbl", element);
    const double baseline = style_.role("footnote").leading * style_.grid.baseline;
    for (PageItem& item : line(mark, "footnote", style_.grid.text_x, label)) {
        std::get<TextItem>(item).baseline = baseline;
        strips.front().items.insert(strips.front().items.begin(), std::move(item));
    }
    return strips;
}

std::vector<PageItem> Typesetter::line(std::string_view text, std::string_view role, double x, int element,
                                       Align align) {
    std::vector<Chunk> chunks{plain_chunk(text, style_.role(role))};
    if (element >= 0) chunks.front().text += ' ';
    const AtomText atoms = make_atoms(chunks, 1e9, tools(style_.role(role)));
    use_faces(atoms);
    report(atoms, chunks);
    if (atoms.atoms.empty()) return {};
    const TextLine whole = whole_line(atoms.atoms);
    const double start = align == Align::end ? x - whole.width : x;
    const std::vector<int> elements{element};
    return line_items(atoms, whole, chunks, start, 0, style_, {elements, page_face_, right_to_left_});
}

double Typesetter::width(std::string_view text, std::string_view role) {
    const TypeRole& type = style_.role(role);
    return whole_line(make_atoms({plain_chunk(text, type)}, 1e9, tools(type)).atoms).width;
}

std::size_t Typesetter::count_lines(std::string_view text, std::string_view role, double column) {
    return break_lines(make_atoms({plain_chunk(text, style_.role(role))}, column, tools(style_.role(role))).atoms,
                       column)
        .size();
}

}  // namespace rapporteur
