#pragma once

#include <string>
#include <vector>

#include "model/record.h"

namespace rapporteur {

/// A document at hand that a later issue of the same paper, also at hand, takes the place of.
struct Superseded {
    std::string document, by;       // ids
    std::string symbol, by_symbol;  // as printed
    bool whole = true;              // false: by a corrigendum, which prints only what it corrects
};

/// Finds them by the symbols that the documents bear: ".../Rev.2" replaces ".../Rev.1" and the paper itself in the same
/// language, ".../Corr.1" corrects it (UN editorial manual, document symbols).
std::vector<Superseded> find_superseded(const std::vector<DocumentRecord>& documents);

/// Removes the statements of a corrected document under paragraphs that its corrigendum prints anew.
void drop_corrected(Records& corrected, const Records& corrigendum);

}  // namespace rapporteur
