#include "assemble/changes.h"

#include <algorithm>
#include <cstdint>
#include <iterator>
#include <map>
#include <set>

#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words that two statements must share, as a part of all, to be wordings of one.
constexpr double least_likeness = 0.55;
/// The same where both stand under one number of one paper.
constexpr double least_likeness_in_place = 0.3;
/// A statement is compared with no more than so many others: those with its rarest words.
constexpr std::size_t most_rivals = 40;
/// Longer texts are not compared word by word.
constexpr std::size_t most_words = 600;

std::string comparable_text(const std::string& text) { return join(comparable_words(text), " "); }

/// The symbol without what tells one issue of a paper from the next; else the name.
std::string paper_of(const Reference& reference) {
    std::string name = reference.document.text;
    for (const std::string_view mark : {"/Rev.", "/Corr."})
        if (const auto at = name.rfind(mark); at != name.npos) name.erase(at);
    return name;
}

/// Finds which statement of one edition is which of the other.
class Pairing {
public:
    Pairing(const Snapshot& before, const Snapshot& now) {
        for (const SnapshotLine& line : before) left_.push_back(&line);
        for (const SnapshotLine& line : now) pairs_.push_back({nullptr, &line});
    }

    /// Those of now, in their order; then those that are gone.
    std::vector<LinePair> take() {
        pair_equal();
        pair_alike();
        for (const SnapshotLine* line : left_)
            if (line) pairs_.push_back({line, nullptr});
        return std::move(pairs_);
    }

private:
    static std::string key_of(const SnapshotLine& line) {
        return line.about + "\n" + comparable_text(line.who) + "\n" + comparable_text(line.text);
    }

    void pair_equal() {
        std::multimap<std::string, std::size_t> by_key;
        for (std::size_t i = 0; i < left_.size(); ++i) by_key.emplace(key_of(*left_[i]), i);
        for (LinePair& pair : pairs_) {
            const auto [first, last] = by_key.equal_range(key_of(*pair.now));
            if (first == last) continue;
            // Of several with these words the one under the same item.
            const auto same = std::find_if(
                first, last, [&](const auto& entry) { return left_[entry.second]->place == pair.now->place; });
            const auto chosen = same == last ? first : same;
            pair.before = left_[chosen->second];
            left_[chosen->second] = nullptr;
            by_key.erase(chosen);
        }
    }

    struct Candidate {
        double likeness = 0;
        std::size_t before = 0, now = 0;
    };

    void pair_alike() {
        std::vector<std::vector<std::string>> words(left_.size());
        std::map<std::string, std::vector<std::size_t>> having;  // which lines have a word
        for (std::size_t i = 0; i < left_.size(); ++i) {
            if (!left_[i]) continue;
            words[i] = content_words(left_[i]->text);
            for (const std::string& word : words[i]) having[word].push_back(i);
        }
        std::vector<Candidate> candidates;
        for (std::size_t i = 0; i < pairs_.size(); ++i)
            if (!pairs_[i].before) add_candidates(i, words, having, candidates);
        std::stable_sort(candidates.begin(), candidates.end(),
                         [](const Candidate& a, const Candidate& b) { return a.likeness > b.likeness; });
        for (const Candidate& candidate : candidates) {
            if (!left_[candidate.before] || pairs_[candidate.now].before) continue;
            pairs_[candidate.now].before = left_[candidate.before];
            left_[candidate.before] = nullptr;
        }
    }

