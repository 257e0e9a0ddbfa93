#pragma once

#include <string>
#include <string_view>

#include "model/pack_notes.h"
#include "support/result.h"

namespace rapporteur {

/// What people wrote into the boxes of a Word pack, whatever word processor saved it: boxes are told by the tags of
/// their content controls, and by the bookmarks of their labels where the tags are gone. Text beside a control but in
/// its cell counts; tracked deletions do not. What is no text (pictures, footnotes) is told as `notes_cut`. Fails with
/// `document_damaged` where there is no document or it breaks off.
Result<PackNotes> read_pack_notes(std::string_view bytes, const std::string& file, Diagnostics& told);

}  // namespace rapporteur
