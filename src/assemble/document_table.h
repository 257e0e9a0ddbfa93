#pragma once

#include <map>
#include <string_view>

#include "assemble/briefing.h"
#include "assemble/scope.h"

namespace rapporteur {

/// Finds whether a paper is among the documents at hand: by what merging says, by symbol, by title.
class PaperTable {
public:
    explicit PaperTable(const Library& library);
    /// What all records of one paper say together.
    PaperRow row(const Same<Paper>& same) const;

private:
    const DocumentRecord* find(const Same<Paper>& same, const PaperRow& row) const;

    const Library& library_;
    std::map<std::string, const DocumentRecord*> at_hand_;  // by comparable symbol and title
    std::map<std::string_view, const DocumentRecord*> by_cluster_;
};

/// The documents of one pack: those read for it, then the papers that its documents list or cite, under the headings of
/// their lists.
class DocumentTable {
public:
    /// `cited`: ids of the documents that the pack quotes.
    DocumentTable(const Library& library, const Scope& scope, const std::set<std::string, std::less<>>& cited);

    const std::vector<PaperGroup>& groups() const { return groups_; }
    std::vector<PaperGroup>&& take_groups() { return std::move(groups_); }
    /// Ids of the documents in the first group, in its order.
    const std::vector<std::string>& read() const { return read_; }
    /// Papers that no document at hand is.
    std::size_t missing() const { return missing_; }

private:
    void list_read();
    void list_papers();
    PaperGroup& group_of(const Paper& paper);

    const Library& library_;
    const Scope& scope_;
    std::vector<std::string> read_;
    PaperTable papers_;
    std::vector<PaperGroup> groups_;
    std::size_t missing_ = 0;
};

/// The papers of the table that are at hand, each once, in its order.
std::vector<AnnexRow> list_annexes(const Library& library, const std::vector<PaperGroup>& groups);

/// The row of a document at hand.
PaperRow document_row(const Library& library, const DocumentRecord& document);

/// True where what is at hand is not the whole document, by its status or by damaged places.
bool is_damaged(const Library& library, const DocumentRecord& document);

}  // namespace rapporteur
