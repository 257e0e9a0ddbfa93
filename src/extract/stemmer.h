#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

struct sb_stemmer;

namespace rapporteur {

/// Reduces words to their stems (Snowball), so that "remitted" meets "remittance". A language without an algorithm
/// leaves words as they are, in small letters.
class Stemmer {
public:
    /// `language` is BCP 47; its first tag counts.
    explicit Stemmer(std::string_view language);

    /// The stems of the words of a text, in order.
    std::vector<std::string> stems(std::string_view text) const;

private:
    struct Delete {
        void operator()(sb_stemmer* stemmer) const;
    };
    std::unique_ptr<sb_stemmer, Delete> stemmer_;
};

}  // namespace rapporteur