    void add_candidates(std::size_t now, const std::vector<std::vector<std::string>>& words,
                        const std::map<std::string, std::vector<std::size_t>>& having,
                        std::vector<Candidate>& candidates) const {
        const SnapshotLine& line = *pairs_[now].now;
        const std::vector<std::string> own = content_words(line.text);
        std::vector<const std::vector<std::size_t>*> lists;
        for (const std::string& word : own)
            if (const auto found = having.find(word); found != having.end()) lists.push_back(&found->second);
        std::stable_sort(lists.begin(), lists.end(), [](auto* a, auto* b) { return a->size() < b->size(); });
        std::set<std::size_t> rivals;
        for (const auto* list : lists)
            for (std::size_t i = 0; i < list->size() && rivals.size() < most_rivals; ++i) rivals.insert((*list)[i]);
        for (const std::size_t rival : rivals) {
            const double likeness = likeness_of(*left_[rival], line, words[rival], own);
            if (likeness > 0) candidates.push_back({likeness, rival, now});
        }
    }

    /// 0 for two that are not one; an agenda item keeps its number, a speaker is the same.
    static double likeness_of(const SnapshotLine& before, const SnapshotLine& now,
                              const std::vector<std::string>& words, const std::vector<std::string>& own) {
        if (before.about != now.about || comparable_text(before.who) != comparable_text(now.who)) return 0;
        const double shared = likeness(words, own);
        const bool in_place = now.about == "item" ? !now.name.empty() && before.name == now.name
                                                  : !now.reference.paragraph.empty() &&
                                                        before.reference.paragraph == now.reference.paragraph &&
                                                        paper_of(before.reference) == paper_of(now.reference);
        if (shared < (in_place ? least_likeness_in_place : least_likeness)) return 0;
        return shared + (in_place ? 1 : 0);
    }

    std::vector<const SnapshotLine*> left_;  // of the edition before; null where it is paired
    std::vector<LinePair> pairs_;
};

std::string people_of(const std::vector<std::string>& all, const std::vector<std::string>& without) {
    std::vector<std::string> out;
    std::set_difference(all.begin(), all.end(), without.begin(), without.end(), std::back_inserter(out));
    return join(out, "; ");
}

/// Tells what happened to a pair.
class PairChanges {
public:
    std::map<ChangeKind, ChangeRow> take(const LinePair& pair) {
        if (pair.before && pair.now) {
            compare(*pair.before, *pair.now);
        } else {
            pair.now ? add_new(*pair.now) : put(ChangeKind::withdrawn, *pair.before, "", "");
        }
        return std::move(rows_);
    }

private:
    void compare(const SnapshotLine& before, const SnapshotLine& now) {
        if (comparable_text(before.text) != comparable_text(now.text)) {
            put(ChangeKind::reworded, now, "", "");
            rows_[ChangeKind::reworded].words = compare_words(before.text, now.text);
        }
        if (!now.answer.empty() && before.answer != now.answer)
            put(ChangeKind::answered, now, before.answer, now.answer);
        now.about == "item" ? add_item(before, now) : add_place(before, now);
    }

    void add_new(const SnapshotLine& line) {
        put(ChangeKind::added, line, "", line.time);
        rows_[ChangeKind::added].people = line.people;
    }

    void add_place(const SnapshotLine& before, const SnapshotLine& now) {
        if (comparable_text(before.place) != comparable_text(now.place))
            put(ChangeKind::moved, now, before.place, now.place);
    }

    void add_item(const SnapshotLine& before, const SnapshotLine& now) {
        if (before.name != now.name) put(ChangeKind::moved, now, before.name, now.name);
        if (before.time != now.time) put(ChangeKind::rescheduled, now, before.time, now.time);
        if (before.people != now.people)
            put(ChangeKind::other_people, now, people_of(before.people, now.people),
                people_of(now.people, before.people));
    }

    void put(ChangeKind kind, const SnapshotLine& line, const std::string& before, const std::string& now) {
        const bool gone = kind == ChangeKind::withdrawn;
        ChangeRow& row = rows_[kind];
        row.about = line.about;
        row.name = gone && line.about != "item" ? "" : line.name;
        row.text = line.text;
        row.who = line.who;
        row.language = line.language;
        row.cut = line.cut;
        row.before = before;
        row.now = now;
        row.anchor = gone ? "" : line.anchor;
        row.reference = line.reference;
        // The document of what was withdrawn may be gone, or be another number of this pack.
        if (gone) row.reference.anchor = row.reference.place = "";
    }

