#include "template/render.h"

#include "support/xml.h"
#include "template/context.h"
#include "template/label_values.h"
#include "template/mustache.h"
#include "template/prepared.h"

namespace rapporteur {
namespace {

constexpr std::size_t most_pack_bytes = std::size_t{1} << 30;

}  // namespace

Result<Template> load_template(const TemplateFiles& files) {
    const Diagnostics problems = lint(files);
    if (!problems.empty()) return problems.front();
    Result<Labels> labels = read_labels(files.labels);
    if (!labels) return labels.error();
    Template loaded;
    loaded.text_ = prepared(files);
    if (loaded.text_.size() > most_prepared_bytes)
        return Diagnostic{Code::template_invalid, {files.pack.name, 0, 0, 0}, "its partials make too much text"};
    loaded.file_ = files.pack.name;
    loaded.label_values_ = label_values(*labels);
    loaded.labels_ = std::move(*labels);
    return loaded;
}

Result<std::string> Template::render(const Briefing& briefing) const {
    Value values = make_context(briefing, Wording(labels_, !briefing.by_theme));
    values.set("labels", label_values_);
    return render_prepared(text_, values, {escape_xml, most_pack_bytes}, file_);
}

Result<std::string> render(const TemplateFiles& files, const Briefing& briefing) {
    const Result<Template> loaded = load_template(files);
    if (!loaded) return loaded.error();
    return loaded.value().render(briefing);
}

}  // namespace rapporteur
