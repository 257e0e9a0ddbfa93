#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/record.h"
#include "store/abbreviations.h"
#include "store/meeting_name.h"

namespace rapporteur {

/// The facts by which a meeting is told from others, free of how its document words them.
struct MeetingIdentity {
    std::vector<MeetingName> names;  // each once, in order
    int number = 0;                  // ordinal in its series or session of its body, 0 where not known
    std::optional<PartialDate> start, end;
    std::vector<std::string> place;  // content words

    auto operator<=>(const MeetingIdentity&) const = default;
    bool operator==(const MeetingIdentity&) const = default;
};

MeetingIdentity identify(const Meeting& meeting, const Abbreviations& abbreviations);

/// How surely two identities are of one meeting.
enum class Sameness {
    different,  // the names do not match, or facts contradict
    unknown,    // the names match and nothing contradicts, but nothing else speaks for it
    likely,     // the names match and so do the years
    certain,    // the names match and so do the numbers, or the days or months
};

struct Verdict {
    Sameness sameness = Sameness::different;
    std::string why;  // for people: "number 12, 2014"
};

/// True where numbers or dates cannot be of one meeting, whatever the names.
bool contradict(const MeetingIdentity& a, const MeetingIdentity& b);

Verdict compare(const MeetingIdentity& a, const MeetingIdentity& b);

}  // namespace rapporteur
