#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>

#include "extract/rule_set.h"
#include "model/document.h"

namespace rapporteur {

/// Sets names that are printed in capitals ("COUNCIL, 101ST SESSION") as the document would write them in its running
/// text.
class Casing {
public:
    /// Learns from the document which words are abbreviations: those in capitals among words with small letters.
    Casing(const Document& document, const RuleSet& rules);

    /// A name in capitals with a capital at each word that counts; abbreviations and all text with small letters as
    /// printed.
    std::string name(std::string_view printed) const;

private:
    void learn(std::string_view line);
    bool is_shouted(std::string_view printed) const;
    std::string word(std::string_view printed, bool first) const;

    std::set<std::string, std::less<>> abbreviations_, small_words_;
    std::map<std::string, bool, std::less<>>
        capitalised_;  // words inside sentences, in small letters: always with a capital
    bool titles_capitalised_ = true;
};

}  // namespace rapporteur
