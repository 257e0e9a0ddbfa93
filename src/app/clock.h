#pragma once

#include <cstdint>

#include "model/date.h"

namespace rapporteur {

/// Seconds since 1970 (UTC). $RAPPORTEUR_CLOCK, such as "2014-05-02T18:00:00Z", stands in the place of the machine's
/// clock: for trying out a schedule. Nothing but main asks.
std::int64_t now();

/// The day it is here at that moment.
PartialDate day_here(std::int64_t moment);

}  // namespace rapporteur
