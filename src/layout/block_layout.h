#pragma once

#include <vector>

#include "layout/frame.h"
#include "layout/pack.h"
#include "layout/strip.h"

namespace rapporteur {

/// Lays out blocks one below the other in the columns of a frame, with the style's white space between them. Knows
/// nothing of pages; what is repeated on pages or fills them goes into the flow.
class BlockLayout {
public:
    BlockLayout(Frame frame, Flow& flow, Typesetter& typesetter, int& next_heading)
        : frame_(frame),
          flow_(flow),
          typesetter_(typesetter),
          style_(typesetter.style()),
          next_heading_(next_heading) {}

    std::vector<Strip> lay(const std::vector<PackBlock>& blocks);

    void operator()(const Paragraph& paragraph);
    void operator()(const Heading& heading);
    void operator()(const List& list);
    void operator()(const LabelledRow& row);
    void operator()(const Table& table);
    void operator()(const NotesBox& box);
    void operator()(const PageBreak& page_break);
    void operator()(const TintedBox& box);
    void operator()(const Columns& columns);
    void operator()(const Grid& grid);
    void operator()(const Contents& contents);
    void operator()(const Annex& annex);
    void operator()(const CitingPages& citing);
    void operator()(const Figure& figure);

private:
    /// What stands above, as far as white space depends on it.
    enum class Above { nothing, heading, figure, other };

    void append(std::vector<Strip> strips, Space space, bool exact = false);
    void append_figure(std::vector<Strip> strips, Space space, Region note);
    double space_above(Space space, bool exact) const;
    Space named(std::string_view name) const;
    std::vector<Strip> lay_cells(const std::vector<PackBlock>& left, const std::vector<PackBlock>* right);
    std::vector<Strip> lay_inside(Frame::Place place, Region region, const std::vector<PackBlock>& blocks);
    void tint(std::vector<Strip>& strips, Region region);
    void add_special(bool is_notes, int index, double least, Space space);

    Frame frame_;
    Flow& flow_;
    Typesetter& typesetter_;
    const Style& style_;
    int& next_heading_;
    std::vector<Strip> out_;
    Above above_ = Above::nothing;
    double after_ = 0;
    bool break_next_ = false;
    int numbering_next_ = -1;  // index of Flow::numberings
    int list_ = -1;            // element of the labelled rows that follow each other
    std::string item_title_;
    Region note_;  // where a note on the table above stands
};

}  // namespace rapporteur
