#pragma once

#include <string>
#include <string_view>

#include "readers/draft.h"
#include "readers/reader.h"

namespace rapporteur {

/// Reads an OpenDocument text, packed (a ZIP archive) or flat (one XML file). Lists and headings have their numbers as
/// they are printed; hidden text, comments, tables of contents and running heads are left out. Pages are told where
/// the file says where each begins. Fails with `document_damaged` where nothing can be read; a file that breaks off
/// gives what stands before with a warning.
Result<Reading> read_odt(std::string_view bytes, Tracked tracked, const std::string& file);

}  // namespace rapporteur
