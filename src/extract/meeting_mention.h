#pragma once

#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "support/range.h"

namespace rapporteur {

/// One place in a document that names a meeting, with what that place says of it.
struct MeetingMention {
    std::size_t block = 0;
    Range range;          // in the document's text
    std::string surface;  // as printed, with ordinal and year
    std::string name;     // without ordinal and year; of a sitting its body
    std::string body;     // of a sitting: whose it is
    std::string session;  // of a sitting: "68th Session"
    std::string ordinal;  // as printed
    int number = 0;       // of the ordinal, 0 where none is printed
    int year = 0;         // printed in the name, 0 where none is
    std::optional<PartialDate> start, end;
    std::string place, organiser;
    std::vector<std::string> aliases;
    std::string rule;
    double confidence = 0.8;
    bool short_form = false;  // names it by an abbreviation
    bool needs_date = false;  // too vague a name for a meeting that no date tells
    bool principal = false;   // the document is of, for or about it
    bool heading = false;

    bool dated() const { return start.has_value(); }
    /// True for "the Forum", which names no one meeting of its series.
    bool bare() const { return number == 0 && year == 0 && !start; }
};

}  // namespace rapporteur
