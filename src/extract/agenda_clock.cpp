#include "extract/agenda_clock.h"

#include "support/two_digits.h"

#include <algorithm>
#include <string>

namespace rapporteur {
namespace {

constexpr std::size_t most_front_blocks = 12;  // before the first item, that may say when the meeting begins
constexpr int half_day = 12 * 60;              // minutes
constexpr int earliest_morning = 7 * 60;       // an hour before it, below a later one, is in the afternoon
constexpr int longest_delay = 30;              // minutes from the meeting's beginning to its first item

/// Minutes since midnight of "09:30".
int minutes_of(const std::string& time) {
    return ((time[0] - '0') * 10 + time[1] - '0') * 60 + (time[3] - '0') * 10 + time[4] - '0';
}

std::string time_of(int minutes) {
    return two_digits(minutes / 60) + ":" + two_digits(minutes % 60);
}

void shift(std::string& time) {
    if (!time.empty() && minutes_of(time) < half_day) time = time_of(minutes_of(time) + half_day);
}

/// True where no time is later than twelve: the clock may have twelve hours.
bool may_be_of_twelve_hours(const std::vector<ItemDraft>& drafts) {
    const auto early = [](const std::string& time) { return time.empty() || minutes_of(time) < half_day + 60; };
    return std::all_of(drafts.begin(), drafts.end(),
                       [&](const ItemDraft& one) { return early(one.item.start) && early(one.item.end); });
}

/// True where the lines above the first item print the time half a day after its own.
bool is_in_the_evening(const Document& document, const DateReader& dates, const ItemDraft& first) {
    const int start = minutes_of(first.item.start) + half_day;
    const std::size_t from = first.block > most_front_blocks ? first.block - most_front_blocks : 0;
    for (std::size_t at = from; at < first.block; ++at) {
        if (document.blocks[at].kind == BlockKind::table) continue;
        for (const FoundTime& time : dates.times(document.text_of(document.blocks[at]))) {
            const int opening = minutes_of(time.start);
            if (opening <= start && start <= opening + longest_delay) return true;
        }
    }
    return false;
}

}  // namespace

void set_half_days(const Document& document, const DateReader& dates, std::vector<ItemDraft>& drafts) {
    if (!may_be_of_twelve_hours(drafts)) return;
    const auto first =
        std::find_if(drafts.begin(), drafts.end(), [](const ItemDraft& one) { return !one.item.start.empty(); });
    if (first == drafts.end()) return;
    bool later = is_in_the_evening(document, dates, *first);
    int last = 0;
    std::optional<PartialDate> day = first->item.day;
    for (auto draft = first; draft != drafts.end(); ++draft) {
        AgendaItem& item = draft->item;
        if (item.start.empty()) continue;
        if (item.day != day) day = item.day, later = false, last = 0;
        const int start = minutes_of(item.start);
        later = later || (start < last && start < earliest_morning && last >= earliest_morning);
        last = std::max(last, start);
        if (later) shift(item.start);
        if (!item.end.empty() && (later || minutes_of(item.end) < minutes_of(item.start))) shift(item.end);
    }
}

}  // namespace rapporteur
