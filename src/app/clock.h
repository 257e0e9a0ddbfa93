#pragma once

#include "model/date.h"

namespace rapporteur {

/// The day it is here and now. Nothing but the command line's default asks.
PartialDate today();

}  // namespace rapporteur
