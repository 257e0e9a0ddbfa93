#include "assemble/kept_notes.h"

#include <algorithm>
#include <iterator>
#include <map>

#include "assemble/item_keys.h"
#include "store/comparable.h"
#include "support/hash.h"

namespace rapporteur {
namespace {

/// Adds what is not there already; of two texts of which one holds the other, the longer stands.
void merge(NoteText& kept, const NoteText& added) {
    if (added.empty() || std::search(kept.begin(), kept.end(), added.begin(), added.end()) != kept.end()) return;
    const bool is_part = std::search(added.begin(), added.end(), kept.begin(), kept.end()) != added.end();
    if (is_part) kept.clear();
    kept.insert(kept.end(), added.begin(), added.end());
}

bool has_title(const ItemSheet& sheet, const std::string& title) {
    const auto is_title = [&](const std::string& wording) { return comparable_name(wording) == title; };
    return is_title(sheet.title) || std::any_of(sheet.also_printed_as.begin(), sheet.also_printed_as.end(), is_title);
}

struct Found {
    ItemSheet* sheet = nullptr;
    LooseReason why = LooseReason::gone;
};

/// Places the notes of one earlier pack.
class Placer {
public:
    Placer(const PackNotes& pack, std::vector<ItemSheet>& sheets) : pack_(pack), sheets_(sheets) {}

    Found find(const ItemNotes& notes) const {
        const std::string title = comparable_name(notes.title), number = comparable_number(notes.number);
        // Where one of several alike has come or gone, nobody can tell which.
        const auto alike = std::count_if(pack_.items.begin(), pack_.items.end(), [&](const ItemNotes& other) {
            return comparable_name(other.title) == title && comparable_number(other.number) == number;
        });
        std::vector<ItemSheet*> same;
        std::vector<ItemSheet*> titled;
        for (ItemSheet& sheet : sheets_) {
            if (title.empty() || !has_title(sheet, title)) continue;
            titled.push_back(&sheet);
            if (comparable_number(sheet.number) == number) same.push_back(&sheet);
        }
        const bool as_before = same.empty() || same.size() == static_cast<std::size_t>(alike);
        for (ItemSheet& sheet : sheets_)
            if (sheet.key == notes.key && as_before) return {&sheet};
        if (alike == 1 && same.size() == 1) return {same.front()};
        if (alike == 1 && same.empty() && titled.size() == 1 && title_is_unique(title)) return {titled.front()};
        return {nullptr, titled.empty() ? LooseReason::gone : LooseReason::unsure};
    }

private:
    bool title_is_unique(const std::string& title) const {
        return std::count_if(pack_.items.begin(), pack_.items.end(),
                             [&](const ItemNotes& other) { return comparable_name(other.title) == title; }) == 1;
    }

    const PackNotes& pack_;
    std::vector<ItemSheet>& sheets_;
};

/// Loose notes never share the key of an item: the next edition would take them for its own.
std::string loose_key(const std::string& key, const std::vector<ItemSheet>& sheets) {
    const bool taken =
        std::any_of(sheets.begin(), sheets.end(), [&](const ItemSheet& sheet) { return sheet.key == key; });
    return taken ? sha256_hex(key + "\nloose").substr(0, key.size()) : key;
}

}  // namespace

bool are_notes_of(const PackNotes& notes, const MeetingCluster& meeting) {
    return comparable_name(notes.title) == comparable_name(meeting.name) || is_name_of(meeting, notes.title);
}

std::vector<LooseNotes> place_notes(const std::vector<PackNotes>& packs, const MeetingCluster& meeting,
                                    std::vector<ItemSheet>& sheets) {
    std::vector<LooseNotes> loose;
    std::map<std::string, std::size_t> place_of;  // among the loose ones, by key
    for (const PackNotes& pack : packs) {
        if (!are_notes_of(pack, meeting)) continue;
        const Placer placer(pack, sheets);
        for (const ItemNotes& notes : pack.items) {
            if (notes.empty()) continue;
            const Found found = placer.find(notes);
            if (found.sheet) {
                merge(found.sheet->position, notes.position);
                merge(found.sheet->notes, notes.notes);
                continue;
            }
            const std::string key = loose_key(notes.key, sheets);
            const auto [entry, fresh] = place_of.try_emplace(key, loose.size());
            if (fresh) loose.push_back({found.why, {key, notes.number, notes.title, {}, {}}});
            merge(loose[entry->second].item.position, notes.position);
            merge(loose[entry->second].item.notes, notes.notes);
        }
    }
    return loose;
}

}  // namespace rapporteur
