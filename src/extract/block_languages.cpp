#include "extract/block_languages.h"

#include <algorithm>
#include <map>

#include "readers/language.h"
#include "support/language_tag.h"

namespace rapporteur {
namespace {

constexpr std::size_t least_bytes = 60;  // shorter blocks do not tell
constexpr std::size_t least_blocks = 5;  // of a second language
constexpr std::size_t least_share = 6;   // one block in so many, of those that tell

std::string main_tag(std::string_view language) {
    if (language.empty()) language = default_language;
    return std::string(primary_language(language));
}

bool is_running(const Block& block) { return block.kind == BlockKind::paragraph || block.kind == BlockKind::list_item; }

}  // namespace

std::string main_language(const Document& document) { return main_tag(document.language); }

std::vector<std::string> languages_of_blocks(const Document& document, const RuleSet& rules) {
    const std::string main = main_language(document);
    std::vector<std::string> languages(document.blocks.size());
    std::map<std::string, std::size_t> counts;
    std::size_t told = 0;
    for (std::size_t at = 0; at < document.blocks.size(); ++at) {
        const Block& block = document.blocks[at];
        if (!is_running(block) || block.range.size() < least_bytes) continue;
        const std::string language = main_tag(language_of(document.text_of(block)));
        if (rules.group(language, "recommendation") == nullptr) continue;
        languages[at] = language;
        ++counts[language];
        ++told;
    }
    const auto is_used = [&](const std::string& language) {
        const std::size_t count = counts[language];
        return language == main || (count >= least_blocks && count * least_share >= told);
    };
    std::string current = main;
    for (std::string& language : languages) {
        if (!language.empty() && is_used(language)) current = language;
        language = current;
    }
    return languages;
}

}  // namespace rapporteur
