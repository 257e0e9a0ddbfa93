#include "template/mustache.h"

#include <kainjow/mustache.hpp>

#include "support/xml.h"

namespace rapporteur {
namespace {

namespace km = kainjow::mustache;

km::data to_data(const Value& value) {
    if (const std::string* text = value.text()) return km::data(*text);
    if (const Value::List* list = value.list()) {
        km::data data(km::data::type::list);
        for (const Value& each : *list) data.push_back(to_data(each));
        return data;
    }
    if (const Value::Object* object = value.fields()) {
        km::data data(km::data::type::object);
        for (const auto& [name, field] : *object) data.set(name, to_data(field));
        return data;
    }
    return km::data(*value.flag());
}

}  // namespace

Result<std::string> render_mustache(const std::string& text, const Value& values, const std::string& file) {
    km::mustache mustache(text);
    if (!mustache.is_valid()) return Diagnostic{Code::template_invalid, {file}, mustache.error_message()};
    mustache.set_custom_escape([](const std::string& value) { return escape_xml(value); });
    std::string out;
    const km::data data = to_data(values);
    mustache.render(data, [&](const std::string& part) { out += part; });
    if (!mustache.is_valid()) return Diagnostic{Code::template_invalid, {file}, mustache.error_message()};
    return out;
}

}  // namespace rapporteur
