#include "assemble/instructions.h"

#include <algorithm>

#include "assemble/settled_item.h"
#include "assemble/word_match.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words that stand before the number of an item.
constexpr std::string_view item_words_before[] = {"agenda item", "item", "point de l'ordre du jour", "point"};

/// An item as a heading of the notes names it.
struct ItemName {
    std::string number;  // without punctuation at its end, folded
    std::string title;   // comparable form
};

std::string_view trim_mark(std::string_view text) {
    while (!text.empty() && std::string_view(".:)–—- ").find(text.back()) != text.npos) text.remove_suffix(1);
    while (!text.empty() && std::string_view(".:)(- ").find(text.front()) != text.npos) text.remove_prefix(1);
    return text;
}

bool is_number(std::string_view word) {
    const bool digits = !word.empty() && is_digit(static_cast<unsigned char>(word.front()));
    const bool roman = word.find_first_not_of("ivxlc") == word.npos;
    const bool letter = word.size() == 1 && is_alpha(static_cast<unsigned char>(word.front()));
    return !word.empty() && (digits || roman || letter) && word.size() <= 8;
}

/// "Item 3.1: Title", "3. Title", "Title".
ItemName name_of_item(const std::string& label, std::string_view text) {
    std::string folded = fold(label.empty() ? std::string(text) : label + " " + std::string(text));
    bool called = false;
    for (const std::string_view word : item_words_before) {
        if (!folded.starts_with(word) || folded.size() == word.size() || folded[word.size()] != ' ') continue;
        folded.erase(0, word.size() + 1);
        called = true;
        break;
    }
    const std::size_t space = folded.find_first_of(" :");
    const std::string_view first = trim_mark(std::string_view(folded).substr(0, space));
    const bool marked =
        space != folded.npos && space > 0 && std::string_view(".):").find(folded[space - 1]) != std::string_view::npos;
    const bool numbered = is_number(first) && (called || marked || is_digit(static_cast<unsigned char>(first.front())));
    if (!numbered) return {{}, comparable_name(folded)};
    const std::string_view rest = space == folded.npos ? std::string_view() : std::string_view(folded).substr(space);
    return {std::string(first), comparable_name(trim_mark(rest))};
}

/// An item of one of the packs.
struct PackItem {
    const MeetingCluster* meeting;
    std::string key, number;
    std::vector<std::string> titles;  // comparable form
};

std::vector<PackItem> items_of(const Library& library, const std::vector<Selection>& packs) {
    std::vector<PackItem> out;
    for (const Selection& pack : packs) {
        const MeetingCluster* meeting = pack.by_theme ? nullptr : library.meeting_of_key(pack.key);
        if (!meeting) continue;
        for (const SettledItem& item : settle_items(meeting_scope(library, *meeting), library)) {
            if (item.side_event) continue;
            PackItem& added = out.emplace_back();
            added.meeting = meeting;
            added.key = item.key;
            added.number = fold(trim_mark(item.number));
            added.titles.push_back(comparable_name(item.title));
            for (const std::string& wording : item.also_printed_as) added.titles.push_back(comparable_name(wording));
        }
    }
    return out;
}

bool has_title(const PackItem& item, const std::string& title) {
    return std::find(item.titles.begin(), item.titles.end(), title) != item.titles.end();
}

bool has_like_title(const PackItem& item, const std::string& title) {
    return std::any_of(item.titles.begin(), item.titles.end(),
                       [&](const std::string& each) { return are_alike(each, title); });
}

class Placer {
public:
    Placer(const Library& library, const std::vector<Selection>& packs, const Document& notes)
        : notes_(notes), items_(items_of(library, packs)) {}

    Instructions place() {
        for (const Block& block : notes_.blocks) take(block);
        return std::move(placed_);
    }

private:
    void take(const Block& block) {
        const std::string text(notes_.text_of(block));
        if (block.kind == BlockKind::damaged || trim(text).empty()) return;
        if (block.kind == BlockKind::heading) {
            take_heading(block, text);
            return;
        }
        if (!below_heading_) {
            const std::size_t end = text.find(':');
            const ItemName name = name_of_item(block.label, std::string_view(text).substr(0, end));
            const auto items = name.number.empty() ? std::vector<const PackItem*>() : find(name);
            if (!items.empty()) current_ = items;
        }
        add(block, text);
    }

    void take_heading(const Block& block, const std::string& text) {
        if (const MeetingCluster* named = meeting_named(text)) {
            meeting_ = named;
            current_.clear();
            below_heading_ = false;
            heading_ = nullptr;
            return;
        }
        current_ = find(name_of_item(block.label, text));
        below_heading_ = true;
        heading_ = &block;
    }

    const MeetingCluster* meeting_named(const std::string& text) const {
        for (const PackItem& item : items_)
            if (is_name_of(*item.meeting, text)) return item.meeting;
        return nullptr;
    }

    /// The items that the name means: those of its title, else the only one of a like title; without a title the only
    /// one of its number.
    std::vector<const PackItem*> find(const ItemName& name) const {
        const auto of = [&](auto is_meant) {
            std::vector<const PackItem*> found;
            for (const PackItem& item : items_)
                if ((!meeting_ || item.meeting == meeting_) && is_meant(item)) found.push_back(&item);
            return found;
        };
        const auto only = [](std::vector<const PackItem*> found) {
            return found.size() == 1 ? found : std::vector<const PackItem*>();
        };
        if (name.title.empty()) return only(of([&](const PackItem& item) { return item.number == name.number; }));
        std::vector<const PackItem*> same = of([&](const PackItem& item) { return has_title(item, name.title); });
        return same.empty() ? only(of([&](const PackItem& item) { return has_like_title(item, name.title); })) : same;
    }

    void add(const Block& block, const std::string& text) {
        if (current_.empty()) {
            report(heading_ ? *heading_ : block);
            return;
        }
        Quotation quotation;
        quotation.text = text;
        quotation.language = notes_.language;
        quotation.reference.document_id = notes_.id();
        quotation.reference.document.text = notes_.file.substr(notes_.file.find_last_of("/\\") + 1);
        quotation.reference.page = block.page;
        quotation.reference.line = block.page > 0 ? 0 : block.line;
        for (const PackItem* item : current_) placed_.by_item[item->key].push_back(quotation);
    }

    void report(const Block& block) {
        if (reported_ == &block) return;
        reported_ = &block;
        placed_.unplaced.push_back(
            {Code::instruction_unplaced, {notes_.file, block.page, block.line, 0}, std::string(notes_.text_of(block))});
    }

    const Document& notes_;
    std::vector<PackItem> items_;
    Instructions placed_;
    const MeetingCluster* meeting_ = nullptr;
    std::vector<const PackItem*> current_;
    bool below_heading_ = false;
    const Block* heading_ = nullptr;  // the last that names no meeting
    const Block* reported_ = nullptr;
};

}  // namespace

Instructions place_instructions(const Library& library, const std::vector<Selection>& packs, const Document& notes) {
    return Placer(library, packs, notes).place();
}

}  // namespace rapporteur
