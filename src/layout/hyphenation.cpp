#include "layout/hyphenation.h"

#include <hyphen.h>

#include <algorithm>
#include <cstdio>
#include <cstdlib>
#include <mutex>
#include <optional>

#include "support/charset.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr std::size_t kFewestLetters = 6, kMostBytes = 90;
constexpr int kBefore = 2, kAfter = 3;  // letters that stay together at either end of a word

struct FreePatterns {
    void operator()(HyphenDict* patterns) const { hnj_hyphen_free(patterns); }
};
using Patterns = std::unique_ptr<HyphenDict, FreePatterns>;

struct CloseFile {
    void operator()(std::FILE* file) const { std::fclose(file); }
};

/// The file in UTF-8, whatever its first line says that it is in.
std::string in_utf8(std::string_view bytes) {
    const std::size_t end = std::min(bytes.find_first_of("\r\n"), bytes.size());
    const std::string_view charset = trim(bytes.substr(0, end));
    if (charset == "UTF-8" || charset.empty()) return std::string(bytes);
    std::string label(charset);
    if (label.starts_with("ISO8859")) label.insert(3, "-");
    if (label.starts_with("microsoft-cp")) label.replace(0, 12, "windows-");
    const std::optional<std::string> text = decode_charset(bytes.substr(end), label);
    return text ? "UTF-8" + *text : std::string();
}

Patterns compile(std::string_view bytes) {
    std::string text = in_utf8(bytes);
    if (text.empty()) return nullptr;
    // In memory: nothing below the command opens files.
    const std::unique_ptr<std::FILE, CloseFile> stream(fmemopen(text.data(), text.size(), "r"));
    return Patterns(stream ? hnj_hyphen_load_file(stream.get()) : nullptr);
}

bool is_plain_word(std::string_view word) {
    if (word.size() < kFewestLetters || word.size() > kMostBytes) return false;
    std::size_t letters = 0;
    for (std::size_t at = 0; at < word.size(); ++letters) {
        const CodePoint c = decode_at(word, at);
        if (!is_alpha(c.value) || is_upper(c.value)) return false;
        at += c.bytes;
    }
    return letters >= kFewestLetters;
}

/// The replacements that libhyphen allocates for words spelt otherwise where they are parted.
class Replacements {
public:
    explicit Replacements(std::size_t letters) : letters_(letters) {}
    Replacements(const Replacements&) = delete;
    Replacements& operator=(const Replacements&) = delete;
    ~Replacements() {
        for (std::size_t i = 0; words && i < letters_; ++i) std::free(words[i]);
        std::free(words);
        std::free(at);
        std::free(cut);
    }

    bool has(std::size_t place) const { return words && words[place]; }

    char** words = nullptr;
    int *at = nullptr, *cut = nullptr;

private:
    std::size_t letters_;
};

std::vector<std::size_t> places_in(HyphenDict* patterns, std::string_view word) {
    std::string marks(word.size() + 5, '\0');
    Replacements replaced(word.size());
    const std::string text(word);
    if (hnj_hyphen_hyphenate3(patterns, text.c_str(), static_cast<int>(text.size()), marks.data(), nullptr,
                              &replaced.words, &replaced.at, &replaced.cut, kBefore, kAfter, 0, 0) != 0)
        return {};
    // The marks stand by letter, not by byte.
    std::vector<std::size_t> places;
    std::size_t letter = 0;
    for (std::size_t at = 0; at < word.size(); ++letter) {
        at += decode_at(word, at).bytes;
        if (marks[letter] % 2 == 1 && !replaced.has(letter) && at < word.size()) places.push_back(at);
    }
    return places;
}

std::string_view primary(std::string_view language) { return language.substr(0, language.find('-')); }

}  // namespace

struct Hyphenation::Language {
    explicit Language(PatternFile of) : file(std::move(of)) {}

    HyphenDict* compiled() const {
        std::call_once(once, [this] { patterns = compile(file.bytes); });
        return patterns.get();
    }

    PatternFile file;
    mutable std::once_flag once;
    mutable Patterns patterns;
};

Hyphenation::Hyphenation() = default;
Hyphenation::Hyphenation(Hyphenation&&) noexcept = default;
Hyphenation& Hyphenation::operator=(Hyphenation&&) noexcept = default;
Hyphenation::~Hyphenation() = default;

Hyphenation::Hyphenation(std::vector<PatternFile> files) {
    std::sort(files.begin(), files.end(),
              [](const PatternFile& a, const PatternFile& b) { return a.language < b.language; });
    for (PatternFile& file : files) languages_.push_back(std::make_unique<Language>(std::move(file)));
}

/// The patterns of just this language, else those of the language wherever it is spoken: as in Britain, if at hand.
const Hyphenation::Language* Hyphenation::patterns_for(std::string_view language) const {
    const Language* found = nullptr;
    for (const auto& one : languages_) {
        const std::string_view of = one->file.language;
        if (of == language) return one.get();
        if (primary(of) == primary(language) && (!found || of == "en-GB")) found = one.get();
    }
    return found;
}

std::vector<std::size_t> Hyphenation::places(std::string_view word, std::string_view language) const {
    if (!is_plain_word(word)) return {};
    const Language* patterns = patterns_for(language);
    HyphenDict* compiled = patterns ? patterns->compiled() : nullptr;
    return compiled ? places_in(compiled, word) : std::vector<std::size_t>();
}

}  // namespace rapporteur
