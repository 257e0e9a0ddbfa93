#pragma once

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "readers/docx/docx_styles.h"

namespace rapporteur {

/// How a level of a list counts and prints (17.9.6).
struct DocxListLevel {
    int start = 1;
    std::string format = "decimal";
    std::string text;            // with "%1" for the number of the first level
    std::string style;           // the paragraph style that is of this level
    std::optional<int> restart;  // counting from 1, the level that makes this one begin anew; 0 where none does
    std::optional<int> indent;   // left edge, twentieths of a point
    bool plain_digits = false;   // all numbers as decimals whatever their formats
    bool joins = false;          // nothing between the number and the text
    DocxFont font = DocxFont::unset;
};

constexpr int docx_list_depth = 9;

/// A list's definition, which several lists may share: they go on counting where the other one stopped.
struct DocxListKind {
    std::array<DocxListLevel, docx_list_depth> levels;
    std::string style_link;  // the numbering style that holds the levels instead
};

/// A list that paragraphs belong to.
struct DocxList {
    int kind = -1;
    std::array<std::optional<int>, docx_list_depth> starts;  // overridden: counting begins anew with this list
    std::map<int, DocxListLevel> levels;                     // overridden
};

/// The number that a paragraph prints.
struct DocxNumber {
    std::string label;   // as printed: "1.2.", "(a)", "•"
    std::string number;  // without what stands around it: "1.2", "a"; empty for bullets
    bool bullet = false;
    int depth = 0;  // from 0
    std::optional<int> indent;
};

/// The lists of a document (17.9), which count as their paragraphs come along in the order of the text.
class DocxNumbering {
public:
    DocxNumbering() = default;
    DocxNumbering(std::string_view part, const DocxStyles& styles);

    /// Counts the next paragraph of a list: `depth` from 0. Nothing where the list is none or prints nothing there.
    std::optional<DocxNumber> next(int list, int depth);
    /// The depth that the list keeps for a paragraph style, nothing where it keeps none.
    std::optional<int> depth_of_style(int list, std::string_view style) const;

private:
    struct Counters {
        std::array<int, docx_list_depth> values{};
        std::array<bool, docx_list_depth> running{};
    };

    void read_kind(XmlStream& xml);
    void read_list(XmlStream& xml);
    int resolved_kind(int kind) const;
    const DocxListLevel* level(const DocxList& list, int depth) const;
    void count(const DocxList& list, int depth, Counters& counters) const;
    std::string label(const DocxList& list, int depth, const Counters& counters, std::string& number) const;

    std::map<int, DocxListKind> kinds_;
    std::map<int, DocxList> lists_;
    std::map<int, Counters> counters_;           // of the kinds
    std::map<std::pair<int, int>, bool> begun_;  // lists whose overridden start has been used, by depth
    std::map<std::string, int> linked_lists_;    // numbering styles and their lists
    std::string language_;
};

}  // namespace rapporteur
