#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>

#include "readers/odt/odt_xml.h"

namespace rapporteur {

/// How text is set; what is not said comes from what stands around it.
struct OdtLook {
    std::optional<bool> bold, italic, hidden, struck, raised;
    std::optional<double> size;  // points

    /// This, where it says nothing filled in from `base`.
    OdtLook over(const OdtLook& base) const;
};

/// What stands before the items of one level of a list (OpenDocument 1.3 part 3, 16.30 to 16.36).
struct OdtLevel {
    bool is_set = false;
    bool bullet = false;
    bool letters_in_step = false;  // after z comes aa, bb … rather than aa, ab …
    std::string format;            // "1", "a", "I" …; empty: no number
    std::string prefix, suffix;
    std::string pattern;  // where the file has it: "%1%.%2%)", which then goes before prefix, suffix and `shown`
    int start = 1;
    int shown = 1;  // levels whose numbers are printed
};

constexpr std::size_t odt_levels = 10;
using OdtLevels = std::array<OdtLevel, odt_levels>;

/// A style of a paragraph or of text, its ancestors not yet in it.
struct OdtStyle {
    std::string name, parent, display_name;
    OdtLook look;
    std::optional<std::string> list;                   // its list style; empty: none in spite of the ancestors
    std::optional<bool> outlined;                      // headings of it count in the outline
    bool breaks_before = false, breaks_after = false;  // the page
};

/// A style with all that it inherits.
struct OdtSetting {
    OdtLook look;
    std::string list;
    bool breaks_before = false, breaks_after = false;
    bool outlined = false;
    bool title = false;  // of the document's title or subtitle
};

/// The styles of a document: those that have names for the user and those that the program made.
class OdtStyles {
public:
    /// Reads the office:styles or office:automatic-styles whose start tag is at hand.
    void read(XmlStream& xml);
    const OdtSetting& paragraph(std::string_view name) const { return setting_of(paragraphs_, name); }
    const OdtSetting& text(std::string_view name) const { return setting_of(texts_, name); }
    /// Null where there is no such list style.
    const OdtLevels* list(std::string_view name) const;
    /// How headings are numbered.
    const OdtLevels& outline() const { return outline_; }

private:
    struct Family {
        std::map<std::string, OdtStyle, std::less<>> styles;
        OdtLook base;
        mutable std::map<std::string, OdtSetting, std::less<>> settled;
    };

    void read_style(XmlStream& xml, bool is_default);
    static OdtLevel read_level(const XmlStream& xml);
    static void read_levels(XmlStream& xml, OdtLevels& levels);
    static const OdtSetting& setting_of(const Family& family, std::string_view name);

    Family paragraphs_, texts_;
    std::map<std::string, OdtLevels, std::less<>> lists_;
    OdtLevels outline_;
};

}  // namespace rapporteur
