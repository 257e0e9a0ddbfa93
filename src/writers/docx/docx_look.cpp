#include "writers/docx/docx_look.h"

#include <algorithm>
#include <utility>

#include "support/language_tag.h"
#include "support/xml.h"
#include "writers/docx/docx_xml.h"

namespace rapporteur {
namespace {

std::string spacing_xml(const ParagraphLook& look) {
    if (!look.before && !look.after && !look.line) return {};
    std::string out = "<w:spacing";
    if (look.before) out += " w:before=\"" + twips(*look.before) + "\"";
    if (look.after) out += " w:after=\"" + twips(*look.after) + "\"";
    if (look.line)
        out += " w:line=\"" + twips(*look.line) +
               (look.line_grows ? "\" w:lineRule=\"atLeast\"" : "\" w:lineRule=\"exact\"");
    return out + "/>";
}

std::string indent_xml(const ParagraphLook& look) {
    if (!look.indent && !look.hanging && !look.end_indent) return {};
    std::string out = "<w:ind";
    if (look.indent) out += " w:left=\"" + twips(*look.indent) + "\"";
    if (look.end_indent) out += " w:right=\"" + twips(*look.end_indent) + "\"";
    if (look.hanging) out += " w:hanging=\"" + twips(*look.hanging) + "\"";
    return out + "/>";
}

std::string numbering_xml(const ParagraphLook& look) {
    if (look.numbering.empty()) return {};
    return tag("w:numPr", {},
               property("w:ilvl", std::to_string(look.numbering_level)) + property("w:numId", look.numbering));
}

/// Word has a language for each kind of script (17.3.2.20).
std::string_view language_kind(const RunLook& look) {
    if (look.right_to_left) return "w:bidi";
    return is_east_asian(look.language) ? "w:eastAsia" : "w:val";
}

std::string run_properties(const RunLook& look) {
    std::string out;
    if (!look.style.empty()) out += property("w:rStyle", look.style);
    if (look.bold) out += *look.bold ? "<w:b/><w:bCs/>" : "<w:b w:val=\"0\"/><w:bCs w:val=\"0\"/>";
    if (look.italic) out += "<w:i/><w:iCs/>";
    if (!look.colour.empty()) out += property("w:color", look.colour);
    if (look.right_to_left) out += "<w:rtl/>";
    if (!look.language.empty()) out += tag("w:lang", {{language_kind(look), word_language(look.language)}});
    return out.empty() ? out : tag("w:rPr", {}, out);
}

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

char capital(char c) { return c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c; }

// "row-label" becomes "Row Label".
std::string name_from_role(std::string_view role) {
    std::string name;
    bool first = true;
    for (const char c : role) {
        if (c == '-')
            name += ' ';
        else
            name += first ? capital(c) : c;
        first = c == '-';
    }
    return name;
}

}  // namespace

std::string paragraph_xml(const ParagraphLook& look, std::string_view content) {
    std::string out;
    if (!look.style.empty()) out += property("w:pStyle", look.style);
    if (look.keep_next) out += "<w:keepNext/>";
    if (look.page_break_before) out += "<w:pageBreakBefore/>";
    out += numbering_xml(look) + look.borders + look.tabs;
    if (look.right_to_left) out += *look.right_to_left ? "<w:bidi/>" : "<w:bidi w:val=\"0\"/>";
    out += spacing_xml(look) + indent_xml(look);
    if (look.right_aligned) out += property("w:jc", "right");
    if (look.outline_level) out += property("w:outlineLvl", std::to_string(*look.outline_level));
    out += look.section;
    return tag("w:p", {}, (out.empty() ? out : tag("w:pPr", {}, out)).append(content));
}

std::string tab_stop(const std::string& kind, double at) {
    return tag("w:tab", {{"w:val", kind}, {"w:pos", twips(at)}});
}

std::string run_xml(const RunLook& look, std::string_view text) {
    std::string flat(text);
    std::replace_if(
        flat.begin(), flat.end(), [](char c) { return c == '\n' || c == '\t' || c == '\r'; }, ' ');
    return run_around(look, "<w:t xml:space=\"preserve\">" + escape_xml(flat) + "</w:t>");
}

std::string run_around(const RunLook& look, std::string_view content) {
    return tag("w:r", {}, run_properties(look).append(content));
}

std::string field_begin(const std::string& instruction) {
    return tag("w:r", {}, tag("w:fldChar", {{"w:fldCharType", "begin"}})) +
           tag("w:r", {},
               "<w:instrText xml:space=\"preserve\">" + escape_xml(" " + instruction + " ") + "</w:instrText>") +
           tag("w:r", {}, tag("w:fldChar", {{"w:fldCharType", "separate"}}));
}

std::string field_end() { return tag("w:r", {}, tag("w:fldChar", {{"w:fldCharType", "end"}})); }

std::string field_xml(const RunLook& look, const std::string& instruction, std::string_view result) {
    return field_begin(instruction) + run_xml(look, result) + field_end();
}

std::string style_name(const Style& style, std::string_view role) {
    const std::string& word = style.role(role).word_style;
    return word.empty() ? name_from_role(role) : word;
}

std::string style_id(const Style& style, std::string_view role) {
    std::string id;
    bool first = true;
    for (const char c : style_name(style, role)) {
        if (is_letter_or_digit(c)) id += first ? capital(c) : c;
        first = !is_letter_or_digit(c);
    }
    return id;
}

std::string word_language(std::string_view language) {
    constexpr std::pair<std::string_view, std::string_view> regions[] = {
        {"en", "en-GB"}, {"fr", "fr-FR"}, {"es", "es-ES"}, {"ru", "ru-RU"}, {"zh", "zh-CN"},
        {"ar", "ar-SA"}, {"de", "de-DE"}, {"pt", "pt-PT"}, {"it", "it-IT"}, {"he", "he-IL"},
        {"fa", "fa-IR"}, {"ja", "ja-JP"}, {"ko", "ko-KR"}};
    for (const auto& [bare, full] : regions)
        if (language == bare) return std::string(full);
    return std::string(language);
}

std::string hex_colour(Colour colour) { return hex_colour(colour.r, colour.g, colour.b); }

}  // namespace rapporteur
