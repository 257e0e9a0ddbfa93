#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/briefing.h"

namespace rapporteur {

/// Minutes since midnight of "13:30"; nothing for what is no time of day ("24:00" is one).
std::optional<int> minutes_of(const std::string& clock);

/// Items that are taken without a pause, with the hours (minutes since midnight) that they take together. The items
/// stay with their session.
struct Sitting {
    int start = 0, end = 0;
    std::string name;  // of the session, as printed
    std::vector<const AgendaLine*> items;
};

/// The sittings of a session: itself where it prints its hours, else its items with hours of their own, parted where
/// there is a pause between them; none where hours are missing.
std::vector<Sitting> sittings_of(const AgendaSession& session);

}  // namespace rapporteur
