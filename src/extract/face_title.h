#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "extract/casing.h"
#include "model/document.h"

namespace rapporteur {

/// A line of a document's face.
struct FaceLine {
    std::size_t block = 0;
    std::string_view text;       // with its printed label
    bool imprint = false;        // stands after the face: notes, suggested citation, copyright
    bool furniture = false;      // symbol, date, letterhead …: no title
    bool document_kind = false;  // "Draft agenda": completes a title
    BlockKind kind = BlockKind::paragraph;
    bool bold = false;
    bool repeated = false;  // stands on the face again
    int level = 0;
};

/// The lines above the body and those of the imprint, in order.
std::vector<FaceLine> face_lines(const Document& document);

/// The title among the lines that no rule explains; empty where none looks like one.
std::string face_title(const std::vector<FaceLine>& lines, const Casing& casing);

}  // namespace rapporteur
