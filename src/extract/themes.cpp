#include "extract/themes.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extract/stemmer.h"
#include "support/language_tag.h"
#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

constexpr double least_weight = 1.0;
constexpr double weight_of_surroundings = 0.5;
constexpr std::string_view fallback_language = "en";

std::string main_tag(std::string_view language) {
    if (language.empty()) language = fallback_language;
    return std::string(primary_language(language));
}

Diagnostic invalid(const std::string& file, int line, std::string detail) {
    return Diagnostic{Code::theme_invalid, Place{file, 0, line, 0}, std::move(detail)};
}

std::optional<Diagnostic> read_terms(const XmlNode& node, const std::string& file, Themes& themes) {
    const std::string language = main_tag(node.attribute("lang"));
    const std::string_view weight_text = node.attribute("weight", "1");
    double weight = 0;
    const auto [end, error] = std::from_chars(weight_text.data(), weight_text.data() + weight_text.size(), weight);
    if (error != std::errc{} || end != weight_text.data() + weight_text.size() || !(weight > 0) || weight > 10) {
        return invalid(file, node.line, "weight=\"" + std::string(weight_text) + "\"");
    }
    const Stemmer stemmer(language);
    const std::string text = node.all_text();
    for (const std::string_view term : split(text, ';')) {
        const auto stems = stemmer.stems(term);
        if (!stems.empty()) themes.add_term(language, stems, weight);
    }
    return std::nullopt;
}

std::optional<Diagnostic> read_theme(const XmlNode& node, const std::string& file, Themes& themes) {
    if (node.name != "theme") return invalid(file, node.line, "unknown element " + node.name);
    Theme theme{std::string(node.attribute("id")), {}};
    if (theme.id.empty()) return invalid(file, node.line, "a theme needs an id");
    if (themes.find(theme.id) != nullptr) return invalid(file, node.line, "two themes have the id " + theme.id);
    for (const XmlNode& child : node.children) {
        if (child.name == "title") theme.titles[main_tag(child.attribute("lang"))] = collapse_space(child.all_text());
    }
    if (theme.titles.empty()) return invalid(file, node.line, theme.id + " has no title");
    themes.add(std::move(theme));
    for (const XmlNode& child : node.children) {
        if (child.name != "terms") continue;
        if (auto wrong = read_terms(child, file, themes)) return wrong;
    }
    return std::nullopt;
}

}  // namespace

const std::string& Theme::title(std::string_view language) const {
    auto found = titles.find(main_tag(language));
    if (found == titles.end()) found = titles.find(std::string(fallback_language));
    return found == titles.end() ? id : found->second;
}

const Theme* Themes::find(std::string_view id) const {
    const auto found = std::find_if(themes_.begin(), themes_.end(), [&](const Theme& theme) { return theme.id == id; });
    return found == themes_.end() ? nullptr : &*found;
}

void Themes::add(Theme theme) { themes_.push_back(std::move(theme)); }

void Themes::add_term(std::string_view language, const std::vector<std::string>& stems, double weight) {
    terms_[main_tag(language)][stems.front()].push_back({themes_.size() - 1, stems, weight});
}

std::vector<double> Themes::weigh(std::string_view text, const std::string& language, const Index& index) const {
    std::vector<double> weights(themes_.size());
    if (text.empty()) return weights;
    const std::vector<std::string> stems = Stemmer(language).stems(text);
    for (auto at = stems.begin(); at != stems.end(); ++at) {
        const auto terms = index.find(*at);
        if (terms == index.end()) continue;
        for (const Term& term : terms->second) {
            const auto left = static_cast<std::size_t>(stems.end() - at);
            if (term.stems.size() <= left && std::equal(term.stems.begin(), term.stems.end(), at)) {
                weights[term.theme] += term.weight;
            }
        }
    }
    return weights;
}

std::vector<ThemeScore> Themes::score(std::string_view text, std::string_view around, std::string_view language) const {
    std::vector<ThemeScore> scores;
    const std::string tag = main_tag(language);
    const auto index = terms_.find(tag);
    if (index == terms_.end()) return scores;
    const auto own = weigh(text, tag, index->second);
    const auto near = weigh(around, tag, index->second);
    for (std::size_t i = 0; i < themes_.size(); ++i) {
        const double weight = own[i] + weight_of_surroundings * near[i];
        if (weight < least_weight) continue;
        scores.push_back({themes_[i].id, std::round(100 * weight / (weight + 1)) / 100});
    }
    std::stable_sort(scores.begin(), scores.end(), [](const auto& a, const auto& b) { return a.score > b.score; });
    return scores;
}

Result<Themes> load_themes(const std::vector<NamedText>& files) {
    Themes themes;
    for (const NamedText& file : files) {
        auto root = parse_xml(file.text, file.name);
        if (!root) return root.error();
        if (root->name != "themes") return invalid(file.name, root->line, "the root element is not <themes>");
        for (const XmlNode& node : root->children) {
            if (node.is_text()) continue;
            if (auto wrong = read_theme(node, file.name, themes)) return *wrong;
        }
    }
    return themes;
}

}  // namespace rapporteur
