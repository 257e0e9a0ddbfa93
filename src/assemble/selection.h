#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "assemble/library.h"

namespace rapporteur {

enum class GroupBy { meeting, theme, both };

/// A pack that can be made.
struct Selection {
    bool by_theme = false;
    std::string key;        // a meeting's cluster or a theme's id
    std::string title;      // as the cover prints it
    std::string file_stem;  // small letters, digits and hyphens; different for every selection of one run
    bool bare = false;      // an entry of a calendar: of the meeting only its name, dates and place are known
};

/// The packs that the records allow, meetings by date first, then themes in their own order: one for every meeting that
/// a document is of, for or about, one for every theme that has a recommendation, an outcome or an intervention.
std::vector<Selection> selections(const Library& library, GroupBy by);

/// Small letters, digits and hyphens, at most 80; "pack" where nothing of the title is left.
std::string file_stem(std::string_view title);

}  // namespace rapporteur
