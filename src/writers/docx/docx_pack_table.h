#pragma once

#include "writers/docx/docx_blocks.h"

namespace rapporteur {

/// Adds a table of the pack: rules, header rows that repeat, rows that keep together.
void add_pack_table(DocxWriting& writing, const Table& table, DocxBody& body, const DocxMeasure& measure);

/// The widths of a table's columns in points, gutters included, where `width` is to be filled.
std::vector<double> column_widths(const Table& table, double width);

}  // namespace rapporteur
