#include "store/abbreviations.h"

#include "store/comparable.h"
#include "support/text.h"

namespace rapporteur {
namespace {

/// Initials of fewer words fit too many names by chance.
constexpr std::size_t least_initials = 3;

std::string_view without_punctuation(std::string_view word) {
    constexpr std::string_view marks = ".,;:()[]\"'";
    while (!word.empty() && marks.find(word.front()) != std::string_view::npos) word.remove_prefix(1);
    while (!word.empty() && marks.find(word.back()) != std::string_view::npos) word.remove_suffix(1);
    return word;
}

std::string initials_of(const std::string& name) {
    std::string out;
    for (const std::string& word : comparable_words(name)) {
        if (ordinal_of(word) == 0 && !is_function_word(word)) append_utf8(out, decode_at(word, 0).value);
    }
    return out;
}

const std::string* only_one(const std::map<std::string, std::map<std::string, std::string>>& forms,
                            const std::string& short_form) {
    const auto found = forms.find(short_form);
    return found != forms.end() && found->second.size() == 1 ? &found->second.begin()->second : nullptr;
}

}  // namespace

Abbreviations::Abbreviations(const Records& records) {
    for (const Term& term : records.terms) {
        add(term.sources.empty() ? "" : term.sources.front().document, term.short_form, term.long_form);
    }
    for (const Meeting& meeting : records.meetings) {
        for (const std::string& name : {meeting.body, meeting.series, meeting.organiser}) add_initials(name);
    }
    for (const DocumentRecord& document : records.documents) add_initials(document.body);
}

void Abbreviations::add(const std::string& document, const std::string& short_form, const std::string& long_form) {
    const std::string key = fold(trim(short_form));
    if (key.empty() || long_form.empty()) return;
    of_document_.try_emplace({document, key}, long_form);
    of_all_[key].try_emplace(join(comparable_words(long_form), " "), long_form);
}

void Abbreviations::add_initials(const std::string& name) {
    const std::string initials = initials_of(name);
    if (count_code_points(initials) < least_initials) return;
    initials_[initials].try_emplace(join(comparable_words(name), " "), name);
}

const std::string* Abbreviations::find(const std::string& document, const std::string& short_form) const {
    const auto own = of_document_.find({document, short_form});
    if (own != of_document_.end()) return &own->second;
    if (const std::string* form = only_one(of_all_, short_form)) return form;
    return of_all_.contains(short_form) ? nullptr : only_one(initials_, short_form);
}

std::string Abbreviations::expand(std::string_view text, const std::string& document) const {
    std::string out;
    for (const std::string_view word : split(text, ' ')) {
        const std::string_view bare = without_punctuation(word);
        if (!out.empty()) out += ' ';
        // Only what is written in capitals is an abbreviation: "who" is not "WHO".
        const std::string* whole = is_all_capitals(bare) ? find(document, fold(bare)) : nullptr;
        if (whole != nullptr) {
            out += *whole;
            continue;
        }
        bool first = true;
        for (const std::string_view part : split(word, '/')) {
            const std::string_view inner = without_punctuation(part);
            const std::string* form = is_all_capitals(inner) ? find(document, fold(inner)) : nullptr;
            if (!first) out += ' ';
            out += form != nullptr ? *form : std::string(part);
            first = false;
        }
    }
    return out;
}

}  // namespace rapporteur
