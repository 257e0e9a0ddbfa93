#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "layout/pack.h"
#include "layout/style.h"
#include "writers/docx/docx_heading_list.h"

namespace rapporteur {

/// The list that counts headings by their styles.
struct CountedHeadings {
    std::string list;                                        // a w:num, empty where none
    std::array<std::optional<double>, heading_depth> hangs;  // how far the numbers of a level hang, if it counts them
};

/// word/styles.xml: a style for every role of the style file, under the name that it gives, besides Word's own few.
std::string docx_styles(const Style& style, const PackMeta& meta, const CountedHeadings& headings = {});

/// The run properties of a type: fonts, weight, colour, size.
std::string type_xml(const TypeRole& role);

/// How far the number of a heading of that role hangs before its text, in points: of the first level it stands at the
/// margin, of others right-aligned beside the text column.
double number_hang(const Style& style, std::string_view role);

/// Whether the paragraph style of a role stands in the text column, to the right of labels and numbers.
bool is_indented(std::string_view role);

/// The space above and below that the paragraph style of a role has.
Space styled_space(const Style& style, std::string_view role);

/// word/fontTable.xml: the families of the style and what may stand in for them.
std::string docx_font_table();

/// The ids of the character styles that have no role: the pack's own words, the source's words, links, footnote marks.
inline constexpr const char* own_words_style = "OwnWords";
inline constexpr const char* source_words_style = "SourceWords";
inline constexpr const char* hyperlink_style = "Hyperlink";
inline constexpr const char* footnote_reference_style = "FootnoteReference";
inline constexpr const char* placeholder_style = "PlaceholderText";
/// Of what is written into a box, and of the lines that are still to be written on.
inline constexpr const char* notes_text_style = "NotesText";
inline constexpr const char* notes_line_style = "NotesLine";
inline constexpr const char* toc_heading_style = "TOCHeading";

}  // namespace rapporteur
