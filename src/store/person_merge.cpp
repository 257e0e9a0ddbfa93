#include "store/person_merge.h"

#include <algorithm>
#include <array>
#include <map>

#include "store/clusters.h"
#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, 22> titles{
    "mme",  "mlle", "monsieur",   "madame",    "docteur",    "mr",        "mrs", "ms",
    "miss", "dr",   "prof",       "professor", "sir",        "madam",     "he",  "she",
    "h",    "e",    "ambassador", "hon",       "honourable", "excellency"};

/// A name that is compared: without titles, its words in alphabetical order, so that "DOE, Jane" is "Jane Doe".
std::string comparable_person(std::string_view name) {
    std::vector<std::string> kept;
    for (std::string& word : comparable_words(name)) {
        if (std::find(titles.begin(), titles.end(), word) == titles.end()) kept.push_back(std::move(word));
    }
    std::sort(kept.begin(), kept.end());
    return join(kept, " ");
}

bool affiliations_agree(const std::vector<std::string>& a, const std::vector<std::string>& b) {
    if (a.empty() || b.empty()) return false;
    return holds_all(a, b) || holds_all(b, a);
}

}  // namespace

void merge_participants(std::vector<Participant>& participants, const std::vector<Meeting>& meetings,
                        std::vector<MergeReason>& reasons) {
    /// People of one name who are kept apart; a hostile list has more.
    constexpr std::size_t most_of_one_name = 64;
    std::map<std::string, std::string> cluster_of_meeting;
    for (const Meeting& meeting : meetings) cluster_of_meeting.emplace(meeting.id, meeting.cluster);
    const auto meeting_of = [&](const Participant& p) {
        const auto found = cluster_of_meeting.find(p.meeting);
        return found == cluster_of_meeting.end() ? std::string() : found->second;
    };
    RecordClusters<Participant> clusters("participant", participants, reasons);
    std::map<std::string, std::vector<std::size_t>> by_name;
    for (std::size_t at = 0; at < participants.size(); ++at) {
        const std::string name = comparable_person(participants[at].name);
        if (name.find(' ') == std::string::npos) continue;  // a family name alone fits too many
        std::vector<std::size_t>& seen = by_name[name];
        const std::string meeting = meeting_of(participants[at]);
        const std::vector<std::string> affiliation = content_words(participants[at].affiliation);
        for (const std::size_t other : seen) {
            const bool one_meeting = !meeting.empty() && meeting == meeting_of(participants[other]);
            if (one_meeting) clusters.join(other, at, "name and meeting");
            if (affiliations_agree(affiliation, content_words(participants[other].affiliation)))
                clusters.join(other, at, "name and affiliation");
        }
        if (seen.size() < most_of_one_name) seen.push_back(at);
    }
    clusters.settle();
}

}  // namespace rapporteur
