#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"
#include "support/named_text.h"

namespace rapporteur {

enum class TagKind { variable, section, inverted, end, partial, comment, delimiters };

/// A Mustache tag where it stands in its file.
struct TemplateTag {
    TagKind kind = TagKind::variable;
    std::string name;
    std::size_t begin = 0, end = 0;  // bytes of the file, the braces included
    int line = 0, column = 0;        // 1-based; columns count code points; 0 where a file has no lines
    bool unescaped = false;          // {{{name}}} or {{&name}}
    bool broken = false;             // what is wrong with it was told
    std::string place;               // in a file without lines: "document, paragraph 3"
};

/// What begins and ends a tag.
struct Delimiters {
    std::string open = "{{", close = "}}";
};

/// What is wrong with a tag that begins at a byte.
struct TagFault {
    std::size_t at = 0;
    std::string why;
};

/// All tags of a text in order, as Mustache has them; "{{=<% %>=}}" changes the delimiters from there on, and so for
/// what is read next. A tag with a fault is `broken`, one that is not closed is none.
std::vector<TemplateTag> find_tags(std::string_view text, Delimiters& delimiters, std::vector<TagFault>& faults);

/// All tags of a template file in order. Refused with their place, all of them: a tag that is not closed, unescaped
/// values ({{{name}}} and {{&name}}: values are plain text and never markup), changed delimiters, and names of other
/// than small letters, digits, hyphens, underlines and dots.
std::vector<TemplateTag> scan_tags(const NamedText& file, Diagnostics& problems);

}  // namespace rapporteur
