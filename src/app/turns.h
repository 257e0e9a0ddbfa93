#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/schedule.h"
#include "store/edition_book.h"

namespace rapporteur {

/// Keeps which moments of a schedule have been answered, so that one that passed while nothing ran is caught up with,
/// once, and none is answered twice. A moment that lies in the future belongs to a clock that went wrong.
class Turns {
public:
    Turns(EditionBook& book, std::int64_t now, const TimeZone& zone) : book_(book), now_(now), zone_(zone) {}

    /// Whether one of the rules that name no meeting is due; without any rule at all always, with a regular one also
    /// the first time.
    bool group_due(const std::string& name, const std::vector<Trigger>& when) const;
    /// Whether one of the rules that count from a meeting is due; not once it is over.
    bool meeting_due(const std::string& name, const std::vector<Trigger>& when, const std::optional<PartialDate>& start,
                     const std::optional<PartialDate>& end) const;
    /// Remembers that what is due now has been done.
    std::optional<Diagnostic> answer(const std::string& name) const;
    /// The next moment of any of the rules.
    std::optional<std::int64_t> next(const std::vector<Trigger>& when, const std::optional<PartialDate>& start) const;

private:
    bool unanswered(const std::string& name, const std::optional<std::int64_t>& moment) const;

    EditionBook& book_;
    std::int64_t now_;
    const TimeZone& zone_;
};

/// True where one of the rules counts from meetings.
bool counts_from_meetings(const std::vector<Trigger>& when);

}  // namespace rapporteur
