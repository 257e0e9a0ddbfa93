#include "template/object_value.h"

#include "template/field_table.h"

namespace rapporteur {

ObjectValue& ObjectValue::set(std::string_view name, Value value) {
    if (!find_field(object_, name)) return *this;
    if (const Value::List* list = value.list())
        value_.set(std::string(list_flag_prefix) + std::string(name), !list->empty());
    value_.set(std::string(name), std::move(value));
    return *this;
}

Value ObjectValue::take() {
    for (const std::string& name : field_names(object_)) {
        if (value_.field(name)) continue;
        if (find_field(object_, name)->kind == FieldKind::list) {
            set(name, Value::List());
        } else {
            value_.set(name, false);
        }
    }
    return std::move(value_);
}

}  // namespace rapporteur
