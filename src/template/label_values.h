#pragma once

#include "template/labels.h"
#include "template/value.h"

namespace rapporteur {

/// Labels as a tree of objects by the dots of their keys: what {{labels.summary.title}} finds.
Value label_values(const Labels& labels);

}  // namespace rapporteur
