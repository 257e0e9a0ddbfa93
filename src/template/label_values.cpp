#include "template/label_values.h"

#include <map>

namespace rapporteur {
namespace {

struct LabelTree {
    std::string text;
    std::map<std::string, LabelTree> inner;

    void add(std::string_view key, const std::string& value) {
        const std::size_t dot = key.find('.');
        LabelTree& next = inner[std::string(key.substr(0, dot))];
        if (dot == key.npos) {
            next.text = value;
        } else {
            next.add(key.substr(dot + 1), value);
        }
    }

    Value value() const {
        if (inner.empty()) return text;
        Value object = Value::object();
        for (const auto& [name, tree] : inner) object.set(name, tree.value());
        return object;
    }
};

}  // namespace

Value label_values(const Labels& labels) {
    LabelTree tree;
    for (const auto& [key, text] : labels.texts()) tree.add(key, text);
    return tree.value();
}

}  // namespace rapporteur
