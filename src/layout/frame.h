#pragma once

#include "layout/style.h"
#include "layout/typeset.h"

namespace rapporteur {

/// The columns that blocks are laid out in: the sheet's, a box's or a cell's.
struct Frame {
    enum class Place { page, box, cell };
    Place place = Place::page;
    Region full;   // tables, figures, columns
    Region words;  // paragraphs, lists, boxes
    Region label;  // of labelled rows
    double number_right = 0;
    Region text;  // of labelled rows
};

/// The sheet's own columns.
Frame page_frame(const Style& style);

/// The columns inside a tinted box or a cell.
Frame inner_frame(Frame::Place place, Region inside, const Style& style);

/// In a box or a cell, text of the page's roles is set as table text.
std::string role_in(Frame::Place place, const std::string& role);

}  // namespace rapporteur
