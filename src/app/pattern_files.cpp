#include "app/pattern_files.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

#include "support/text.h"

namespace rapporteur {
namespace {

/// "en-GB" of "hyph_en_GB.dic"; empty for other files.
std::string language_of(std::string_view name) {
    constexpr std::string_view before = "hyph_", after = ".dic";
    if (!name.starts_with(before) || !name.ends_with(after) || name.size() <= before.size() + after.size()) return "";
    std::string language(name.substr(before.size(), name.size() - before.size() - after.size()));
    std::replace(language.begin(), language.end(), '_', '-');
    return language;
}

}  // namespace

HeldPatterns hold_patterns(const Files& files) {
    HeldPatterns held;
    std::vector<PatternFile> patterns;
    for (const std::string_view folder : split(RAPPORTEUR_HYPHENATION_FOLDERS, ':')) {
        const Result<std::vector<FolderEntry>> entries = files.list(std::string(folder));
        if (!entries) continue;
        for (const FolderEntry& entry : *entries) {
            std::string language = language_of(entry.name);
            if (language.empty() || entry.kind != PathKind::file) continue;
            Result<std::unique_ptr<HeldBytes>> bytes = files.hold(join_path(std::string(folder), entry.name));
            if (!bytes) continue;
            patterns.push_back({std::move(language), (*bytes)->bytes()});
            held.bytes.push_back(std::move(*bytes));
        }
    }
    held.hyphenation = Hyphenation(std::move(patterns));
    return held;
}

}  // namespace rapporteur
