#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace rapporteur {

/// " {role name, affiliation [note]}" of each person.
inline std::string people_text(const std::vector<Person>& people) {
    std::string out;
    for (const Person& person : people) {
        out += " {" + std::string(name_of(person.role)) + " " + person.name;
        if (!person.affiliation.empty()) out += ", " + person.affiliation;
        if (!person.note.empty()) out += " [" + person.note + "]";
        out += "}";
    }
    return out;
}

/// Two spaces for each item above.
inline std::string depth_text(const Records& records, const AgendaItem& item) {
    for (const AgendaItem& other : records.agenda_items) {
        if (other.id == item.parent) return depth_text(records, other) + "  ";
    }
    return "";
}

/// A text form of agenda items for tests: number, title, aliases, day, part, times, purpose, papers and people of each
/// in one line, and a line for each talk.
inline std::string agenda_text(const Records& records) {
    std::string out;
    for (const AgendaItem& item : records.agenda_items) {
        out += depth_text(records, item) + (item.number.empty() ? "-" : item.number) + " " + item.title;
        for (const std::string& alias : item.aliases) out += " = " + alias;
        if (item.day) out += " @" + to_iso(*item.day);
        if (!item.part.empty()) out += (item.side_event ? " side:" : " part:") + item.part;
        if (!item.start.empty()) out += " " + item.start + "-" + item.end;
        if (!item.purpose.empty()) out += " for " + item.purpose;
        if (!item.papers.empty()) out += " papers:" + std::to_string(item.papers.size());
        out += people_text(item.people) + "\n";
        for (const Talk& talk : item.talks) out += "    * " + talk.title + people_text(talk.speakers) + "\n";
    }
    return out;
}

}  // namespace rapporteur
