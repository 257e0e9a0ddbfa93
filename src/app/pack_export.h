#pragma once

#include <string>

#include "assemble/briefing.h"
#include "assemble/library.h"
#include "template/labels.h"

namespace rapporteur {

/// What stands beside a pack for other programs: its records, its recommendations as a table, its dates as a calendar.
enum class ExportFormat { records, csv, ics };

/// ".records.jsonl", ".csv", ".ics".
std::string ending_of(ExportFormat format);

/// The file beside a pack, `issued` on a day, its citations in the words of `labels`; empty where there is nothing to
/// be put into it: no calendar without a date.
std::string export_pack(ExportFormat format, const Library& library, const Briefing& briefing, const Labels& labels,
                        const PartialDate& issued);

}  // namespace rapporteur
