#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// True for a table that no width of a portrait page does justice: its fixed columns, or the longest words of the
/// others, take more than `width` points.
bool is_wide(const Table& table, double width);

/// Adds a table of the pack: rules, header rows that repeat, rows that keep together.
void add_pack_table(DocxWriting& writing, const Table& table, DocxBody& body, const DocxMeasure& measure);

/// The widths of a table's columns in points, gutters included, where `width` is to be filled.
std::vector<double> column_widths(const Table& table, double width);

}  // namespace rapporteur
