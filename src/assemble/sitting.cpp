#include "assemble/sitting.h"

#include <algorithm>
#include <charconv>

namespace rapporteur {
namespace {

constexpr int longest_pause = 20;  // minutes between items of one sitting

/// Items with hours of their own under a session that prints none, parted where there is a pause between them.
std::vector<Sitting> sittings_of_items(const AgendaSession& session) {
    std::vector<Sitting> out;
    for (const AgendaLine& item : session.items) {
        const auto start = minutes_of(item.start), end = minutes_of(item.end);
        if (!start || !end || *end <= *start) {
            if (!out.empty() && item.start.empty()) out.back().items.push_back(&item);
            continue;
        }
        const bool joins = !out.empty() && *start >= out.back().start && *start <= out.back().end + longest_pause;
        if (!joins) out.push_back({*start, *end, session.name, {}});
        out.back().end = std::max(out.back().end, *end);
        out.back().items.push_back(&item);
    }
    return out;
}

}  // namespace

std::optional<int> minutes_of(const std::string& clock) {
    int hour = 0, minute = 0;
    const std::size_t colon = clock.find(':');
    if (colon == std::string::npos) return std::nullopt;
    const char* text = clock.data();
    const auto first = std::from_chars(text, text + colon, hour);
    const auto second = std::from_chars(text + colon + 1, text + clock.size(), minute);
    if (first.ec != std::errc() || second.ec != std::errc() || hour > 24 || minute > 59) return std::nullopt;
    return hour * 60 + minute;
}

std::vector<Sitting> sittings_of(const AgendaSession& session) {
    const auto start = minutes_of(session.start), end = minutes_of(session.end);
    if (!start || !end || *end <= *start) return sittings_of_items(session);
    Sitting sitting{*start, *end, session.name, {}};
    for (const AgendaLine& item : session.items) sitting.items.push_back(&item);
    return {sitting};
}

}  // namespace rapporteur
