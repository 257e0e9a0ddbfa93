#pragma once

#include <map>
#include <string_view>
#include <vector>

#include "assemble/briefing.h"
#include "assemble/scope.h"
#include "assemble/settled_item.h"

namespace rapporteur {

/// Which number each gap has on the gaps page, for the notes that point there.
class GapNumbers {
public:
    void add(const Gap& gap, int number) { numbers_.emplace_back(&gap, number); }

    /// The number of the gap that says that the item has no programme; 0 where there is none.
    int without_programme(const SettledItem& item) const;
    /// Numbers of the gaps that concern a name (of a side event, a person, a symbol), by the gap's subject or the
    /// headings above it.
    std::vector<int> of_subject(std::string_view subject) const;

private:
    std::vector<std::pair<const Gap*, int>> numbers_;
};

/// What the pack itself sees to be lacking.
struct OwnChecks {
    std::size_t papers_missing = 0;
    std::size_t placed_by_speaker =
        0;  // statements that stand under an item because the agenda names their speaker there
    bool agenda_without_attendance_list = false;
    bool meeting_without_date = false;
};

/// The gaps of a pack by kind, numbered; several damaged places of one document past the second stand in one row.
std::vector<GapGroup> make_gap_groups(const Library& library, const Scope& scope, const OwnChecks& checks,
                                      GapNumbers& numbers);

/// The documents as they were read.
std::vector<ReadRow> list_read(const Library& library, const std::vector<std::string>& documents,
                               const std::set<std::string, std::less<>>& cited);

}  // namespace rapporteur
