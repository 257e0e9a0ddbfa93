#pragma once

#include <map>
#include <string>
#include <string_view>

#include "assemble/scope.h"

namespace rapporteur {

/// Knows an addressee under its short and long form, by the abbreviations that the documents themselves expand.
class Addressees {
public:
    Addressees(const Library& library, const Scope& scope);

    /// The same for every wording of one addressee; empty for none.
    std::string key(std::string_view words) const;
    /// "Long form (SHORT)" where the documents expand the words, else the words with a capital first.
    std::string display(std::string_view words) const;

private:
    std::map<std::string, const Term*> by_form_;  // by comparable short and long form
};

}  // namespace rapporteur
