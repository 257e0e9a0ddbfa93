#include "store/supersede.h"

#include <charconv>
#include <map>
#include <set>
#include <string_view>

#include "support/text.h"

namespace rapporteur {
namespace {

/// A symbol taken apart: the paper, which revision of it, which corrigendum to that.
struct Issue {
    std::string paper;
    int revision = 0, corrigendum = 0;
};

/// Takes "/Rev.3" from the end; its number, or 0.
int take_mark(std::string& symbol, std::string_view mark) {
    const std::size_t at = symbol.rfind(mark);
    if (at == symbol.npos || at == 0) return 0;
    int number = 0;
    const char *begin = symbol.data() + at + mark.size(), *end = symbol.data() + symbol.size();
    const auto read = std::from_chars(begin, end, number);
    if (read.ec != std::errc() || read.ptr != end || number < 1) return 0;
    symbol.erase(at);
    return number;
}

Issue issue_of(const DocumentRecord& document) {
    Issue issue;
    for (const char c : to_lower(document.symbol))
        if (c != ' ') issue.paper += c;
    issue.corrigendum = take_mark(issue.paper, "/corr.");
    issue.revision = take_mark(issue.paper, "/rev.");
    issue.paper += " " + document.language;
    return issue;
}

template <class Record>
void drop_printed_anew(std::vector<Record>& records, const std::vector<Record>& anew) {
    const auto paragraph_of = [](const Record& record) {
        return record.sources.empty() ? std::string() : record.sources.front().paragraph;
    };
    std::set<std::string> printed;
    for (const Record& record : anew) printed.insert(paragraph_of(record));
    printed.erase("");
    std::erase_if(records, [&](const Record& record) { return printed.contains(paragraph_of(record)); });
}

}  // namespace

std::vector<Superseded> find_superseded(const std::vector<DocumentRecord>& documents) {
    std::map<std::string, std::vector<std::pair<Issue, const DocumentRecord*>>> papers;
    for (const DocumentRecord& document : documents) {
        if (document.symbol.empty() || document.status == DocumentStatus::failed) continue;
        const Issue issue = issue_of(document);
        papers[issue.paper].emplace_back(issue, &document);
    }
    std::vector<Superseded> out;
    for (auto& [paper, issues] : papers) {
        const std::pair<Issue, const DocumentRecord*>* newest = nullptr;  // that prints the whole
        for (const auto& one : issues)
            if (one.first.corrigendum == 0 && (!newest || one.first.revision > newest->first.revision)) newest = &one;
        if (!newest) continue;
        for (const auto& [issue, document] : issues) {
            const DocumentRecord& whole = *newest->second;
            if (issue.revision < newest->first.revision)
                out.push_back({document->id, whole.id, document->symbol, whole.symbol, true});
            else if (issue.corrigendum > 0)
                out.push_back({whole.id, document->id, whole.symbol, document->symbol, false});
        }
    }
    return out;
}

void drop_corrected(Records& corrected, const Records& corrigendum) {
    drop_printed_anew(corrected.recommendations, corrigendum.recommendations);
    drop_printed_anew(corrected.outcomes, corrigendum.outcomes);
    drop_printed_anew(corrected.interventions, corrigendum.interventions);
}

}  // namespace rapporteur
