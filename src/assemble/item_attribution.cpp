#include "assemble/item_attribution.h"

#include <algorithm>

namespace rapporteur {

ItemAttribution::ItemAttribution(const Scope& scope, const std::vector<SettledItem>& items) {
    for (std::size_t i = 0; i < items.size(); ++i)
        if (!items[i].side_event) add_item(items[i], i);
    for (const Same<Intervention>& same : scope.interventions) {
        const Intervention& record = *same.best;
        std::optional<std::size_t> item = by_record(record, record.agenda_item);
        if (!item && (item = by_person(record.speaker))) by_speaker_.push_back(record.speaker);
        note_block(record, item);
    }
}

void ItemAttribution::add_item(const SettledItem& item, std::size_t place) {
    for (const AgendaItem* record : item.records) by_id_[record->id] = place;
    by_title_.try_emplace(comparable_name(item.title), place);
    for (const std::string& wording : item.also_printed_as) by_title_.try_emplace(comparable_name(wording), place);
    for (const NamedPerson& person : item.people) add_person(person.name, place);
    for (const NamedPerson& person : item.leaders) add_person(person.name, place);
    for (const AgendaTalk& talk : item.talks)
        for (const NamedPerson& person : talk.speakers) add_person(person.name, place);
}

void ItemAttribution::add_person(const std::string& name, std::size_t place) {
    const auto known = people_.find(name);
    if (!known) {
        people_.add(name, item_of_person_.size());
        item_of_person_.emplace_back(place);
    } else if (item_of_person_[*known] != place) {
        item_of_person_[*known] = std::nullopt;
    }
}

/// The line or the numbered paragraph; a page alone is too much.
std::optional<ItemAttribution::Block> ItemAttribution::block_of(const RecordHead& record) {
    if (record.sources.empty()) return std::nullopt;
    const Source& source = record.sources.front();
    if (source.line == 0 && source.paragraph.empty()) return std::nullopt;
    return Block{source.document, source.page, source.line, source.paragraph};
}

void ItemAttribution::note_block(const Intervention& record, std::optional<std::size_t> item) {
    const auto block = block_of(record);
    if (!block || !item) return;
    const auto [entry, is_new] = by_block_.try_emplace(*block, item);
    if (!is_new && entry->second != item) entry->second = std::nullopt;
}

std::optional<std::size_t> ItemAttribution::by_record(const RecordHead& record, const std::string& agenda_item) const {
    const auto named = by_id_.find(agenda_item);
    if (named != by_id_.end()) return named->second;
    for (const Source& source : record.sources)
        for (auto heading = source.heading.rbegin(); heading != source.heading.rend(); ++heading) {
            const auto found = by_title_.find(comparable_name(*heading));
            if (found != by_title_.end()) return found->second;
        }
    return std::nullopt;
}

std::optional<std::size_t> ItemAttribution::by_person(const std::string& name) const {
    const auto person = people_.find(name);
    return person ? item_of_person_[*person] : std::nullopt;
}

std::optional<std::size_t> ItemAttribution::by_block(const RecordHead& record) const {
    const auto block = block_of(record);
    if (!block) return std::nullopt;
    const auto found = by_block_.find(*block);
    return found == by_block_.end() ? std::nullopt : found->second;
}

std::optional<std::size_t> ItemAttribution::item_of(const Intervention& record) const {
    if (const auto item = by_record(record, record.agenda_item)) return item;
    if (const auto item = by_person(record.speaker)) return item;
    return by_block(record);
}

std::optional<std::size_t> ItemAttribution::item_of(const Recommendation& record) const {
    if (const auto item = by_record(record, record.agenda_item)) return item;
    if (const auto item = by_person(record.proposer)) return item;
    return by_block(record);
}

std::optional<std::size_t> ItemAttribution::item_of(const Outcome& record) const {
    if (const auto item = by_record(record, record.agenda_item)) return item;
    return by_block(record);
}

}  // namespace rapporteur
