#pragma once

#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/record.h"
#include "support/named_text.h"
#include "support/result.h"

namespace rapporteur {

/// A subject that statements are sorted by.
struct Theme {
    std::string id;
    std::map<std::string, std::string> titles;  // by language

    /// The title in that language, else in English, else the id.
    const std::string& title(std::string_view language) const;
};

/// The themes of a house, with the terms that tell them. Their files are described in templates/themes/FORMAT.md.
class Themes {
public:
    /// In the order of the files: the order in which packs list them.
    const std::vector<Theme>& all() const { return themes_; }
    const Theme* find(std::string_view id) const;

    /// The themes that a text speaks of, the clearest first: sum of the weights of the terms found, w, as w / (w + 1),
    /// rounded to hundredths; what weighs less than a whole term is left out. `around` (headings, lead-in) counts half.
    std::vector<ThemeScore> score(std::string_view text, std::string_view around, std::string_view language) const;

    void add(Theme theme);
    void add_term(std::string_view language, const std::vector<std::string>& stems,
                  double weight);  // of the last theme

private:
    struct Term {
        std::size_t theme = 0;
        std::vector<std::string> stems;
        double weight = 1;
    };
    using Index = std::unordered_map<std::string, std::vector<Term>>;  // by first stem

    std::vector<double> weigh(std::string_view text, const std::string& language, const Index& index) const;

    std::vector<Theme> themes_;
    std::map<std::string, Index> terms_;  // by language
};

/// Reads theme files. Fails with `theme_invalid` and the file and line.
Result<Themes> load_themes(const std::vector<NamedText>& files);

}  // namespace rapporteur
