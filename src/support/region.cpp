#include "support/region.h"

#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>

namespace rapporteur {
namespace {

/// "Myanmar" of CLDR's "Myanmar (Burma)".
std::string without_gloss(const std::string& name) {
    const std::size_t bracket = name.find(" (");
    return bracket == std::string::npos ? name : name.substr(0, bracket);
}

std::string display_name(std::string_view code, const std::string& language) {
    const icu::Locale region("", std::string(code).c_str());
    icu::UnicodeString name;
    region.getDisplayCountry(icu::Locale(language.c_str()), name);
    std::string out;
    name.toUTF8String(out);
    return out;
}

}  // namespace

std::vector<std::string> region_names(std::string_view code, const std::vector<std::string>& languages) {
    std::vector<std::string> names;
    for (const std::string& language : languages) {
        const std::string whole = display_name(code, language);
        for (const std::string& name : {whole, without_gloss(whole)})
            if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(name);
    }
    return names;
}

std::vector<std::string> region_codes() {
    std::vector<std::string> codes;
    for (const char* const* code = icu::Locale::getISOCountries(); *code; ++code) codes.emplace_back(*code);
    return codes;
}

}  // namespace rapporteur
