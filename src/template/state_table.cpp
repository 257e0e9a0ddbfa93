#include "template/state_table.h"

#include <toml++/toml.h>

#include <optional>

#include "template/toml_problem.h"

namespace rapporteur {
namespace {

class TableReader {
public:
    explicit TableReader(const std::string& file) : file_(file) {}

    Result<StateTable> read(const toml::table& table) {
        StateTable out;
        for (const auto& [name, node] : table) {
            if (name != "state" && name != "group") refuse(node, "unknown table " + std::string(name.str()));
            const toml::array* entries = node.as_array();
            if (!entries) refuse(node, "[[state]] and [[group]] are lists of tables");
            if (!entries) continue;
            for (const toml::node& each : *entries) {
                const toml::table* entry = each.as_table();
                if (!entry) {
                    refuse(each, "[[state]] and [[group]] are lists of tables");
                } else if (name == "state") {
                    out.states.push_back({text(*entry, "code"), texts(*entry, "names")});
                } else {
                    out.groups.push_back({text(*entry, "name"), texts(*entry, "aliases"), texts(*entry, "members"),
                                          (*entry)["everybody"].value_or(false)});
                }
            }
        }
        if (error_) return *error_;
        return out;
    }

private:
    void refuse(const toml::node& node, std::string why) {
        if (!error_) error_ = toml_problem(file_, node.source(), std::move(why));
    }

    std::string text(const toml::table& entry, std::string_view key) {
        const auto value = entry[key].value<std::string>();
        if (!value || value->empty()) refuse(entry, std::string(key) + " is missing");
        return value.value_or("");
    }

    std::vector<std::string> texts(const toml::table& entry, std::string_view key) {
        std::vector<std::string> out;
        const toml::node* node = entry.get(key);
        if (!node) return out;
        const toml::array* list = node->as_array();
        if (!list) refuse(*node, std::string(key) + " is not a list");
        if (!list) return out;
        for (const toml::node& each : *list) {
            const auto value = each.value<std::string>();
            if (!value) refuse(each, std::string(key) + " holds something other than texts");
            if (value) out.push_back(*value);
        }
        return out;
    }

    const std::string& file_;
    std::optional<Diagnostic> error_;
};

}  // namespace

Result<StateTable> read_state_table(const NamedText& file) {
    try {
        return TableReader(file.name).read(toml::parse(file.text, file.name));
    } catch (const toml::parse_error& error) {
        return toml_problem(file.name, error.source(), std::string(error.description()));
    }
}

}  // namespace rapporteur
