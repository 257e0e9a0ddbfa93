#pragma once

#include <optional>
#include <string_view>

#include "support/xml_stream.h"

namespace rapporteur {

/// A property that a style or run may set, unset or leave alone.
enum class DocxToggle : signed char { unset, off, on };

/// Fonts whose characters are signs of their own rather than letters.
enum class DocxFont : signed char { unset, text, symbol, wingdings };

enum class DocxVertical : signed char { unset, baseline, raised, lowered };

/// What is said of a run's look (17.3.2); views point into the part.
struct DocxRunProperties {
    std::string_view style;
    DocxToggle bold = DocxToggle::unset;
    DocxToggle italic = DocxToggle::unset;
    DocxToggle hidden = DocxToggle::unset;
    DocxToggle struck = DocxToggle::unset;
    DocxFont font = DocxFont::unset;
    DocxVertical vertical = DocxVertical::unset;
    int half_points = 0;  // size, 0 where not said

    // Of a paragraph's mark only: it was inserted or deleted while changes were tracked.
    bool inserted = false;
    bool deleted = false;
};

/// What is said of a paragraph (17.3.1); views point into the part.
struct DocxParagraphProperties {
    std::string_view style;
    std::optional<int> list;     // w:numId
    std::optional<int> depth;    // w:ilvl, from 0
    std::optional<int> outline;  // from 0, 9 for text
    std::optional<int> indent;   // left edge, twentieths of a point
    DocxToggle page_break = DocxToggle::unset;
    bool drop_cap = false;
    bool ends_section = false;
    DocxRunProperties mark;
};

/// Whether properties that a tracked change replaced are read instead of those that stand now.
enum class DocxAge { now, before };

/// Reads the children of the w:rPr at hand.
DocxRunProperties read_docx_run_properties(XmlStream& xml, DocxAge age);

/// Takes one child of a w:pPr, the one at hand, into the properties; one that it does not know is passed over.
void take_docx_paragraph_property(XmlStream& xml, DocxAge age, DocxParagraphProperties& properties);

/// Reads the children of the w:pPr at hand.
DocxParagraphProperties read_docx_paragraph_properties(XmlStream& xml, DocxAge age);

/// Which font a name means.
DocxFont docx_font_named(std::string_view name);

}  // namespace rapporteur
