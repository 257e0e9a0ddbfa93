#include "readers/docx/docx_pack_notes.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "readers/docx/docx_numbering.h"
#include "readers/docx/docx_properties.h"
#include "readers/docx/docx_styles.h"
#include "readers/docx/docx_symbols.h"
#include "readers/docx/docx_xml.h"
#include "support/docx_package.h"
#include "support/notes_tag.h"
#include "support/text.h"

namespace rapporteur {
namespace {

using namespace docx_space;

/// A paragraph as it stands in the document.
struct Written {
    NoteParagraph paragraph;
    std::optional<NotesTag> box;  // that it belongs to
};

/// A table cell that is being read: the box that its text belongs to, once that is known.
struct Cell {
    int depth = 0;
    std::optional<NotesTag> box;
    std::size_t begins = 0;  // among the paragraphs
};

/// A content control that is being read.
struct Control {
    int depth = 0;
    std::optional<NotesTag> box;
    bool untouched = false;  // says that it shows its placeholder
    bool own_words = false;  // the placeholder is one of the word processor's
};

/// A paragraph that is being read.
struct Line {
    int depth = 0;
    NoteParagraph paragraph;
    std::string label;
    int style = -1;
};

void append(NoteParagraph& paragraph, std::string_view text, bool bold, bool italic) {
    if (text.empty()) return;
    if (!paragraph.runs.empty() && paragraph.runs.back().bold == bold && paragraph.runs.back().italic == italic)
        paragraph.runs.back().text += text;
    else
        paragraph.runs.push_back({std::string(text), bold, italic});
}

bool toggled(DocxToggle own, DocxToggle character, DocxToggle paragraph) {
    if (own != DocxToggle::unset) return own == DocxToggle::on;
    return (character == DocxToggle::on) != (paragraph == DocxToggle::on);
}

/// Reads the body once; boxes are told as their tags and bookmarks come along.
class BoxReader {
public:
    BoxReader(const DocxPart& part, const DocxStyles& styles, DocxNumbering numbering)
        : styles_(styles), numbering_(std::move(numbering)), xml_(docx_stream(part.bytes)) {}

    /// False where the document breaks off.
    bool read() {
        for (auto event = xml_.next(); event != XmlStream::Event::finish; event = xml_.next()) {
            if (event == XmlStream::Event::start) start();
            if (event == XmlStream::Event::end) end();
            if (event == XmlStream::Event::text && in_text_) add(xml_.text());
        }
        return !xml_.broken();
    }

    std::vector<Written> take() { return std::move(written_); }
    const std::vector<NotesTag>& boxes() const { return boxes_; }
    bool left_out() const { return left_out_; }

private:
    void start() {
        constexpr int deepest = 200;
        if (xml_.is(compatibility, "Fallback") || xml_.depth() > deepest) return xml_.skip();
        if (xml_.space() != word) return;
        in_text_ = xml_.named("t");
        if (in_text_) return;
        if (xml_.named("tc")) cells_.push_back({xml_.depth(), std::nullopt, written_.size()});
        if (xml_.named("sdt")) controls_.push_back({xml_.depth(), std::nullopt});
        if (xml_.named("p")) lines_.push_back({xml_.depth(), {}, {}, styles_.paragraph({})});
        start_of_control();
        start_of_mark();
        if (!lines_.empty()) start_in_paragraph();
    }

    void start_of_control() {
        if (controls_.empty()) return;
        Control& control = controls_.back();
        if (xml_.named("tag")) meet(control.box = notes_tag_of(xml_.value("val")));
        if (xml_.named("showingPlcHdr")) control.untouched = docx_is_on(xml_);
        if (xml_.named("docPart")) control.own_words = xml_.value("val").starts_with("DefaultPlaceholder");
    }

    void start_of_mark() {
        if (xml_.named("bookmarkStart")) {
            const auto box = notes_tag_of(xml_.value("name"));
            if (!box) return;
            meet(box);
            label_id_ = xml_.value("id");
            claim_cell(*box);
        }
        if (xml_.named("bookmarkEnd") && !label_id_.empty() && xml_.value("id") == label_id_) label_id_.clear();
    }

    /// Whatever stands in the cell above the label was typed there.
    void claim_cell(const NotesTag& box) {
        if (cells_.empty()) return;
        cells_.back().box = box;
        for (std::size_t& i = cells_.back().begins; i < written_.size(); ++i)
            if (!written_[i].box) written_[i].box = box;
    }

