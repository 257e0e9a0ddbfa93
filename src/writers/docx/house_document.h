#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "layout/style.h"
#include "support/result.h"
#include "support/xml.h"
#include "writers/docx/docx_parts.h"

namespace rapporteur {

/// A part that is taken over as it is, but for what was cleaned out of it.
struct HousePart {
    std::string path;  // "word/house-header-1.xml"
    std::string type;  // content type
    std::string bytes;
    Relationships relationships;
};

/// A head or foot of the house's pages.
struct HouseFurniture {
    std::string type;    // "header", "footer"
    std::string kind;    // "default", "first", "even"
    std::string target;  // of the relationship, below "word/"
};

/// What a house's own Word document gives to packs: its styles, page, heads and feet with their pictures, theme and the
/// settings that go with them. Nothing in it runs, leads to a template or loads anything.
struct HouseDocument {
    XmlNode styles;                               // w:styles
    std::optional<XmlNode> numbering;             // w:numbering
    std::map<std::string, std::string> settings;  // XML of the settings worth keeping, by element
    std::vector<HousePart> parts;
    std::vector<HouseFurniture> furniture;
    bool numbers_pages = false;     // a head or foot prints the page's number
    bool first_differs = false;     // w:titlePg
    std::optional<PageRect> body;   // of its pages, in points; none where its page cannot carry a pack
    double width = 0, height = 0;   // of its pages
    double header = 0, footer = 0;  // from the edges
    std::string borders;            // w:pgBorders
    bool has_theme = false;
    std::string accent;  // "RRGGBB" of the theme, empty where there is none

    bool has(std::string_view type) const;
};

/// Reads a house document and cleans it; what is left out (macros, templates, linked pictures, embedded objects, fields
/// that load or run something) is told as `reference_cleaned`. Fails with `reference_refused` where it is no Word
/// document that can be used.
Result<HouseDocument> read_house_document(std::string_view bytes, const std::string& file, Diagnostics& told);

/// The style on the house's page and in its theme's accent.
Style in_house(Style style, const HouseDocument& house);

}  // namespace rapporteur
