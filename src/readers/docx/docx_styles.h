#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "readers/docx/docx_properties.h"

namespace rapporteur {

/// What a style makes of its paragraphs beyond their look.
enum class DocxRole { text, heading, title, contents };

/// A style with all that it takes from those it is based on.
struct DocxStyle {
    std::string id;
    std::string name;  // small letters
    DocxRole role = DocxRole::text;
    int outline = 9;           // of a heading, from 0
    DocxRunProperties look;    // without the document's defaults; its views are not to be used
    std::optional<int> list;   // w:numId
    std::optional<int> depth;  // w:ilvl
    int list_style = -1;       // the style that says which list it is, as an index
    std::optional<int> indent;
    bool page_break = false;
};

/// The styles of a document (17.7).
class DocxStyles {
public:
    DocxStyles() = default;
    explicit DocxStyles(std::string_view part);

    /// The index of a paragraph style; that of the default one where the name is empty or unknown, -1 where there is
    /// none at all.
    int paragraph(std::string_view id) const;
    /// The style of that index; a plain one for -1.
    const DocxStyle& at(int index) const;
    /// The character style of that name, or null.
    const DocxStyle* character(std::string_view id) const;
    /// The numbering style of that name, or null.
    const DocxStyle* numbering(std::string_view id) const;
    /// True for a table style that gives the first row a look of its own.
    bool sets_head_apart(std::string_view id) const;
    const DocxRunProperties& defaults() const { return defaults_; }
    /// The language of the text where nothing else is said (BCP 47), empty where it is not said.
    const std::string& language() const { return language_; }

private:
    struct Raw;
    using Index = std::unordered_map<std::string, int>;

    void read_defaults(XmlStream& xml);
    void resolve(const std::vector<Raw>& raw);
    static const DocxStyle* found(const std::vector<DocxStyle>& styles, const Index& index, std::string_view id);

    std::vector<DocxStyle> styles_;
    Index paragraphs_, characters_, numberings_;
    int default_paragraph_ = -1;
    DocxRunProperties defaults_;
    std::string language_;
    std::vector<std::string> tables_with_head_;
    DocxStyle plain_;
};

}  // namespace rapporteur
