#include "assemble/spots.h"

#include "assemble/briefing.h"

namespace rapporteur {
namespace {

template <class Rows>
void name_rows(Rows& rows, const std::string& where, char kind) {
    for (auto& row : rows) row.quotation.spot = where + "~" + kind + std::to_string(row.number);
}

void name_said(std::vector<SpeakerRow>& speakers, const std::string& where) {
    std::size_t count = 0;
    for (SpeakerRow& speaker : speakers)
        for (Quotation& quotation : speaker.quotations) quotation.spot = where + "~S" + std::to_string(++count);
}

void name_summary(SummaryPage& page, const std::string& where) {
    name_rows(page.strongest, where, 'R');
    name_rows(page.results, where, 'O');
}

void name_agenda(AgendaPages& agenda) {
    std::size_t count = 0;
    const auto name = [&](std::vector<AgendaLine>& items) {
        for (AgendaLine& item : items) item.spot = "agenda~" + std::to_string(++count);
    };
    for (AgendaDay& day : agenda.days)
        for (AgendaSession& session : day.sessions) name(session.items);
    for (SideEvent& event : agenda.side_events) name(event.items);
}

}  // namespace

void name_spots(Briefing& briefing) {
    name_summary(briefing.summary, "summary");
    name_summary(briefing.long_summary, "summary");
    name_rows(briefing.concern.to_it, "concern", 'R');
    for (std::size_t i = 0; i < briefing.concern.to_groups.size(); ++i)
        name_rows(briefing.concern.to_groups[i].rows, "concern-" + std::to_string(i + 1), 'R');
    name_rows(briefing.concern.by_it, "concern-own", 'R');
    name_agenda(briefing.agenda);
    for (ItemSheet& sheet : briefing.sheets) {
        name_rows(sheet.recommendations, sheet.anchor, 'R');
        name_rows(sheet.outcomes, sheet.anchor, 'O');
        name_said(sheet.speakers, sheet.anchor);
    }
    name_said(briefing.who_said_what, "who");
}

}  // namespace rapporteur
