#include "app/edition_desk.h"

#include <algorithm>
#include <set>

#include "support/hash.h"

namespace rapporteur {
namespace {

std::vector<std::string> identity_of(const Selection& selection, const Library& library) {
    if (selection.by_theme) return {"theme " + selection.key};
    std::vector<std::string> out{selection.key};
    if (const MeetingCluster* meeting = library.meeting_of_key(selection.key))
        for (const Meeting* record : meeting->records)
            if (record->id != selection.key) out.push_back(record->id);
    return out;
}

/// The packs of the book, as far as they are not taken.
class Shelf {
public:
    Shelf(const std::vector<PackEdition>& editions, const std::string& prefix) {
        for (const PackEdition& edition : editions) {
            if (!edition.pack.starts_with(prefix)) continue;
            by_stem_[edition.file_stem] = &edition;
            for (const std::string& id : edition.identity) by_id_[id] = &edition;
        }
    }

    const PackEdition* take(const DeskPack& pack, bool by_name) {
        const PackEdition* found = nullptr;
        for (const std::string& id : pack.identity)
            if (const auto known = by_id_.find(id); known != by_id_.end() && !found) found = known->second;
        const auto named = by_stem_.find(pack.selection.file_stem);
        if (by_name && named != by_stem_.end()) found = named->second;
        return found && taken_.insert(found->pack).second ? found : nullptr;
    }

    bool holds(const std::string& stem) const { return by_stem_.contains(stem); }

private:
    std::map<std::string, const PackEdition*> by_stem_, by_id_;
    std::set<std::string> taken_;
};

void remember(DeskPack& pack, const PackEdition& last) {
    pack.last = last;
    pack.pack = last.pack;
    pack.selection.file_stem = last.file_stem;
}

}  // namespace

std::vector<DeskPack> known_packs(const std::vector<Selection>& selections, const Library& library,
                                  const std::vector<PackEdition>& last_editions, const std::string& prefix) {
    Shelf shelf(last_editions, prefix);
    std::vector<DeskPack> out;
    for (const Selection& selection : selections)
        out.push_back({selection, "", identity_of(selection, library), std::nullopt});
    for (const bool by_name : {false, true})
        for (DeskPack& pack : out)
            if (const PackEdition* last = pack.last ? nullptr : shelf.take(pack, by_name)) remember(pack, *last);
    std::set<std::string> stems;
    for (DeskPack& pack : out) {
        if (pack.last) continue;
        // A pack that is gone keeps the names of its files.
        const std::string stem = pack.selection.file_stem;
        for (int n = 2; shelf.holds(pack.selection.file_stem) || !stems.insert(pack.selection.file_stem).second; ++n)
            pack.selection.file_stem = stem + "-" + std::to_string(n);
        pack.pack = prefix + pack.selection.file_stem;
    }
    return out;
}

std::string digest_of(const std::string& xml, const std::string& look) {
    std::string bare;
    std::size_t begin = 0;  // of what is yet to be taken
    for (std::size_t at = xml.find(' '); at != xml.npos; at = xml.find(' ', at + 1)) {
        const std::string_view rest = std::string_view(xml).substr(at);
        for (const std::string_view attribute : {" id=\"", " href=\"#", " place=\""}) {
            if (!rest.starts_with(attribute)) continue;
            bare.append(xml, begin, at - begin);
            begin = std::min(xml.find('"', at + attribute.size()), xml.size());
            break;
        }
    }
    bare.append(xml, begin, xml.npos);
    return sha256_hex(bare + "\n" + sha256_hex(look));
}

}  // namespace rapporteur
