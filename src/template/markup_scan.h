#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "support/diagnostic.h"
#include "support/named_text.h"
#include "template/tag.h"

namespace rapporteur {

/// An attribute in a template; `fixed` where no Mustache tag stands in its value.
struct MarkupAttribute {
    std::string key, value;
    bool fixed = true;
    std::size_t at = 0;  // byte of the file
};

/// What stands in a template, piece by piece.
struct MarkupPiece {
    enum class Kind { open, close, empty, words, mustache };
    Kind kind = Kind::words;
    std::size_t at = 0;  // byte of the file
    std::string name;    // of the element
    std::vector<MarkupAttribute> attributes;
    const TemplateTag* tag = nullptr;  // of kind mustache: one that stands outside elements' tags
};

/// Cuts a template into pieces; `tags` are its Mustache tags, which live as long as the pieces. Mistakes of the
/// notation (an unclosed "<", "&nbsp;", a value without quotation marks) go to `problems`.
std::vector<MarkupPiece> scan_markup(const NamedText& file, const std::vector<TemplateTag>& tags,
                                     Diagnostics& problems);

/// Line and column of a byte.
Place place_in(const NamedText& file, std::size_t at);

}  // namespace rapporteur
