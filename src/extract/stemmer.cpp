#include "extract/stemmer.h"

#include <libstemmer.h>

#include "support/language_tag.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// The words of folded text, hyphenated ones taken apart.
std::vector<std::string> simple_words(std::string_view text) {
    std::vector<std::string> out;
    const std::string folded = fold(text);
    for (const Range& range : words(folded)) {
        for (const std::string_view part : split(std::string_view(folded).substr(range.begin, range.size()), '-')) {
            if (!part.empty()) out.emplace_back(part);
        }
    }
    return out;
}

}  // namespace

void Stemmer::Delete::operator()(sb_stemmer* stemmer) const { sb_stemmer_delete(stemmer); }

Stemmer::Stemmer(std::string_view language)
    : stemmer_(sb_stemmer_new(std::string(primary_language(language)).c_str(), "UTF_8")) {}

std::vector<std::string> Stemmer::stems(std::string_view text) const {
    std::vector<std::string> out = simple_words(text);
    if (!stemmer_) return out;
    for (std::string& word : out) {
        const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
        const sb_symbol* stem = sb_stemmer_stem(stemmer_.get(), bytes, static_cast<int>(word.size()));
        if (stem == nullptr) continue;
        word.assign(reinterpret_cast<const char*>(stem), static_cast<std::size_t>(sb_stemmer_length(stemmer_.get())));
    }
    return out;
}

}  // namespace rapporteur
