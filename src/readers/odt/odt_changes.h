#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "readers/odt/odt_xml.h"

namespace rapporteur {

/// What a document's text:tracked-changes says: which stretches were put in, and what was taken out where.
class OdtChanges {
public:
    /// Reads the text:tracked-changes whose start tag is at hand.
    void read(XmlStream& xml);
    bool is_insertion(std::string_view id) const;
    /// The paragraphs that were taken out at the change of that id; null where nothing was.
    const std::vector<std::string>* deleted(std::string_view id) const;

private:
    struct Change {
        bool insertion = false;
        std::vector<std::string> deleted;
    };
    std::map<std::string, Change, std::less<>> changes_;
};

/// The text of each paragraph inside the element at hand, white space collapsed; comments and notes are left out.
std::vector<std::string> odt_paragraphs(XmlStream& xml);

}  // namespace rapporteur
