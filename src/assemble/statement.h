#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "assemble/library.h"
#include "model/record.h"

namespace rapporteur {

/// Statements of less confidence stand on the gaps page and nowhere else in a pack.
constexpr double least_confidence = 0.5;

inline bool is_doubtful(const RecordHead& record) { return record.confidence < least_confidence; }

/// One statement with all the records that merging holds to be the same, the first of the most confidence as `best`.
template <class Record>
struct Same {
    const Record* best = nullptr;
    std::vector<const Record*> all;
};

/// Groups records that merging holds to be the same, in the order of their first appearance.
template <class Record>
std::vector<Same<Record>> group_same(const std::vector<const Record*>& records) {
    std::vector<Same<Record>> result;
    std::map<std::string_view, std::size_t> place;
    for (const Record* record : records) {
        const auto [entry, is_new] = place.try_emplace(key_of(*record), result.size());
        if (is_new) result.emplace_back();
        Same<Record>& same = result[entry->second];
        same.all.push_back(record);
        if (!same.best || record->confidence > same.best->confidence) same.best = record;
    }
    return result;
}

/// A title as a heading prints it: the first letter a capital, capitals throughout set in sentence case.
std::string heading_case(std::string_view title);

/// True where the theme is among those of a statement.
bool has_theme(const std::vector<ThemeScore>& themes, std::string_view id);

}  // namespace rapporteur
