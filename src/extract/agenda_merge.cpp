#include "extract/agenda_merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "extract/item_number.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr double same_wording = 0.5;            // share of common words of two titles that say the same
constexpr double most_of_a_run = 0.5;           // share of the common numbers of two runs whose titles say the same
constexpr std::size_t shortest_first_word = 4;  // letters of a first word that makes two titles alike ("Opening …")

std::set<std::string> word_set(std::string_view text) {
    const std::string folded = fold(text);
    std::set<std::string> set;
    for (const Range& word : words(folded)) set.insert(folded.substr(word.begin, word.size()));
    return set;
}

/// Common words over all words.
double likeness(std::string_view a, std::string_view b) {
    const auto first = word_set(a), second = word_set(b);
    std::size_t common = 0;
    for (const std::string& word : first) common += second.count(word);
    const std::size_t all = first.size() + second.size() - common;
    return all == 0 ? 0.0 : static_cast<double>(common) / static_cast<double>(all);
}

/// True where two titles may word one item: many words in common, or the first.
bool are_alike(std::string_view a, std::string_view b) {
    if (likeness(a, b) >= same_wording) return true;
    const std::string first = fold(a.substr(0, a.find(' '))), second = fold(b.substr(0, b.find(' ')));
    return first == second && first.size() >= shortest_first_word;
}

/// What two wordings of one item share: the event of side events, the parent's number, its own number or title.
using Key = std::tuple<std::string, std::string, std::string>;

/// "III" and "3" are one number, "(a)" and "a" too.
std::string number_key(const ItemDraft& draft) {
    const AgendaItem& item = draft.item;
    if (item.number.empty()) return "title " + fold(draft.continued.empty() ? item.title : draft.continued);
    const auto ways = read_item_number(item.number);
    if (ways.empty()) return fold(item.number);
    const bool letter =
        ways.front().style == NumberStyle::letter_lower || ways.front().style == NumberStyle::letter_upper;
    std::string key = letter ? "letter" : "";
    for (const int part : ways.front().parts) key += "." + std::to_string(part);
    return key;
}

Key key_of(const std::vector<ItemDraft>& drafts, const ItemDraft& draft) {
    const AgendaItem& item = draft.item;
    const auto ways = read_item_number(item.number);
    if (!draft.parent && !ways.empty() && ways.front().lettered) {  // "3 (a)" is "(a)" below "3"
        const auto& parts = ways.front().parts;
        std::string above;
        for (std::size_t i = 0; i + 1 < parts.size(); ++i) above += "." + std::to_string(parts[i]);
        return {item.side_event ? fold(item.part) : std::string{}, above, "letter." + std::to_string(parts.back())};
    }
    return {item.side_event ? fold(item.part) : std::string{},
            draft.parent ? number_key(drafts[*draft.parent]) : std::string{}, number_key(draft)};
}

bool days_agree(const AgendaItem& a, const AgendaItem& b) { return !a.day || !b.day || *a.day == *b.day; }

class Merger {
public:
    explicit Merger(std::vector<ItemDraft> drafts) : drafts_(std::move(drafts)), into_(drafts_.size()) {}

    std::vector<ItemDraft> merge() {
        find_pairs();
        count_runs();
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            into_[i] = i;
            const auto pair = pairs_.find(i);
            if (pair == pairs_.end() || !agrees(pair->second, i)) continue;
            into_[i] = into_[pair->second];
            if (!drafts_[i].reference && drafts_[i].continued.empty())
                take_over(drafts_[into_[i]].item, drafts_[i].item);
            ItemDraft& kept_one = drafts_[into_[i]];
            kept_one.repeats.emplace_back(drafts_[i].block, drafts_[i].range);
            kept_one.symbols.insert(kept_one.symbols.end(), drafts_[i].symbols.begin(), drafts_[i].symbols.end());
        }
        return kept();
    }

private:
    void find_pairs() {
        std::map<Key, std::vector<std::size_t>> seen;
        std::map<std::string, std::size_t> titles;  // of items with a number
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            const AgendaItem& item = drafts_[i].item;
            const auto titled = item.number.empty() ? titles.find(fold(item.title)) : titles.end();
            if (titled != titles.end() && drafts_[titled->second].series != drafts_[i].series &&
                days_agree(drafts_[titled->second].item, item)) {
                pairs_[i] = titled->second;
                continue;
            }
            if (!item.number.empty()) titles.emplace(fold(item.title), i);
            auto& earlier = seen[key_of(drafts_, drafts_[i])];
            for (const std::size_t one : earlier) {
                const bool apart =
                    drafts_[one].series == drafts_[i].series || !days_agree(drafts_[one].item, drafts_[i].item);
                if (apart && drafts_[i].continued.empty()) continue;
                pairs_[i] = one;
                break;
            }
            if (earlier.size() < most_alike_) earlier.push_back(i);
        }
    }

    using Runs = std::pair<std::size_t, std::size_t>;
    Runs runs_of(std::size_t a, std::size_t b) const { return {drafts_[a].series, drafts_[b].series}; }

    void count_runs() {
        for (const auto& [later, earlier] : pairs_) {
            auto& [alike, all] = runs_[runs_of(earlier, later)];
            ++all;
            alike += are_alike(drafts_[earlier].item.title, drafts_[later].item.title) ? 1 : 0;
        }
    }

    bool agrees(std::size_t earlier, std::size_t later) const {
        if (drafts_[later].reference) return true;
        if (likeness(drafts_[earlier].item.title, drafts_[later].item.title) >= same_wording) return true;
        const auto& [alike, all] = runs_.at(runs_of(earlier, later));
        return static_cast<double>(alike) >= most_of_a_run * static_cast<double>(all);
    }

    static void take_over(AgendaItem& item, AgendaItem& other) {
        const bool new_wording = collapse_space(other.title) != item.title &&
                                 std::find(item.aliases.begin(), item.aliases.end(), other.title) == item.aliases.end();
        if (new_wording) item.aliases.push_back(other.title);
        if (!item.day) item.day = other.day;
        if (item.part.empty()) item.part = other.part;
        if (item.start.empty()) item.start = other.start, item.end = other.end;
        if (item.purpose.empty()) item.purpose = other.purpose;
        for (Person& person : other.people) {
            const bool known = std::any_of(item.people.begin(), item.people.end(), [&](const Person& one) {
                return one.name == person.name && one.role == person.role;
            });
            if (!known) item.people.push_back(std::move(person));
        }
        for (Talk& talk : other.talks) item.talks.push_back(std::move(talk));
    }

    std::vector<ItemDraft> kept() {
        std::vector<std::size_t> place(drafts_.size());
        std::vector<ItemDraft> out;
        for (std::size_t i = 0; i < drafts_.size(); ++i) {
            if (into_[i] != i) continue;
            place[i] = out.size();
            out.push_back(std::move(drafts_[i]));
        }
        for (ItemDraft& draft : out) {
            if (draft.parent) draft.parent = place[into_[*draft.parent]];
        }
        return out;
    }

    static constexpr std::size_t most_alike_ = 8;  // items of one number that are compared with a later one

    std::vector<ItemDraft> drafts_;
    std::vector<std::size_t> into_;             // the draft that each went into
    std::map<std::size_t, std::size_t> pairs_;  // later draft to the earlier one that it may be
    std::map<Runs, std::pair<int, int>> runs_;  // of two runs: pairs that say the same, all pairs
};

}  // namespace

std::vector<ItemDraft> merge_items(std::vector<ItemDraft> drafts) { return Merger(std::move(drafts)).merge(); }

}  // namespace rapporteur
