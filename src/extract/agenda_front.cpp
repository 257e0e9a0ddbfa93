#include "extract/agenda_front.h"

#include <algorithm>
#include <utility>

#include "extract/agenda_entry.h"

namespace rapporteur {
namespace {

constexpr int most_days = 31;                // of a meeting whose days are counted
constexpr std::size_t most_front_lines = 8;  // blocks before an agenda that may print its day

PartialDate next_day(PartialDate day) {
    ++day.day;
    if (is_valid(day)) return day;
    day = {day.year, day.month + 1, 1};
    return is_valid(day) ? day : PartialDate{day.year + 1, 1, 1};
}

/// A bare date on the face is the document's own, unless the meeting is on that day.
bool is_own_date(const AgendaTools& tools, const ProgrammeSetting& setting) {
    if (!setting.day || !setting.start.empty() || !setting.plain_date) return false;
    if (tools.first_day)
        return *setting.day < *tools.first_day || *setting.day > tools.last_day.value_or(*tools.first_day);
    return tools.dates.document == setting.day;
}

}  // namespace

std::vector<ProgrammeSetting> front_settings(const AgendaTools& tools, const AgendaRegion& region,
                                             const DateContext& dates) {
    std::vector<ProgrammeSetting> settings;
    const std::size_t first = region.first > most_front_lines ? region.first - most_front_lines : 0;
    for (std::size_t at = first; at < region.first; ++at) {
        const Block& block = tools.document.blocks[at];
        if (block.kind == BlockKind::table) continue;
        for (const std::string_view line : printed_lines(tools.document, block)) {
            auto setting = tools.words.setting(line, dates);
            if (!setting && at + 1 == region.first) setting = tools.words.opening_day(line, dates);
            if (!setting) setting = tools.words.front_day(line, dates);
            if (setting && is_own_date(tools, *setting)) continue;
            if (setting && (setting->day || !settings.empty())) settings.push_back(std::move(*setting));
        }
    }
    const auto days = std::count_if(settings.begin(), settings.end(), [](const auto& one) { return one.day; });
    return days == 1 ? settings : std::vector<ProgrammeSetting>{};
}

ProgrammeSetting resolved_day(const AgendaTools& tools, ProgrammeSetting setting) {
    if (!tools.first_day || setting.day || !setting.sets_day()) return setting;
    PartialDate day = *tools.first_day;
    for (int i = 1; i <= most_days && (!tools.last_day || day <= *tools.last_day); ++i) {
        const bool dated = setting.undated.day == day.day && setting.undated.month == day.month;
        if (dated || setting.day_number == i || (setting.weekday >= 0 && weekday(day) == setting.weekday)) {
            setting.day = day;
            return setting;
        }
        day = next_day(day);
    }
    return setting;
}

}  // namespace rapporteur
