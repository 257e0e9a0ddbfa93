#include "extract/confidence.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

#include "support/text.h"
#include "support/xml.h"

namespace rapporteur {
namespace {

constexpr std::array<std::string_view, feature_count> names{
    "outcome",    "intervention", "labelled",    "in_table",  "lent_verb",       "list_item",
    "footnote",   "numbered",     "opens_block", "operative", "telling_heading", "minutes",
    "background", "agenda",       "annex",       "rules",     "of_a_meeting",    "short_text",
    "long_text",  "question",     "quoted",      "verb_late", "names_somebody",  "several_rules",
    "cut",        "damaged",      "not_english"};

/// The weights that are of no feature: what every statement starts with, and what its rule's own certainty counts.
constexpr std::string_view base = "base", certainty = "certainty";

double in_logits(double probability) {
    const double inside = std::clamp(probability, 0.02, 0.98);  // nothing is certain
    return std::log(inside / (1 - inside));
}

double in_hundredths(double logits) {
    const double probability = 1 / (1 + std::exp(-logits));
    return std::round(std::clamp(probability, 0.01, 0.99) * 100) / 100;
}

Diagnostic refusal(const NamedText& file, int line, std::string detail) {
    return {Code::rule_invalid, Place{file.name, 0, line, 0}, std::move(detail)};
}

std::optional<double> number_in(std::string_view text) {
    double value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    const bool whole = error == std::errc{} && end == text.data() + text.size() && std::isfinite(value);
    return whole ? std::optional(value) : std::nullopt;
}

Result<Weight> read_weight(const NamedText& file, const XmlNode& node) {
    if (node.name != "weight") return refusal(file, node.line, "unknown element " + node.name);
    for (const auto& [key, value] : node.attributes) {
        if (key != "of" && key != "value") return refusal(file, node.line, "unknown attribute " + key);
    }
    const auto value = number_in(node.attribute("value"));
    if (!value) return refusal(file, node.line, "value=\"" + std::string(node.attribute("value")) + "\"");
    Weight weight{std::string(node.attribute("of")), collapse_space(node.all_text()), *value};
    if (weight.words.empty()) return refusal(file, node.line, "a weight says in words what it is of");
    return weight;
}

/// The names of all weights that the file must have.
std::vector<std::string> wanted_names(const std::vector<std::string>& signs) {
    std::vector<std::string> wanted(names.begin(), names.end());
    wanted.insert(wanted.end(), {std::string(base), std::string(certainty)});
    wanted.insert(wanted.end(), signs.begin(), signs.end());
    std::sort(wanted.begin(), wanted.end());
    wanted.erase(std::unique(wanted.begin(), wanted.end()), wanted.end());
    return wanted;
}

/// Takes the weight of that name out of the list.
double taken(std::vector<Weight>& weights, std::string_view name) {
    const auto found =
        std::find_if(weights.begin(), weights.end(), [&](const Weight& weight) { return weight.name == name; });
    const double value = found->value;
    weights.erase(found);
    return value;
}

}  // namespace

std::string_view name_of(Feature feature) { return names[static_cast<std::size_t>(feature)]; }

ConfidenceModel::ConfidenceModel(double base_value, double of_certainty, std::vector<Weight> weights)
    : base_(base_value), of_certainty_(of_certainty), weights_(std::move(weights)) {
    std::sort(weights_.begin(), weights_.end(), [](const Weight& a, const Weight& b) { return a.name < b.name; });
}

double ConfidenceModel::start(double of_rule) const { return base_ + of_certainty_ * in_logits(of_rule); }

const Weight* ConfidenceModel::find(std::string_view name) const {
    const auto at =
        std::lower_bound(weights_.begin(), weights_.end(), name,
                         [](const Weight& weight, std::string_view wanted) { return weight.name < wanted; });
    return at != weights_.end() && at->name == name ? &*at : nullptr;
}

double ConfidenceModel::confidence(const Features& features) const {
    double sum = start(features.certainty);
    for (const std::string& name : features.names) {
        if (const Weight* weight = find(name)) sum += weight->value;
    }
    return in_hundredths(sum);
}

double ConfidenceModel::confidence_of_rule(double of_rule) const { return in_hundredths(start(of_rule)); }

std::vector<Weight> ConfidenceModel::reasons(const Features& features) const {
    std::vector<Weight> found;
    for (const std::string& name : features.names) {
        if (const Weight* weight = find(name)) found.push_back(*weight);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Weight& a, const Weight& b) { return std::abs(a.value) > std::abs(b.value); });
    return found;
}

std::string hundredths(double value) {
    const long rounded = std::lround(std::abs(value) * 100);
    const std::string sign = value < 0 && rounded > 0 ? "-" : "";
    return sign + std::to_string(rounded / 100) + "." + std::to_string(100 + rounded % 100).substr(1);
}

std::string signed_hundredths(double value) {
    const std::string digits = hundredths(value);
    return digits.starts_with('-') ? digits : "+" + digits;
}

Result<ConfidenceModel> read_confidence(const NamedText& file, const std::vector<std::string>& signs) {
    auto root = parse_xml(file.text, file.name);
    if (!root) return root.error();
    if (root->name != "confidence") return refusal(file, root->line, "the root element is not <confidence>");
    std::vector<std::string> wanted = wanted_names(signs);
    std::vector<Weight> weights;
    for (const XmlNode& node : root->children) {
        auto weight = read_weight(file, node);
        if (!weight) return weight.error();
        const auto at = std::find(wanted.begin(), wanted.end(), weight->name);
        if (at == wanted.end())
            return refusal(file, node.line, "a weight of nothing known, or a second: " + weight->name);
        wanted.erase(at);
        weights.push_back(std::move(*weight));
    }
    if (!wanted.empty()) return refusal(file, root->line, "no weight of " + wanted.front());
    const double of_base = taken(weights, base), of_certainty = taken(weights, certainty);
    return ConfidenceModel(of_base, of_certainty, std::move(weights));
}

}  // namespace rapporteur
