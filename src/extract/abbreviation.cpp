#include "extract/abbreviation.h"

#include <algorithm>
#include <array>

#include "extract/lookup.h"
#include "support/text.h"

namespace rapporteur {
namespace {

constexpr int unreachable = 1000;
constexpr std::size_t most_letters = 16;
/// Words after a comma that may be a place rather than a part of the name.
constexpr std::size_t most_after_comma = 3;

/// A word before an abbreviation.
struct PhraseWord {
    Range range;
    std::string folded;
    bool small = false;    // "of", "the"
    bool capital = false;  // begins with a capital
    bool acronym = false;  // capitals only
};

bool is_small_word(const std::string& folded, const SmallWords& small_words) {
    return std::find(small_words.begin(), small_words.end(), folded) != small_words.end();
}

PhraseWord phrase_word(std::string_view text, Range range, const SmallWords& small_words) {
    PhraseWord word;
    const std::string_view printed = text.substr(range.begin, range.size());
    word.range = range;
    word.folded = fold(printed);
    word.small = is_small_word(word.folded, small_words);
    word.capital = is_upper(decode_at(printed, 0).value);
    word.acronym = word.folded.size() > 1 && is_all_capitals(printed);
    return word;
}

/// A full stop that ends a sentence rather than an abbreviation's letter or a name such as "Node.js".
bool ends_sentence(std::string_view text, std::size_t at) {
    if (text[at] != '.') return false;
    const bool inside = at + 1 < text.size() && text[at + 1] != ' ';
    const bool initial = at >= 1 && (at == 1 || text[at - 2] == '.' || text[at - 2] == ' ');
    return !inside && !initial;
}

/// The part of `text` that an expansion at its end may take: no sentence, bracket, colon or opening quote inside.
std::size_t phrase_begin(std::string_view text) {
    std::size_t begin = text.size() > 400 ? text.size() - 400 : 0;
    for (std::size_t at = begin; at < text.size(); ++at) {
        const bool stop = std::string_view(";:!?()[]\n\t|").find(text[at]) != std::string_view::npos;
        if (stop || ends_sentence(text, at)) begin = at + 1;
        if (text.substr(at).starts_with("“") || text[at] == '"') begin = at + (text[at] == '"' ? 1 : 3);
    }
    return std::min(begin, text.size());
}

std::vector<PhraseWord> phrase_before(std::string_view text, std::size_t most_words, const SmallWords& small_words) {
    const std::size_t begin = phrase_begin(text);
    std::vector<PhraseWord> phrase;
    for (Range range : words(text.substr(begin))) {
        phrase.push_back(phrase_word(text, {range.begin + begin, range.end + begin}, small_words));
    }
    if (phrase.size() > most_words) phrase.erase(phrase.begin(), phrase.end() - static_cast<long>(most_words));
    return phrase;
}

/// The letters of an abbreviation that words stand for: "UN/DESA" undesa, "RCPs" rcp.
std::string letters_of(std::string_view short_form) {
    if (short_form.size() > 2 && short_form.ends_with('s') &&
        is_upper(decode_before(short_form, short_form.size() - 1).value)) {
        short_form.remove_suffix(1);
    }
    std::string letters;
    for (char c : fold(short_form)) {
        if (c >= 'a' && c <= 'z') letters += c;
    }
    return letters;
}

/// The least cost at which words[first…] stand for letters[from…], all of them in order.
class Alignment {
public:
    Alignment(const std::vector<PhraseWord>& phrase, const std::string& letters) : phrase_(phrase), letters_(letters) {
        costs_.assign((phrase.size() + 1) * (letters.size() + 1), unreachable);
        at(phrase.size(), letters.size()) = 0;
        for (std::size_t word = phrase.size(); word-- > 0;) {
            for (std::size_t from = 0; from <= letters.size(); ++from) fill(word, from);
        }
    }

    /// The cost where the phrase begins with word `first` and that word stands for the first letter.
    int cost_from(std::size_t first) const {
        if (phrase_[first].folded.empty() || phrase_[first].folded.front() != letters_.front()) return unreachable;
        return taking(first, 0);
    }

private:
    int& at(std::size_t word, std::size_t from) { return costs_[word * (letters_.size() + 1) + from]; }
    int at(std::size_t word, std::size_t from) const { return costs_[word * (letters_.size() + 1) + from]; }

    void fill(std::size_t word, std::size_t from) {
        // A name may go on after the words that its letters stand for: "Protocol against Tides and Other Cruel Waters".
        const bool free = phrase_[word].small || (from == letters_.size() && phrase_[word].capital);
        const int passing = at(word + 1, from) + (free ? 0 : 1);
        at(word, from) = std::min(passing, from < letters_.size() ? taking(word, from) : unreachable);
    }

    /// The word gives its initial, the initials of its parts, or more of its letters.
    int taking(std::size_t word, std::size_t from) const {
        const std::string& text = phrase_[word].folded;
        if (text.empty() || text.front() != letters_[from]) return unreachable;
        int best = at(word + 1, from + 1);
        std::size_t next = from + 1;
        int inner = 0;
        for (std::size_t i = 1; i < text.size() && next < letters_.size(); ++i) {
            if (text[i] != letters_[next]) continue;
            const bool free = phrase_[word].acronym || text[i - 1] == '-';
            inner += free ? 0 : 1;
            best = std::min(best, at(word + 1, ++next) + inner);
        }
        return best;
    }

