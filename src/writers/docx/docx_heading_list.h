#pragma once

#include <array>
#include <optional>
#include <string>
#include <string_view>

#include "layout/style.h"

namespace rapporteur {

/// The levels of headings that a list can count, and their roles in the style file.
inline constexpr std::size_t heading_depth = 3;
inline constexpr std::array<std::string_view, heading_depth> heading_roles = {"h1", "h2", "h3"};

/// What of the list of headings depends on the styles of the document.
struct HeadingLook {
    std::array<std::string, heading_depth> styles;  // ids of those whose paragraphs it counts, empty where none
    bool typed = true;  // numbers have a type of their own, else their headings' in the accent
    bool right_to_left = false;
};

/// How a list shows the number of a heading: of itself, or by beginning anew there.
struct HeadingCount {
    std::optional<int> start;
};

/// Counts the headings of a document as Word counts the paragraphs of a multilevel list (ECMA-376-1, 17.9), to know
/// which printed numbers come of themselves, which take a new start and which cannot be counted.
class DocxHeadingList {
public:
    /// Counts the next heading, `level` from 0; nothing where its number is no counter, or another one than that of the
    /// headings of its level before.
    std::optional<HeadingCount> count(std::size_t level, const std::string& printed);

    bool counts(std::size_t level) const { return !levels_[level].format.empty(); }

    /// How far the numbers of a level hang before the headings' text, in points.
    double hang(std::size_t level, const Style& style, bool right_to_left) const;

    /// The w:lvl elements, each bound to the paragraph style named for it, if one is.
    std::string levels_xml(const Style& style, const HeadingLook& look) const;

private:
    struct Level {
        std::string format, text;  // w:numFmt and w:lvlText
        std::string printed;       // the last one
        double widest = 0;         // of all, in em
        int last = 0;
        int first = 1;         // where it begins, and begins anew after a heading above it
        bool running = false;  // since the last heading above it
        bool implied = false;  // has begun without a number of its own, because a heading below it was counted
    };
    struct Label {
        std::string format, text;
        int number = 0;
    };

    Label read(std::size_t level, const std::string& printed) const;
    void advance(std::size_t level, int number, bool anew);
    std::string level_xml(std::size_t level, const Style& style, const HeadingLook& look) const;

    std::array<Level, heading_depth> levels_;
    bool begun_ = false;
};

}  // namespace rapporteur
