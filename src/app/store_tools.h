#pragma once

#include <ostream>

#include "app/files.h"
#include "app/options.h"
#include "app/report.h"
#include "store/store.h"

namespace rapporteur {

/// Where a list goes, and whether as one JSON object a line.
struct ListOutput {
    std::ostream& out;
    bool json = false;
};

/// Opens a store; what is to be told of it is told. Nothing where that is an error.
std::unique_ptr<Store> open_told_store(const std::string& path, Report& report);

/// Prints the statements in which the words stand, each with its source.
void find_statements(const FindOptions& options, const Files& files, const ListOutput& output, Report& report);

/// Removes every trace of a document from the store; says what of it still stands elsewhere.
void purge_document(const PurgeOptions& options, Files& files, std::ostream& out, Report& report);

}  // namespace rapporteur
