#include "store/meeting_name.h"

#include <algorithm>
#include <array>
#include <utility>

#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Words that say what kind of gathering a name names, in the singular.
constexpr std::array<std::string_view, 23> heads{
    "briefing",  "conference", "congress", "consultation", "convention", "debate",     "dialogue", "discussion",
    "event",     "forum",      "hearing",  "meeting",      "retreat",    "roundtable", "seminar",  "summit",
    "symposium", "training",   "webinar",  "workshop",     "gathering",  "colloquium", "talk"};

/// Words that make a name that of one sitting of a body.
constexpr std::array<std::string_view, 3> sitting_words{"session", "sitting", "plenary"};

/// Words that tell a meeting from none of its kin.
constexpr std::array<std::string_view, 18> empty_words{
    "annual", "coming",  "current", "day", "forthcoming", "last",     "next",    "present",  "previous",
    "recent", "regular", "round",   "the", "this",        "upcoming", "resumed", "informal", "ordinary"};

constexpr std::array<std::string_view, 12> months{"january",   "february", "march",    "april",
                                                  "may",       "june",     "july",     "august",
                                                  "september", "october",  "november", "december"};

/// After the head, these begin the subject; "of" also begins the body whose meeting it is.
constexpr std::array<std::string_view, 6> connectives{"on", "of", "for", "about", "concerning", "regarding"};

constexpr int first_year = 1900, last_year = 2199;

template <class List>
bool has(const List& list, std::string_view word) {
    return std::find(list.begin(), list.end(), word) != list.end();
}

void sort_once(std::vector<std::string>& list) {
    std::sort(list.begin(), list.end());
    list.erase(std::unique(list.begin(), list.end()), list.end());
}

/// Reads the words of a name one after the other.
class NameParser {
public:
    void read(const std::string& word) {
        const int number = ordinal_of(word);
        if (number >= first_year && number <= last_year) {
            name_.year = number;
        } else if (number > 0) {
            // Of "20 to 21 February" only the ordinals of meetings are wanted: written as a word, or with its ending.
            if (!is_digit(decode_before(word, word.size()).value) && name_.ordinal == 0) name_.ordinal = number;
        } else if (has(connectives, word)) {
            after_head_ = after_head_ || !name_.head.empty();
            if (word == "of" && name_.head == "meeting" && name_.subject.empty()) meeting_of_ = true;
        } else if (!is_function_word(word) && !has(months, word)) {
            read_content(singular(word));
        }
    }

    MeetingName finish() {
        // "first meeting of the Committee" is a sitting of the committee.
        if (meeting_of_ && name_.before.empty()) name_.sitting = true;
        if (name_.sitting && name_.head != "meeting") keep_head();
        name_.all = name_.before;
        name_.all.insert(name_.all.end(), name_.subject.begin(), name_.subject.end());
        for (std::vector<std::string>* list : {&name_.all, &name_.before, &name_.subject}) sort_once(*list);
        return name_;
    }

private:
    void read_content(const std::string& word) {
        if (has(sitting_words, word)) {
            name_.sitting = true;
        } else if (has(empty_words, word)) {
            return;
        } else if (after_head_) {
            name_.subject.push_back(word);
        } else if (has(heads, word)) {
            keep_head();
            name_.head = word;
        } else {
            name_.before.push_back(word);
        }
    }

    /// A word that would have been the head but for a later one is a word like any other.
    void keep_head() {
        if (!name_.head.empty()) name_.before.push_back(std::exchange(name_.head, ""));
    }

    MeetingName name_;
    bool after_head_ = false, meeting_of_ = false;
};

bool one_holds_other(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    return holds_all(a, b) || holds_all(b, a);
}

/// One holds the other and leaves out at most half of its words.
bool mostly_holds(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    const std::size_t smaller = std::min(a.size(), b.size()), larger = std::max(a.size(), b.size());
    return smaller > 0 && smaller * 2 >= larger && one_holds_other(a, b);
}

bool same_before(const MeetingName& a, const MeetingName& b) {
    if (!a.subject.empty()) return one_holds_other(a.before, b.before);
    // Without a known head word a single shared word is no name.
    if (a.head.empty() && std::min(a.before.size(), b.before.size()) < 2) return a.before == b.before;
    return mostly_holds(a.before, b.before);
}

}  // namespace

MeetingName parse_meeting_name(std::string_view name) {
    NameParser parser;
    const std::string folded = fold(name);
    for (const Range& range : words(folded)) {
        const std::string word = folded.substr(range.begin, range.size());
        if (ordinal_of(word) > 0) {
            parser.read(word);
            continue;
        }
        for (const std::string& part : comparable_words(word)) parser.read(part);
    }
    return parser.finish();
}

NameMatch match(const MeetingName& a, const MeetingName& b) {
    if (a.all.empty() || b.all.empty()) return NameMatch::none;
    if (a.sitting || b.sitting) return mostly_holds(a.all, b.all) ? NameMatch::full : NameMatch::none;
    if (a.head != b.head) return NameMatch::none;
    if (a.subject == b.subject) return same_before(a, b) ? NameMatch::full : NameMatch::none;
    const bool left_out = a.subject.empty() || b.subject.empty();
    return left_out && a.before == b.before && !a.before.empty() ? NameMatch::partial : NameMatch::none;
}

}  // namespace rapporteur
