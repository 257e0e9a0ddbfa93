#pragma once

#include <map>
#include <memory>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/resources.h"
#include "assemble/delegation.h"
#include "layout/font_set.h"
#include "layout/style.h"
#include "template/render.h"

namespace rapporteur {

/// A template with the style that its packs are set in.
struct PackTemplate {
    Template text;
    Style style;
};

/// What packs are made with besides records, read once for all packs of a run.
struct PackKit {
    std::vector<std::unique_ptr<HeldBytes>> font_bytes;
    FontSet fonts;
    std::map<std::string, PackTemplate> templates;  // by name
};

/// Reads the templates of these names with the labels of a language ("fr"), their styles, and the fonts of the
/// manifest. A template's folder may hold a style, labels and partials of its own in place of those that all share.
Result<PackKit> load_kit(const Resources& resources, const std::vector<std::string>& names, const std::string& language,
                         const Files& files);

/// The table of States and groups in the templates' folder.
Result<StateTable> load_state_table(const Resources& resources, const Files& files);

/// The names of the templates at hand, in alphabetical order.
Result<std::vector<std::string>> list_templates(const Resources& resources, const Files& files);

}  // namespace rapporteur
