#pragma once

#include <string>
#include <vector>

#include "app/fingerprint.h"
#include "app/reading.h"
#include "store/store.h"

namespace rapporteur {

/// How a store is used.
struct StoredReadingOptions {
    Fingerprints fingerprints;
    std::string today;           // ISO 8601
    bool tell_known = true;      // gaps of documents that were not read again are told again
    bool with_documents = true;  // what packs quote beside records
};

/// What read_inputs gives, but only what the store does not hold is read, and kept there: `paths` are all files that
/// there are, the others are retired. A document that could not be read for a passing reason is tried again the next
/// time. A file that cannot be read now and is known counts as unchanged, and is told.
Result<std::vector<ReadInput>> read_through_store(const std::vector<std::string>& paths, const Knowledge& knowledge,
                                                  const SharedOptions& shared, const StoredReadingOptions& options,
                                                  const Files& files, Store& store, Report& report,
                                                  ReadingCount& count);

}  // namespace rapporteur
