#pragma once

#include <ostream>

#include "app/options.h"
#include "app/pack_kit.h"
#include "app/reading.h"

namespace rapporteur {

/// The whole way: finds the documents, reads and extracts each in a worker, merges their records, and makes every pack
/// that they allow, each in a worker; its files are written when all of them are made. Packs and all that went wrong
/// are told to the report.
void build(const BuildOptions& options, const SharedOptions& shared, const Resources& resources, Files& files,
           Report& report);

/// Prints the packs that one file would give by itself, at the stage that is asked for.
void inspect_packs(const InspectOptions& options, const SharedOptions& shared, const Resources& resources,
                   const Files& files, std::ostream& out, Report& report);

/// Prints all that a template may name, with samples from the packs that the documents give.
void list_template_data(const TemplateDataOptions& options, const SharedOptions& shared, const Resources& resources,
                        const Files& files, std::ostream& out, Report& report);

}  // namespace rapporteur
