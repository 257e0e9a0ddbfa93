#pragma once

#include <toml++/toml.h>

#include <algorithm>
#include <optional>
#include <string>
#include <vector>

#include "model/date.h"
#include "support/diagnostic.h"

namespace rapporteur {

/// Reads one table of a project file; whatever is wrong is added to the mistakes with its place.
class ProjectTable {
public:
    ProjectTable(const toml::table& table, const std::string& file, Diagnostics& mistakes)
        : table_(table), file_(file), mistakes_(mistakes) {}

    /// Tells the keys that are none of `names`.
    void know(const std::vector<std::string>& names, const std::string& what) const;
    void read(const char* key, std::string& to) const;
    void read(const char* key, bool& to) const;
    void read(const char* key, std::size_t& to, std::size_t most) const;
    void read(const char* key, std::optional<PartialDate>& to) const;
    /// A list of texts, or one text.
    void read(const char* key, std::vector<std::string>& to) const;
    /// One of a few names, or a list of them, each once. Values of any other name are told and left out.
    template <class T, class Names>
    std::vector<T> choose(const char* key, const Names& names) const;

    /// Tells a mistake at a key, or at the n-th entry of its list.
    void refuse(const char* key, std::string why, std::size_t entry = 0) const;
    /// The same for a name that is none of those that there are.
    void refuse_name(const char* key, const std::string& name, const std::vector<std::string>& names,
                     std::size_t entry = 0) const;
    const toml::node* get(const char* key) const { return table_.get(key); }

private:
    void refuse(const toml::node& node, std::string why) const;

    const toml::table& table_;
    const std::string& file_;
    Diagnostics& mistakes_;
};

/// What is wrong with a name, and the one that was perhaps meant.
std::string unknown_name(const std::string& what, const std::string& name, const std::vector<std::string>& names);

template <class T, class Names>
std::vector<T> ProjectTable::choose(const char* key, const Names& names) const {
    std::vector<std::string> given, known;
    for (const auto& [name, value] : names) known.emplace_back(name);
    read(key, given);
    std::vector<T> out;
    for (std::size_t i = 0; i < given.size(); ++i) {
        const auto found = names.find(given[i]);
        if (found == names.end()) {
            refuse_name(key, given[i], known, i);
        } else if (std::find(out.begin(), out.end(), found->second) == out.end()) {
            out.push_back(found->second);
        }
    }
    return out;
}

}  // namespace rapporteur
