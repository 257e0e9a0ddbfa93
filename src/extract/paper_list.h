#pragma once

#include <string>
#include <vector>

#include "extract/rule_set.h"
#include "model/document.h"

namespace rapporteur {

/// A document as a list of documents names it.
struct PaperEntry {
    std::size_t block = 0;  // in which the entry starts
    Range range;            // of its title or, where it has none, of its symbol, in the document's text
    std::string symbol, title, author, url;
    std::vector<std::string> languages;
    std::string group;  // heading of the list
    const Rule* rule = nullptr;
};

/// The entries of all lists of documents, in order: of sections whose heading says so ("Background documents"), and of
/// links to document files whose text is a title. `papers` are the rules of record kind "paper".
std::vector<PaperEntry> listed_papers(const Document& document, const RuleGroup* papers);

}  // namespace rapporteur
