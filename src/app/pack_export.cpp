#include "app/pack_export.h"

#include "assemble/pack_calendar.h"
#include "assemble/pack_records.h"
#include "assemble/recommendation_table.h"
#include "model/record_json.h"
#include "template/wording.h"

namespace rapporteur {
namespace {

std::string calendar_of(const Briefing& briefing, const Labels& labels, const PartialDate& issued) {
    const Wording wording(labels, !briefing.by_theme);
    CalendarFile calendar{briefing.cover.title, issued, "Rapporteur " RAPPORTEUR_VERSION, {}};
    calendar.entries = calendar_entries(briefing, [&](const Reference& reference) { return wording.cite(reference); });
    return to_icalendar(calendar);
}

}  // namespace

std::string ending_of(ExportFormat format) {
    switch (format) {
        case ExportFormat::records:
            return ".records.jsonl";
        case ExportFormat::csv:
            return ".csv";
        case ExportFormat::ics:
            break;
    }
    return ".ics";
}

std::string export_pack(ExportFormat format, const Library& library, const Briefing& briefing, const Labels& labels,
                        const PartialDate& issued) {
    switch (format) {
        case ExportFormat::records:
            return to_jsonl(records_of_documents(library, briefing.documents_read));
        case ExportFormat::csv:
            return recommendation_table(library, briefing);
        case ExportFormat::ics:
            break;
    }
    return calendar_of(briefing, labels, issued);
}

}  // namespace rapporteur
