#pragma once

#include <string>
#include <string_view>

#include "template/value.h"

namespace rapporteur {

/// Makes an object of the field table: fields that are not set are there all the same, as false flags, so that a
/// template never finds a field of an outer object in their place.
class ObjectValue {
public:
    explicit ObjectValue(std::string_view object) : object_(object) {}

    /// `name` has to stand in the field table; a field that does not is left out.
    ObjectValue& set(std::string_view name, Value value);
    Value take();

private:
    std::string_view object_;
    Value value_ = Value::object();
};

}  // namespace rapporteur
