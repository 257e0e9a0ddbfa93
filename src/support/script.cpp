#include "support/script.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <vector>

#include "support/language_tag.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// A script by the language that is most often written in it, and the others whose script it is.
struct Script {
    UScriptCode code;
    std::string_view language, others;
};

constexpr Script scripts[] = {
    {USCRIPT_ARABIC, "ar", "ckb fa ps sd ug ur"},
    {USCRIPT_HEBREW, "he", "yi"},
    {USCRIPT_CYRILLIC, "ru", "be bg kk ky mk mn sr tg uk"},
    {USCRIPT_GREEK, "el", ""},
    {USCRIPT_HAN, "zh", "ja ko"},
    {USCRIPT_HIRAGANA, "ja", ""},
    {USCRIPT_KATAKANA, "ja", ""},
    {USCRIPT_HANGUL, "ko", ""},
    {USCRIPT_DEVANAGARI, "hi", "mr ne sa"},
    {USCRIPT_BENGALI, "bn", "as"},
    {USCRIPT_TAMIL, "ta", ""},
    {USCRIPT_SINHALA, "si", ""},
    {USCRIPT_THAI, "th", ""},
    {USCRIPT_LAO, "lo", ""},
    {USCRIPT_KHMER, "km", ""},
    {USCRIPT_MYANMAR, "my", ""},
    {USCRIPT_ARMENIAN, "hy", ""},
    {USCRIPT_GEORGIAN, "ka", ""},
    {USCRIPT_ETHIOPIC, "am", "ti"},
};

}  // namespace

std::string_view language_of_script(char32_t c) {
    UErrorCode error = U_ZERO_ERROR;
    const UScriptCode code = uscript_getScript(static_cast<UChar32>(c), &error);
    const auto script =
        std::find_if(std::begin(scripts), std::end(scripts), [&](const Script& s) { return s.code == code; });
    return script == std::end(scripts) ? std::string_view() : script->language;
}

bool is_mark(char32_t c) { return (U_GET_GC_MASK(static_cast<UChar32>(c)) & U_GC_M_MASK) != 0; }

bool shares_script(std::string_view language, std::string_view other) {
    const std::string_view primary = primary_language(language);
    if (primary == other) return true;
    const auto script =
        std::find_if(std::begin(scripts), std::end(scripts), [&](const Script& s) { return s.language == other; });
    if (script == std::end(scripts)) return false;
    const std::vector<std::string_view> others = split(script->others, ' ');
    return std::find(others.begin(), others.end(), primary) != others.end();
}

}  // namespace rapporteur
