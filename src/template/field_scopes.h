#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "template/field_table.h"

namespace rapporteur {

/// Sections inside one another; more is refused, and no name means anything there.
constexpr std::size_t deepest_section = 100;

/// The objects that are open at a place of a template, "pack" outermost, and what names mean there.
class FieldScopes {
public:
    /// A field and the object that has it, counted from the outermost (0).
    struct Found {
        const FieldRow* row = nullptr;
        std::size_t scope = 0;
    };

    /// An object's name; empty for an entry without fields and for a section that opens none.
    void push(std::string_view object) { scopes_.push_back(object); }
    void pop() { scopes_.pop_back(); }
    void cut_to(std::size_t depth) { scopes_.resize(depth); }
    std::size_t depth() const { return scopes_.size(); }
    const std::vector<std::string_view>& objects() const { return scopes_; }

    /// The field that a dotted name means: its first part in the innermost open object that has it, the rest in what
    /// that is, as Mustache looks it up.
    Found resolve(std::string_view name) const;
    /// The names that can stand here.
    std::vector<std::string> names() const;

private:
    std::vector<std::string_view> scopes_ = {"pack"};
};

}  // namespace rapporteur
