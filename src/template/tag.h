#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"
#include "support/named_text.h"

namespace rapporteur {

enum class TagKind { variable, section, inverted, end, partial, comment };

/// A Mustache tag where it stands in its file.
struct TemplateTag {
    TagKind kind = TagKind::variable;
    std::string name;
    std::size_t begin = 0, end = 0;  // bytes of the file, the braces included
    int line = 0, column = 0;        // 1-based; columns count code points
    bool broken = false;             // what is wrong with it was told
};

/// All tags of a template file in order. Refused with their place, all of them: a tag that is not closed, unescaped
/// values ({{{name}}} and {{&name}}: values are plain text and never markup), changed delimiters, and names of other
/// than small letters, digits, hyphens, underlines and dots.
std::vector<TemplateTag> scan_tags(const NamedText& file, Diagnostics& problems);

}  // namespace rapporteur
