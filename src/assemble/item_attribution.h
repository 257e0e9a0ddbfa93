#pragma once

#include <map>
#include <optional>
#include <string>
#include <tuple>
#include <vector>

#include "assemble/person_name.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// Works out under which agenda item each statement of a meeting belongs: the one that its record names; the one whose
/// title stands above it; the only one for which the agenda names its speaker; the one of the other statements of its
/// block.
class ItemAttribution {
public:
    ItemAttribution(const Scope& scope, const std::vector<SettledItem>& items);

    /// Place in the items; nothing where it cannot be told.
    std::optional<std::size_t> item_of(const Intervention& record) const;
    std::optional<std::size_t> item_of(const Recommendation& record) const;
    std::optional<std::size_t> item_of(const Outcome& record) const;

    /// Speakers whose statements stand under an item because the agenda names them there.
    const std::vector<std::string>& by_speaker() const { return by_speaker_; }

private:
    using Block = std::tuple<std::string, int, int, std::string>;

    static std::optional<Block> block_of(const RecordHead& record);
    void add_item(const SettledItem& item, std::size_t place);
    void add_person(const std::string& name, std::size_t place);
    void note_block(const Intervention& record, std::optional<std::size_t> item);
    std::optional<std::size_t> by_record(const RecordHead& record, const std::string& agenda_item) const;
    std::optional<std::size_t> by_person(const std::string& name) const;
    std::optional<std::size_t> by_block(const RecordHead& record) const;

    std::map<std::string, std::size_t, std::less<>> by_id_, by_title_;
    PeopleByName people_;
    std::vector<std::optional<std::size_t>> item_of_person_;  // nothing for a person of more than one item
    std::map<Block, std::optional<std::size_t>> by_block_;    // nothing for a block with statements of more than one
    std::vector<std::string> by_speaker_;
};

}  // namespace rapporteur
