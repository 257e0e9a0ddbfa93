#pragma once

#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "layout/figure_date.h"

namespace rapporteur {

/// A happening on a timeline: its mark stands at `from`, or reaches to `to`.
struct TimelineEvent {
    FigureDate from;
    std::optional<FigureDate> to;
    std::string date;  // in words; empty where the text says it
    std::string text;  // the source's words
    std::string source, source_target;
    std::string target;  // of the words
    bool own = false;    // the pack's meeting
    bool open = false;   // not known to be past: an open dot
    bool cut = false;    // words are left out at the end
};

/// Happenings in the order of time, one row each.
struct Timeline {
    std::vector<TimelineEvent> events;
};

/// A statement in a bar.
struct BarUnit {
    std::string number;  // "R1"
    int strength = 0;    // 1 to 5; 0: not rated
    std::string target;
};

/// Rows of units: how many statements there are of each kind, and how strong they are.
struct Bars {
    struct Row {
        std::string label;
        std::vector<BarUnit> units;
    };
    std::vector<Row> rows;
};

/// What a session takes up.
struct SessionItem {
    std::string number;
    std::string target;
};

/// A bar in the column of its day; minutes since midnight.
struct SessionBar {
    int start = 0, end = 0;
    std::string times, name;  // in words
    std::vector<SessionItem> items;
};

/// The sessions of a meeting: a column a day, over the hours that they share.
struct SessionStrip {
    struct Day {
        std::string weekday, date;
        std::vector<SessionBar> sessions;
    };
    struct Hour {
        int at = 0;  // minutes since midnight
        std::string words;
    };
    std::string separator;  // between the numbers of items
    std::vector<Hour> hours;
    std::vector<Day> days;
};

/// A drawing made from data; `alt` says the same facts in words.
struct Figure {
    std::string alt;
    std::variant<Timeline, Bars, SessionStrip> drawing;
};

}  // namespace rapporteur
