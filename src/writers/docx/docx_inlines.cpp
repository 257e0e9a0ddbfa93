#include "writers/docx/docx_inlines.h"

#include <utility>

#include "layout/bidi.h"
#include "support/language_tag.h"
#include "support/text.h"
#include "writers/docx/docx_styles.h"
#include "writers/docx/docx_xml.h"
#include "writers/live_address.h"

namespace rapporteur {
namespace {

std::string with_fixed_spaces(const std::string& text) {
    std::string out;
    for (const char c : text) c == ' ' ? out += "\u00A0" : out += c;
    return out;
}

MarkPicture draw_status(int state, const Style& style, bool) {
    return status_picture(static_cast<DocumentState>(state), style);
}

bool is_table_role(const std::string& role) { return role.starts_with("table-"); }

// The separators that Word wants in every footnotes part (ECMA-376-1, 17.11.23).
std::string separator(const char* id, const char* type, const char* mark) {
    return tag("w:footnote", {{"w:type", type}, {"w:id", id}}, tag("w:p", {}, tag("w:r", {}, tag(mark))));
}

}  // namespace

DocxInlines::DocxInlines(const Style& style, const std::string& language, DocxPlaces& places,
                         Relationships& relationships)
    : style_(style), language_(language), places_(places), relationships_(relationships) {}

std::string DocxInlines::text(const std::string& text, const std::string& role, const std::string& around,
                              bool in_link) const {
    const bool from_right = right_to_left();
    if (role.empty()) return directed({}, text, from_right);
    RunLook look{.style = style_id(style_, role)};
    const TypeRole& type = style_.role(role);
    if (!around.empty() && style_.role(around).bold && !type.bold) look.bold = false;
    if (in_link) look.colour = hex_colour(type.colour);
    return directed(look, text, from_right, role == "citation");
}

// Word takes the direction of a run's points and blanks from the run: one for each stretch that runs one way. A `whole`
// text, a citation, is set apart from what stands around it.
std::string DocxInlines::directed(RunLook look, const std::string& text, bool right_to_left, bool whole) const {
    const std::vector<Isolate> isolates =
        whole ? isolates_of(text, {0, text.size()}, right_to_left) : std::vector<Isolate>();
    const BidiLevels levels = bidi_levels(text, isolates, {right_to_left, true});
    const std::string language = look.language;
    std::string out;
    for (std::size_t at = 0; at < text.size();) {
        std::size_t end = at + decode_at(text, at).bytes;
        while (end < text.size() && levels.at(end) % 2 == levels.at(at) % 2) end += decode_at(text, end).bytes;
        look.right_to_left = levels.at(at) % 2 == 1;
        look.language = runs_right_to_left(language) == look.right_to_left ? language : std::string();
        out += run_xml(look, std::string_view(text).substr(at, end - at));
        at = end;
    }
    return out;
}

bool DocxInlines::right_to_left(const Paragraph& paragraph) const {
    return runs_right_to_left(paragraph.language.empty() ? language_ : paragraph.language);
}

RunLook DocxInlines::look_of(const TextRun& run, const Paragraph& paragraph) const {
    RunLook look;
    const bool serif = style_.role(paragraph.role).family != "sans";
    if (run.small) look.style = style_id(style_, "small");
    if (run.voice == "own" && serif && !run.small) look.style = own_words_style;
    if (run.voice == "quote" && !serif) look.style = source_words_style;
    if (run.bold) look.bold = true;
    look.italic = run.italic;
    if (run.grey) look.colour = hex_colour(style_.colour("grey"));
    if (run.accent) look.colour = hex_colour(style_.colour("accent"));
    const std::string& language = run.language.empty() ? paragraph.language : run.language;
    if (!language.empty() && language != language_) look.language = language;
    return look;
}

std::string DocxInlines::linked(const std::string& target, const std::string& runs, bool in_footnote) {
    if (target.starts_with('#')) {
        const std::string bookmark = places_.bookmark(target.substr(1));
        return bookmark.empty() ? runs : tag("w:hyperlink", {{"w:anchor", bookmark}, {"w:history", "1"}}, runs);
    }
    const std::string address = live_address(target);
    if (address.empty()) return runs;
    Relationships& relationships = in_footnote ? footnote_relationships_ : relationships_;
    return tag("w:hyperlink", {{"r:id", relationships.id_of("hyperlink", address, true)}, {"w:history", "1"}}, runs);
}

std::string DocxInlines::picture(const std::string& name, DrawMark draw, int value, const std::string& alt) {
    const std::string path = "media/" + name + ".png";
    auto& relationship = picture_ids_[name];
    if (relationship.empty()) {
        relationship = relationships_.id_of("image", path);
        pictures_.push_back({path, draw(value, style_, right_to_left())});
    }
    for (const auto& known : pictures_)
        if (known.path == path) return run_around({}, inline_drawing(known.mark, relationship, ++drawings_, alt));
    return {};
}

std::string DocxInlines::drawing(const std::string& path, MarkPicture picture, const std::string& alt) {
    pictures_.push_back({path, std::move(picture)});
    return run_around({}, inline_drawing(pictures_.back().mark, relationships_.id_of("image", path), ++drawings_, alt));
}

void DocxInlines::add(Paragraph& paragraph, const TextRun& run) {
    RunLook look = look_of(run, paragraph);
    if (look.style.empty() && !run.target.empty() && !run.target.starts_with('#') && !live_address(run.target).empty())
        look.style = hyperlink_style;
    const std::string text = run.unbreakable ? with_fixed_spaces(run.text) : run.text;
    const std::string made = directed(look, text, right_to_left(paragraph), run.unbreakable);
    if (std::exchange(paragraph.marked, false) && !run.text.starts_with(' ')) paragraph.out += run_xml({}, "\u00A0");
    paragraph.out += linked(run.target, made, paragraph.in_footnote);
    paragraph.needs_space = !run.text.empty() && run.text.back() != ' ';
}

void DocxInlines::add(Paragraph& paragraph, const Citation& citation) {
    std::string runs = text(with_fixed_spaces(citation.text), "citation", paragraph.role, true);
    if (!citation.page_in_pack.empty())
        runs += text("\u00A0", "citation") +
                text(with_fixed_spaces(citation.page_in_pack), "citation-page", paragraph.role, true);
    if (paragraph.needs_space) paragraph.out += text(" ", "citation");
    paragraph.out += linked(citation.target, runs, paragraph.in_footnote);
    paragraph.needs_space = true;
}

void DocxInlines::add(Paragraph& paragraph, const StrengthMark& mark) {
    const int strength = mark.strength < 0 ? 0 : mark.strength > 5 ? 5 : mark.strength;
    paragraph.out += picture("strength-" + std::to_string(strength), strength_picture, strength, mark.alt);
    const bool in_table = is_table_role(paragraph.role);
    if (!mark.word.empty())
        paragraph.out += (in_table ? run_around({}, "<w:br/>") : text(" ")) +
                         text(mark.word, in_table ? "mark-word-table" : "mark-word", paragraph.role);
    paragraph.needs_space = true;
    paragraph.marked = mark.word.empty();
}

void DocxInlines::add(Paragraph& paragraph, const StatusMark& mark) {
    const int state = static_cast<int>(mark.state);
    paragraph.out += picture("status-" + std::to_string(state), draw_status, state, mark.word);
    paragraph.out += text("\u00A0" + mark.word, is_table_role(paragraph.role) ? "" : "mark-word", paragraph.role);
    paragraph.needs_space = true;
}

void DocxInlines::add(Paragraph& paragraph, const FootNote& note) {
    Paragraph inside{.role = "footnote", .language = paragraph.language, .in_footnote = true};
    for (const auto& run : note.runs) add(inside, run);
    footnotes_.push_back(inside.out);
    const std::string reference = tag("w:footnoteReference", {{"w:id", std::to_string(footnotes_.size())}});
    paragraph.out += run_around({.style = footnote_reference_style}, reference);
}

void DocxInlines::add(Paragraph& paragraph, LineBreak) {
    paragraph.out += run_around({}, "<w:br/>");
    paragraph.needs_space = false;
}

std::string DocxInlines::runs(const Inlines& inlines, const std::string& role, const std::string& language) {
    Paragraph paragraph{.role = role, .language = language};
    for (const auto& one : inlines) std::visit([&](const auto& content) { add(paragraph, content); }, one);
    return paragraph.out;
}

std::string DocxInlines::footnotes_part() const {
    std::string out = separator("-1", "separator", "w:separator") +
                      separator("0", "continuationSeparator", "w:continuationSeparator");
    for (std::size_t i = 0; i < footnotes_.size(); ++i) {
        const std::string mark = run_around({.style = footnote_reference_style}, "<w:footnoteRef/>");
        out += tag("w:footnote", {{"w:id", std::to_string(i + 1)}},
                   paragraph_xml({.style = style_id(style_, "footnote")}, mark + run_xml({}, " ") + footnotes_[i]));
    }
    return xml_part(tag("w:footnotes",
                        {{"xmlns:w", "http://schemas.openxmlformats.org/wordprocessingml/2006/main"},
                         {"xmlns:r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships"}},
                        out));
}

}  // namespace rapporteur
