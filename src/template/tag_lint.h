#pragma once

#include <map>
#include <string>
#include <vector>

#include "template/field_table.h"
#include "template/labels.h"
#include "template/tag.h"

namespace rapporteur {

/// A file's tags in the order in which rendering meets them.
struct TagSource {
    std::string file;
    std::vector<TemplateTag> tags;
};

/// All tags of a template, its partials by name.
struct TagSources {
    TagSource pack;
    std::map<std::string, TagSource> partials;
    bool rich = false;  // quotations, citations and figures can be printed by a tag, as in Word templates
};

/// What a tag may print in a template whose values are rich.
bool is_rich(const FieldRow& row);

/// Partials in partials; more is refused.
constexpr std::size_t deepest_partial = 20;

/// The mistakes of tags: sections that are not closed or closed in the wrong order, names that no object has where they
/// stand (with the nearest that it has), labels and partials that are missing, partials that include themselves, lists
/// inside lists that they do not belong to.
Diagnostics lint_tags(const TagSources& sources, const Labels& labels);

}  // namespace rapporteur
