#pragma once

#include <string>

#include "assemble/briefing.h"
#include "template/lint.h"
#include "template/value.h"

namespace rapporteur {

/// A template that was read, checked and put together once, for all packs of a run.
class Template {
public:
    /// The pack XML of a briefing (src/layout/pack_xml.md). Values of documents are plain text in it, never markup.
    Result<std::string> render(const Briefing& briefing) const;
    const Labels& labels() const { return labels_; }

private:
    friend Result<Template> load_template(const TemplateFiles& files);
    std::string text_, file_;
    Labels labels_;
    Value label_values_;
};

/// Fails with the first of the mistakes that lint finds.
Result<Template> load_template(const TemplateFiles& files);

/// Loads and renders at once.
Result<std::string> render(const TemplateFiles& files, const Briefing& briefing);

}  // namespace rapporteur
