#include "assemble/item_keys.h"

#include <map>

#include "assemble/meeting_cluster.h"
#include "store/comparable.h"
#include "support/hash.h"

namespace rapporteur {

std::vector<std::string> item_keys(std::string_view meeting, const std::vector<ItemSheet>& sheets) {
    constexpr std::size_t digits = 16;
    constexpr char between = '\n';
    std::vector<std::string> keys;
    std::map<std::string, int> met;
    for (const ItemSheet& sheet : sheets) {
        std::string identity = comparable_name(meeting) + between + comparable_number(sheet.number) + between +
                               comparable_name(sheet.title);
        const int order = met[identity]++;
        if (order > 0) identity += between + std::to_string(order);
        keys.push_back(sha256_hex(identity).substr(0, digits));
    }
    return keys;
}

}  // namespace rapporteur
