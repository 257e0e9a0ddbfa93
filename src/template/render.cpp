#include "template/render.h"

#include <map>

#include "template/context.h"
#include "template/mustache.h"

namespace rapporteur {
namespace {

/// Labels as a tree of objects by the dots of their keys.
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

Value label_values(const Labels& labels) {
    LabelTree tree;
    for (const auto& [key, text] : labels.texts()) tree.add(key, text);
    return tree.value();
}

}  // namespace

Result<Template> load_template(const TemplateFiles& files) {
    const Diagnostics problems = lint(files);
    if (!problems.empty()) return problems.front();
    Result<Labels> labels = read_labels(files.labels);
    if (!labels) return labels.error();
    Template loaded;
    loaded.text_ = with_partials(files);
    loaded.file_ = files.pack.name;
    loaded.label_values_ = label_values(*labels);
    loaded.labels_ = std::move(*labels);
    return loaded;
}

Result<std::string> Template::render(const Briefing& briefing) const {
    Value values = make_context(briefing, Wording(labels_, !briefing.by_theme));
    values.set("labels", label_values_);
    return render_mustache(text_, values, file_);
}

Result<std::string> render(const TemplateFiles& files, const Briefing& briefing) {
    const Result<Template> loaded = load_template(files);
    if (!loaded) return loaded.error();
    return loaded.value().render(briefing);
}

}  // namespace rapporteur
