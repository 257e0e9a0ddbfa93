#include "support/line_break.h"

#include <unicode/brkiter.h>
#include <unicode/locid.h>
#include <unicode/utext.h>

#include <string>

namespace rapporteur {

struct LineBreaker::Iterator {
    std::unique_ptr<icu::BreakIterator> breaks;
};

LineBreaker::LineBreaker(std::string_view language) : iterator_(std::make_unique<Iterator>()) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::Locale locale = icu::Locale::forLanguageTag(std::string(language), error);
    error = U_ZERO_ERROR;
    iterator_->breaks.reset(icu::BreakIterator::createLineInstance(locale, error));
    if (U_FAILURE(error)) iterator_->breaks.reset();
}

LineBreaker::~LineBreaker() = default;
LineBreaker::LineBreaker(LineBreaker&&) noexcept = default;
LineBreaker& LineBreaker::operator=(LineBreaker&&) noexcept = default;

std::vector<std::size_t> LineBreaker::opportunities(std::string_view text) {
    std::vector<std::size_t> out;
    if (!iterator_->breaks) return out;
    UErrorCode error = U_ZERO_ERROR;
    UText view = UTEXT_INITIALIZER;
    utext_openUTF8(&view, text.data(), static_cast<int64_t>(text.size()), &error);
    iterator_->breaks->setText(&view, error);
    if (U_SUCCESS(error)) {
        for (int32_t at = iterator_->breaks->next(); at != icu::BreakIterator::DONE; at = iterator_->breaks->next())
            if (at > 0 && static_cast<std::size_t>(at) < text.size()) out.push_back(static_cast<std::size_t>(at));
    }
    utext_close(&view);
    return out;
}

}  // namespace rapporteur
