#include "template/field_scopes.h"

#include "support/text.h"

namespace rapporteur {

FieldScopes::Found FieldScopes::resolve(std::string_view name) const {
    if (scopes_.size() > deepest_section) return {};
    const std::vector<std::string_view> parts = split(name, '.');
    for (std::size_t scope = scopes_.size(); scope-- > 0;) {
        const FieldRow* row = find_field(scopes_[scope], parts.front());
        if (!row) continue;
        for (std::size_t i = 1; i < parts.size() && row; ++i)
            row = row->kind == FieldKind::object ? find_field(row->of, parts[i]) : nullptr;
        return {row, scope};
    }
    return {};
}

std::vector<std::string> FieldScopes::names() const {
    std::vector<std::string> names;
    for (auto scope = scopes_.rbegin(); scope != scopes_.rend(); ++scope)
        for (std::string& name : field_names(*scope)) names.push_back(std::move(name));
    return names;
}

}  // namespace rapporteur
