#include "assemble/printed_pages.h"

#include <algorithm>

#include "assemble/pack_sections.h"

namespace rapporteur {

void put_pages(Snapshot& lines, const PrintedPages& printed) {
    for (SnapshotLine& line : lines) {
        line.name_in_hand = line.name;
        line.pages.clear();
        for (const std::string& spot : line.spots) {
            const auto pages = printed.of_spot.find(spot);
            if (pages == printed.of_spot.end()) continue;
            for (const std::string& page : pages->second)
                if (std::find(line.pages.begin(), line.pages.end(), page) == line.pages.end())
                    line.pages.push_back(page);
        }
        const auto end = printed.ends.find(line.anchor);
        line.last_page = line.about == "item" && end != printed.ends.end() ? end->second : "";
    }
}

PackInHand pack_in_hand(const PrintedPages& printed, const std::string& edition,
                        const std::optional<PartialDate>& date) {
    PackInHand out{edition, date, {}, {}, printed.last};
    for (const std::string_view section : pack_sections)
        if (const auto end = printed.ends.find(std::string(section)); end != printed.ends.end()) out.ends.insert(*end);
    return out;
}

}  // namespace rapporteur
