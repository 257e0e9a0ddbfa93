#include "store/agenda_merge.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <map>
#include <set>

#include "store/clusters.h"
#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Least likeness of titles under one number ("Opening of the meeting", "Opening and introductory remarks").
constexpr double alike_with_number = 0.15;
/// Least likeness of titles of which one has no number.
constexpr double alike_without_number = 0.6;
/// Titles of fewer words come up in every agenda ("Closing remarks").
constexpr std::size_t telling_words = 2;
/// Items compared with one item, at most.
constexpr std::size_t most_candidates = 64;

/// What an item is compared by.
struct Subject {
    std::string number;
    std::vector<std::vector<std::string>> titles;  // content words of the title and its other wordings
    std::string document;
};

Subject subject_of(const AgendaItem& item) {
    Subject out;
    out.number = comparable_number(item.number);
    out.titles.push_back(content_words(item.title));
    for (const std::string& alias : item.aliases) out.titles.push_back(content_words(alias));
    if (!item.sources.empty()) out.document = item.sources.front().document;
    return out;
}

template <class Which>
std::vector<std::string> words_that(Which is_one, const std::vector<std::string>& title) {
    std::vector<std::string> out;
    std::copy_if(title.begin(), title.end(), std::back_inserter(out), is_one);
    return out;
}

bool is_number(const std::string& word) { return ordinal_of(word) > 0; }

bool is_negation(const std::string& word) {
    constexpr std::array<std::string_view, 4> negations{"no", "non", "not", "without"};
    return std::find(negations.begin(), negations.end(), word) != negations.end();
}

/// Two items of one subject: "Annex I" and "Annex II", "parties" and "non-parties".
bool contradict(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (words_that(is_negation, a) != words_that(is_negation, b)) return true;
    const auto numbers = words_that(is_number, a), others = words_that(is_number, b);
    return !numbers.empty() && !others.empty() && numbers != others;
}

double best_likeness(const Subject& a, const Subject& b, bool one_number) {
    double best = 0;
    for (const auto& title : a.titles) {
        for (const auto& other : b.titles)
            if (one_number || !contradict(title, other)) best = std::max(best, likeness(title, other));
    }
    return best;
}

bool times_differ(const AgendaItem& a, const AgendaItem& b) {
    if (a.day && b.day && !agree(*a.day, *b.day)) return true;
    return !a.start.empty() && !b.start.empty() && a.start != b.start;
}

/// Items can be the same only within one scope: a meeting, or a document that names no meeting; a side event; and an
/// item above, so that "(a)" of one item never meets "(a)" of another.
class Scopes {
public:
    Scopes(const std::vector<AgendaItem>& items, const std::vector<Meeting>& meetings) {
        for (const Meeting& meeting : meetings) meetings_.emplace(meeting.id, meeting.cluster);
        for (const AgendaItem& item : items) items_.emplace(item.id, &item);
    }

    std::string scope_of(const AgendaItem& item) const {
        const auto meeting = meetings_.find(item.meeting);
        std::string out = meeting != meetings_.end() ? meeting->second : "";
        if (out.empty() && !item.sources.empty()) out = item.sources.front().document;
        if (item.side_event) out += "|" + join(content_words(item.part), " ");
        const auto parent = items_.find(item.parent);
        if (parent == items_.end()) return out;
        const std::string number = comparable_number(parent->second->number);
        return out + "|" + (number.empty() ? join(content_words(parent->second->title), " ") : number);
    }

private:
    std::map<std::string, std::string> meetings_;
    std::map<std::string, const AgendaItem*> items_;
};

class AgendaMerge {
public:
    AgendaMerge(std::vector<AgendaItem>& items, const std::vector<Meeting>& meetings, std::vector<MergeReason>& reasons)
        : items_(items), clusters_("agenda_item", items, reasons) {
        const Scopes scopes(items, meetings);
        for (const AgendaItem& item : items) {
            subjects_.push_back(subject_of(item));
            scopes_.push_back(scopes.scope_of(item));
        }
    }

    void run() {
        for (std::size_t at = 0; at < items_.size(); ++at) {
            for (const std::size_t other : candidates(at)) compare(other, at);
            for (const std::string& key : keys_of(at)) seen_[key].push_back(at);
        }
        clusters_.settle();
    }

private:
    std::vector<std::string> keys_of(std::size_t at) const {
        std::set<std::string> keys;
        if (!subjects_[at].number.empty()) keys.insert(scopes_[at] + "#" + subjects_[at].number);
        for (const auto& title : subjects_[at].titles) {
            for (const std::string& word : title) keys.insert(scopes_[at] + "=" + word);
        }
        return {keys.begin(), keys.end()};
    }

    std::set<std::size_t> candidates(std::size_t at) const {
        std::set<std::size_t> out;
        for (const std::string& key : keys_of(at)) {
            const auto found = seen_.find(key);
            if (found == seen_.end()) continue;
            const std::size_t count = std::min(found->second.size(), most_candidates);
            out.insert(found->second.begin(), found->second.begin() + static_cast<std::ptrdiff_t>(count));
            if (out.size() > most_candidates) break;
        }
        return out;
    }

    void compare(std::size_t a, std::size_t b) {
        const Subject &first = subjects_[a], &second = subjects_[b];
        const bool both_numbered = !first.number.empty() && !second.number.empty();
        const double alike = best_likeness(first, second, both_numbered);
        if (both_numbered && first.number != second.number) return;
        // Another time of day is another item in one programme, but a new time in a revised one.
        const bool one_document = first.document == second.document;
        if (times_differ(items_[a], items_[b]) && (one_document || !both_numbered)) return;
        if (both_numbered && alike >= alike_with_number) {
            clusters_.join(a, b, "item " + items_[a].number + " of one meeting");
        } else if (!both_numbered && alike >= alike_without_number && telling(first, second)) {
            clusters_.join(a, b, "title \"" + items_[a].title + "\" in one meeting");
        }
    }

    static bool telling(const Subject& a, const Subject& b) {
        return a.titles.front().size() >= telling_words && b.titles.front().size() >= telling_words;
    }

    std::vector<AgendaItem>& items_;
    std::vector<Subject> subjects_;
    std::vector<std::string> scopes_;
    std::map<std::string, std::vector<std::size_t>> seen_;
    RecordClusters<AgendaItem> clusters_;
};

}  // namespace

void merge_agenda_items(std::vector<AgendaItem>& items, const std::vector<Meeting>& meetings,
                        std::vector<MergeReason>& reasons) {
    AgendaMerge(items, meetings, reasons).run();
}

}  // namespace rapporteur
