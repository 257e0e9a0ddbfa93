#pragma once

#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "assemble/library.h"
#include "assemble/scope.h"

namespace rapporteur {

/// What all records of one agenda item (short agenda, programme, report) say together.
struct SettledItem {
    std::string key;
    const AgendaItem* main = nullptr;  // the record that says most
    std::vector<const AgendaItem*> records;
    std::string number, title, part, start, end, purpose, parent_key;
    std::vector<std::string> also_printed_as;
    std::optional<PartialDate> day;
    std::vector<NamedPerson> people, leaders;  // leaders: moderators, chairs, rapporteurs
    std::vector<AgendaTalk> talks;
    bool side_event = false;
    int depth = 0;
};

/// "2.1 Title".
std::string item_words(const SettledItem& item);

/// The items of a pack in the order of the document that prints most of them, by day.
std::vector<SettledItem> settle_items(const Scope& scope, const Library& library);

}  // namespace rapporteur