    void meet(const std::optional<NotesTag>& box) {
        if (!box) return;
        if (known_.insert(*box).second) boxes_.push_back(*box);
        if (!cells_.empty() && !cells_.back().box) cells_.back().box = box;
    }

    void start_in_paragraph() {
        Line& line = lines_.back();
        if (xml_.named("pPr")) return read_properties(line);
        if (xml_.named("r")) run_ = DocxRunProperties();
        if (xml_.named("rPr")) run_ = read_docx_run_properties(xml_, DocxAge::now);
        if (xml_.named("tab") || xml_.named("ptab")) add("\t");
        if (xml_.named("br") || xml_.named("cr")) add("\n");
        if (xml_.named("noBreakHyphen")) add("\u2011");
        if (xml_.named("sym")) add_symbol();
        if (xml_.named("drawing") || xml_.named("pict") || xml_.named("object") || xml_.named("footnoteReference") ||
            xml_.named("endnoteReference"))
            left_out_ = left_out_ || box_at_hand();
        if (xml_.named("del") || xml_.named("moveFrom") || xml_.named("instrText") || xml_.named("delText"))
            xml_.skip();
    }

    void read_properties(Line& line) {
        const DocxParagraphProperties own = read_docx_paragraph_properties(xml_, DocxAge::now);
        line.style = styles_.paragraph(own.style);
        const DocxStyle& style = styles_.at(line.style);
        const std::optional<int> list = own.list ? own.list : style.list;
        if (!list || *list <= 0) return;
        const auto number = numbering_.next(*list, own.depth.value_or(style.depth.value_or(0)));
        if (number) line.label = number->label;
    }

    void add_symbol() {
        const std::string code = xml_.value("char");
        unsigned value = 0;
        std::from_chars(code.data(), code.data() + code.size(), value, 16);
        add(symbol_sign(value, docx_font_named(xml_.value("font"))));
    }

    std::optional<NotesTag> box_at_hand() const {
        for (auto control = controls_.rbegin(); control != controls_.rend(); ++control)
            if (control->box) return control->box;
        for (auto cell = cells_.rbegin(); cell != cells_.rend(); ++cell)
            if (cell->box) return cell->box;
        return std::nullopt;
    }

    /// True for the words that a word processor shows in an empty control.
    bool is_foreign_placeholder(const DocxStyle* character) const {
        const bool shown = std::any_of(controls_.begin(), controls_.end(), [](const Control& control) {
            return control.box && control.untouched && control.own_words;
        });
        return shown && character && character->name == "placeholder text";
    }

    void add(std::string_view text) {
        if (lines_.empty() || !label_id_.empty()) return;
        Line& line = lines_.back();
        const DocxStyle* character = run_.style.empty() ? nullptr : styles_.character(run_.style);
        if (is_foreign_placeholder(character)) return;
        const DocxRunProperties& paragraph = styles_.at(line.style).look;
        const DocxRunProperties none;
        const DocxRunProperties& look = character ? character->look : none;
        append(line.paragraph, text, toggled(run_.bold, look.bold, paragraph.bold),
               toggled(run_.italic, look.italic, paragraph.italic));
    }

    void end() {
        const int gone = xml_.depth() + 1;
        in_text_ = false;
        if (!lines_.empty() && lines_.back().depth == gone) close_paragraph();
        if (!controls_.empty() && controls_.back().depth == gone) controls_.pop_back();
        if (!cells_.empty() && cells_.back().depth == gone) cells_.pop_back();
    }

    void close_paragraph() {
        Line line = std::move(lines_.back());
        lines_.pop_back();
        if (!line.label.empty()) {
            NoteParagraph labelled;
            append(labelled, line.label + " ", false, false);
            for (const NoteRun& run : line.paragraph.runs) append(labelled, run.text, run.bold, run.italic);
            line.paragraph = std::move(labelled);
        }
        written_.push_back({std::move(line.paragraph), box_at_hand()});
    }

