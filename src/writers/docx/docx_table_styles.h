#pragma once

#include <string>

#include "layout/style.h"

namespace rapporteur {

/// The ids of the styles that tables of packs have.
inline constexpr const char* ruled_table_style = "PackTable";    // rules between rows, a head
inline constexpr const char* agenda_table_style = "PackAgenda";  // rules where its cells say so: between items
inline constexpr const char* rows_table_style = "PackRows";      // rows without rules: labels beside text, cells
inline constexpr const char* box_table_style = "PackBox";        // tinted
inline constexpr const char* notes_table_style = "PackNotes";    // framed, to write in

/// Their w:style elements: rules, margins of cells and the look of head rows by w:tblStylePr.
std::string docx_table_styles(const Style& style);

}  // namespace rapporteur
