#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace rapporteur {

enum class FieldKind {
    text,    // {{name}}, and {{#name}} where it is not empty
    flag,    // {{#name}} and {{^name}}
    list,    // {{#name}} once for each; `of` is an object, or empty for texts ({{.}})
    object,  // {{#name}} once where there is one
};

/// Every list comes with a flag of its name behind this prefix, which tells whether it has entries: {{#has_rows}}.
constexpr std::string_view list_flag_prefix = "has_";

/// A field that templates can name.
struct FieldRow {
    std::string_view object;  // the object that has it; "pack" is the whole
    std::string_view name;
    FieldKind kind = FieldKind::text;
    std::string_view of;    // object of a list's entries or of an object
    std::string_view what;  // for people who write templates
};

/// Every field of every object: what templates may name, and what the context gives them.
std::span<const FieldRow> field_table();

/// The row of a field; null where the object has none of that name.
const FieldRow* find_field(std::string_view object, std::string_view name);

/// The names of an object's fields.
std::vector<std::string> field_names(std::string_view object);

}  // namespace rapporteur
