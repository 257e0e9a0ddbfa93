#pragma once

#include <optional>
#include <string>

#include "app/options.h"
#include "app/pack_kit.h"
#include "app/report.h"

namespace rapporteur {

/// The bytes of a house document that packs can take their look from.
struct HouseFile {
    std::string path, bytes;
};

/// Reads the house document and proves in a worker that it can be used; what is cleaned out of it and which of its
/// styles cannot be used is reported. Nothing where it is refused.
std::optional<HouseFile> hold_house_file(const std::string& path, const PackKit& kit, const SharedOptions& shared,
                                         const Files& files, Report& report);

}  // namespace rapporteur
