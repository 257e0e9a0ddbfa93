#include "template/labels.h"

#include <toml++/toml.h>

#include <algorithm>

#include "support/plural.h"
#include "template/needed_labels.h"
#include "template/toml_problem.h"

namespace rapporteur {
namespace {

void flatten(const toml::table& table, const std::string& prefix, Labels& labels) {
    for (const auto& [name, node] : table) {
        const std::string key = prefix + std::string(name.str());
        if (const toml::table* inner = node.as_table()) {
            flatten(*inner, key + ".", labels);
        } else if (const toml::array* list = node.as_array()) {
            for (const toml::node& each : *list) labels.add_entry(key, each.value_or(std::string()));
        } else {
            labels.add(key, node.value_or(std::string()));
        }
    }
}

}  // namespace

std::string Labels::text(std::string_view key) const {
    const auto found = texts_.find(key);
    return found == texts_.end() ? std::string(key) : found->second;
}

std::string Labels::text(std::string_view key, const Arguments& arguments) const { return fill(text(key), arguments); }

std::string Labels::counted(std::string_view key, std::size_t count) const {
    return text(std::string(key) + "." + plural_form(language(), count), {{"count", std::to_string(count)}});
}

std::string Labels::entry(std::string_view key, std::size_t index) const {
    const auto found = lists_.find(key);
    return found == lists_.end() || index >= found->second.size() ? std::string() : found->second[index];
}

Labels scan_labels(const NamedText& file, Diagnostics& problems) {
    Labels labels;
    try {
        flatten(toml::parse(file.text, file.name), "", labels);
    } catch (const toml::parse_error& error) {
        problems.push_back(toml_problem(file.name, error.source(), std::string(error.description())));
        return labels;
    }
    const auto lacks = [&](std::string key) {
        problems.push_back(Diagnostic{Code::label_missing, {file.name}, std::move(key)});
    };
    for (const std::string& key : needed_labels(labels.language()))
        if (!labels.has(key)) lacks(key);
    for (const auto& [key, count] : {std::pair("date.months", 12), std::pair("date.weekdays", 7)})
        if (labels.entry(key, static_cast<std::size_t>(count) - 1).empty()) lacks(key);
    return labels;
}

Result<Labels> read_labels(const NamedText& file) {
    Diagnostics problems;
    Labels labels = scan_labels(file, problems);
    if (!problems.empty()) return problems.front();
    return labels;
}

std::string fill(std::string_view text, const Labels::Arguments& arguments) {
    std::string out;
    std::size_t at = 0;
    while (at < text.size()) {
        const std::size_t open = text.find('{', at);
        const std::size_t close = open == text.npos ? text.npos : text.find('}', open);
        if (close == text.npos) break;
        out += text.substr(at, open - at);
        const std::string_view name = text.substr(open + 1, close - open - 1);
        const auto argument =
            std::find_if(arguments.begin(), arguments.end(), [&](const auto& each) { return each.first == name; });
        out += argument == arguments.end() ? std::string(text.substr(open, close - open + 1)) : argument->second;
        at = close + 1;
    }
    return out += text.substr(at);
}

}  // namespace rapporteur
