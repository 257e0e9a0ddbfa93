#include "template/value.h"

namespace rapporteur {

Value Value::object() {
    Value value;
    value.content_ = Object();
    return value;
}

Value& Value::set(std::string name, Value value) {
    std::get<Object>(content_).push_back({std::move(name), std::move(value)});
    return *this;
}

const Value* Value::field(std::string_view name) const {
    if (const Object* all = fields())
        for (const auto& [own, value] : *all)
            if (own == name) return &value;
    return nullptr;
}

}  // namespace rapporteur
