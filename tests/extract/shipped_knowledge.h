#pragma once

#include <doctest/doctest.h>

#include <utility>

#include "extract/extract.h"
#include "extract/shipped_rules.h"

namespace rapporteur {

/// The rules and themes as they are installed, loaded once a program.
inline const Knowledge& shipped_knowledge() {
    static const Knowledge loaded = [] {
        auto result = load_knowledge(shipped_rules(), shipped_themes());
        REQUIRE(result.ok());
        return std::move(*result);
    }();
    return loaded;
}

}  // namespace rapporteur
