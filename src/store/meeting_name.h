#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// What a name of a meeting says once its ordinal, its dates and its article are taken away.
struct MeetingName {
    std::vector<std::string> all;      // every content word, in alphabetical order
    std::vector<std::string> before;   // content words before the word that says what it is: "coordination"
    std::string head;                  // what it is: "meeting", "dialogue"; empty where no known word says so
    std::vector<std::string> subject;  // content words after "on", "of", "for": "international", "migration"
    bool sitting = false;              // a session of a body, or a body's meeting: then `all` names the body
    int ordinal = 0;                   // 0 where none is in the name
    int year = 0;                      // 0 where none is in the name

    auto operator<=>(const MeetingName&) const = default;
    bool empty() const { return all.empty(); }
};

/// Takes a name apart; abbreviations should have been written in full before.
MeetingName parse_meeting_name(std::string_view name);

enum class NameMatch {
    none,
    partial,  // one leaves the subject out: "Coordination Meeting" beside "Coordination Meeting on Migration"
    full,
};

/// Whether two names can name the same series of meetings. Words before the head may be more in one of them ("United
/// Nations High-level Dialogue"), the subject may not. Never enough by itself to say that two meetings are one.
NameMatch match(const MeetingName& a, const MeetingName& b);

}  // namespace rapporteur
