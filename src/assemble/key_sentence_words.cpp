#include "assemble/key_sentence_words.h"

#include <algorithm>

#include "support/language_tag.h"

namespace rapporteur {
namespace {

enum class Sign { section, announces, points_back, apparatus };

/// A phrase, folded, and its weight. A language is one more block of rows.
struct SignPhrase {
    std::string_view language;
    Sign sign;
    std::string_view words;
    double weight;
};

constexpr SignPhrase sign_phrases[] = {
    {"en", Sign::section, "executive summary", 1},
    {"en", Sign::section, "summary", 0.8},
    {"en", Sign::section, "overview", 0.5},
    {"en", Sign::section, "key message", 1},
    {"en", Sign::section, "highlights", 0.8},
    {"en", Sign::section, "finding", 0.8},
    {"en", Sign::section, "conclusion", 1},
    {"en", Sign::section, "the way forward", 0.6},
    {"en", Sign::section, "next steps", 0.5},
    {"en", Sign::section, "recommendation", 0.8},
    {"en", Sign::section, "proposal", 0.6},
    {"en", Sign::section, "action to be taken", 1},
    {"en", Sign::section, "action requested", 1},
    {"en", Sign::section, "resource requirement", 0.6},
    {"en", Sign::section, "results", 0.5},
    {"en", Sign::section, "objective", 0.5},
    {"en", Sign::section, "purpose", 0.5},
    {"en", Sign::section, "introduction", 0.3},
    {"en", Sign::section, "method", -0.6},
    {"en", Sign::section, "limitation", -0.4},
    {"en", Sign::section, "reference", -1},
    {"en", Sign::section, "bibliography", -1},
    {"en", Sign::section, "acknowledgement", -1},
    {"en", Sign::section, "abbreviation", -1},
    {"en", Sign::section, "contact", -1},
    {"en", Sign::announces, "in conclusion", 0.8},
    {"en", Sign::announces, "overall", 0.6},
    {"en", Sign::announces, "in summary", 0.8},
    {"en", Sign::announces, "in sum,", 0.8},
    {"en", Sign::announces, "found that", 0.6},
    {"en", Sign::announces, "findings show", 0.7},
    {"en", Sign::announces, "the evaluation", 0.3},
    {"en", Sign::announces, "concluded that", 0.7},
    {"en", Sign::announces, "most important", 0.5},
    {"en", Sign::announces, "the main ", 0.4},
    {"en", Sign::announces, "main objective", 0.6},
    {"en", Sign::announces, "key ", 0.3},
    {"en", Sign::announces, "significant", 0.3},
    {"en", Sign::announces, "recommend", 0.5},
    {"en", Sign::announces, "should", 0.3},
    {"en", Sign::announces, "total", 0.3},
    {"en", Sign::announces, "amounting to", 0.4},
    {"en", Sign::announces, "estimated at", 0.4},
    {"en", Sign::announces, "proposes", 0.5},
    {"en", Sign::announces, "is requested to", 0.8},
    {"en", Sign::announces, "is invited to", 0.8},
    {"en", Sign::announces, "decided", 0.4},
    {"en", Sign::announces, "the present report", 0.4},
    {"en", Sign::announces, "this paper", 0.3},
    {"en", Sign::announces, "submitted pursuant to", 0.4},
    {"en", Sign::points_back, "this ", 1},
    {"en", Sign::points_back, "these ", 1},
    {"en", Sign::points_back, "those ", 1},
    {"en", Sign::points_back, "it ", 1},
    {"en", Sign::points_back, "they ", 1},
    {"en", Sign::points_back, "he ", 1},
    {"en", Sign::points_back, "she ", 1},
    {"en", Sign::points_back, "his ", 1},
    {"en", Sign::points_back, "her ", 1},
    {"en", Sign::points_back, "their ", 1},
    {"en", Sign::points_back, "such ", 1},
    {"en", Sign::points_back, "however", 1},
    {"en", Sign::points_back, "moreover", 1},
    {"en", Sign::points_back, "furthermore", 1},
    {"en", Sign::points_back, "in addition", 1},
    {"en", Sign::points_back, "additionally", 1},
    {"en", Sign::points_back, "for example", 1},
    {"en", Sign::points_back, "for instance", 1},
    {"en", Sign::points_back, "also", 1},
    {"en", Sign::points_back, "but ", 1},
    {"en", Sign::points_back, "and ", 1},
    {"en", Sign::points_back, "others", 1},
    {"en", Sign::points_back, "another", 1},
    {"en", Sign::points_back, "similarly", 1},
    {"en", Sign::points_back, "thus", 1},
    {"en", Sign::points_back, "therefore", 1},
    {"en", Sign::points_back, "consequently", 1},
    {"en", Sign::points_back, "as a result", 1},
    {"en", Sign::points_back, "hence", 1},
    {"en", Sign::apparatus, "designations employed", 1},
    {"en", Sign::apparatus, "capital letters combined with figures", 1},
    {"en", Sign::apparatus, "composed of capital letters", 1},
    {"en", Sign::apparatus, "without formal editing", 1},
    {"en", Sign::apparatus, "all rights reserved", 1},
    {"en", Sign::apparatus, "may be reproduced", 1},
    {"en", Sign::apparatus, "should be cited", 1},
    {"en", Sign::apparatus, "suggested citation", 1},
    {"en", Sign::apparatus, "following abbreviations", 1},
    {"en", Sign::apparatus, "do not necessarily reflect", 1},
    {"en", Sign::apparatus, "expression of any opinion", 1},
    {"en", Sign::apparatus, "for further information", 1},
    {"en", Sign::apparatus, "please contact", 1},
    {"en", Sign::apparatus, "available at http", 1},
    {"en", Sign::apparatus, "www.", 1},
    {"fr", Sign::apparatus, "les appellations employees", 1},
    {"fr", Sign::apparatus, "lettres majuscules et de chiffres", 1},
    {"fr", Sign::apparatus, "tous droits reserves", 1},
    {"fr", Sign::apparatus, "n'impliquent de la part", 1},
    {"fr", Sign::apparatus, "abreviations suivantes", 1},
    {"fr", Sign::apparatus, "pour de plus amples renseignements", 1},
    {"fr", Sign::apparatus, "www.", 1},
    {"fr", Sign::section, "resume", 0.8},
    {"fr", Sign::section, "synthese", 0.8},
    {"fr", Sign::section, "constatation", 0.8},
    {"fr", Sign::section, "conclusion", 1},
    {"fr", Sign::section, "recommandation", 0.8},
    {"fr", Sign::section, "proposition", 0.6},
    {"fr", Sign::section, "mesures a prendre", 1},
    {"fr", Sign::section, "objectif", 0.5},
    {"fr", Sign::section, "resultat", 0.5},
    {"fr", Sign::section, "introduction", 0.3},
    {"fr", Sign::section, "methode", -0.6},
    {"fr", Sign::section, "methodologie", -0.6},
    {"fr", Sign::section, "references", -1},
    {"fr", Sign::section, "bibliographie", -1},
    {"fr", Sign::section, "remerciement", -1},
    {"fr", Sign::section, "sigles", -1},
    {"fr", Sign::announces, "en conclusion", 0.8},
    {"fr", Sign::announces, "dans l'ensemble", 0.6},
    {"fr", Sign::announces, "en resume", 0.8},
    {"fr", Sign::announces, "a conclu que", 0.7},
    {"fr", Sign::announces, "principal", 0.4},
    {"fr", Sign::announces, "recommande", 0.5},
    {"fr", Sign::announces, "devrait", 0.3},
    {"fr", Sign::announces, "devraient", 0.3},
    {"fr", Sign::announces, "au total", 0.4},
    {"fr", Sign::announces, "s'eleve a", 0.4},
    {"fr", Sign::announces, "propose", 0.5},
    {"fr", Sign::announces, "est invite", 0.8},
    {"fr", Sign::announces, "est prie", 0.8},
    {"fr", Sign::announces, "le present rapport", 0.4},
    {"fr", Sign::points_back, "ce ", 1},
    {"fr", Sign::points_back, "cette ", 1},
    {"fr", Sign::points_back, "ces ", 1},
    {"fr", Sign::points_back, "celui", 1},
    {"fr", Sign::points_back, "celle", 1},
    {"fr", Sign::points_back, "il ", 1},
    {"fr", Sign::points_back, "elle ", 1},
    {"fr", Sign::points_back, "ils ", 1},
    {"fr", Sign::points_back, "elles ", 1},
    {"fr", Sign::points_back, "toutefois", 1},
    {"fr", Sign::points_back, "cependant", 1},
    {"fr", Sign::points_back, "en outre", 1},
    {"fr", Sign::points_back, "de plus", 1},
    {"fr", Sign::points_back, "par ailleurs", 1},
    {"fr", Sign::points_back, "par exemple", 1},
    {"fr", Sign::points_back, "ainsi", 1},
    {"fr", Sign::points_back, "par consequent", 1},
};

template <class Accepts>
double strongest(Sign sign, std::string_view language, Accepts accepts) {
    const std::string_view primary = primary_language(language);
    double best = 0;
    for (const SignPhrase& phrase : sign_phrases) {
        if (phrase.sign != sign || phrase.language != primary || !accepts(phrase.words)) continue;
        if (phrase.weight < 0) return phrase.weight;
        best = std::max(best, phrase.weight);
    }
    return best;
}

/// The strongest phrase that stands anywhere in the text.
double strongest_in(std::string_view folded, Sign sign, std::string_view language) {
    return strongest(sign, language,
                     [&](std::string_view words) { return folded.find(words) != std::string_view::npos; });
}

}  // namespace

double section_weight(std::string_view folded_heading, std::string_view language) {
    return strongest_in(folded_heading, Sign::section, language);
}

double announcement(std::string_view folded_sentence, std::string_view language) {
    return strongest_in(folded_sentence, Sign::announces, language);
}

bool is_apparatus(std::string_view folded_sentence, std::string_view language) {
    return strongest_in(folded_sentence, Sign::apparatus, language) > 0;
}

bool points_back(std::string_view folded_sentence, std::string_view language) {
    return strongest(Sign::points_back, language,
                     [&](std::string_view words) { return folded_sentence.starts_with(words); }) > 0;
}

}  // namespace rapporteur