    std::map<ChangeKind, ChangeRow> rows_;
};

std::vector<std::string_view> pieces_of(const std::string& text) {
    std::vector<std::string_view> out;
    for (const std::string_view piece : split(text, ' '))
        if (!piece.empty()) out.push_back(piece);
    return out;
}

void append(std::vector<WordStretch>& out, WordFate fate, std::string_view word) {
    if (out.empty() || out.back().fate != fate) {
        out.push_back({fate, std::string(word)});
    } else {
        out.back().text.append(" ").append(word);
    }
}

}  // namespace

std::vector<WordStretch> compare_words(const std::string& before, const std::string& after) {
    const std::vector<std::string_view> a = pieces_of(before), b = pieces_of(after);
    if (a.size() > most_words || b.size() > most_words) return {{WordFate::removed, before}, {WordFate::added, after}};
    // longest[i][j]: of the longest common sequence of what follows i and j
    std::vector<std::vector<std::uint16_t>> longest(a.size() + 1, std::vector<std::uint16_t>(b.size() + 1));
    for (std::size_t i = a.size(); i-- > 0;)
        for (std::size_t j = b.size(); j-- > 0;)
            longest[i][j] = a[i] == b[j] ? static_cast<std::uint16_t>(longest[i + 1][j + 1] + 1)
                                         : std::max(longest[i + 1][j], longest[i][j + 1]);
    std::vector<WordStretch> out;
    std::size_t i = 0, j = 0;
    while (i < a.size() || j < b.size()) {
        if (i < a.size() && j < b.size() && a[i] == b[j]) {
            append(out, WordFate::kept, b[j]);
            ++i, ++j;
        } else if (j == b.size() || (i < a.size() && longest[i + 1][j] >= longest[i][j + 1])) {
            append(out, WordFate::removed, a[i++]);
        } else {
            append(out, WordFate::added, b[j++]);
        }
    }
    return out;
}

std::vector<LinePair> pair_lines(const Snapshot& before, const Snapshot& now) { return Pairing(before, now).take(); }

std::map<ChangeKind, ChangeRow> changes_of(const LinePair& pair) { return PairChanges().take(pair); }

ChangesPage find_changes(const LastEdition& before, const Snapshot& now) {
    std::map<ChangeKind, std::vector<ChangeRow>> groups;
    for (const LinePair& pair : pair_lines(before.lines, now))
        for (auto& [kind, row] : changes_of(pair)) groups[kind].push_back(std::move(row));
    ChangesPage page{before.edition, before.date, {}, 0};
    for (auto& [kind, rows] : groups) {
        page.count += rows.size();
        page.groups.push_back({kind, std::move(rows)});
    }
    return page;
}

std::map<std::string, std::string> changed_places(const ChangesPage& page, const Snapshot& now) {
    std::map<std::string, std::string> sheet_of_place, sheet_of_anchor;
    for (const SnapshotLine& line : now)
        if (line.about == "item")
            sheet_of_place[line.name.empty() ? line.text : line.name + " " + line.text] = line.anchor;
    for (const SnapshotLine& line : now) {
        const auto sheet = sheet_of_place.find(line.place);
        if (line.about != "item" && sheet != sheet_of_place.end()) sheet_of_anchor[line.anchor] = sheet->second;
    }
    std::map<std::string, std::string> out;
    for (const ChangeGroup& group : page.groups)
        for (const ChangeRow& row : group.rows) {
            const auto sheet = sheet_of_anchor.find(row.anchor);
            if (row.about == "item") {
                out[row.anchor] = group.kind == ChangeKind::added ? "new" : "changed";
            } else if (sheet != sheet_of_anchor.end()) {
                out.try_emplace(sheet->second, "changed");
            }
        }
    out.erase("");
    return out;
}

}  // namespace rapporteur
