#include "store/meeting_merge.h"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

#include "store/clusters.h"
#include "store/meeting_identity.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A hostile document can give ten thousand meetings the same words; no meeting is compared with more than about this
/// many.
constexpr std::size_t most_candidates = 64;

int precision(const std::optional<PartialDate>& date) {
    if (!date) return 0;
    return date->day > 0 ? 3 : date->month > 0 ? 2 : 1;
}

/// The same identity, however many records have it.
struct Node {
    MeetingIdentity identity;
    std::vector<std::size_t> members;  // positions of records
    std::size_t group = 0;

    /// What tells most comes first, so that what tells less can find its place.
    auto rank() const {
        return std::tuple(identity.number == 0 || precision(identity.start) == 0, identity.number == 0,
                          -precision(identity.start), std::cref(identity).get());
    }
};

/// What identities of one meeting share at least one of: a word or a whole series, with a number or a year.
std::set<std::string> keys_of(const MeetingIdentity& identity) {
    std::set<std::string> facts, out;
    if (identity.number > 0) facts.insert("#" + std::to_string(identity.number));
    if (identity.start) facts.insert("@" + std::to_string(identity.start->year));
    if (identity.end) facts.insert("@" + std::to_string(identity.end->year));
    for (const MeetingName& name : identity.names) {
        for (const std::string& fact : facts) {
            for (const std::string& word : name.all) out.insert(word + fact);
            out.insert(name.head + "|" + join(name.subject, " ") + fact);
        }
    }
    return out;
}

class MeetingMerge {
public:
    MeetingMerge(std::vector<Meeting>& meetings, const Abbreviations& abbreviations, std::vector<MergeReason>& reasons)
        : clusters_("meeting", meetings, reasons) {
        std::map<MeetingIdentity, std::vector<std::size_t>> members;
        for (std::size_t i = 0; i < meetings.size(); ++i) members[identify(meetings[i], abbreviations)].push_back(i);
        for (auto& [identity, positions] : members) nodes_.push_back({identity, std::move(positions), 0});
        std::sort(nodes_.begin(), nodes_.end(), [](const Node& a, const Node& b) { return a.rank() < b.rank(); });
    }

    void run() {
        for (std::size_t at = 0; at < nodes_.size(); ++at) {
            join_members(nodes_[at]);
            place(at);
            for (const std::string& key : keys_of(nodes_[at].identity)) placed_by_key_[key].push_back(at);
        }
        clusters_.settle();
    }

private:
    struct Found {
        std::size_t node = 0;
        Verdict verdict;
    };

    /// Records whose facts are the same word for word are one, unless there is but a name ("Harbour Meeting") or none
    /// ("1st meeting", which every body has).
    void join_members(const Node& node) {
        const Verdict verdict = compare(node.identity, node.identity);
        if (verdict.sameness < Sameness::likely) return;
        for (const std::size_t member : node.members) clusters_.join(node.members.front(), member, verdict.why);
    }

    void place(std::size_t at) {
        Node& node = nodes_[at];
        node.group = at;
        std::map<std::size_t, Found> certain, likely;  // by group
        for (const std::size_t other : candidates(node)) {
            Verdict verdict = compare(node.identity, nodes_[other].identity);
            const std::size_t group = nodes_[other].group;
            // The first of a group is the one of which most is known.
            if (verdict.sameness < Sameness::likely || contradict(node.identity, nodes_[group].identity)) continue;
            auto& found = verdict.sameness == Sameness::certain ? certain : likely;
            found.try_emplace(group, Found{other, std::move(verdict)});
        }
        if (certain.size() == 1) {
            join(node, certain.begin()->second);
        } else if (certain.empty() && likely.size() == 1) {
            join(node, likely.begin()->second);
        }
    }

    void join(Node& node, const Found& found) {
        node.group = nodes_[found.node].group;
        clusters_.join(nodes_[found.node].members.front(), node.members.front(), found.verdict.why);
    }

    /// Nodes placed so far that may be the same, those with the rarest keys first.
    std::vector<std::size_t> candidates(const Node& node) const {
        std::vector<const std::vector<std::size_t>*> blocks;
        for (const std::string& key : keys_of(node.identity)) {
            const auto found = placed_by_key_.find(key);
            if (found != placed_by_key_.end()) blocks.push_back(&found->second);
        }
        std::stable_sort(blocks.begin(), blocks.end(), [](auto* a, auto* b) { return a->size() < b->size(); });
        std::set<std::size_t> out;
        for (const auto* block : blocks) {
            if (out.size() >= most_candidates) break;
            out.insert(block->begin(),
                       block->begin() + static_cast<std::ptrdiff_t>(std::min(block->size(), most_candidates)));
        }
        return {out.begin(), out.end()};
    }

    std::vector<Node> nodes_;
    std::map<std::string, std::vector<std::size_t>> placed_by_key_;
    RecordClusters<Meeting> clusters_;
};

}  // namespace

void merge_meetings(std::vector<Meeting>& meetings, const Abbreviations& abbreviations,
                    std::vector<MergeReason>& reasons) {
    MeetingMerge(meetings, abbreviations, reasons).run();
}

}  // namespace rapporteur
