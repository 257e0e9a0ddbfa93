#include "app/project_table.h"

#include <algorithm>

#include "support/text.h"
#include "template/nearest_name.h"

namespace rapporteur {
namespace {

/// No list of a project needs to be longer.
constexpr std::size_t most_entries = 1000;

}  // namespace

std::string unknown_name(const std::string& what, const std::string& name, const std::vector<std::string>& names) {
    const std::string nearest = nearest_name(name, names);
    const std::string words = what + " \"" + name + "\" is unknown";
    if (!nearest.empty()) return words + "; did you mean \"" + nearest + "\"?";
    return names.empty() || names.size() > 12 ? words : words + "; there are " + join(names, ", ");
}

void ProjectTable::refuse(const toml::node& node, std::string why) const {
    const toml::source_position at = node.source().begin;
    mistakes_.push_back(
        {Code::project_invalid, {file_, 0, static_cast<int>(at.line), static_cast<int>(at.column)}, std::move(why)});
}

void ProjectTable::refuse(const char* key, std::string why, std::size_t entry) const {
    const toml::node* node = table_.get(key);
    const toml::array* list = node ? node->as_array() : nullptr;
    if (list && entry < list->size()) node = list->get(entry);
    refuse(node ? *node : static_cast<const toml::node&>(table_), std::move(why));
}

void ProjectTable::refuse_name(const char* key, const std::string& name, const std::vector<std::string>& names,
                               std::size_t entry) const {
    refuse(key, unknown_name(key, name, names), entry);
}

void ProjectTable::know(const std::vector<std::string>& names, const std::string& what) const {
    for (const auto& [key, node] : table_) {
        const std::string name(key.str());
        if (std::find(names.begin(), names.end(), name) == names.end()) refuse(node, unknown_name(what, name, names));
    }
}

void ProjectTable::read(const char* key, std::string& to) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    const auto text = node->value_exact<std::string>();
    if (!text) return refuse(*node, std::string(key) + " is a text in quotation marks");
    to = *text;
}

void ProjectTable::read(const char* key, bool& to) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    const auto value = node->value_exact<bool>();
    if (!value) return refuse(*node, std::string(key) + " is true or false");
    to = *value;
}

void ProjectTable::read(const char* key, std::size_t& to, std::size_t most) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    const auto value = node->value_exact<std::int64_t>();
    if (!value || *value < 1 || *value > static_cast<std::int64_t>(most))
        return refuse(*node, std::string(key) + " is a number from 1 to " + std::to_string(most));
    to = static_cast<std::size_t>(*value);
}

void ProjectTable::read(const char* key, std::optional<PartialDate>& to) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    if (const auto date = node->value_exact<toml::date>()) {
        to = PartialDate{date->year, date->month, date->day};
    } else {
        to = parse_iso_date(node->value_exact<std::string>().value_or(""));
    }
    if (!to || to->day == 0 || !is_valid(*to)) refuse(*node, std::string(key) + " is a date such as 2014-05-02");
}

void ProjectTable::read(const char* key, std::vector<std::string>& to) const {
    const toml::node* node = table_.get(key);
    if (!node) return;
    to.clear();
    if (const auto text = node->value_exact<std::string>()) return to.push_back(*text);
    const toml::array* list = node->as_array();
    if (!list || list->size() > most_entries)
        return refuse(*node, std::string(key) + " is a text, or a list of at most " + std::to_string(most_entries));
    for (const toml::node& each : *list) {
        const auto text = each.value_exact<std::string>();
        if (!text) refuse(each, std::string(key) + " holds something other than texts");
        to.push_back(text.value_or(""));
    }
}

}  // namespace rapporteur
