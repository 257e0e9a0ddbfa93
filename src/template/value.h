#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace rapporteur {

/// What a template sees: a text, a flag, a list or an object. An empty text is a false flag: its section is left out.
class Value {
public:
    using List = std::vector<Value>;
    using Field = std::pair<std::string, Value>;  // name, value
    using Object = std::vector<Field>;

    Value() = default;
    Value(bool flag) : content_(flag) {}
    Value(std::string text) {
        if (!text.empty()) content_ = std::move(text);
    }
    Value(const char* text) : Value(std::string(text)) {}
    Value(std::string_view text) : Value(std::string(text)) {}
    Value(List list) : content_(std::move(list)) {}

    /// An object without fields.
    static Value object();
    /// Sets a field; for an object only. Gives the object.
    Value& set(std::string name, Value value);

    const bool* flag() const { return std::get_if<bool>(&content_); }
    const std::string* text() const { return std::get_if<std::string>(&content_); }
    const List* list() const { return std::get_if<List>(&content_); }
    const Object* fields() const { return std::get_if<Object>(&content_); }
    /// The field of that name, or null.
    const Value* field(std::string_view name) const;

private:
    std::variant<bool, std::string, List, Object> content_ = false;
};

}  // namespace rapporteur
