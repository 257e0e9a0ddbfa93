#include "assemble/document_table.h"

#include <algorithm>

#include "support/text.h"

namespace rapporteur {
namespace {

/// A symbol in the form in which symbols are compared: without blanks, in capitals.
std::string comparable_symbol(std::string_view symbol) {
    std::string result;
    for (const char c : to_upper(symbol))
        if (c != ' ') result += c;
    return result;
}

PaperRow::AtHand state_of(const Library& library, const DocumentRecord& document) {
    if (document.status == DocumentStatus::failed) return PaperRow::AtHand::no;
    return is_damaged(library, document) ? PaperRow::AtHand::in_part : PaperRow::AtHand::yes;
}

std::string issuer_of(const Library& library, const DocumentRecord& document) {
    std::string issuer = library.title(document.body, document.id);
    if (!document.session.empty())
        issuer += (issuer.empty() ? "" : ", ") + library.title(document.session, document.id);
    return issuer;
}

}  // namespace

bool is_damaged(const Library& library, const DocumentRecord& document) {
    if (document.status == DocumentStatus::partial) return true;
    const auto& gaps = library.index().gaps.of_document(document.id);
    return std::any_of(gaps.begin(), gaps.end(), [](const Gap* gap) {
        return gap->code == GapCode::line_damaged || gap->code == GapCode::text_cut_off ||
               gap->code == GapCode::page_damaged || gap->code == GapCode::page_without_text;
    });
}

PaperRow document_row(const Library& library, const DocumentRecord& document) {
    PaperRow row;
    row.symbol = document.symbol;
    row.title = library.title(document.title, document.id);
    row.issuer = issuer_of(library, document);
    if (!document.language.empty()) row.languages.push_back(document.language);
    row.file = document.file.substr(document.file.find_last_of("/\\") + 1);
    row.anchor = document_anchor(library.document_number(document.id));
    row.document = document.id;
    row.at_hand = state_of(library, document);
    row.date = document.date;
    return row;
}

std::vector<AnnexRow> list_annexes(const Library& library, const std::vector<PaperGroup>& groups) {
    std::map<std::string_view, const DocumentRecord*> waiting;
    std::vector<std::string> anchors;
    for (const DocumentRecord& document : library.records().documents)
        anchors.push_back(document_anchor(library.document_number(document.id)));
    for (std::size_t i = 0; i < anchors.size(); ++i) waiting[anchors[i]] = &library.records().documents[i];
    std::vector<AnnexRow> rows;
    for (const PaperGroup& group : groups)
        for (const PaperRow& paper : group.rows) {
            const auto found = waiting.find(paper.anchor);
            if (found == waiting.end()) continue;
            const DocumentRecord& document = *found->second;
            waiting.erase(found);
            rows.push_back({static_cast<int>(rows.size()) + 1, document.id,
                            place_prefix(library.document_number(document.id)), document_row(library, document),
                            library.name_of_document(document.id), document.pages});
        }
    return rows;
}

PaperTable::PaperTable(const Library& library) : library_(library) {
    for (const DocumentRecord& document : library.records().documents) {
        if (!document.symbol.empty()) at_hand_.try_emplace(comparable_symbol(document.symbol), &document);
        if (!document.title.empty()) at_hand_.try_emplace(comparable_name(document.title), &document);
        by_cluster_.try_emplace(key_of(document), &document);
    }
}

const DocumentRecord* PaperTable::find(const Same<Paper>& same, const PaperRow& row) const {
    const auto merged = by_cluster_.find(key_of(*same.best));
    if (merged != by_cluster_.end()) return merged->second;
    const auto found = at_hand_.find(row.symbol.empty() ? comparable_name(row.title) : comparable_symbol(row.symbol));
    return found == at_hand_.end() ? nullptr : found->second;
}

DocumentTable::DocumentTable(const Library& library, const Scope& scope,
                             const std::set<std::string, std::less<>>& cited)
    : library_(library), scope_(scope), papers_(library) {
    for (const DocumentRecord& document : library.records().documents) {
        if (scope.documents.contains(document.id) || cited.contains(document.id)) read_.push_back(document.id);
    }
    list_read();
    list_papers();
}

void DocumentTable::list_read() {
    if (read_.empty()) return;
    PaperGroup& group = groups_.emplace_back();
    group.name = "read";
    for (const std::string& id : read_) group.rows.push_back(document_row(library_, *library_.document_record(id)));
}

PaperRow PaperTable::row(const Same<Paper>& same) const {
    PaperRow row;
    for (const Paper* paper : same.all) {
        if (row.symbol.empty()) row.symbol = paper->symbol;
        if (row.title.size() < paper->title.size()) row.title = library_.title(paper->title, document_of(*paper));
        if (row.author.empty()) row.author = paper->author;
        if (row.languages.empty()) row.languages = paper->languages;
        if (row.url.empty()) row.url = paper->url;
        if (row.supersedes.empty()) row.supersedes = paper->supersedes;
    }
    if (comparable_name(row.title) == comparable_name(row.symbol)) row.title.clear();
    const DocumentRecord* document = find(same, row);
    if (!document) return row;
    row.at_hand = state_of(library_, *document);
    row.anchor = document_anchor(library_.document_number(document->id));
    row.document = document->id;
    return row;
}

PaperGroup& DocumentTable::group_of(const Paper& paper) {
    const std::string name = paper.listed ? "listed" : "cited";
    const std::string heading = paper.listed ? heading_case(paper.group) : std::string();
    const auto found = std::find_if(groups_.begin(), groups_.end(), [&](const PaperGroup& group) {
        return group.heading == heading && (!heading.empty() || group.name == name);
    });
    if (found != groups_.end()) return *found;
    return groups_.emplace_back(PaperGroup{heading, name, {}});
}

void DocumentTable::list_papers() {
    std::vector<const Paper*> papers = scope_.papers;
    std::stable_sort(papers.begin(), papers.end(), [](auto a, auto b) { return a->listed > b->listed; });
    for (const Same<Paper>& same : group_same(papers)) {
        const PaperRow row = papers_.row(same);
        if (row.anchor.empty()) ++missing_;
        const bool is_read = std::any_of(read_.begin(), read_.end(), [&](const std::string& id) {
            return !row.anchor.empty() && row.anchor == document_anchor(library_.document_number(id));
        });
        if (!is_read) group_of(*same.all.front()).rows.push_back(row);
    }
}

}  // namespace rapporteur
