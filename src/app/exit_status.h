#pragma once

namespace rapporteur {

/// How the program ends.
enum class ExitStatus {
    done = 0,
    gaps = 1,            // with --strict: something is missing, damaged or doubtful
    failures = 2,        // some documents or packs failed, the rest is written
    usage = 64,          // wrong usage
    configuration = 65,  // a bad template, rule, theme, style or label
};

}  // namespace rapporteur
