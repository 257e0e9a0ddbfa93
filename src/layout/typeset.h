#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "layout/atom.h"
#include "layout/line.h"
#include "layout/pack.h"
#include "layout/strip.h"
#include "layout/style.h"
#include "support/diagnostic.h"

namespace rapporteur {

/// Where text goes across the sheet, in points from its left edge.
struct Region {
    double x = 0, width = 0;
};

enum class Align { start, end };

/// How a paragraph is set.
struct TextSetting {
    Region region;
    Align align = Align::start;
    double leading = 0;      // 0: the role's own
    int parent = -1;         // element that the paragraph's becomes a child of
    bool in_table = false;   // the word of a strength mark stands under it
    bool even = false;       // lines as even as may be: titles
    bool furniture = false;  // no element: an artifact
    bool bare = false;       // the text belongs to `parent` itself
};

/// Turns paragraphs into strips, one a line, and keeps the elements, faces and diagnostics that arise. For one pack.
class Typesetter {
public:
    Typesetter(const Style& style, const FontSet& fonts, const Hyphenation& hyphenation, const std::string& language,
               Pages& pages, Diagnostics& diagnostics);

    /// One strip a line; two lines stay together at either end; anchors, links and footnotes go with their line.
    std::vector<Strip> paragraph(const Paragraph& paragraph, const TextSetting& setting);

    /// The same for inlines and a role.
    std::vector<Strip> text(const Inlines& content, std::string_view role, const TextSetting& setting);

    /// Plain text of one role on one line, whatever its width: the baseline at y 0.
    std::vector<PageItem> line(std::string_view text, std::string_view role, double x, int element,
                               Align align = Align::start);

    /// How wide plain text of a role is on one line.
    double width(std::string_view text, std::string_view role);

    /// How many lines text of a role takes in a column.
    std::size_t count_lines(std::string_view text, std::string_view role, double column);

    /// Adds an element to the structure tree and returns its index.
    int add_element(std::string_view element_role, int parent);
    Element& element(int index) { return pages_.elements[static_cast<std::size_t>(index)]; }

    /// How many elements there are, and forgets those that were added after so many: of text that is set anew.
    std::size_t element_count() const { return pages_.elements.size(); }
    void drop_elements(std::size_t count) { pages_.elements.resize(count); }

    /// Keeps the pictures of a figure for writers that cannot place items.
    void add_figure(std::vector<FigurePicture> pictures) { pages_.figures.push_back(std::move(pictures)); }

    /// Keeps a picture that items place, and gives its index.
    int add_picture(SharedPicture picture) {
        pages_.pictures.push_back(std::move(picture));
        return static_cast<int>(pages_.pictures.size()) - 1;
    }

    const Style& style() const { return style_; }
    bool right_to_left() const { return right_to_left_; }

private:
    AtomTools tools(const TypeRole& role, std::string_view language = {}) {
        return {style_,
                fonts_,
                shaper_,
                breaks_,
                hyphenation_,
                language.empty() ? language_ : language,
                {right_to_left_, role.family == "sans"}};
    }
    AtomText atoms_for(const std::vector<Chunk>& chunks, const TextSetting& setting, const TypeRole& role,
                       std::string_view language);
    double start_of(const TextLine& line, bool opposite, const TextSetting& setting) const;
    std::vector<int> tag_chunks(const std::vector<Chunk>& chunks, int element);
    int tag_chunk(const Chunk& chunk, int element);
    int element_for(const Paragraph& paragraph, const TextSetting& setting);
    void use_faces(const AtomText& atoms);
    void report(const AtomText& atoms, const std::vector<Chunk>& chunks);
    std::vector<Strip> lines(const Paragraph& paragraph, const TextSetting& setting, const TypeRole& role, int element);
    std::vector<Strip> note_strips(const FootNote& note, int number);
    void attach_notes(const std::vector<Chunk>& chunks, const std::vector<FootNote>& notes, int first_note,
                      const AtomText& atoms, const std::vector<TextLine>& lines, std::vector<Strip>& strips);

    const Style& style_;
    const FontSet& fonts_;
    const Hyphenation& hyphenation_;
    std::string_view language_;  // of the pack
    Pages& pages_;
    Diagnostics& diagnostics_;
    Shaper shaper_;
    WordBreaks breaks_;
    bool right_to_left_;
    std::vector<int> page_face_;  // of Pages::faces, -1 where not yet used
    int next_note_ = 1;
    std::set<std::string> told_;  // words whose glyphs are missing
};

}  // namespace rapporteur
