#pragma once

#include <memory>
#include <vector>

#include "app/files.h"
#include "layout/hyphenation.h"

namespace rapporteur {

/// The patterns of hyphenation on this machine, mapped into memory; none is no error.
struct HeldPatterns {
    std::vector<std::unique_ptr<HeldBytes>> bytes;
    Hyphenation hyphenation;
};

HeldPatterns hold_patterns(const Files& files);

}  // namespace rapporteur
