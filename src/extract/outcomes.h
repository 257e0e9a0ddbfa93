#pragma once

#include <optional>

#include "extract/evidence.h"

namespace rapporteur {

/// The outcome that a unit records, by itself or as an item of what introduces it; nothing where it records none.
std::optional<Judged<Outcome>> outcome_of(const Scene& scene, const Moment& moment);

}  // namespace rapporteur
