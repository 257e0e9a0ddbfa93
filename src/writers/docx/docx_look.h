#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "layout/style.h"

namespace rapporteur {

/// What a paragraph says of its look beyond its style; lengths in points. Written in the order that the schema asks for
/// (ECMA-376-1, 17.3.1.26).
struct ParagraphLook {
    std::string style;  // its id
    bool keep_next = false;
    bool page_break_before = false;
    std::string numbering;  // a w:num, "0" for none whatever the style says, empty for the style's
    std::size_t numbering_level = 0;
    std::string borders, tabs;          // XML
    std::optional<bool> right_to_left;  // where it differs from the pack's
    std::optional<double> before, after, line;
    bool line_grows = false;  // with what stands in it: a picture
    std::optional<double> indent, hanging, end_indent;
    bool right_aligned = false;
    std::optional<int> outline_level;  // 0 is the first
    std::string section;               // w:sectPr of the section that ends with this paragraph
};

std::string paragraph_xml(const ParagraphLook& look, std::string_view content);

/// What a run says of its look beyond its styles.
struct RunLook {
    std::string style;         // of a character style, its id
    std::optional<bool> bold;  // where the styles do not settle it
    bool italic = false;
    std::string colour;  // "RRGGBB"
    std::string language;
    bool right_to_left = false;
};

/// A tab stop, to stand in w:tabs: "left" or "right", in points from the margin.
std::string tab_stop(const std::string& kind, double at);

/// A run of text; line breaks and tabs in it count as spaces.
std::string run_xml(const RunLook& look, std::string_view text);

/// A run around what is not text: w:tab, w:br, w:fldChar, w:drawing …
std::string run_around(const RunLook& look, std::string_view content);

/// A field with its result at hand (17.16.18), so that nothing has to be updated on opening.
std::string field_xml(const RunLook& look, const std::string& instruction, std::string_view result);
std::string field_begin(const std::string& instruction);
std::string field_end();

/// The id of the style made for a role of the style file: "Heading1" for "h1".
std::string style_id(const Style& style, std::string_view role);
/// The name of that style as Word shows it: "heading 1".
std::string style_name(const Style& style, std::string_view role);

std::string hex_colour(Colour colour);

/// A language as Word names it: proofing tools want a region ("en-GB" for "en").
std::string word_language(std::string_view language);

}  // namespace rapporteur
