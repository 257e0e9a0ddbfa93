#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extract/match.h"

namespace rapporteur {

/// A title without what stands before and behind it, and what that said.
struct CleanTitle {
    std::string_view title;
    std::string start, end;        // "10:00"
    std::string purpose;           // decision, discussion or information
    std::string_view people = {};  // who stood with a time or a duration
    std::string_view leader = {};  // "Chair: A", in brackets behind it
    bool timed = false;            // a time or a duration stood with it
};

/// A title with its number apart: "Agenda item 3: Port dues".
struct NumberedTitle {
    std::string number;
    std::string_view title;
    std::string_view before = {};  // what stands in the line before it
};

/// What a line of a programme says of all lines below it, and nothing else: a day, a part of it, a time, a break.
struct ProgrammeSetting {
    std::optional<PartialDate> day;
    bool plain_date = false;  // the day is printed without its weekday
    PartialDate undated;      // a day and month whose year nothing tells: "Monday 15 May"
    int weekday = -1;         // "Thursday" without a date: 0 Monday to 6 Sunday
    int day_number = 0;       // "Day 2" without a date
    std::string part;         // "Morning session"
    std::string start, end;
    bool pause = false;  // a break, a meal, registration

    bool sets_day() const { return day || undated.day > 0 || weekday >= 0 || day_number > 0; }
    /// True for a time and nothing else: what stands below is taken up then.
    bool is_slot() const { return !sets_day() && part.empty() && !pause && !start.empty(); }
};

/// A label as printed, without the stop behind it: "IV", "10.2", "(a)".
std::string bare_label(std::string_view label);

/// "09:30" of a label "09.30" with two figures of minutes; empty where it is no hour.
std::string dotted_hour(std::string_view label);

/// Reads the words of agendas as one language drafts them (rules of record kind "agenda").
class AgendaWords {
public:
    AgendaWords(const RuleSet& rules, std::string_view language);

    bool usable() const { return group_ != nullptr; }
    RuleMatch field(std::string_view text, std::string_view role) const;
    RuleMatch heading(std::string_view text, std::string_view role) const;
    /// The rule of a heading below which an agenda stands, with or without a date behind it: "Programme – 3 May 2031".
    RuleMatch opening(std::string_view text) const;
    /// What the header cell of a table's column says, in the field "column".
    RuleMatch column(std::string_view header) const;
    bool is(std::string_view text, std::string_view role) const { return field(text, role).rule != nullptr; }
    /// True where the sentence says that an agenda follows it.
    bool announces_agenda(std::string_view sentence) const;
    /// True where a paragraph tells what happened in a meeting.
    bool tells_proceedings(std::string_view paragraph) const;

    /// The time or times that are all of a line.
    std::optional<FoundTime> times(std::string_view line) const;
    /// What a line sets for those below it, where it says nothing else; `context` gives the year where it is not
    /// printed.
    std::optional<ProgrammeSetting> setting(std::string_view line, const DateContext& context) const;
    /// The day, with its times, of a line of a title block that says more: "Online, Friday 7 March 2031, 12:00–15:00".
    /// Without a weekday or a time a date may be the document's own.
    std::optional<ProgrammeSetting> front_day(std::string_view line, const DateContext& context) const;
    /// The day that such a heading gives.
    std::optional<ProgrammeSetting> opening_day(std::string_view text, const DateContext& context) const;
    /// Takes times, durations, purposes, marks of slides and stops off a title.
    CleanTitle clean(std::string_view line) const;

    /// The number that a line begins with and the title behind it.
    std::optional<NumberedTitle> numbered(std::string_view line) const;

    /// The sub-item that begins inside a line: "Port dues 2.1 Small ports".
    std::optional<NumberedTitle> numbered_inside(std::string_view line) const;
    /// The line up to where "Moderator:" and the like begins inside it; else all of it.
    std::string_view up_to_role(std::string_view line) const;

    /// What the agenda asks of an item: decision, discussion or information; empty for a word that says none of them.
    std::string purpose(std::string_view printed) const;

    /// The number that is all of a line, above its title: "Item 3"; empty where the line says anything else.
    std::string label_line(std::string_view line) const;

    /// The title of an item that is taken up again: "Port dues (continued)"; empty where it is not.
    std::string_view continued(std::string_view title) const;

    /// True for a heading inside a programme: a session, a panel, a line that begins with its time.
    bool is_programme_heading(std::string_view text) const;

    /// A line without the room at its end: "Lea Tanaka, Osaka College · Room B".
    std::string_view without_room(std::string_view line) const;

    /// True for a line that says when and nothing else: "18 and 19 March (9:30, 10:00)".
    bool only_dates(std::string_view line) const;

    /// True where a text can be an item's title: no running text, no remark, not too long.
    bool can_be_title(std::string_view text) const;

private:
    bool take_time(CleanTitle& clean) const;
    static bool take_time_and_people(const FoundTime& time, CleanTitle& clean);
    bool take_compact_times(CleanTitle& clean) const;
    void take_times_out(std::string& line, ProgrammeSetting& found) const;
    void take_compact_out(std::string& line, ProgrammeSetting& found) const;
    bool take_rest(std::string_view line, ProgrammeSetting& found) const;
    bool take_rest_in_room(std::string_view line, ProgrammeSetting& found) const;
    bool take_relative_day(std::string_view line, ProgrammeSetting& found) const;
    bool take_day(std::string_view line, const DateContext& context, ProgrammeSetting& found) const;

    const RuleGroup* group_;
    const DateReader& dates_;
    const RuleTable* purposes_;
};

}  // namespace rapporteur
