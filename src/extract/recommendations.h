#pragma once

#include <optional>

#include "extract/evidence.h"

namespace rapporteur {

/// The recommendation that a unit makes, by itself or as an item of what introduces it; nothing where it makes none.
std::optional<Judged<Recommendation>> recommendation_of(const Scene& scene, const Moment& moment);

}  // namespace rapporteur
