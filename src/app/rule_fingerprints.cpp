#include "app/rule_fingerprints.h"

#include <set>

#include "extract/rule_set.h"
#include "support/hash.h"
#include "support/text.h"

namespace rapporteur {

RuleFingerprints::RuleFingerprints(const std::vector<NamedText>& rules, const std::vector<NamedText>& themes) {
    const auto line = [](const NamedText& text) { return text.name + " " + sha256_hex(text.text) + "\n"; };
    for (const NamedText& rule : rules) {
        const std::size_t slash = rule.name.find('/');
        (slash == rule.name.npos ? common_ : by_language_[rule.name.substr(0, slash)]) += line(rule);
    }
    for (const NamedText& theme : themes) common_ += line(theme);
    // A language that rules are written for may be a document's second one.
    for (const auto& [language, lines] : by_language_) common_ += language + "\n";
}

std::string RuleFingerprints::of(const std::vector<std::string>& languages) const {
    std::set<std::string> used(languages.begin(), languages.end());
    for (const std::string& language : languages)
        if (!by_language_.contains(language)) used.emplace(default_language);  // whose dates it is read with
    std::string names, all = common_;
    for (const std::string& language : used) {
        const auto lines = by_language_.find(language);
        names += language + " ";
        all += "\n" + language + "\n" + (lines == by_language_.end() ? "" : lines->second);
    }
    return names + sha256_hex(all);
}

bool RuleFingerprints::is_current(const std::string& fingerprint) const {
    const std::vector<std::string_view> parts = split(fingerprint, ' ');
    return of({parts.begin(), parts.end() - 1}) == fingerprint;
}

}  // namespace rapporteur