    const DocxStyles& styles_;
    DocxNumbering numbering_;
    XmlStream xml_;
    std::vector<Cell> cells_;
    std::vector<Control> controls_;
    std::vector<Line> lines_;  // text boxes hold paragraphs inside paragraphs
    DocxRunProperties run_;
    std::string label_id_;  // of the bookmark around a label, while it lasts
    bool in_text_ = false, left_out_ = false;
    std::vector<Written> written_;
    std::vector<NotesTag> boxes_;  // in the order of the document
    std::set<NotesTag> known_;
};

/// Texts of the pack's custom properties by name.
std::map<std::string, std::string> custom_properties(const DocxPart& part) {
    std::map<std::string, std::string> out;
    XmlStream xml = docx_stream(part.bytes);
    std::string name;
    while (xml.inside(1)) {
        if (xml.is_text())
            out[name] += xml.text();
        else if (xml.named("property"))
            name = xml.value("name");
    }
    return out;
}

/// Takes the words of an untouched box out of a paragraph, wherever in it they stand.
void remove_placeholder(NoteParagraph& paragraph, const std::string& placeholder) {
    for (NoteRun& run : paragraph.runs) {
        const std::size_t at = placeholder.empty() ? std::string::npos : run.text.find(placeholder);
        if (at != std::string::npos) run.text.erase(at, placeholder.size());
    }
}

/// Blanks at the ends go, and a run of nothing but blanks joins the one before it.
NoteParagraph tidy(const NoteParagraph& paragraph) {
    NoteParagraph out;
    for (const NoteRun& run : paragraph.runs) {
        const bool blank = trim(run.text).empty();
        if (blank && out.runs.empty()) continue;
        append(out, run.text, blank ? out.runs.back().bold : run.bold, blank ? out.runs.back().italic : run.italic);
    }
    if (out.runs.empty()) return out;
    std::string& first = out.runs.front().text;
    first.erase(0, std::min(first.find_first_not_of(" \t\n"), first.size()));
    std::string& last = out.runs.back().text;
    last.erase(last.find_last_not_of(" \t\n") + 1);
    std::erase_if(out.runs, [](const NoteRun& run) { return run.text.empty(); });
    return out;
}

class NotesGatherer {
public:
    NotesGatherer(PackNotes& notes, const std::map<std::string, std::string>& properties)
        : notes_(notes), properties_(properties) {
        notes_.title = property(std::string(pack_property));
    }

    void add_box(const NotesTag& box) { item(box.key); }

    void add(Written written) {
        if (!written.box) return;
        remove_placeholder(written.paragraph, property(std::string(placeholder_property)));
        NoteParagraph paragraph = tidy(written.paragraph);
        if (paragraph.runs.empty()) return;
        ItemNotes& notes = item(written.box->key);
        (written.box->part == NotesPart::position ? notes.position : notes.notes).push_back(std::move(paragraph));
    }

private:
    std::string property(const std::string& name) const {
        const auto found = properties_.find(name);
        return found == properties_.end() ? std::string() : found->second;
    }

    ItemNotes& item(const std::string& key) {
        const auto [entry, fresh] = places_.try_emplace(key, notes_.items.size());
        if (!fresh) return notes_.items[entry->second];
        ItemNotes& made = notes_.items.emplace_back();
        made.key = key;
        const std::string words = property(std::string(item_property) + key);
        const std::size_t at = words.find(item_separator);
        made.number = at == std::string::npos ? "" : words.substr(0, at);
        made.title = at == std::string::npos ? words : words.substr(at + item_separator.size());
        return made;
    }

    PackNotes& notes_;
    const std::map<std::string, std::string>& properties_;
    std::map<std::string, std::size_t> places_;
};

}  // namespace

Result<PackNotes> read_pack_notes(std::string_view bytes, const std::string& file, Diagnostics& told) {
    auto package = DocxPackage::open(bytes);
    if (!package) return Diagnostic{package.error().code, {file}, package.error().detail};
    auto main = package->main();
    if (!main) return Diagnostic{main.error().code, {file}, main.error().detail};
    const DocxPart styles_part = package->part(main->target_of("styles"));
    const DocxStyles styles(styles_part.bytes);
    const DocxPart numbering_part = package->part(main->target_of("numbering"));
    const auto properties = custom_properties(package->root_part("custom-properties"));

    BoxReader reader(*main, styles, DocxNumbering(numbering_part.bytes, styles));
    if (!reader.read() || !main->whole || package->cut_off())
        return Diagnostic{Code::document_damaged, {file}, "the document breaks off: its notes may not be whole"};
    PackNotes notes;
    notes.file = file;
    NotesGatherer gatherer(notes, properties);
    for (const NotesTag& box : reader.boxes()) gatherer.add_box(box);
    for (Written& written : reader.take()) gatherer.add(std::move(written));
    if (reader.left_out()) told.push_back({Code::notes_cut, {file}, ""});
    return notes;
}

}  // namespace rapporteur
