#pragma once

#include <map>
#include <string>

#include "extract/agenda_words.h"
#include "extract/outline.h"
#include "model/record.h"
#include "model/source_maker.h"

namespace rapporteur {

/// Tells whose sitting the items below a heading of a bulletin are of: "SBX CLOSING PLENARY", "Port Committee: opening
/// session". Such a sitting is a meeting record; the document's own meeting where that is the same body's.
class Sittings {
public:
    Sittings(const Document& document, const Outline& outline, const AgendaWords& words, Records& records)
        : document_(document), outline_(outline), words_(words), records_(records), sources_(document) {}

    /// The id of the meeting that the headings above the block name, adding its record; empty where they name none.
    std::string meeting_above(std::size_t block);

private:
    std::string meeting_of_section(std::size_t section);
    std::string own_meeting(const std::string& body) const;
    std::string numbered_meeting(const std::string& body, const std::string& name);
    std::string add(std::size_t heading, const std::string& body, const std::string& name);

    const Document& document_;
    const Outline& outline_;
    const AgendaWords& words_;
    Records& records_;
    SourceMaker sources_;
    std::map<std::size_t, std::string> known_;  // section to the id of its meeting, empty where it names none
};

}  // namespace rapporteur
