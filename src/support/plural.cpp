#include "support/plural.h"

#include <unicode/plurrule.h>

#include <algorithm>
#include <memory>

namespace rapporteur {
namespace {

/// From 0 to here every form that a rule of CLDR gives a number below a million has turned up.
constexpr std::int32_t all_seen = 200;

std::unique_ptr<icu::PluralRules> rules_of(std::string_view language) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), error);
    std::unique_ptr<icu::PluralRules> rules(icu::PluralRules::forLocale(locale, error));
    if (U_FAILURE(error)) rules.reset();
    return rules;
}

std::string form_of(const icu::PluralRules& rules, std::int32_t number) {
    std::string form;
    rules.select(number).toUTF8String(form);
    return form;
}

}  // namespace

std::string plural_form(std::string_view language, std::size_t number) {
    const auto rules = rules_of(language);
    if (!rules) return number == 1 ? "one" : "other";
    return form_of(*rules, static_cast<std::int32_t>(std::min<std::size_t>(number, INT32_MAX)));
}

std::vector<std::string> plural_forms(std::string_view language) {
    const auto rules = rules_of(language);
    if (!rules) return {"other", "one"};
    std::vector<std::string> forms;
    for (std::int32_t number = 0; number <= all_seen; ++number) {
        std::string form = form_of(*rules, number);
        if (std::find(forms.begin(), forms.end(), form) == forms.end()) forms.push_back(std::move(form));
    }
    return forms;
}

}  // namespace rapporteur
