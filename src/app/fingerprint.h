#pragma once

#include <string>

#include "app/files.h"
#include "app/options.h"
#include "app/resources.h"
#include "app/rule_fingerprints.h"

namespace rapporteur {

/// What the result of reading depends on besides the documents: where one differs, what it concerns is done again.
struct Fingerprints {
    std::string reading;  // the program itself and how it is told to read
    RuleFingerprints rules;
};

/// Fails where the rules or themes cannot be read.
Result<Fingerprints> take_fingerprints(const Resources& resources, const SharedOptions& options, const Files& files);

}  // namespace rapporteur
