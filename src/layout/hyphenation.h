#pragma once

#include <cstddef>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

/// A file of hyphenation patterns in the form of libhyphen (`hyph_en_GB.dic`). The bytes stay with the caller, who
/// keeps them as long as the Hyphenation.
struct PatternFile {
    std::string language;  // BCP 47, as in its name: "en-GB"
    std::string_view bytes;
};

/// Where words may be parted, by language. Patterns are compiled when a language is first asked for. Never changes to
/// its users; may be shared between threads. A language without patterns has no places, and that is no error.
class Hyphenation {
public:
    Hyphenation();
    explicit Hyphenation(std::vector<PatternFile> files);
    Hyphenation(Hyphenation&&) noexcept;
    Hyphenation& operator=(Hyphenation&&) noexcept;
    ~Hyphenation();

    /// The bytes of `word` after which a hyphen may part it, ascending; none for what is no plain word: names and other
    /// words with capitals, symbols, what has fewer than six letters. Only places where nothing but a hyphen is added.
    std::vector<std::size_t> places(std::string_view word, std::string_view language) const;

    bool empty() const { return languages_.empty(); }

private:
    struct Language;
    const Language* patterns_for(std::string_view language) const;

    std::vector<std::unique_ptr<Language>> languages_;
};

}  // namespace rapporteur
