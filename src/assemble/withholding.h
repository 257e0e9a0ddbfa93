#pragma once

#include <set>
#include <string>
#include <vector>

#include "assemble/briefing.h"
#include "assemble/distribution.h"
#include "assemble/library.h"

namespace rapporteur {

/// How many statements of one level a meeting or a theme loses.
struct WithheldStatements {
    std::set<std::string> meetings;  // ids of the records of the meeting; empty: of a theme
    std::string theme;               // id
    Classification level = Classification::restricted;
    std::size_t count = 0;
};

/// What is left out of packs for readers up to a level: whole documents. Of what they hold only numbers are kept.
struct Withholding {
    std::set<std::string> documents;  // ids
    std::vector<WithheldStatements> statements;
};

/// Works out what readers up to `most` may not see. What another document says in the same words is not counted.
Withholding withhold(const Library& library, Classification most);

/// The records that do not stand in these documents; as if they had not been merged yet.
Records without_documents(Records records, const std::set<std::string>& documents);

/// The rows of one meeting, or of a theme where `meeting` is null, by level.
std::vector<WithheldRow> withheld_rows(const std::vector<WithheldStatements>& statements, const MeetingCluster* meeting,
                                       const std::string& theme);

}  // namespace rapporteur
