#pragma once

#include <map>
#include <string>
#include <vector>

#include "support/named_text.h"

namespace rapporteur {

/// What records depend on besides the words of their document: the rules of its languages, and the themes.
class RuleFingerprints {
public:
    RuleFingerprints() = default;
    /// Rule files are named "<language>/<file>.xml"; what stands beside those folders concerns every language.
    RuleFingerprints(const std::vector<NamedText>& rules, const std::vector<NamedText>& themes);

    /// For a document in these languages, by their main tags: "en fr 1f00…".
    std::string of(const std::vector<std::string>& languages) const;
    /// True where what such a fingerprint stands for is the same now.
    bool is_current(const std::string& fingerprint) const;

private:
    std::map<std::string, std::string> by_language_;
    std::string common_;
};

}  // namespace rapporteur
