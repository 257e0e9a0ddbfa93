#pragma once

#include <string>
#include <vector>

#include "readers/draft.h"

namespace rapporteur {

/// The words of a link as they stand on a line of preformatted text, and where it leads.
struct LinkedWords {
    std::string words;
    std::string target;
};

/// Puts links, given in the order of the text, on their words in the drafts that were made of it.
void put_links(const std::vector<LinkedWords>& links, Drafts& drafts);

}  // namespace rapporteur
