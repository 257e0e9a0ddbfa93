#pragma once

#include <algorithm>
#include <cstddef>
#include <map>
#include <numeric>
#include <string>
#include <vector>

#include "store/merge.h"

namespace rapporteur {

/// Things that turn out to be the same, by their positions: a union-find structure with path halving.
class Clusters {
public:
    explicit Clusters(std::size_t count) : parents_(count) { std::iota(parents_.begin(), parents_.end(), 0); }

    std::size_t root(std::size_t at) {
        while (parents_[at] != at) at = parents_[at] = parents_[parents_[at]];
        return at;
    }

    /// False where the two were together already.
    bool join(std::size_t a, std::size_t b) {
        a = root(a), b = root(b);
        if (a == b) return false;
        parents_[std::max(a, b)] = std::min(a, b);
        return true;
    }

private:
    std::vector<std::size_t> parents_;
};

/// Joins records of one kind and keeps the reasons.
template <class Record>
class RecordClusters {
public:
    RecordClusters(std::string kind, std::vector<Record>& records, std::vector<MergeReason>& reasons)
        : kind_(std::move(kind)), records_(records), reasons_(reasons), clusters_(records.size()) {}

    void join(std::size_t a, std::size_t b, const std::string& why) {
        if (clusters_.join(a, b)) reasons_.push_back({kind_, records_[a].id, records_[b].id, why});
    }

    bool together(std::size_t a, std::size_t b) { return clusters_.root(a) == clusters_.root(b); }

    /// Gives every record its cluster: the smallest id among those that are the same.
    void settle() {
        std::map<std::size_t, std::string> ids;
        for (std::size_t i = 0; i < records_.size(); ++i) {
            std::string& id = ids.try_emplace(clusters_.root(i), records_[i].id).first->second;
            id = std::min(id, records_[i].id);
        }
        for (std::size_t i = 0; i < records_.size(); ++i) records_[i].cluster = ids[clusters_.root(i)];
    }

private:
    std::string kind_;
    std::vector<Record>& records_;
    std::vector<MergeReason>& reasons_;
    Clusters clusters_;
};

}  // namespace rapporteur