    const std::vector<PhraseWord>& phrase_;
    const std::string& letters_;
    std::vector<int> costs_;
};

int allowed_cost(const std::string& letters) { return std::max<int>(2, static_cast<int>(letters.size()) / 2); }

/// How many words that count stand from `first` on.
std::size_t content_words(const std::vector<PhraseWord>& phrase, std::size_t first) {
    return static_cast<std::size_t>(std::count_if(phrase.begin() + static_cast<long>(first), phrase.end(),
                                                  [](const PhraseWord& word) { return !word.small; }));
}

/// The cheapest start; of equals the nearest to the end.
std::optional<std::size_t> start_in_order(const std::vector<PhraseWord>& phrase, const std::string& letters) {
    const Alignment alignment(phrase, letters);
    std::optional<std::size_t> best;
    int least = allowed_cost(letters) + 1;
    for (std::size_t first = phrase.size(); first-- > 0;) {
        const int cost = alignment.cost_from(first);
        // An article can open a phrase of words that are no name only by chance.
        if (cost < least && !phrase[first].small && content_words(phrase, first) > 1) {
            least = cost;
            best = first;
        }
    }
    return best;
}

/// How many letters find a word of their own by its initial.
int shared_initials(const std::vector<PhraseWord>& phrase, std::size_t first, const std::string& letters) {
    std::array<int, 26> initials{};
    for (std::size_t i = first; i < phrase.size(); ++i) {
        const char c = phrase[i].folded.empty() ? ' ' : phrase[i].folded.front();
        if (c >= 'a' && c <= 'z') ++initials[static_cast<std::size_t>(c - 'a')];
    }
    int shared = 0;
    for (char c : letters) {
        int& left = initials[static_cast<std::size_t>(c - 'a')];
        if (left > 0) --left, ++shared;
    }
    return shared;
}

/// For names abbreviated in another order or language: the run of capitalised words whose initials are the letters.
std::optional<std::size_t> start_by_initials(const std::vector<PhraseWord>& phrase, const std::string& letters) {
    std::optional<std::size_t> best;
    int most = 0;
    int capitals = 0;
    for (std::size_t first = phrase.size(); first-- > 0;) {
        if (!phrase[first].capital && !phrase[first].small) break;
        if (!phrase[first].capital) continue;
        ++capitals;
        const int shared = shared_initials(phrase, first, letters);
        const int worth = 2 * shared - std::max(0, capitals - shared);
        const bool enough = shared >= 3 && 5 * shared >= 3 * static_cast<int>(letters.size());
        if (enough && worth > most && !phrase[first].small) {
            most = worth;
            best = first;
        }
    }
    return best;
}

/// What follows a comma at the end and stands for no letter is not of the name: "Regional Centre in Quito, Ecuador
/// (RCQ)".
std::size_t end_of_name(std::string_view text, const std::vector<PhraseWord>& phrase, std::size_t first,
                        const std::string& letters) {
    std::vector<PhraseWord> shorter(phrase.begin() + static_cast<long>(first), phrase.end());
    const int cost = Alignment(shorter, letters).cost_from(0);
    for (std::size_t left_out = 0; shorter.size() > 2 && left_out < most_after_comma; ++left_out) {
        const std::size_t gap = shorter[shorter.size() - 2].range.end;
        const bool comma = text.substr(gap, shorter.back().range.begin - gap).find(',') != std::string_view::npos;
        shorter.pop_back();
        if (Alignment(shorter, letters).cost_from(0) > cost) break;
        if (comma) return shorter.back().range.end;
    }
    return phrase.back().range.end;
}

}  // namespace

SmallWords small_words_of(const RuleSet& rules, std::string_view language) {
    SmallWords small;
    const RuleTable* table = table_or_default(rules, language, "small_words");
    for (std::size_t i = 0; table && i < table->entries.size(); ++i) small.push_back(fold(table->entries[i].value));
    return small;
}

std::optional<Range> expansion_at_end(std::string_view text, std::string_view short_form,
                                      const SmallWords& small_words) {
    const std::string letters = letters_of(short_form);
    if (letters.size() < 2 || letters.size() > most_letters) return std::nullopt;
    const std::vector<PhraseWord> phrase = phrase_before(text, 2 * letters.size() + 8, small_words);
    if (phrase.empty()) return std::nullopt;
    std::optional<std::size_t> first = start_in_order(phrase, letters);
    const bool in_order = first.has_value();
    if (!first) first = start_by_initials(phrase, letters);
    if (!first) return std::nullopt;
    return Range{phrase[*first].range.begin,
                 in_order ? end_of_name(text, phrase, *first, letters) : phrase.back().range.end};
}

bool expands(std::string_view text, std::string_view short_form, const SmallWords& small_words) {
    const std::string letters = letters_of(short_form);
    if (letters.size() < 2 || letters.size() > most_letters) return false;
    std::vector<PhraseWord> phrase;
    for (Range range : words(text)) phrase.push_back(phrase_word(text, range, small_words));
    if (phrase.size() > 2 * letters.size() + 8) return false;
    std::size_t first = 0;
    while (first < phrase.size() && phrase[first].small) ++first;
    if (first + 1 >= phrase.size()) return false;
    if (Alignment(phrase, letters).cost_from(first) <= allowed_cost(letters)) return true;
    return 5 * shared_initials(phrase, first, letters) >= 4 * static_cast<int>(letters.size());
}

}  // namespace rapporteur
