#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/files.h"
#include "app/pattern_files.h"
#include "app/resources.h"
#include "assemble/delegation.h"
#include "layout/font_set.h"
#include "layout/picture.h"
#include "layout/style.h"
#include "template/render.h"
#include "template/word/word_template.h"

namespace rapporteur {

/// A template with the style that its packs are set in.
struct PackTemplate {
    std::optional<Template> text;  // pack.mustache; a template has this, or `word`, or both
    Style style;
    std::optional<WordTemplate> word;  // a Word file that DOCX packs are made from
    std::optional<Template> figures;   // pack XML that holds nothing else, where the Word file draws some
};

/// The picture on covers; none where there is none.
struct Logo {
    SharedPicture picture;
    std::string alt;  // empty: the template's word for it
};

/// What packs are made with besides records, read once for all packs of a run.
struct PackKit {
    std::vector<std::unique_ptr<HeldBytes>> font_bytes;
    FontSet fonts;
    HeldPatterns patterns;
    std::map<std::string, PackTemplate> templates;  // by name
    Logo logo;
};

/// What a kit is made of.
struct KitOptions {
    std::vector<std::string> templates;  // names
    std::string language = "en";         // of the labels
    std::string style;  // a name in the templates' folder, a file or a folder of one's own; empty: by template
    std::string logo;   // file of a picture; empty: none
    std::string logo_alt;
};

/// Reads the templates with the labels of a language ("fr"), their styles, the fonts of the manifest, and the patterns
/// of hyphenation that are there. A template's folder may hold a style, labels and partials of its own in place of
/// those that all share.
Result<PackKit> load_kit(const Resources& resources, const KitOptions& options, const Files& files);

/// The table of States and groups in the templates' folder.
Result<StateTable> load_state_table(const Resources& resources, const Files& files);

}  // namespace rapporteur
