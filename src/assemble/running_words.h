#pragma once

#include <map>
#include <string>
#include <string_view>

#include "model/document.h"

namespace rapporteur {

/// How the running text of a document writes the words of its titles that are printed in capitals: "KYOTO PROTOCOL" is
/// "Kyoto Protocol" there, "ANNEX I PARTIES" keeps its numeral, and "UNFCCC" its capitals.
class RunningWords {
public:
    /// The words of this title are to be learnt.
    void need(std::string_view title);
    /// Learns from the paragraphs and list items.
    void learn(const Document& document);

    /// A title in capitals as the running text would print it, words that it never prints with a capital; any other
    /// title as it is.
    std::string title(std::string_view printed) const;

private:
    struct Use {
        int small = 0, capital = 0, loud = 0;  // "protocol", "Protocol", "PROTOCOL"
    };
    void learn(std::string_view text);
    std::string word(std::string_view printed) const;

    std::map<std::string, Use, std::less<>> uses_;  // by the word in small letters
};

}  // namespace rapporteur
