#include "assemble/settled_item.h"

#include <algorithm>
#include <map>

#include "support/text.h"

namespace rapporteur {
namespace {

std::size_t weight(const AgendaItem& item) {
    return 4 * item.talks.size() + 2 * item.people.size() + (item.day ? 1 : 0) + (is_all_capitals(item.title) ? 0 : 1);
}

void fill(std::string& field, const std::string& from) {
    if (field.empty()) field = from;
}

NamedPerson name_person(const Person& person) {
    return {person.name, person.title, person.affiliation, person.note, person.role};
}

bool leads(PersonRole role) {
    return role == PersonRole::moderator || role == PersonRole::chair || role == PersonRole::rapporteur;
}

void take_people(SettledItem& item, const AgendaItem& from) {
    if (item.people.empty() && item.leaders.empty())
        for (const Person& person : from.people)
            (leads(person.role) ? item.leaders : item.people).push_back(name_person(person));
    if (!item.talks.empty()) return;
    for (const Talk& talk : from.talks) {
        AgendaTalk& added = item.talks.emplace_back();
        added.title = talk.title;
        for (const Person& speaker : talk.speakers) added.speakers.push_back(name_person(speaker));
    }
}

void add_wording(SettledItem& item, const std::string& wording) {
    const auto is_same = [&](const std::string& other) { return comparable_name(other) == comparable_name(wording); };
    if (wording.empty() || is_same(item.title)) return;
    if (std::none_of(item.also_printed_as.begin(), item.also_printed_as.end(), is_same))
        item.also_printed_as.push_back(wording);
}

void take(SettledItem& item, const AgendaItem& from, const Library& library) {
    fill(item.number, from.number);
    fill(item.title, library.title(from.title, document_of(from)));
    fill(item.part, from.part);
    fill(item.purpose, from.purpose);
    if (item.start.empty()) {
        item.start = from.start;
        item.end = from.end;
    }
    if (!item.day) item.day = from.day;
    item.side_event = item.side_event || from.side_event;
    take_people(item, from);
    add_wording(item, library.title(from.title, document_of(from)));
    for (const std::string& alias : from.aliases) add_wording(item, library.title(alias, document_of(from)));
}

SettledItem settle_item(const Same<AgendaItem>& same, const Library& library) {
    SettledItem item;
    item.key = key_of(*same.best);
    item.records = same.all;
    std::vector<const AgendaItem*> by_weight = same.all;
    std::stable_sort(by_weight.begin(), by_weight.end(),
                     [](const AgendaItem* a, const AgendaItem* b) { return weight(*a) > weight(*b); });
    item.main = by_weight.front();
    for (const AgendaItem* record : by_weight) take(item, *record, library);
    return item;
}

/// The document that prints most of the items.
std::string_view main_document(const Scope& scope) {
    std::map<std::string_view, std::size_t> counts;
    for (const auto& same : scope.items)
        for (const AgendaItem* record : same.all) ++counts[document_of(*record)];
    const auto most =
        std::max_element(counts.begin(), counts.end(), [](auto& a, auto& b) { return a.second < b.second; });
    return most == counts.end() ? std::string_view{} : most->first;
}

/// Records lie in one vector in the order of the text: addresses compare as positions.
const AgendaItem* record_in(const SettledItem& item, std::string_view document) {
    for (const AgendaItem* record : item.records)
        if (document_of(*record) == document) return record;
    return nullptr;
}

void sort_items(std::vector<SettledItem>& items, std::string_view document) {
    std::stable_sort(items.begin(), items.end(), [&](const SettledItem& a, const SettledItem& b) {
        const AgendaItem* x = record_in(a, document);
        const AgendaItem* y = record_in(b, document);
        if (!x || !y) return x && !y;
        return x < y;
    });
    std::stable_sort(items.begin(), items.end(), [](const SettledItem& a, const SettledItem& b) {
        return a.day && b.day ? *a.day < *b.day : a.day.has_value() && !b.day.has_value();
    });
}

void find_parents(std::vector<SettledItem>& items) {
    std::map<std::string_view, const SettledItem*> by_id;
    for (const SettledItem& item : items)
        for (const AgendaItem* record : item.records) by_id[record->id] = &item;
    for (SettledItem& item : items) {
        const auto parent = by_id.find(item.main->parent);
        if (item.main->parent.empty() || parent == by_id.end() || parent->second == &item) continue;
        item.parent_key = parent->second->key;
        item.depth = 1;
    }
}

}  // namespace

std::string item_words(const SettledItem& item) {
    return item.number.empty() ? item.title : item.number + " " + item.title;
}

std::vector<SettledItem> settle_items(const Scope& scope, const Library& library) {
    std::vector<SettledItem> items;
    for (const auto& same : scope.items) items.push_back(settle_item(same, library));
    sort_items(items, main_document(scope));
    find_parents(items);
    return items;
}

}  // namespace rapporteur
